"""The stage of the demo: the laptops it is played on, and what of each visit has been made so far."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from monitor_app import forms
from monitor_app.actions.answer_many import Answered
from monitor_app.actions.demo.script import Told
from monitor_app.base import EntityId, FixedClock, MemberId, Randomness, Resources, SpaceId
from monitor_app.monitoring import Source
from monitor_app.standards import Library
from monitor_app.vault import Vault


@dataclass(frozen=True, slots=True)
class Stage:
    """What every deed may use. `vaults`: a person's key -> the vault of their laptop, for those who write in the demo;
    `members`: the same for everybody. The library is as the app has it."""

    resources: Resources
    library: Library
    clock: FixedClock
    randomness: Randomness
    passphrase: str = field(repr=False)
    vaults: dict[str, Vault]
    members: dict[str, MemberId]


@dataclass(frozen=True, slots=True)
class Form:
    """The checklist of a visit: the paths of its questions and repeats by name, and the theme of each question."""

    response: EntityId
    definition: forms.Definition
    paths: Mapping[str, str]
    themes: Mapping[str, str]

    def question(self, name: str) -> forms.Question:
        """A question by its name."""
        return self.definition.question(self.paths[name])


@dataclass(slots=True)
class OnStage:
    """A visit as far as it has been played. `made`: the key something has in the script -> what it became; `rows`: the
    same for repeat rows, as paths. `space` is empty until it is planned."""

    place: EntityId
    zone: ZoneInfo
    space: SpaceId
    language: str = ""
    form: Form | None = None
    made: dict[str, EntityId] = field(default_factory=dict)
    rows: dict[str, str] = field(default_factory=dict)

    def checklist(self) -> Form:
        """Its checklist. Raises ValueError before it is planned."""
        if self.form is None:
            raise ValueError("a visit is planned before anything else is done in it")
        return self.form


@dataclass(frozen=True, slots=True)
class Scene:
    """One deed: who does it (`vault`), in which visit, and what the script tells of it."""

    stage: Stage
    on: OnStage
    vault: Vault
    told: Told


def form_of(response: EntityId, definition: forms.Definition) -> Form:
    """The form by names, which are unique in a form."""
    return Form(
        response,
        definition,
        {item.name: path for path, item in definition.items.items()},
        {question.name: section.theme for section in definition.sections for question in section.questions()},
    )


def answered(told: object) -> Answered:
    """A value, or a list of value, sources (their names with spaces between) and note."""
    value, sources, note = (*told, "", "")[:3] if isinstance(told, list) else (told, "", "")
    return Answered(str(value), note, sources_of(sources))


def sources_of(names: str) -> frozenset[Source]:
    """`staff documents` as sources."""
    return frozenset(Source(name) for name in names.split())
