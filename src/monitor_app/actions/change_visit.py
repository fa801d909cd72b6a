"""Change a visit's plan: its outcome, days, languages, objectives and team; begin it, hand it to review."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from monitor_app.actions.people import actor, team_entity
from monitor_app.actions.plan_visit import TeamChoice
from monitor_app.actions.records import records
from monitor_app.actions.share_space import share_space
from monitor_app.actions.write import put
from monitor_app.base import Canonical, EntityId, MemberId, Problem, Randomness, SpaceId
from monitor_app.base.problems import work as problems
from monitor_app.monitoring import Deed, Kind, Outcome, between, may
from monitor_app.vault import Changes, Vault, Write

FIELDS = frozenset(
    {"kind", "announced", "language", "carried_in", "addressees", "hours_on_site", "facility", "in_review", "begun"}
)


def change_visit(vault: Vault, space: SpaceId, values: Mapping[str, Canonical]) -> Changes:
    """Changes fields of the plan (names in FIELDS). Raises Problem work.not-allowed; ValueError for another field."""
    if not set(values) <= FIELDS:
        raise ValueError("not a field of a visit's plan")
    return put(vault, space, Kind.VISIT, EntityId(space), values, decides=True)


def change_days(vault: Vault, space: SpaceId, first: date, last: date) -> Changes:
    """Moves the visit. Raises Problem work.days-wrong."""
    if last < first:
        raise Problem(problems.DAYS_WRONG)
    values: dict[str, Canonical] = {"first_day": first.isoformat(), "last_day": last.isoformat()}
    return put(vault, space, Kind.VISIT, EntityId(space), values, decides=True)


def set_outcome(vault: Vault, space: SpaceId, outcome: Outcome, reason: str = "", by_whom: str = "") -> Changes:
    """Says what became of the visit. Anything but carried out needs a reason: Problem work.reason-needed."""
    if outcome is not Outcome.CARRIED_OUT and not reason.strip():
        raise Problem(problems.REASON_NEEDED)
    values: dict[str, Canonical] = {
        "outcome": outcome.value,
        "outcome_reason": reason.strip(),
        "outcome_by": by_whom.strip(),
    }
    return put(vault, space, Kind.VISIT, EntityId(space), values, decides=True)


def add_objective(vault: Vault, space: SpaceId, text: str, randomness: Randomness) -> EntityId:
    """Adds an objective at the end."""
    last = max((r.text("order") for r in records(vault, space, Kind.OBJECTIVE)), default="")
    entity = EntityId(randomness(16))
    put(vault, space, Kind.OBJECTIVE, entity, {"text": text, "order": between(last, "")})
    return entity


def change_objective(vault: Vault, space: SpaceId, entity: EntityId, values: Mapping[str, Canonical]) -> Changes:
    """Changes `text`, `done` or `deleted` of an objective."""
    return put(vault, space, Kind.OBJECTIVE, entity, values, decides=True)


def place_in_team(vault: Vault, space: SpaceId, choice: TeamChoice) -> Changes:
    """Adds a member to the visit's team or changes their role and languages."""
    values: dict[str, Canonical] = {
        "visit": space,
        "member": choice.member,
        "role": choice.role.value,
        "languages": list(choice.languages),
        "left": False,
    }
    changes = _team(vault, space, choice.member, values)
    share_space(vault, space)
    return changes


def take_from_team(vault: Vault, space: SpaceId, member: MemberId) -> Changes:
    """Takes a member out of the team. What they wrote stays."""
    return _team(vault, space, member, {"left": True})


def _team(vault: Vault, space: SpaceId, member: MemberId, values: Mapping[str, Canonical]) -> Changes:
    asking = actor(vault, space)
    if not all(may(asking, Deed(Kind.TEAM, name)) for name in values):
        raise Problem(problems.NOT_ALLOWED)
    entity = team_entity(space, member)
    programme = vault.identity.programme
    return vault.append([Write(programme, Kind.TEAM, entity, name, value) for name, value in values.items()])
