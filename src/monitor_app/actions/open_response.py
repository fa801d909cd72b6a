"""Open a checklist of a visit: its form, its answers with who gave them, conflicts, and what the last visit said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from monitor_app import forms
from monitor_app.actions.checklists import Checklist, checklist, definition, find_checklist
from monitor_app.actions.people import members
from monitor_app.actions.records import records
from monitor_app.base import EntityId, MemberId, Problem, SpaceId
from monitor_app.base.ids import ID_BYTES
from monitor_app.base.problems import work as problems
from monitor_app.monitoring import AnswerField, Kind, Source
from monitor_app.vault import Current, Dot, Vault


@dataclass(frozen=True, slots=True)
class Given:
    """One current value of one part of an answer: who gave it, when. `text` is the value as the form reads it."""

    text: str
    dot: Dot
    author: MemberId
    label: str
    at: datetime


@dataclass(frozen=True, slots=True)
class AnswerState:
    """All that is known of one question's answer. More than one in `values` or `notes` is a conflict."""

    values: tuple[Given, ...] = ()
    notes: tuple[Given, ...] = ()
    sources: frozenset[Source] = frozenset()

    @property
    def unsettled(self) -> bool:
        """Whether a person has to decide between two answers or two notes."""
        return len(self.values) > 1 or len(self.notes) > 1


@dataclass(frozen=True, slots=True)
class OpenResponse:
    """A filled-in checklist, ready for the live response of the forms room."""

    space: SpaceId
    id: EntityId
    checklist: Checklist
    definition: forms.Definition
    answers: Mapping[str, AnswerState]
    rows: Mapping[str, bool]
    """Repeat rows by path: whether the row exists."""
    comments: Mapping[str, int]
    """Open comments by question path."""

    def stored(self) -> dict[str, str]:
        """The stored answers the live response starts from: the value with the lowest dot speaks. Answers of removed
        repeat rows stay out."""
        gone = tuple(path for path, exists in self.rows.items() if not exists)
        return {
            path: state.values[0].text
            for path, state in self.answers.items()
            if state.values and not path.startswith(gone)
        }

    def row_ids(self) -> dict[str, list[str]]:
        """The rows of each repeat, in the order they were added."""
        found: dict[str, list[str]] = {}
        for path, exists in self.rows.items():
            repeat, _, row = path.removesuffix("]").rpartition("[")
            if exists:
                found.setdefault(repeat, []).append(row)
        return found

    def unsettled(self) -> frozenset[str]:
        """The paths with two answers."""
        return frozenset(path for path, state in self.answers.items() if len(state.values) > 1)

    def live(self, context: forms.Context) -> forms.LiveResponse:
        """The form at work with these answers."""
        return forms.LiveResponse(
            self.definition, self.stored(), context, rows=self.row_ids(), unsettled=self.unsettled()
        )


def responses(vault: Vault, space: SpaceId) -> tuple[tuple[EntityId, Checklist], ...]:
    """The checklists of a visit, in their order; without one that has not come to this laptop yet."""
    found = ((response, find_checklist(vault, form)) for response, form in pinned_checklists(vault, space).items())
    return tuple((response, form) for response, form in found if form is not None)


def pinned_checklists(vault: Vault, space: SpaceId) -> dict[EntityId, EntityId]:
    """The responses of a visit in their order, each with the checklist version it is pinned to."""
    found = sorted(records(vault, space, Kind.RESPONSE), key=lambda r: (r.text("order"), r.id))
    return {r.id: EntityId(form) for r in found if len(form := r.data("checklist")) == ID_BYTES}


def open_response(vault: Vault, space: SpaceId, response: EntityId) -> OpenResponse:
    """Opens one. Raises Problem work.not-there."""
    pinned = pinned_checklists(vault, space).get(response)
    if pinned is None:
        raise Problem(problems.NOT_THERE)
    answers, rows = answer_states(vault, space, response)
    return OpenResponse(
        space, response, checklist(vault, pinned), definition(vault, pinned), answers, rows, _comments(vault, space)
    )


def answer_states(vault: Vault, space: SpaceId, response: EntityId) -> tuple[dict[str, AnswerState], dict[str, bool]]:
    """The answers of a response by question path, and its repeat rows."""
    labels = {member.id: member.label for member in members(vault).values()}
    values: dict[str, list[Given]] = {}
    notes: dict[str, list[Given]] = {}
    sources: dict[str, set[Source]] = {}
    rows: dict[str, bool] = {}
    for row in vault.current(space=space, entity_kind=Kind.ANSWER, entity=response):
        part = AnswerField.parse(row.field)
        if part is None:
            continue
        if part.part == "row":
            rows[part.path] = rows.get(part.path, False) or row.value is True
        elif part.source is not None and row.value is True and part.source in set(Source):
            sources.setdefault(part.path, set()).add(Source(part.source))
        elif part.part in ("value", "note") and isinstance(row.value, str):
            kept = values if part.part == "value" else notes
            kept.setdefault(part.path, []).append(_given(row, labels))
    paths = values.keys() | notes.keys() | sources.keys()
    states = {
        path: AnswerState(
            _in_order(values.get(path, [])), _in_order(notes.get(path, [])), frozenset(sources.get(path, ()))
        )
        for path in paths
    }
    return states, rows


def _comments(vault: Vault, space: SpaceId) -> dict[str, int]:
    counts: dict[str, int] = {}
    for r in records(vault, space, Kind.COMMENT):
        if not r.true("resolved") and r.text("path"):
            counts[r.text("path")] = counts.get(r.text("path"), 0) + 1
    return counts


def _given(row: Current, labels: Mapping[MemberId, str]) -> Given:
    return Given(str(row.value), row.dot, row.author, labels.get(row.author, ""), row.at)


def _in_order(given: list[Given]) -> tuple[Given, ...]:
    """The different values, the lowest dot first: two people who say the same do not differ."""
    found: dict[str, Given] = {}
    for one in sorted(given, key=lambda one: one.dot):
        found.setdefault(one.text, one)
    return tuple(found.values())
