"""What stands at the right of a question: provisions, comments, the last visit's answer, what was written before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import tzinfo

from monitor_app import forms
from monitor_app.actions.answer_history import Written
from monitor_app.actions.comment import Comment
from monitor_app.actions.last_answers import LastAnswer
from monitor_app.base import EntityId, Words
from monitor_app.monitoring import Visit
from monitor_app.standards import Library
from monitor_app.ui.checklist.card_view import said
from monitor_app.ui.checklist.filling import Filling
from monitor_app.ui.look import JUDGED
from monitor_app.ui.parts.pill import PillView, judgement_pill


@dataclass(frozen=True, slots=True)
class ProvisionView:
    """A provision a question rests on. `sure`: its text was read; `french`: what to know about the French wording."""

    key: str
    badge: PillView
    title: str
    paraphrase: str
    standing: str
    sure: bool
    french: str


@dataclass(frozen=True, slots=True)
class LastView:
    """What the last visit to the place answered; without an answer only `title` says so."""

    title: str
    pill: PillView | None
    fact: str
    note: str


@dataclass(frozen=True, slots=True)
class PastView:
    """One thing written before: `head` says who and when, `text` what; `written` words are veiled."""

    head: str
    text: str
    written: bool


@dataclass(frozen=True, slots=True)
class CommentView:
    """A comment of a colleague, or one's own."""

    id: EntityId
    head: str
    text: str
    resolved: bool


@dataclass(frozen=True, slots=True)
class BesideView:
    """All of it for one question; `number` "" where no question is open."""

    path: str
    number: str
    provisions: tuple[ProvisionView, ...] = ()
    last: LastView | None = None
    comments: tuple[CommentView, ...] = ()
    past: tuple[PastView, ...] = ()


def provision_views(library: Library, keys: Sequence[str], words: Words) -> tuple[ProvisionView, ...]:
    """The provisions in the order the checklist names them; a key this library does not know is shown as it is."""
    return tuple(_provision(library, key, words) for key in keys)


def _provision(library: Library, key: str, words: Words) -> ProvisionView:
    found = library.find(key)
    if found is None:
        text = words("This provision is not in the library of this laptop.")
        return ProvisionView(key, PillView(words("Not in the library"), "na"), key, text, "", False, "")
    if library.instruments[found.instrument].scope == "domestic":
        badge = PillView(words("Domestic"), "primary", "map-pin")
    else:
        badge = PillView(words("International"), "indigo", "globe-simple")
    return ProvisionView(
        key=key,
        badge=badge,
        title=library.cite(key, words.language),
        paraphrase=found.wording(words.language),
        standing=found.say_standing(words),
        sure=found.confirmed,
        french=found.say_french(words) if words.language == "fr" else "",
    )


def last_view(last: Visit | None, answer: LastAnswer | None, said: str, words: Words) -> LastView | None:
    """The last visit's answer; `said` is a fact's value in words. None where there was no last visit."""
    if last is None:
        return None
    day = last.last_day or last.first_day
    title = words("Last visit, {day}", day=words.day(day)) if day else words("Last visit")
    if answer is None:
        return LastView(title, None, words("This question was not answered."), "")
    pill = pill_of(answer.value, words)
    return LastView(title, pill, "" if pill else said, answer.note)


def past_views(
    past: Sequence[Written], filling: Filling, question: forms.Question, words: Words
) -> tuple[PastView, ...]:
    """What was written before, the latest first, in the time of the facility."""
    return tuple(_past(one, filling, question, words) for one in past)


def _past(one: Written, filling: Filling, question: forms.Question, words: Words) -> PastView:
    at = words.moment(one.at, filling.zone)
    head = f"{one.label}, {at}" if one.label else at
    if not one.text:
        return PastView(head, words("Note cleared") if one.part == "note" else words("Answer cleared"), False)
    if one.part == "note":
        return PastView(head, one.text, True)
    return PastView(head, said(filling, question, one.text, words), not question.choices)


def comment_views(comments: Sequence[Comment], where: tzinfo, words: Words) -> tuple[CommentView, ...]:
    """Comments as they are read, open ones first."""
    found = [
        CommentView(c.id, f"{c.label}, {words.moment(c.at, where)}", c.text, c.resolved) for c in comments if c.text
    ]
    return tuple(sorted(found, key=lambda view: view.resolved))


def pill_of(value: str, words: Words) -> PillView | None:
    """The pill of a judgement, None for any other answer."""
    judged = next((key for key in JUDGED if key == value), None)
    return judgement_pill(words, judged) if judged else None
