"""The visits as Home shows them, one visit for its pages, and the earlier ones of a facility."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from monitor_app.actions.conflicts import conflicts
from monitor_app.actions.facilities import Facility, facilities, facility
from monitor_app.actions.people import TeamPlace, teams
from monitor_app.actions.progress import Progress, entry_count, judged, progress
from monitor_app.actions.records import record, records
from monitor_app.base import EntityId, Problem, SpaceId, from_ms, zone
from monitor_app.base.problems import work as problems
from monitor_app.monitoring import Kind, Record, SignedReport, Visit, VisitState, read_signed, read_visit
from monitor_app.vault import Vault


@dataclass(frozen=True, slots=True)
class VisitRow:
    """A visit as lists show it."""

    visit: Visit
    facility: Facility
    team: tuple[TeamPlace, ...]
    progress: Progress
    conflicts: int
    open_comments: int
    signed_at: datetime | None
    changes_after_signing: int
    not_shared: int


@dataclass(frozen=True, slots=True)
class SinceLastVisit:
    """Days since the last visit that took place, for one facility; None where there was none."""

    facility: Facility
    days: int | None
    state: VisitState | None
    planned: date | None


def all_visits(vault: Vault) -> list[Visit]:
    """Every visit of this vault, unsorted."""
    reports, reopenings = _by_space(vault, Kind.REPORT), _by_space(vault, Kind.REOPENING)
    answered = judged(vault)
    return [
        read_visit(r, reports.get(r.space, []), reopenings.get(r.space, []), answered.get(r.space, 0))
        for r in records(vault, None, Kind.VISIT)
    ]


def visits(vault: Vault) -> tuple[VisitRow, ...]:
    """All visits: under way first, then planned, in review, signed; the latest first within each."""
    places = {place.id: place for place in facilities(vault)}
    by_team = teams(vault)
    reports = _by_space(vault, Kind.REPORT)
    answered = judged(vault)
    comments = Counter(r.space for r in records(vault, None, Kind.COMMENT) if r.text("text") and not r.true("resolved"))
    disputed = Counter(touched.space for touched in conflicts(vault))
    rows = []
    for visit in all_visits(vault):
        last = latest_report(reports.get(visit.space, []))
        rows.append(
            VisitRow(
                visit,
                places.get(visit.facility) or facility(vault, visit.facility),
                by_team.get(visit.space, ()),
                progress(vault, visit, answered.get(visit.space, 0)),
                disputed[visit.space],
                comments[visit.space],
                from_ms(last.at_ms) if last else None,
                changes_after(vault, visit.space, last) if last else 0,
                vault.not_shared(visit.space),
            )
        )
    return tuple(sorted(rows, key=_order))


def visit_row(vault: Vault, space: SpaceId) -> VisitRow:
    """One visit. Raises Problem work.not-there."""
    found = next((row for row in visits(vault) if row.visit.space == space), None)
    if found is None:
        raise Problem(problems.NOT_THERE)
    return found


def visit_of(vault: Vault, space: SpaceId) -> Visit:
    """One visit, without what lists need. Raises Problem work.not-there."""
    found = record(vault, space, Kind.VISIT, EntityId(space))
    if found is None:
        raise Problem(problems.NOT_THERE)
    reports, reopenings = records(vault, space, Kind.REPORT), records(vault, space, Kind.REOPENING)
    return read_visit(found, reports, reopenings, judged(vault).get(space, 0))


def earlier_visits(vault: Vault, visit: Visit) -> list[Visit]:
    """The visits to the same facility that took place and ended before this one began, the latest first."""
    found = [
        other
        for other in all_visits(vault)
        if other.facility == visit.facility
        and other.space != visit.space
        and other.took_place
        and other.state is not VisitState.PLANNED
        and (other.last_day or date.max) < (visit.first_day or date.max)
    ]
    return sorted(found, key=lambda other: other.last_day or date.min, reverse=True)


def since_last_visits(vault: Vault) -> tuple[SinceLastVisit, ...]:
    """Days since the last visit, the longest first. Places never visited come after; unused ones are left out."""
    now = vault.clock.now()
    known = all_visits(vault)
    rows = []
    for place in facilities(vault):
        own = [visit for visit in known if visit.facility == place.id]
        today = now.astimezone(zone(place.time_zone)).date()
        past = [
            v for v in own if v.took_place and v.state is not VisitState.PLANNED and v.last_day and v.last_day <= today
        ]
        last = max(past, key=lambda v: v.last_day or date.min, default=None)
        planned = min((v.first_day for v in own if v.first_day and v.state is VisitState.PLANNED), default=None)
        if own:
            days = (today - last.last_day).days if last and last.last_day else None
            rows.append(SinceLastVisit(place, days, last.state if last else None, planned))
    return tuple(sorted(rows, key=lambda row: (row.days is None, -(row.days or 0))))


def latest_report(reports: Sequence[Record]) -> SignedReport | None:
    """The signed version with the highest number."""
    found = [signed for r in reports if (signed := read_signed(r))]
    return max(found, key=lambda signed: signed.version, default=None)


def changes_after(vault: Vault, space: SpaceId, signed: SignedReport) -> int:
    """Entries of the visit's space that the version did not know when it was frozen, its own entry not counted. Counted
    chain by chain: this laptop may not hold all that the signer held."""
    if not signed.known:
        return max(0, entry_count(vault, space) - signed.entries - 1)
    known = {(device, incarnation): number for device, incarnation, number in signed.known}
    after = sum(max(0, number - known.get((device, inc), 0)) for device, inc, number in vault.frontier(space))
    return max(0, after - 1)


def _order(row: VisitRow) -> tuple[int, int]:
    first = {VisitState.IN_PROGRESS: 0, VisitState.PLANNED: 1, VisitState.IN_REVIEW: 2, VisitState.SIGNED: 3}
    return first[row.visit.state], -(row.visit.first_day or date.min).toordinal()


def _by_space(vault: Vault, kind: Kind) -> dict[SpaceId, list[Record]]:
    found: dict[SpaceId, list[Record]] = {}
    for r in records(vault, None, kind):
        found.setdefault(r.space, []).append(r)
    return found
