"""Change the plan of a visit as a whole: what differs is written, so that a colleague's change elsewhere stays, and
what two people planned differently is decided."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from monitor_app.actions.change_visit import change_days, change_visit, place_in_team, take_from_team
from monitor_app.actions.people import TeamPlace, teams
from monitor_app.actions.plan_visit import TeamChoice
from monitor_app.actions.records import record
from monitor_app.actions.visits import visit_of
from monitor_app.base import Canonical, EntityId, Problem, SpaceId
from monitor_app.base.problems import work as problems
from monitor_app.monitoring import Kind, Visit, VisitKind
from monitor_app.vault import Changes, Vault

_DAYS = frozenset({"first_day", "last_day"})


@dataclass(frozen=True, slots=True)
class ChangedPlan:
    """The plan as it shall be. `team` holds everybody who comes along."""

    kind: VisitKind
    announced: bool
    first_day: date
    last_day: date
    team: tuple[TeamChoice, ...]
    language: str
    carried_in: str
    addressees: str
    hours_on_site: int | None


def change_plan(vault: Vault, space: SpaceId, plan: ChangedPlan) -> Changes | None:
    """Writes what differs; None where nothing does. Raises work.days-wrong, work.not-allowed, work.not-there."""
    if plan.last_day < plan.first_day:
        raise Problem(problems.DAYS_WRONG)
    visit = visit_of(vault, space)
    unsettled = found.unsettled if (found := record(vault, space, Kind.VISIT, EntityId(space))) else frozenset()
    changes: Changes | None = None
    values = _differing(visit, plan, unsettled)
    if values:
        changes = change_visit(vault, space, values)
    if (visit.first_day, visit.last_day) != (plan.first_day, plan.last_day) or _DAYS & unsettled:
        changes = change_days(vault, space, plan.first_day, plan.last_day)
    team = {place.member.id: place for place in teams(vault).get(space, ())}
    for choice in plan.team:
        if not _same(team.get(choice.member), choice):
            changes = place_in_team(vault, space, choice)
    for member in team.keys() - {choice.member for choice in plan.team}:
        changes = take_from_team(vault, space, member)
    return changes


def _differing(visit: Visit, plan: ChangedPlan, unsettled: frozenset[str]) -> dict[str, Canonical]:
    pairs: tuple[tuple[str, Canonical, Canonical], ...] = (
        ("kind", visit.kind.value, plan.kind.value),
        ("announced", visit.announced, plan.announced),
        ("language", visit.language, plan.language),
        ("carried_in", visit.carried_in, plan.carried_in),
        ("addressees", visit.addressees, plan.addressees),
        ("hours_on_site", visit.hours_on_site, plan.hours_on_site),
    )
    return {name: after for name, before, after in pairs if before != after or name in unsettled}


def _same(place: TeamPlace | None, choice: TeamChoice) -> bool:
    return place is not None and (place.role, place.languages) == (choice.role, choice.languages)
