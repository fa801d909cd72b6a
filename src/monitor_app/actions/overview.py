"""What a visit's Overview shows: the plan, the figures, the team, the objectives, the briefing, and what one may do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from monitor_app.actions.facilities import facility
from monitor_app.actions.filled_form import FilledForm, filled_forms
from monitor_app.actions.finding import findings
from monitor_app.actions.objectives import Objective, objectives
from monitor_app.actions.people import Member, actor, members
from monitor_app.actions.records import records
from monitor_app.actions.visits import VisitRow, changes_after, earlier_visits, latest_report, visit_row
from monitor_app.base import Language, SpaceId, from_ms, zone
from monitor_app.monitoring import Deed, Finding, Kind, SignedReport, Visit, may
from monitor_app.vault import Vault


@dataclass(frozen=True, slots=True)
class Briefing:
    """What is known from before. `last` is the last visit that took place; `report` the last signed one, with the day
    it was signed (in the facility's zone), the visit it is of, and that visit's findings as they stand now;
    `after` counts the changes that came after it was signed. `days` since `last`, None for a first visit."""

    last: Visit | None
    days: int | None
    reported: Visit | None
    report: SignedReport | None
    signed_on: date | None
    findings: tuple[Finding, ...]
    after: int


@dataclass(frozen=True, slots=True)
class Overview:
    """One visit. `today` is the day at the facility; `others` are members who are not in the team."""

    row: VisitRow
    forms: tuple[FilledForm, ...]
    objectives: tuple[Objective, ...]
    briefing: Briefing
    today: date
    others: tuple[Member, ...]
    may_lead: bool
    may_begin: bool


def overview(vault: Vault, space: SpaceId, language: Language) -> Overview:
    """The Overview of a visit, labels of figures in `language`. Raises Problem work.not-there."""
    row = visit_row(vault, space)
    asking = actor(vault, space)
    in_team = {place.member.id for place in row.team}
    today = vault.clock.now().astimezone(zone(row.facility.time_zone)).date()
    return Overview(
        row=row,
        forms=filled_forms(vault, space, language),
        objectives=objectives(vault, space),
        briefing=briefing(vault, row.visit, today),
        today=today,
        others=tuple(member for member in members(vault).values() if member.id not in in_team),
        may_lead=may(asking, Deed(Kind.VISIT, "in_review")),
        may_begin=may(asking, Deed(Kind.VISIT, "begun")),
    )


def briefing(vault: Vault, visit: Visit, today: date) -> Briefing:
    """The briefing of a visit: counted to its first day where that lies ahead, else to today."""
    earlier = earlier_visits(vault, visit)
    last = earlier[0] if earlier else None
    until = max(visit.first_day or today, today) if visit.version == 0 else visit.first_day or today
    days = (until - last.last_day).days if last and last.last_day else None
    for one in earlier:
        report = latest_report(records(vault, one.space, Kind.REPORT))
        if report is not None:
            return Briefing(
                last=last,
                days=days,
                reported=one,
                report=report,
                signed_on=from_ms(report.at_ms).astimezone(zone(facility(vault, visit.facility).time_zone)).date(),
                findings=findings(vault, one.space),
                after=changes_after(vault, one.space, report),
            )
    return Briefing(last, days, None, None, None, (), 0)
