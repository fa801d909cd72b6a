"""A question as its card shows it, computed from the filling. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from monitor_app import forms
from monitor_app.actions.open_response import Given
from monitor_app.base import Words
from monitor_app.monitoring import Judgement, Source, name_of
from monitor_app.ui.checklist.filling import Filling, generic
from monitor_app.ui.checklist.moments import typed_moment
from monitor_app.ui.parts.answer_field import AnswerView, FactKind
from monitor_app.ui.parts.chip import ChipView
from monitor_app.ui.parts.choice import Option
from monitor_app.ui.parts.judgement import JudgementView
from monitor_app.ui.parts.pill import PillView
from monitor_app.ui.parts.question_card import CardAction, QuestionView
from monitor_app.ui.parts.states import SaveView

_KINDS: dict[str, FactKind] = {
    "integer": "integer",
    "decimal": "decimal",
    "range": "decimal",
    "text": "text",
    "string": "text",
    "date": "date",
    "time": "time",
    "dateTime": "line",
    "datetime": "line",
    "select_one": "one",
    "select1": "one",
    "select_multiple": "many",
    "select": "many",
}


@dataclass(frozen=True, slots=True)
class Around:
    """What a card needs to know beside the filling. `beside`: questions this person now answers beside a colleague;
    `faults`: what was typed that cannot be kept; `notes`: notes on their way, which the vault does not hold yet."""

    words: Words
    open_path: str = ""
    guidance_open: frozenset[str] = frozenset()
    saved: Mapping[str, SaveView] = field(default_factory=dict)
    comments: Mapping[str, int] = field(default_factory=dict)
    beside: frozenset[str] = frozenset()
    faults: Mapping[str, str] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)
    today: datetime | None = None


def question_view(filling: Filling, path: str, around: Around) -> QuestionView:
    """The view of the question at a path."""
    words, live, language = around.words, filling.live, filling.language
    question = filling.question(path)
    number = filling.number(path)
    state = filling.state(path)
    is_open = path == around.open_path
    writable = filling.may_write() and not live.readonly(path)
    beside = path in around.beside
    text = live.label(path, language) or question.name
    return QuestionView(
        path=path,
        number=number,
        text=text,
        answer=_answer(filling, question, path, number, words, hidden=beside),
        hint=_hint(filling, question, path, around),
        guidance=guidance_lines(live.guidance(path, language)) if is_judgement(question) else (),
        guidance_open=generic(path) in around.guidance_open,
        note=None if question.role == "text" or "[" in path else _note(filling, path, around),
        sources=_sources(filling, question, path, words),
        pills=_pills(filling, question, path, around),
        actions=_actions(filling, path, around),
        fault=_fault(filling, path, around),
        saved=_saved(state.values, state.notes, path, around),
        spoken=_spoken(filling, path, number, around),
        open=is_open,
        writable=writable,
    )


def guidance_lines(text: str) -> tuple[str, ...]:
    """The indicators of a guidance, parted by middle dots or lines."""
    parts = [part.strip() for line in text.splitlines() for part in line.split(" · ")]
    return tuple(part for part in parts if part)


def is_judgement(question: forms.Question) -> bool:
    """Whether it is answered on the scale of five."""
    names = {choice.name for choice in question.choices}
    return question.role == "judgement" and names <= set(Judgement) and bool(names)


def colleague(filling: Filling, path: str) -> Given | None:
    """The colleague who alone answered a question, None where this person did, nobody, or several."""
    values = filling.state(path).values
    given = values[0] if len(values) == 1 and values[0].text else None
    return given if given is not None and given.author != filling.work.own else None


def said(filling: Filling, question: forms.Question, value: str, words: Words) -> str:
    """An answer in words: labels of choices, a day as it is read."""
    form = filling.definition
    if question.choices:
        labels = {
            choice.name: choice.label.text(form.language(filling.language), form.default_language)
            for choice in question.choices
        }
        return ", ".join(labels.get(name, name) for name in value.split())
    if question.type == "date":
        try:
            return words.day(datetime.fromisoformat(value).date())
        except ValueError:
            return value
    return typed_moment(value, filling.zone) if question.type == "dateTime" else value


def _answer(
    filling: Filling, question: forms.Question, path: str, number: str, words: Words, *, hidden: bool
) -> JudgementView | AnswerView | None:
    value = "" if hidden else filling.value(path)
    if is_judgement(question):
        return JudgementView(number, value)
    kind = _KINDS.get(question.type)
    if kind is None:
        return None
    form = filling.definition
    language = form.language(filling.language)
    options: tuple[Option, ...] = ()
    if kind in ("one", "many"):
        options = tuple(
            Option(choice.name, choice.label.text(language, form.default_language) or choice.name)
            for choice in filling.live.options(path)
        )
    hint = ""
    if question.type in ("dateTime", "datetime"):
        value, hint = typed_moment(value, filling.zone), words("2026-11-18 14:30")
    elif kind == "time":
        value, hint = value[:5], words("14:30")
    return AnswerView(number, kind, value, options, hint=hint)


def _hint(filling: Filling, question: forms.Question, path: str, around: Around) -> str:
    words = around.words
    lines = [filling.live.hint(path, filling.language)]
    if path == around.open_path and not is_judgement(question):
        lines.append(filling.live.guidance(path, filling.language))
    if _KINDS.get(question.type) is None:
        lines.append(words("This kind of question cannot be answered in this version of the app."))
    if path in around.beside:
        lines.append(words("Your answer is kept beside the one that stands."))
    if path == around.open_path and not filling.state(path).unsettled:
        lines += _asked_for(filling, question, path, around)
    return "\n".join(line for line in lines if line)


def _asked_for(filling: Filling, question: forms.Question, path: str, around: Around) -> list[str]:
    """What the answer calls for and is not there yet."""
    words, value, state = around.words, filling.value(path), filling.state(path)
    lines = []
    for rule in question.evidence:
        if value not in rule.answers:
            continue
        if rule.kind == "note_if" and not _note(filling, path, around):
            lines.append(words("Say in the note what shows this."))
        elif rule.kind == "source_if" and not state.sources:
            lines.append(words("Tick where this comes from."))
    return lines


def _note(filling: Filling, path: str, around: Around) -> str:
    notes = filling.state(path).notes
    return around.notes.get(path, notes[0].text if notes else "")


def _sources(filling: Filling, question: forms.Question, path: str, words: Words) -> tuple[ChipView, ...]:
    if question.role == "text" or "[" in path:
        return ()
    ticked = filling.state(path).sources
    return tuple(ChipView(source.value, words(name_of(source)), source in ticked) for source in Source)


def _pills(filling: Filling, question: forms.Question, path: str, around: Around) -> tuple[PillView, ...]:
    words = around.words
    pills = []
    if question.key:
        pills.append(PillView(words("Key question"), "na"))
    elif filling.live.required(path) and not filling.value(path):
        pills.append(PillView(words("Required"), "na"))
    other = colleague(filling, path)
    if other is not None:
        pills.append(PillView(f"{other.label}, {words.time(other.at, filling.zone)}", "na", "users"))
    count = around.comments.get(path, 0)
    if count:
        pills.append(PillView(words.n("{n} comment", "{n} comments", count), "primary", "chat-text"))
    return tuple(pills)


def _actions(filling: Filling, path: str, around: Around) -> tuple[CardAction, ...]:
    words = around.words
    if not filling.may_write():
        return ()
    actions = [
        CardAction("comment", words("Comment"), "chat-text"),
        CardAction("finding", words("Make finding"), "flag"),
    ]
    if path in around.beside:
        actions.append(CardAction("not_too", words("Do not answer too"), "x"))
    elif colleague(filling, path) is not None:
        actions.append(CardAction("too", words("Answer too"), "users"))
    return tuple(actions)


def _fault(filling: Filling, path: str, around: Around) -> str:
    typed = around.faults.get(path)
    if typed:
        return typed
    found = filling.live.violation(path, filling.language)
    return around.words(found) if found else ""


def _saved(values: tuple[Given, ...], notes: tuple[Given, ...], path: str, around: Around) -> SaveView:
    if path in around.saved:
        return around.saved[path]
    at = max((given.at for given in (*values, *notes)), default=None)
    if at is None or around.today is None or at.astimezone().date() != around.today.astimezone().date():
        return SaveView("nothing")
    return SaveView("saved", at)


def _spoken(filling: Filling, path: str, number: str, around: Around) -> str:
    words = around.words
    section = filling.section_of(path)
    name = filling.live.label(section, filling.language) if section else ""
    answered = words("answered") if filling.value(path) else words("not answered")
    parts = [words("Question {number}", number=number), name, answered]
    count = around.comments.get(path, 0)
    if count:
        parts.append(words.n("{n} comment", "{n} comments", count))
    return ", ".join(part for part in parts if part)
