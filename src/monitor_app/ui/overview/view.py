"""What the Overview of a visit says, computed from what the vault knows. Pure: no widget, no vault."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from monitor_app.actions.objectives import Objective
from monitor_app.actions.overview import Overview
from monitor_app.actions.people import TeamPlace
from monitor_app.actions.spoken_languages import language_name, languages_said
from monitor_app.base import MemberId, SpaceId, Words
from monitor_app.monitoring import Outcome, VisitRole, VisitState, name_of
from monitor_app.ui.overview.briefing import BriefingView, briefing_view
from monitor_app.ui.overview.figures import SnapshotView, snapshot_view
from monitor_app.ui.parts import Member, MessageView, PillView
from monitor_app.ui.visits.view import day_of_visit, place_name, state_pill, visit_line

Step = Literal["begin", "review", "work", "report", "reopen", "outcome", "change"]
"""What a person can do with the visit as a whole."""


_OPEN = (VisitState.PLANNED, VisitState.IN_PROGRESS)


@dataclass(frozen=True, slots=True)
class StepView:
    """A button: its deed, its word, its icon; `primary`: the next step of the work."""

    step: Step
    text: str
    icon: str
    primary: bool = False


@dataclass(frozen=True, slots=True)
class TeamRowView:
    """A member of the team."""

    id: MemberId
    member: Member
    name: str
    languages: str


@dataclass(frozen=True, slots=True)
class OverviewView:
    """The page. `facts` are (label, value) of the plan."""

    space: SpaceId
    place: str
    line: str
    when: str
    pills: tuple[PillView, ...]
    banner: MessageView | None
    steps: tuple[StepView, ...]
    facts: tuple[tuple[str, str], ...]
    snapshot: SnapshotView | None
    may_fill: bool
    team: tuple[TeamRowView, ...]
    objectives: tuple[Objective, ...]
    may_change: bool
    briefing: BriefingView
    carried_in: str


def overview_view(found: Overview, words: Words) -> OverviewView:
    """The page of a visit."""
    visit = found.row.visit
    when = day_of_visit(visit.first_day, visit.last_day, words, found.today)
    return OverviewView(
        space=visit.space,
        place=place_name(found.row, words),
        line=visit_line(found.row, words),
        when=when if visit.state is VisitState.IN_PROGRESS else "",
        pills=_pills(found, words),
        banner=banner(found, words),
        steps=steps(found, words),
        facts=_facts(found, words),
        snapshot=snapshot_view(found.forms, words) if visit.took_place else None,
        may_fill=visit.state in _OPEN,
        team=tuple(_team_row(place, words) for place in found.row.team),
        objectives=found.objectives,
        may_change=found.may_lead and visit.state in _OPEN,
        briefing=briefing_view(found.briefing, words),
        carried_in=visit.carried_in,
    )


def banner(found: Overview, words: Words) -> MessageView | None:
    """What most needs to be said first: entries after signing, else an outcome that is not the usual."""
    visit, after = found.row.visit, found.row.changes_after_signing
    if visit.state is VisitState.SIGNED and after:
        said = words.n(
            "{n} change came after version {version}",
            "{n} changes came after version {version}",
            after,
            version=visit.version,
        )
        line = words("The signed report stays as it is. Reopen it to make a new version with what came after.")
        actions = (("reopen", words("Reopen the report")),) if found.may_lead else ()
        return MessageView(said, line, "look", actions)
    if visit.outcome is Outcome.CARRIED_OUT:
        return None
    who = words("By {who}.", who=visit.outcome_by) if visit.outcome_by else ""
    line = " ".join(part for part in (visit.outcome_reason, who) if part)
    return MessageView(words(name_of(visit.outcome)), line, "stop" if visit.outcome is Outcome.REFUSED else "look")


def steps(found: Overview, words: Words) -> tuple[StepView, ...]:
    """What can be done now, the next step of the work first."""
    outcome = StepView("outcome", words("What became of the visit"), "flag")
    change = StepView("change", words("Change the plan"), "pencil-simple")
    open_report = StepView("report", words("Open the report"), "file-text", primary=True)
    match found.row.visit.state:
        case VisitState.PLANNED:
            begin = StepView("begin", words("Begin the visit"), "arrow-right", primary=True)
            first = (begin,) if found.may_begin and found.row.visit.took_place else ()
            report = () if found.row.visit.took_place else (open_report,)
            return (*first, *report, *((change, outcome) if found.may_lead else ()))
        case VisitState.IN_PROGRESS:
            if not found.may_lead:
                return ()
            return (StepView("review", words("Hand to review"), "chats", primary=True), change, outcome)
        case VisitState.IN_REVIEW:
            back = StepView("work", words("Back to work"), "arrow-u-up-left")
            return (open_report, *((back, outcome) if found.may_lead else ()))
        case _:
            reopen = StepView("reopen", words("Reopen the report"), "arrow-u-up-left")
            said_above = found.row.changes_after_signing > 0
            return (open_report, *((reopen,) if found.may_lead and not said_above else ()))


def _pills(found: Overview, words: Words) -> tuple[PillView, ...]:
    row = found.row
    pills = [state_pill(row.visit.state, words)]
    if row.visit.version:
        pills.append(PillView(words("Report v{version}", version=row.visit.version), "met", "file-text"))
    if row.conflicts:
        said = words.n("{n} answer given twice", "{n} answers given twice", row.conflicts)
        pills.append(PillView(said, "plum", "git-pull-request"))
    if row.open_comments:
        said = words.n("{n} comment to read", "{n} comments to read", row.open_comments)
        pills.append(PillView(said, "primary", "chat-text"))
    return tuple(pills)


def _facts(found: Overview, words: Words) -> tuple[tuple[str, str], ...]:
    visit, place = found.row.visit, found.row.facility
    checklists = "\n".join(
        words("{title}, version {version}", title=form.checklist.title(words.language), version=form.checklist.version)
        for form in found.forms
    )
    hours = words.n("{n} hour", "{n} hours", visit.hours_on_site) if visit.hours_on_site else ""
    town = ", ".join(part for part in (place.city, place.province) if part)
    facts = (
        (words("Report number"), visit.number),
        (words("Place"), town),
        (words("Times are read in"), place.time_zone),
        (words("Checklists, fixed for this visit"), checklists),
        (words("Language of the report"), language_name(visit.language, words)),
        (words("Goes to"), visit.addressees),
        (words("Time on site"), hours),
    )
    return tuple((label, value) for label, value in facts if value)


def _team_row(place: TeamPlace, words: Words) -> TeamRowView:
    member = place.member
    lead = place.role is VisitRole.LEAD
    languages = place.languages or member.languages
    return TeamRowView(
        member.id,
        Member(member.order, member.initial, member.label),
        words("{name}, team lead", name=member.label) if lead else member.label,
        languages_said(languages, words),
    )
