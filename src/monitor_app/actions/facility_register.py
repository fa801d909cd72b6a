"""The facility register with the visits to each place; correcting what the register says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from monitor_app.actions.facilities import Facility, facilities
from monitor_app.actions.people import actor
from monitor_app.actions.visits import SinceLastVisit, VisitRow, since_last_visits, visits
from monitor_app.actions.write import put
from monitor_app.base import Canonical, EntityId, Problem
from monitor_app.base.problems import work as problems
from monitor_app.monitoring import Deed, Kind, may
from monitor_app.vault import Changes, Vault

FIELDS = frozenset({"name.en", "name.fr", "kind", "city", "province", "time_zone", "closed", "note"})


@dataclass(frozen=True, slots=True)
class Registered:
    """A place, its visits with the latest first, and how long ago the last one was (None: never visited)."""

    facility: Facility
    visits: tuple[VisitRow, ...]
    since: SinceLastVisit | None


@dataclass(frozen=True, slots=True)
class Register:
    """All places by name, and whether this person may change the register or plan a visit."""

    places: tuple[Registered, ...]
    may_change: bool
    may_plan: bool


def facility_register(vault: Vault) -> Register:
    """The register as its page shows it."""
    rows: dict[EntityId, list[VisitRow]] = {}
    for row in visits(vault):
        rows.setdefault(row.visit.facility, []).append(row)
    since = {one.facility.id: one for one in since_last_visits(vault)}
    asking = actor(vault)
    return Register(
        places=tuple(
            Registered(place, tuple(sorted(rows.get(place.id, ()), key=_latest_first)), since.get(place.id))
            for place in facilities(vault)
        ),
        may_change=may(asking, Deed(Kind.FACILITY, "name.en")),
        may_plan=may(asking, Deed(Kind.TEAM, "role", founds_visit=True)),
    )


def change_facility(vault: Vault, facility: EntityId, values: Mapping[str, Canonical]) -> Changes:
    """Changes what the register says (names in FIELDS). Raises Problem work.name-needed, work.not-allowed; ValueError
    for another field."""
    if not set(values) <= FIELDS:
        raise ValueError("not a field of a facility")
    if values.get("name.en") == "":
        raise Problem(problems.NAME_NEEDED)
    return put(vault, vault.identity.programme, Kind.FACILITY, facility, values)


def _latest_first(row: VisitRow) -> int:
    return -row.visit.first_day.toordinal() if row.visit.first_day else 0
