"""Standards: what detention is measured against, and the places it happens in, as data.

Nouns: an *instrument* is a law, treaty or rule set; a *provision* is one rule of it, in our own sentence, with its
*standing* (how surely it was checked); a *topic* sorts provisions and belongs to a *theme*, a theme to a *field*; a
*correction* is a coordinator's check of a provision. A *facility* is a place of detention, an *agreement* the state of
one province's jails; each fact has its *sureness*.
"""

from monitor_app.standards.agreements import Agreement, Agreements, Step, load_agreements
from monitor_app.standards.bilingual import Bilingual
from monitor_app.standards.facilities import (
    Capacity,
    Facilities,
    Facility,
    FacilityKind,
    FacilityStatus,
    load_facilities,
)
from monitor_app.standards.instrument import Instrument
from monitor_app.standards.library import Library, load_library
from monitor_app.standards.provision import Correction, Provision, Standing
from monitor_app.standards.sureness import Fact, Sureness, When
from monitor_app.standards.topics import Field, Theme, Topic, Topics

__all__ = [
    "Agreement",
    "Agreements",
    "Bilingual",
    "Capacity",
    "Correction",
    "Facilities",
    "Facility",
    "FacilityKind",
    "FacilityStatus",
    "Fact",
    "Field",
    "Instrument",
    "Library",
    "Provision",
    "Standing",
    "Step",
    "Sureness",
    "Theme",
    "Topic",
    "Topics",
    "When",
    "load_agreements",
    "load_facilities",
    "load_library",
]
