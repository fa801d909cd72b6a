"""The facility register: what the programme knows of its places, and adding one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from monitor_app.actions.records import record, records
from monitor_app.actions.write import put, put_all
from monitor_app.base import EntityId, Problem, Randomness, SpaceId, sha256, zone
from monitor_app.base.problems import work as problems
from monitor_app.monitoring import Kind, Record
from monitor_app.standards import Facility as KnownFacility
from monitor_app.vault import Changes, Vault, Write


@dataclass(frozen=True, slots=True)
class Facility:
    """A place of detention. `time_zone` is an IANA name; all times of its visits print in it."""

    id: EntityId
    names: dict[str, str]
    kind: str
    city: str
    province: str
    time_zone: str
    closed: bool
    note: str

    def name(self, language: str) -> str:
        """The name in a language, or in any it has."""
        return self.names.get(language) or next(iter(sorted(self.names.values())), "")


@dataclass(frozen=True, slots=True)
class NewFacility:
    """What is typed to add a place."""

    name: str
    kind: str
    city: str
    province: str
    time_zone: str
    name_fr: str = ""


def facilities(vault: Vault) -> tuple[Facility, ...]:
    """All facilities of the programme, by their English or only name."""
    found = (_facility(r) for r in records(vault, vault.identity.programme, Kind.FACILITY))
    return tuple(sorted(found, key=lambda facility: facility.name("en").casefold()))


def facility(vault: Vault, entity: EntityId) -> Facility:
    """One facility; where its record is missing, an empty one rather than a crash (it may still arrive)."""
    found = record(vault, vault.identity.programme, Kind.FACILITY, entity)
    return _facility(found) if found else Facility(entity, {}, "", "", "", "UTC", False, "")


def add_facility(vault: Vault, new: NewFacility, randomness: Randomness) -> EntityId:
    """Adds a place to the register. Raises Problem work.name-needed, work.not-allowed."""
    if not new.name.strip():
        raise Problem(problems.NAME_NEEDED)
    entity = EntityId(randomness(16))
    values = {
        "name.en": new.name.strip(),
        "name.fr": new.name_fr.strip(),
        "kind": new.kind,
        "city": new.city.strip(),
        "province": new.province,
        "time_zone": new.time_zone,
    }
    put(vault, vault.identity.programme, Kind.FACILITY, entity, {k: v for k, v in values.items() if v})
    return entity


def take_known_facilities(vault: Vault, known: Sequence[KnownFacility]) -> Changes:
    """Puts the facilities that come with the app into the register, under the same ids on every laptop."""
    writes = []
    for place in known:
        entity = known_facility_id(place.id)
        values = {
            "name.en": place.name.en,
            "name.fr": place.name.fr,
            "kind": place.kind,
            "city": place.city,
            "province": place.province,
            "time_zone": place.time_zone,
        }
        writes += [
            Write(vault.identity.programme, Kind.FACILITY, entity, name, value)
            for name, value in values.items()
            if value
        ]
    return put_all(vault, writes)


def known_facility_id(slug: str) -> EntityId:
    """The id of a facility that comes with the app."""
    return EntityId(sha256(b"facility", slug.encode())[:16])


def zone_of(vault: Vault, space: SpaceId) -> ZoneInfo:
    """The time zone in which all times of a visit are read: its facility's; UTC where that is not known."""
    found = record(vault, space, Kind.VISIT, EntityId(space))
    return zone(facility(vault, EntityId(found.data("facility"))).time_zone if found else "UTC")


def _facility(r: Record) -> Facility:
    return Facility(
        r.id,
        r.texts("name"),
        r.text("kind"),
        r.text("city"),
        r.text("province"),
        r.text("time_zone") or "UTC",
        r.true("closed"),
        r.text("note"),
    )
