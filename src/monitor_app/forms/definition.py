"""A form definition: what is asked, in what words and by which rules. Immutable; read once, shared by all responses.

Paths here are generic: `/data/areas/kind` names the question in every row of the repeat `areas`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from monitor_app.forms.formulas import Formula
from monitor_app.forms.logic import Logic
from monitor_app.forms.model import ModelNode
from monitor_app.forms.wording import SILENT, Wording, language_named
from monitor_app.forms.xpath import Node

JUDGEMENT = "judgement"
"""The role of questions that are judged against a standard."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to choose. `name` is stored."""

    name: str
    label: Wording


@dataclass(frozen=True, slots=True)
class Itemset:
    """Choices computed from a list. `everything` is the list without its filter; `value` and `label` name child
    elements; `translated` says that `label` holds the key of a text.
    """

    nodes: Formula
    everything: Formula
    value: str
    label: str
    translated: bool


@dataclass(frozen=True, slots=True)
class EvidenceRule:
    """What an answer calls for: `kind` is note_if or source_if, `answers` the choice names."""

    kind: str
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """One field. `type` is the XLSForm word (integer, select_one, text, note, calculate...); `control` the XForms
    element, '' where nothing is shown. `choices` is the whole list, also where a filter shows fewer (`itemset`).
    `default` is the static one. `extra` holds our extension columns by name.
    """

    path: str
    name: str
    type: str
    control: str = ""
    label: Wording = SILENT
    hint: Wording = SILENT
    guidance: Wording = SILENT
    choices: tuple[Choice, ...] = ()
    itemset: Itemset | None = None
    appearance: str = ""
    parameters: Mapping[str, str] = field(default_factory=dict)
    relevant: Formula | None = None
    required: Formula | None = None
    readonly: Formula | None = None
    constraint: Formula | None = None
    calculate: Formula | None = None
    constraint_message: Wording = SILENT
    required_message: Wording = SILENT
    default: str = ""
    extra: Mapping[str, str] = field(default_factory=dict)

    @property
    def role(self) -> str:
        """judgement, fact, note or text; '' where the sheet names none."""
        return self.extra.get("role", "")

    @property
    def topic(self) -> str:
        return self.extra.get("topic", "")

    @property
    def provisions(self) -> tuple[str, ...]:
        """References such as `mandela:30`."""
        return tuple(self.extra.get("provisions", "").split())

    @property
    def key(self) -> bool:
        """Whether it is a key question."""
        return self.extra.get("key", "").lower() in ("yes", "true", "1")

    @property
    def evidence(self) -> tuple[EvidenceRule, ...]:
        """`note_if:not_met,partly source_if:not_met` as rules."""
        rules = []
        for word in self.extra.get("evidence", "").split():
            kind, _, answers = word.partition(":")
            rules.append(EvidenceRule(kind, tuple(part for part in answers.split(",") if part)))
        return tuple(rules)


@dataclass(frozen=True, slots=True)
class Group:
    """Questions shown together. A group without a place in the model has the path of its parent."""

    path: str
    name: str
    label: Wording
    appearance: str
    children: tuple[Item, ...]
    relevant: Formula | None = None
    extra: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Repeat:
    """Questions asked once per row. `count` is the formula of a form that decides on the rows itself; `fixed` says
    that a person may not add or remove rows.
    """

    path: str
    name: str
    label: Wording
    appearance: str
    children: tuple[Item, ...]
    count: Formula | None = None
    fixed: bool = False
    first_rows: int = 0
    relevant: Formula | None = None
    extra: Mapping[str, str] = field(default_factory=dict)


Item = Question | Group | Repeat


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a checklist: a group or repeat at the top of the form, or what stands there without one (path '/data').
    `number` counts from 1.
    """

    path: str
    name: str
    number: int
    label: Wording
    children: tuple[Item, ...]
    extra: Mapping[str, str] = field(default_factory=dict)

    @property
    def theme(self) -> str:
        return self.extra.get("theme", "")

    @property
    def field(self) -> str:
        """The programme's field: treatment, conditions, legal or family."""
        return self.extra.get("field", "")

    def questions(self) -> Iterator[Question]:
        """All questions shown in it, in order, those of repeats included."""
        yield from _questions(self.children)


@dataclass(frozen=True, slots=True)
class SetValue:
    """A value written once, at an event: `odk-instance-first-load`, `odk-new-repeat` or `xforms-value-changed` (then of
    `trigger`). Without a formula the value is `text`.
    """

    target: str
    events: tuple[str, ...]
    formula: Formula | None
    text: str
    trigger: str = ""


@dataclass(frozen=True, slots=True)
class Definition:
    """A whole form. `source_hash` is the SHA-256 of the file it was authored in and pins it; `items` finds any
    question, group or repeat by generic path; `lists` are the choice lists by id; `texts` all wordings by key.
    """

    form_id: str
    version: str
    title: Wording
    languages: tuple[str, ...]
    default_language: str
    source_hash: bytes
    model: ModelNode
    sections: tuple[Section, ...]
    items: Mapping[str, Item]
    lists: Mapping[str, Node]
    texts: Mapping[str, Wording]
    set_values: tuple[SetValue, ...]
    logic: Logic

    def question(self, path: str) -> Question:
        """The question at a generic path. Raises KeyError for any other path."""
        item = self.items[path]
        if not isinstance(item, Question):
            raise KeyError(path)
        return item

    def questions(self) -> Iterator[Question]:
        """All questions that are shown, in order."""
        for section in self.sections:
            yield from section.questions()

    def language(self, wanted: str) -> str:
        """The form's name of a language (`fr` finds `Français (fr)`), its default one where it does not speak it."""
        return language_named(wanted, self.languages) or self.default_language


def _questions(items: tuple[Item, ...]) -> Iterator[Question]:
    for item in items:
        if isinstance(item, Question):
            yield item
        else:
            yield from _questions(item.children)
