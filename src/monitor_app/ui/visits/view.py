"""What Home says, computed from what the vault knows. Pure: no widget, no vault."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from monitor_app.actions.home import Home
from monitor_app.actions.people import TeamPlace
from monitor_app.actions.visits import VisitRow
from monitor_app.base import SpaceId, Words, zone
from monitor_app.monitoring import Outcome, VisitState, name_of
from monitor_app.ui.look import Tone
from monitor_app.ui.parts.avatar import Member
from monitor_app.ui.parts.pill import PillView
from monitor_app.ui.parts.visit_rows import VisitRow as Row

EVERY = "all"
"""The key of the filter that leaves nothing out; the others are the values of VisitState."""

_STATES: dict[VisitState, tuple[Tone, str]] = {
    VisitState.PLANNED: ("indigo", "calendar-blank"),
    VisitState.IN_PROGRESS: ("primary", "pencil-simple-line"),
    VisitState.IN_REVIEW: ("partly", "chats"),
    VisitState.SIGNED: ("met", "shield-check"),
}


@dataclass(frozen=True, slots=True)
class NoteView:
    """A line that asks for attention; without text where none is needed."""

    text: str
    icon: str
    tone: Tone


NOTHING_TO_SAY = NoteView("", "", "na")


@dataclass(frozen=True, slots=True)
class HeroView:
    """The visit under way."""

    space: SpaceId
    pills: tuple[PillView, ...]
    when: str
    place: str
    line: str
    progress: str
    done: int
    whole: int
    team: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class FilterView:
    """A filter chip: its key, its word with the count."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class VisitsView:
    """Home. `rows` are those of the chosen filter; `any` says whether there is a visit at all."""

    hero: HeroView | None
    filters: tuple[FilterView, ...]
    chosen: str
    rows: tuple[Row, ...]
    any: bool
    may_plan: bool


def visits_view(home: Home, words: Words, today: date, chosen: str = EVERY) -> VisitsView:
    """Home with a filter chosen. `today` is a day in this laptop's zone, precise enough for "Day 1 of 2"."""
    under_way = hero_row(home.rows)
    shown = [
        row
        for row in home.rows
        if (chosen == EVERY and row is not under_way) or (chosen != EVERY and row.visit.state.value == chosen)
    ]
    return VisitsView(
        hero=_hero(under_way, home, words, today) if under_way else None,
        filters=_filters(home.rows, words),
        chosen=chosen,
        rows=tuple(row_view(row, words) for row in shown),
        any=bool(home.rows),
        may_plan=home.may_plan,
    )


def hero_row(rows: Sequence[VisitRow]) -> VisitRow | None:
    """The visit under way that stands out: the one that began last."""
    under_way = [row for row in rows if row.visit.state is VisitState.IN_PROGRESS]
    return max(under_way, key=lambda row: row.visit.first_day or date.min, default=None)


def row_view(row: VisitRow, words: Words) -> Row:
    """One visit as a row of the list."""
    visit = row.visit
    note = note_view(row, words)
    answered, asked = row.progress.answered, row.progress.asked
    begun = answered > 0 or visit.state is not VisitState.PLANNED
    report = None
    if visit.state is VisitState.SIGNED:
        signed_on = words.day(row.signed_at.astimezone(zone(row.facility.time_zone)).date()) if row.signed_at else ""
        report = (words("Report v{version}", version=visit.version), signed_on)
    return Row(
        key=visit.space.hex(),
        state=state_pill(visit.state, words),
        place=place_name(row, words),
        line=visit_line(row, words),
        team=avatars(row.team),
        progress=None if report else (answered, asked),
        progress_text=words("{done} of {whole}", done=answered, whole=asked) if begun else words("Not begun"),
        report=report,
        note=note.text,
        note_icon=note.icon,
        note_tone=note.tone,
    )


def place_name(row: VisitRow, words: Words) -> str:
    """The name of the visit's facility, or a word for one whose record has not arrived."""
    return row.facility.name(words.language) or words("Place not known yet")


def visit_line(row: VisitRow, words: Words, *, days: bool = True) -> str:
    """Kind, days, announced or not, and what became of it where that is not the usual."""
    visit = row.visit
    parts = [words(name_of(visit.kind))]
    if days and visit.first_day and visit.last_day:
        parts.append(words.days(visit.first_day, visit.last_day))
    parts.append(words("announced") if visit.announced else words("unannounced"))
    if visit.outcome is not Outcome.CARRIED_OUT:
        parts.append(words(name_of(visit.outcome)))
    return " · ".join(part.replace(" ", "\u00a0") for part in parts)


def state_pill(state: VisitState, words: Words) -> PillView:
    """The pill of a visit's state: icon, word, colour."""
    tone, icon = _STATES[state]
    return PillView(words(name_of(state)), tone, icon)


def avatars(team: Sequence[TeamPlace]) -> tuple[Member, ...]:
    """The discs of a team."""
    return tuple(Member(place.member.order, place.member.initial, place.member.label) for place in team)


def note_view(row: VisitRow, words: Words) -> NoteView:
    """What most needs a look: answers given twice, changes after signing, comments."""
    if row.conflicts:
        said = words.n("{n} answer given twice", "{n} answers given twice", row.conflicts)
        return NoteView(said, "git-pull-request", "plum")
    if row.visit.state is VisitState.SIGNED and row.changes_after_signing:
        said = words.n(
            "{n} change after version {version}",
            "{n} changes after version {version}",
            row.changes_after_signing,
            version=row.visit.version,
        )
        return NoteView(said, "git-diff", "partly")
    if row.open_comments:
        return NoteView(
            words.n("{n} comment to read", "{n} comments to read", row.open_comments), "chat-text", "primary"
        )
    return NOTHING_TO_SAY


def _hero(row: VisitRow, home: Home, words: Words, today: date) -> HeroView:
    visit = row.visit
    pills = [state_pill(visit.state, words)]
    if row.conflicts:
        said = words.n("{n} answer given twice", "{n} answers given twice", row.conflicts)
        pills.append(PillView(said, "plum", "git-pull-request"))
    if row.open_comments:
        said = words.n("{n} comment to read", "{n} comments to read", row.open_comments)
        pills.append(PillView(said, "primary", "chat-text"))
    forms = home.pinned.get(visit.space, ())
    line = " · ".join([visit_line(row, words), *([_version(forms[0].version, words)] if len(forms) == 1 else [])])
    progress = words("{done} of {whole} answered", done=row.progress.answered, whole=row.progress.asked)
    return HeroView(
        space=visit.space,
        pills=tuple(pills),
        when=day_of_visit(visit.first_day, visit.last_day, words, today),
        place=place_name(row, words),
        line=line,
        progress=progress,
        done=row.progress.answered,
        whole=row.progress.asked,
        team=avatars(row.team),
    )


def day_of_visit(first: date | None, last: date | None, words: Words, today: date) -> str:
    """Day 1 of 2; "" before and after."""
    if first is None or last is None or not first <= today <= last:
        return ""
    return words("Day {day} of {days}", day=(today - first).days + 1, days=(last - first).days + 1)


def _version(version: str, words: Words) -> str:
    return words("checklist version {version}", version=version)


def _filters(rows: Sequence[VisitRow], words: Words) -> tuple[FilterView, ...]:
    counts = {state: sum(1 for row in rows if row.visit.state is state) for state in VisitState}
    every = FilterView(EVERY, words("All {n}", n=words.number(len(rows))))
    return (every, *(FilterView(s.value, f"{words(name_of(s))} {words.number(counts[s])}") for s in VisitState))
