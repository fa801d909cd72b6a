"""A response being filled in: the live form, what the vault holds of it, what is on its way there. No Qt, no vault."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from monitor_app import forms
from monitor_app.actions.open_response import AnswerState
from monitor_app.actions.question_refs import question_refs
from monitor_app.actions.work_on_checklist import AtWork
from monitor_app.base import Language, zone
from monitor_app.monitoring import Deed, Kind, Source, may

NOTHING = AnswerState()
_GENERIC = re.compile(r"\[[^\]]*\]")


@dataclass(frozen=True, slots=True)
class Told:
    """What came of an answer: `paths` whose cards need a fresh look, `written` what the form itself wrote with it."""

    paths: frozenset[str]
    written: Mapping[str, str]


class Filling:
    """One owner, GUI thread. Paths are concrete (`/data/area[3f2a]/kind`) unless a name says generic."""

    def __init__(self, work: AtWork, now: datetime, language: Language) -> None:
        opened = work.opened
        self.work = work
        self.space = opened.space
        self.response = opened.id
        self.zone = zone(work.time_zone)
        self.language = language
        self.definition = opened.definition
        self.states: Mapping[str, AnswerState] = opened.answers
        self.rows: Mapping[str, bool] = opened.rows
        self.numbers = question_refs(opened.definition)
        self._busy: dict[str, int] = {}
        self.live = opened.live(forms.Context(now, zone=self.zone, language=language))

    def may_write(self) -> bool:
        """This person may answer in this visit."""
        return may(self.work.actor, Deed(Kind.ANSWER, "#value"))

    def may_settle(self, state: AnswerState) -> bool:
        """This person may decide between the answers: the lead, or one who gave one of them."""
        own = any(given.author == self.work.own for given in (*state.values, *state.notes))
        return may(self.work.actor, Deed(Kind.ANSWER, "#value", settles=True, own=own))

    def state(self, path: str) -> AnswerState:
        """What the vault holds of a question."""
        return self.states.get(path, NOTHING)

    def question(self, path: str) -> forms.Question:
        """The question at a path. Raises KeyError for any other path."""
        return self.definition.question(generic(path))

    def number(self, path: str) -> str:
        """3.4: section and place in it; the same in every row of a repeat."""
        return self.numbers.get(generic(path), "")

    def knows(self, path: str) -> bool:
        """The form has a question there now, in a row that stands."""
        try:
            self.live.value(path)
        except KeyError:
            return False
        return isinstance(self.definition.items.get(generic(path)), forms.Question)

    def value(self, path: str) -> str:
        """The answer as it stands on the screen."""
        return self.live.value(path)

    def section_of(self, path: str) -> str:
        """The path of the section a question stands in, "" for none."""
        found = generic(path)
        for section in self.definition.sections:
            if any(question.path == found for question in section.questions()):
                return section.path
        return ""

    def tick(self, path: str, source: Source, on: bool) -> None:
        """A source ticked or unticked, before it is written."""
        state = self.state(path)
        sources = state.sources | {source} if on else state.sources - {source}
        self.states = {**self.states, path: replace(state, sources=sources)}

    def answer(self, path: str, value: str) -> Told:
        """An answer of this person, before it is written."""
        changes = self.live.set(path, value)
        return Told(changes.paths | {path}, changes.written)

    def add_row(self, repeat: str, row_id: str) -> Told:
        """A new row, before it is written."""
        changes = self.live.add_row(repeat, row_id)
        self.rows = {**self.rows, f"{repeat}[{row_id}]": True}
        return Told(changes.paths, changes.written)

    def remove_row(self, row: str) -> Told:
        """Takes a row out, before that is written."""
        repeat, row_id = split_row(row)
        changes = self.live.remove_row(repeat, row_id)
        self.rows = {**self.rows, row: False}
        return Told(changes.paths, changes.written)

    def sent(self, field: str) -> None:
        """A write of a field is on its way to the vault."""
        self._busy[field] = self._busy.get(field, 0) + 1

    def came_back(self, field: str) -> None:
        """A write of a field is done, or has failed."""
        left = self._busy.get(field, 0) - 1
        if left > 0:
            self._busy[field] = left
        else:
            self._busy.pop(field, None)

    def busy(self, field: str = "") -> bool:
        """A write of the field (or of any) is on its way."""
        return field in self._busy if field else bool(self._busy)

    def take(self, states: Mapping[str, AnswerState], rows: Mapping[str, bool]) -> frozenset[str]:
        """What the vault holds now. Fields on their way keep what is on the screen. Gives the paths that changed."""
        changed = {path for path in states.keys() | self.states.keys() if states.get(path) != self.states.get(path)}
        told: set[str] = set(changed)
        self.states = states
        told |= self._take_rows(rows)
        unsettled = (path for path, state in states.items() if len(state.values) > 1)
        told |= self.live.unsettle([path for path in unsettled if self.knows(path)]).paths
        for path in changed:
            text = states[path].values[0].text if path in states and states[path].values else ""
            if not self.busy(f"{path}#value") and self.knows(path) and self.live.value(path) != text:
                told |= self.live.set(path, text).paths
        return frozenset(told)

    def _take_rows(self, rows: Mapping[str, bool]) -> set[str]:
        told: set[str] = set()
        for row, stands in rows.items():
            if self.busy(f"{row}#row") or self.rows.get(row) == stands:
                continue
            repeat, row_id = split_row(row)
            try:
                there = row_id in self.live.rows(repeat)
                if stands and not there:
                    told |= self.live.add_row(repeat, row_id).paths
                elif not stands and there:
                    told |= self.live.remove_row(repeat, row_id).paths
            except KeyError:
                continue
        self.rows = {**rows, **{row: here for row, here in self.rows.items() if self.busy(f"{row}#row")}}
        return told


def generic(path: str) -> str:
    """`/data/area[3f2a]/kind` -> `/data/area/kind`."""
    return _GENERIC.sub("", path)


def split_row(row: str) -> tuple[str, str]:
    """`/data/areas/area[3f2a]` -> (`/data/areas/area`, `3f2a`)."""
    repeat, _, rest = row.rpartition("[")
    return repeat, rest.removesuffix("]")
