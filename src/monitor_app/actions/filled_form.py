"""A checklist of a visit as it stands, question by question: what the report, the checks and the overview read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from monitor_app import forms
from monitor_app.actions.checklists import Checklist
from monitor_app.actions.facilities import zone_of
from monitor_app.actions.open_response import AnswerState, open_response, pinned_checklists
from monitor_app.actions.question_refs import question_refs
from monitor_app.base import EntityId, Language, SpaceId
from monitor_app.monitoring import Judgement, Source
from monitor_app.vault import Vault


@dataclass(frozen=True, slots=True)
class FilledQuestion:
    """A question that the form asks with these answers. `ref` is its number ("3.4"); `label` quotes answers, `asked`
    (for the report) leaves them open, for an answer may be a small count; `value` is what is stored, `said` the same
    in words; `report` its tag for the report (`bind::monitor:report`); `row` the repeat row's path."""

    response: EntityId
    path: str
    ref: str
    label: str
    asked: str
    role: str
    theme: str
    value: str
    said: str
    key: bool
    required: bool
    provisions: tuple[str, ...]
    report: str
    row: str
    state: AnswerState

    @property
    def judgement(self) -> Judgement | None:
        """The judgement, None where there is none or the question is no judgement."""
        return Judgement(self.value) if self.role == "judgement" and self.value in set(Judgement) else None

    @property
    def sources(self) -> frozenset[Source]:
        """The sources ticked at the answer."""
        return self.state.sources

    @property
    def answered_at(self) -> datetime | None:
        """When the current answer was written."""
        return self.state.values[0].at if self.state.values else None


@dataclass(frozen=True, slots=True)
class FilledForm:
    """One checklist of a visit, with what is asked of it now."""

    response: EntityId
    checklist: Checklist
    questions: tuple[FilledQuestion, ...]
    answers: Mapping[str, AnswerState]

    def tagged(self, tag: str) -> Iterator[FilledQuestion]:
        """The questions with a tag for the report, also where it names a whole (`people:held_total`)."""
        return (q for q in self.questions if q.report == tag or q.report.startswith(f"{tag}:"))

    def rows(self, prefix: str) -> list[dict[str, FilledQuestion]]:
        """The rows of a repeat whose questions carry tags `<prefix>.<part>`: part -> question, row by row."""
        found: dict[str, dict[str, FilledQuestion]] = {}
        for question in self.questions:
            if question.report.startswith(f"{prefix}.") and question.row:
                found.setdefault(question.row, {})[question.report.removeprefix(f"{prefix}.")] = question
        return list(found.values())


def filled_forms(vault: Vault, space: SpaceId, language: Language) -> tuple[FilledForm, ...]:
    """The checklists of a visit in their order, labels in `language`. Raises Problem work.not-there where one that the
    visit is pinned to has not come to this laptop yet: nothing is left out without a word."""
    return tuple(filled_form(vault, space, response, language) for response in pinned_checklists(vault, space))


def filled_form(vault: Vault, space: SpaceId, response: EntityId, language: Language) -> FilledForm:
    """One checklist of a visit."""
    opened = open_response(vault, space, response)
    live = opened.live(forms.Context(vault.clock.now(), zone_of(vault, space), language))
    form, refs = opened.definition, question_refs(opened.definition)
    spoken = form.language(language)
    questions = []
    for section in live.sections():
        for path, question in live.shown(section.path):
            questions.append(
                FilledQuestion(
                    response=response,
                    path=path,
                    ref=refs.get(question.path, ""),
                    label=live.label(path, spoken),
                    asked=question.label.text(spoken, form.default_language),
                    role=question.role,
                    theme=section.theme,
                    value=live.value(path),
                    said=_said(live, path, question, spoken),
                    key=question.key,
                    required=live.required(path),
                    provisions=question.provisions,
                    report=question.extra.get("report", ""),
                    row=path.rpartition("]")[0],
                    state=opened.answers.get(path, AnswerState()),
                )
            )
    return FilledForm(response, opened.checklist, tuple(questions), opened.answers)


def _said(live: forms.LiveResponse, path: str, question: forms.Question, language: str) -> str:
    """The answer in words: choices by their labels, anything else as it is stored."""
    value = live.value(path)
    if question.type == "decimal" and language.endswith("(fr)"):
        return value.replace(".", ",")
    if not question.type.startswith(("select_one", "select_multiple", "rank")):
        return value
    labels = {choice.name: choice.label.text(language) for choice in question.choices}
    return ", ".join(labels.get(name, name) for name in value.split())
