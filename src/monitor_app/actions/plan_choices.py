"""What there is to choose from when a visit is planned."""

from __future__ import annotations

from dataclasses import dataclass

from monitor_app.actions.checklists import Checklist, latest_checklists
from monitor_app.actions.facilities import Facility, facilities
from monitor_app.actions.people import Member, actor, me, members
from monitor_app.monitoring import Deed, Kind, may
from monitor_app.vault import Vault


@dataclass(frozen=True, slots=True)
class PlanChoices:
    """`facilities` without closed ones; `checklists` at their latest versions; `me` leads what is planned here."""

    facilities: tuple[Facility, ...]
    checklists: tuple[Checklist, ...]
    members: tuple[Member, ...]
    me: Member
    may_plan: bool
    may_add_facility: bool


def plan_choices(vault: Vault) -> PlanChoices:
    """Everything the page needs, in one go."""
    asking = actor(vault)
    return PlanChoices(
        facilities=tuple(place for place in facilities(vault) if not place.closed),
        checklists=latest_checklists(vault),
        members=tuple(members(vault).values()),
        me=me(vault).member,
        may_plan=may(asking, Deed(Kind.TEAM, "role", founds_visit=True)),
        may_add_facility=may(asking, Deed(Kind.FACILITY, "name.en")),
    )
