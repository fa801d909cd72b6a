"""What a person does on the page: each deed changes the filling at once and goes to the vault."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal

from monitor_app.actions.answer import (
    add_row,
    answer,
    answer_too,
    draft,
    note_field,
    remove_row,
    settle,
    tick_source,
    write_note,
)
from monitor_app.actions.finding import FromAnswer, make_finding
from monitor_app.actions.open_response import AnswerState, answer_states
from monitor_app.base import EntityId
from monitor_app.monitoring import Kind, Source
from monitor_app.ui.checklist.conflict_view import chosen, texts_to_join
from monitor_app.ui.checklist.differences import combined
from monitor_app.ui.checklist.filling import Filling, Told, split_row
from monitor_app.ui.checklist.moments import read_moment
from monitor_app.ui.checklist.sending import Sending
from monitor_app.ui.desk import Changed, Desk


class Deeds(QObject):
    """`beside`: questions this person answers beside a colleague; `faults`: what was typed that cannot be kept;
    `notes`: notes on their way. Signals: `told()` the cards need a fresh look; `finding_made(id)`.
    """

    told = Signal()
    finding_made = Signal(object)

    def __init__(self, desk: Desk, sending: Sending, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._sending = sending
        self._now: Filling | None = None
        self.beside: set[str] = set()
        self.faults: dict[str, str] = {}
        self.notes: dict[str, str] = {}

    def begin(self, filling: Filling) -> None:
        """Another response is worked on from now on."""
        self._now = filling
        self.beside, self.faults, self.notes = set(), {}, {}

    @property
    def _filling(self) -> Filling:
        if self._now is None:
            raise RuntimeError("no response is open")
        return self._now

    def rested(self) -> None:
        """Everything sent is in the vault: what was shown meanwhile is not needed any more."""
        filling = self._filling
        for path, text in list(self.notes.items()):
            notes = filling.state(path).notes
            if (notes[0].text if notes else "") == text:
                del self.notes[path]

    def answered(self, path: str, value: str) -> None:
        """An answer chosen, or typed and left."""
        filling = self._filling
        if filling.question(path).type in ("dateTime", "datetime"):
            read = read_moment(value, filling.zone)
            if read is None:
                self.faults[path] = self._desk.words(
                    "This is not kept yet. Write the day and the hour: 2026-11-18 14:30."
                )
                self.told.emit()
                return
            value = read
        self.faults.pop(path, None)
        space, response = filling.space, filling.response
        saw = tuple(given.dot for given in filling.state(path).values)
        if path in self.beside:
            self.beside.discard(path)
            if value:
                self._sending.send(f"{path}#value", path, lambda vault: answer_too(vault, space, response, path, value))
            self.told.emit()
            return
        told = filling.answer(path, value)
        self._sending.send(f"{path}#value", path, lambda vault: answer(vault, space, response, path, value, saw))
        self._came_of(told)

    def typed(self, path: str, value: str) -> None:
        """A fact while it is being typed: kept as a draft, the form does not hear of it yet."""
        filling, field = self._filling, f"{path}#value"
        if path in self.beside:
            return
        if filling.question(path).type in ("dateTime", "datetime"):
            read = read_moment(value, filling.zone)
            if read is None:
                return
            value = read
        space, response = filling.space, filling.response
        self._sending.draft(field, path, lambda vault: draft(vault, space, Kind.ANSWER, response, field, value))

    def noted(self, path: str, text: str, finished: bool) -> None:
        """A note while it is written (a draft), or finished (an entry)."""
        filling, field = self._filling, note_field(path)
        space, response = filling.space, filling.response
        self.notes[path] = text
        if finished:
            saw = tuple(given.dot for given in filling.state(path).notes)
            self._sending.send(field, path, lambda vault: write_note(vault, space, response, path, text, saw))
        else:
            self._sending.draft(field, path, lambda vault: draft(vault, space, Kind.ANSWER, response, field, text))

    def sourced(self, path: str, key: str, on: bool) -> None:
        """A source ticked or unticked."""
        filling, source = self._filling, Source(key)
        space, response = filling.space, filling.response
        filling.tick(path, source, on)
        self._sending.send(
            f"{path}#source:{key}", path, lambda vault: tick_source(vault, space, response, path, source, on)
        )
        self.told.emit()

    def use(self, path: str, key: str) -> None:
        """One of two answers counts."""
        self._settle(path, chosen(self._filling.state(path), key).texts)

    def keep_both(self, path: str) -> None:
        """Every text stays, one below the other."""
        part, texts = texts_to_join(self._filling, path)
        self._settle(path, {part: combined(texts)} if part else {})

    def combine(self, path: str, text: str) -> None:
        """One text made of several."""
        part, _ = texts_to_join(self._filling, path)
        self._settle(path, {part: text} if part else {})

    def _settle(self, path: str, texts: Mapping[str, str]) -> None:
        filling = self._filling
        space, response, state = filling.space, filling.response, filling.state(path)
        for part, text in texts.items():
            field = f"{path}#{part}"
            saw = tuple(given.dot for given in (state.values if part == "value" else state.notes))

            def verb(vault: Any, field: str = field, text: str = text, saw: tuple[Any, ...] = saw) -> Changed:
                return settle(vault, space, Kind.ANSWER, response, field, text, saw)

            self._sending.send(field, path, verb)

    def add_row(self, repeat: str) -> str:
        """A new row; gives its path."""
        row = f"{repeat}[{self._desk.randomness(8).hex()}]"
        self.put_back(row)
        return row

    def put_back(self, row: str) -> None:
        """A row that was taken out, or a new one."""
        filling = self._filling
        space, response = filling.space, filling.response
        repeat, row_id = split_row(row)
        told = filling.add_row(repeat, row_id)
        self._sending.send(f"{row}#row", "", lambda vault: add_row(vault, space, response, row))
        self._came_of(told)

    def take_out(self, row: str) -> None:
        """Takes a row out of the form; its answers stay in the history."""
        filling = self._filling
        space, response = filling.space, filling.response
        told = filling.remove_row(row)
        self._sending.send(f"{row}#row", "", lambda vault: remove_row(vault, space, response, row))
        self._came_of(told)

    def make_finding(self, path: str) -> None:
        """A finding out of a question, with what the vault holds of it once everything sent has arrived."""
        filling = self._filling
        space, response, language = filling.space, filling.response, filling.language
        question, label = filling.question(path), filling.live.label(path, language)
        section = next((s for s in filling.definition.sections if s.path == filling.section_of(path)), None)
        theme = section.theme if section is not None else ""
        randomness = self._desk.randomness

        def verb(vault: Any) -> EntityId:
            state = answer_states(vault, space, response)[0].get(path, AnswerState())
            start = FromAnswer(
                response=response,
                path=path,
                question=label,
                judgement=state.values[0].text if state.values else "",
                note="\n\n".join(note.text for note in state.notes if note.text),
                sources=state.sources,
                theme=theme,
                provisions=question.provisions,
                language=language,
            )
            return make_finding(vault, space, start, randomness)

        self._desk.clerk.ask(self, verb, self.finding_made.emit)

    def _came_of(self, told: Told) -> None:
        filling = self._filling
        space, response = filling.space, filling.response
        for path, value in told.written.items():

            def verb(vault: Any, path: str = path, value: str = value) -> Changed:
                return answer(vault, space, response, path, value)

            self._sending.send(f"{path}#value", path, verb)
        self.told.emit()
