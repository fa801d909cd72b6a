"""Base: ids, clock, problems (every sentence we may say), canonical bytes, resources, language.

Nouns: a *problem* is a foreseen failure with three sentences; *words* speak one language; *canonical bytes* are the one
encoding of a value, so that equal values have equal hashes.
"""

from typing import TYPE_CHECKING

from monitor_app.base.clock import Clock, FixedClock, SystemClock, from_ms, to_ms, zone
from monitor_app.base.ids import (
    DeviceId,
    EntityId,
    IncarnationId,
    KeyId,
    MemberId,
    Randomness,
    SpaceId,
    id_from_hex,
    system_randomness,
)
from monitor_app.base.language import LANGUAGES, Language, Words, mark, speak
from monitor_app.base.lazy_door import lazy_door
from monitor_app.base.problem import Cancelled, Kind, Problem, Said
from monitor_app.base.resources import Resources, installed_resources

if TYPE_CHECKING:
    from monitor_app.base.canonical import (
        Canonical,
        NotCanonical,
        cbor_bytes,
        cbor_value,
        cbor_value_trusted,
        json_bytes,
        sha256,
    )

__all__ = [
    "LANGUAGES",
    "Cancelled",
    "Canonical",
    "Clock",
    "DeviceId",
    "EntityId",
    "FixedClock",
    "IncarnationId",
    "KeyId",
    "Kind",
    "Language",
    "MemberId",
    "NotCanonical",
    "Problem",
    "Randomness",
    "Resources",
    "Said",
    "SpaceId",
    "SystemClock",
    "Words",
    "cbor_bytes",
    "cbor_value",
    "cbor_value_trusted",
    "from_ms",
    "id_from_hex",
    "installed_resources",
    "json_bytes",
    "mark",
    "sha256",
    "speak",
    "system_randomness",
    "to_ms",
    "zone",
]

__getattr__ = lazy_door(
    __name__,
    {
        "canonical": (
            "Canonical",
            "NotCanonical",
            "cbor_bytes",
            "cbor_value",
            "cbor_value_trusted",
            "json_bytes",
            "sha256",
        )
    },
)
