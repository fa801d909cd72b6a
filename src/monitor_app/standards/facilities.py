"""Facilities: the places and kinds of places that come with the app; a programme adds its own in the vault."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from monitor_app.base import Resources, Words, mark, zone
from monitor_app.standards.bilingual import Bilingual
from monitor_app.standards.reading import Damaged, Record, by_key, opened
from monitor_app.standards.sureness import Fact, Sureness, read_fact, read_sureness


class FacilityStatus(Enum):
    """Whether people are held there now. The value is a short label for the catalogue."""

    OPERATIONAL = mark("in operation")
    CLOSED = mark("closed")

    def label(self, words: Words) -> str:
        """The short label."""
        return words(self.value)


@dataclass(frozen=True, slots=True)
class FacilityKind:
    """A kind of place, with the keys of provisions that define it."""

    key: str
    name: Bilingual
    note: Bilingual
    provisions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Capacity:
    """How many people a place can hold: a figure of a year (None: not known) with its source."""

    places: int
    year: int | None
    sureness: Sureness
    source: Bilingual


@dataclass(frozen=True, slots=True)
class Facility:
    """One place of detention. `id` is a slug; `kind` a FacilityKind key; `province` its postal code;
    `time_zone` an IANA name: all times of its visits print in it."""

    id: str
    name: Bilingual
    kind: str
    city: str
    province: str
    time_zone: str
    status: FacilityStatus
    capacities: tuple[Capacity, ...]
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Facilities:
    """Facilities by id and their kinds by key."""

    kinds: Mapping[str, FacilityKind]
    facilities: Mapping[str, Facility]


def load_facilities(resources: Resources) -> Facilities:
    """The facilities that come with the app. Raises Problem DAMAGED."""
    return opened(resources, "facilities", "facilities.json", _facilities)


def _facilities(record: Record) -> Facilities:
    kinds = by_key((kind.key, kind) for kind in map(_kind, record.records("kinds")))
    facilities = by_key((place.id, place) for place in map(_facility, record.records("facilities")))
    if any(place.kind not in kinds for place in facilities.values()):
        raise Damaged("kind")
    return Facilities(kinds, facilities)


def _kind(record: Record) -> FacilityKind:
    return FacilityKind(
        record.text("key"), record.bilingual("name"), record.bilingual("note"), record.texts("provisions")
    )


def _facility(record: Record) -> Facility:
    time_zone = record.text("time_zone")
    if zone(time_zone).key != time_zone:
        raise Damaged("time_zone")
    return Facility(
        id=record.text("id"),
        name=record.bilingual("name"),
        kind=record.text("kind"),
        city=record.text("city"),
        province=record.text("province"),
        time_zone=time_zone,
        status=_status(record),
        capacities=tuple(map(_capacity, record.records("capacities"))),
        facts=tuple(map(read_fact, record.records("facts"))),
    )


def _status(record: Record) -> FacilityStatus:
    match record.text("status"):
        case "operational":
            return FacilityStatus.OPERATIONAL
        case "closed":
            return FacilityStatus.CLOSED
    raise Damaged("status")


def _capacity(record: Record) -> Capacity:
    places = record.number("places")
    if places < 1:
        raise Damaged("places")
    return Capacity(
        places, record.number_or_none("year"), read_sureness(record, "sureness"), record.bilingual("source")
    )
