"""What Home shows: the visits, the days since each place was last visited, and what this person may do there."""

from __future__ import annotations

from dataclasses import dataclass

from monitor_app.actions.checklists import Checklist
from monitor_app.actions.facilities import Facility, facilities
from monitor_app.actions.open_response import responses
from monitor_app.actions.people import actor
from monitor_app.actions.records import record
from monitor_app.actions.visits import SinceLastVisit, VisitRow, since_last_visits, visits
from monitor_app.base import EntityId, SpaceId
from monitor_app.monitoring import Deed, Kind, VisitState, may
from monitor_app.vault import Vault

AIM_DAYS = 90
"""The aim where the programme has set none."""


@dataclass(frozen=True, slots=True)
class Home:
    """`rows` as `visits` gives them; `places`: the register; `pinned` names the checklists of the visits under way;
    `aim_days` is how often the programme means to visit a place; `may_plan`: this person may plan a visit."""

    rows: tuple[VisitRow, ...]
    places: tuple[Facility, ...]
    since: tuple[SinceLastVisit, ...]
    pinned: dict[SpaceId, tuple[Checklist, ...]]
    aim_days: int
    may_plan: bool


def home(vault: Vault) -> Home:
    """Everything Home needs, in one go."""
    programme = vault.identity.programme
    about = record(vault, programme, Kind.PROGRAMME, EntityId(programme))
    rows = visits(vault)
    under_way = [row.visit.space for row in rows if row.visit.state is VisitState.IN_PROGRESS]
    return Home(
        rows=rows,
        places=facilities(vault),
        since=since_last_visits(vault),
        pinned={space: tuple(form for _, form in responses(vault, space)) for space in under_way},
        aim_days=(about.number("visit_aim_days") if about else None) or AIM_DAYS,
        may_plan=may(actor(vault), Deed(Kind.TEAM, "role", founds_visit=True)),
    )
