"""Plan a visit: its own space, its number from this device's block, its team, its checklists at their versions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from monitor_app.actions.people import actor, team_entity
from monitor_app.actions.records import record
from monitor_app.actions.share_space import share_space
from monitor_app.actions.write import put_all
from monitor_app.base import Canonical, EntityId, MemberId, Problem, Randomness, SpaceId
from monitor_app.base.problems import work as problems
from monitor_app.monitoring import Deed, Kind, VisitKind, VisitRole, between, may, next_report_number
from monitor_app.vault import Vault, Write


@dataclass(frozen=True, slots=True)
class TeamChoice:
    """A member chosen for the team."""

    member: MemberId
    role: VisitRole = VisitRole.VISITOR
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class VisitPlan:
    """What planning decides. Days are in the facility's own zone; `checklists` are entities of published versions."""

    facility: EntityId
    kind: VisitKind
    announced: bool
    first_day: date
    last_day: date
    checklists: tuple[EntityId, ...]
    team: tuple[TeamChoice, ...] = ()
    objectives: tuple[str, ...] = ()
    language: str = "en"
    carried_in: str = ""
    addressees: str = ""


def plan_visit(vault: Vault, plan: VisitPlan, randomness: Randomness) -> SpaceId:
    """Plans it and returns the visit's space. The planner leads it, whatever `team` says of others.

    Raises Problem work.not-allowed, work.days-wrong, work.checklist-needed.
    """
    if plan.last_day < plan.first_day:
        raise Problem(problems.DAYS_WRONG)
    if not plan.checklists:
        raise Problem(problems.CHECKLIST_NEEDED)
    if not may(actor(vault), Deed(Kind.TEAM, "role", founds_visit=True)):
        raise Problem(problems.NOT_ALLOWED)
    number = _number(vault, plan.first_day.year)
    space = vault.new_space("visit")
    vault.append(_team(vault, space, plan))
    share_space(vault, space)
    put_all(
        vault,
        [*_visit(space, plan, number), *_objectives(space, plan, randomness), *_responses(space, plan, randomness)],
    )
    return space


def _team(vault: Vault, space: SpaceId, plan: VisitPlan) -> list[Write]:
    own = vault.identity.member
    languages = {choice.member: choice.languages for choice in plan.team}
    roles = {choice.member: choice.role for choice in plan.team} | {own: VisitRole.LEAD}
    members = [own, *(member for member in roles if member != own)]
    writes = []
    for member in members:
        values: dict[str, Canonical] = {"visit": space, "member": member, "role": roles[member].value}
        if languages.get(member):
            values["languages"] = list(languages[member])
        entity = team_entity(space, member)
        writes += [Write(vault.identity.programme, Kind.TEAM, entity, name, value) for name, value in values.items()]
    return writes


def _visit(space: SpaceId, plan: VisitPlan, number: str) -> list[Write]:
    values: dict[str, Canonical] = {
        "number": number,
        "facility": plan.facility,
        "kind": plan.kind.value,
        "announced": plan.announced,
        "first_day": plan.first_day.isoformat(),
        "last_day": plan.last_day.isoformat(),
        "language": plan.language,
        "carried_in": plan.carried_in,
        "addressees": plan.addressees,
    }
    entity = EntityId(space)
    return [Write(space, Kind.VISIT, entity, name, value) for name, value in values.items() if value != ""]


def _objectives(space: SpaceId, plan: VisitPlan, randomness: Randomness) -> list[Write]:
    writes, order = [], ""
    for text in plan.objectives:
        order = between(order, "")
        entity = EntityId(randomness(16))
        writes += [
            Write(space, Kind.OBJECTIVE, entity, "text", text),
            Write(space, Kind.OBJECTIVE, entity, "order", order),
        ]
    return writes


def _responses(space: SpaceId, plan: VisitPlan, randomness: Randomness) -> list[Write]:
    writes, order = [], ""
    for checklist in plan.checklists:
        order = between(order, "")
        entity = EntityId(randomness(16))
        writes += [
            Write(space, Kind.RESPONSE, entity, "checklist", checklist),
            Write(space, Kind.RESPONSE, entity, "order", order),
        ]
    return writes


def _number(vault: Vault, year: int) -> str:
    programme = vault.identity.programme
    about = record(vault, programme, Kind.PROGRAMME, EntityId(programme))
    device = record(vault, programme, Kind.DEVICE, EntityId(vault.identity.device))
    taken = [row.value for row in vault.current(entity_kind=Kind.VISIT, field="number") if isinstance(row.value, str)]
    return next_report_number(
        about.text("report_prefix") if about else "", year, (device.number("ordinal") or 0) if device else 0, taken
    )
