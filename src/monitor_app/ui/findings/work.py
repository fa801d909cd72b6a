"""The work of the findings page: every verb it asks of the clerk, and what came back. No widget is known here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject, Signal

from monitor_app.actions.answer import draft, settle
from monitor_app.actions.finding import (
    add_evidence,
    change_evidence,
    change_finding,
    new_finding,
    remove_finding,
    restore_finding,
)
from monitor_app.actions.open_findings import OpenFindings, answered_questions, open_findings
from monitor_app.actions.provisions import corrected
from monitor_app.actions.recommendation import add_recommendation, change_recommendation
from monitor_app.actions.written_twice import WrittenTwice
from monitor_app.base import Canonical, EntityId, Problem, SpaceId
from monitor_app.monitoring import Kind
from monitor_app.standards import Library
from monitor_app.ui.desk import Changed, Desk
from monitor_app.ui.findings.evidence_picker import NewPiece


class FindingsWork(QObject):
    """Writes and reads one visit's findings. While a write is under way nothing older is shown over it.

    Signals: `opened(OpenFindings, Library)`, the library with this programme's confirmations; `answers(tuple)` what
    evidence may be linked to; `saved(at)` after each commit; `made(id)` a new finding or recommendation;
    `failed(Problem)`.
    """

    opened = Signal(object, object)
    answers = Signal(object)
    saved = Signal(object)
    made = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk, space: SpaceId, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._space = space
        self._writing = 0
        self._ever = 0

    @property
    def busy(self) -> bool:
        """A write has not come back yet."""
        return self._writing > 0

    def read(self) -> None:
        """Reads the findings; dropped where something is written meanwhile, for another reading follows."""
        space, asked_at, library = self._space, self._ever, self._desk.library

        def show(found: tuple[OpenFindings, Library]) -> None:
            if not self.busy and asked_at == self._ever:
                self.opened.emit(*found)

        self._desk.clerk.ask(
            self, lambda vault: (open_findings(vault, space), corrected(vault, library)), show, self.failed.emit
        )

    def read_answers(self) -> None:
        """Reads what evidence may be linked to."""
        space, language = self._space, self._desk.words.language
        self._desk.clerk.ask(
            self, lambda vault: answered_questions(vault, space, language), self.answers.emit, self.failed.emit
        )

    def keep_draft(self, kind: Kind, entity: EntityId, field: str, text: str) -> None:
        """Keeps what is being typed; it becomes an entry when the field is left."""
        space = self._space
        self._desk.clerk.ask(
            self, lambda vault: draft(vault, space, kind, entity, field, text), self.saved.emit, self.failed.emit
        )

    def change(self, kind: Kind, entity: EntityId, values: Mapping[str, Canonical]) -> None:
        """Writes fields of a finding, a piece of evidence or a recommendation."""
        space = self._space
        verb = {
            Kind.FINDING: change_finding,
            Kind.EVIDENCE: change_evidence,
            Kind.RECOMMENDATION: change_recommendation,
        }[kind]
        self._write(lambda vault: verb(vault, space, entity, values))

    def take_out(self, kind: Kind, entity: EntityId, *, back: bool = False) -> None:
        """Takes something out of list and report, or brings it back."""
        space = self._space
        if kind is Kind.FINDING:
            verb = restore_finding if back else remove_finding
            self._write(lambda vault: verb(vault, space, entity))
        else:
            self.change(kind, entity, {"deleted": not back})

    def new_finding(self, theme: str) -> None:
        """An empty finding at the end of the list."""
        space, randomness = self._space, self._desk.randomness
        self._make(lambda vault: new_finding(vault, space, randomness, theme=theme))

    def new_recommendation(self, finding: EntityId) -> None:
        """An empty recommendation at the end of the finding's."""
        space, randomness = self._space, self._desk.randomness
        self._make(lambda vault: add_recommendation(vault, space, finding, randomness))

    def link(self, finding: EntityId, piece: NewPiece) -> None:
        """Links a new piece of evidence."""
        space, randomness = self._space, self._desk.randomness
        self._make(
            lambda vault: add_evidence(
                vault,
                space,
                finding,
                randomness,
                response=piece.response,
                path=piece.path,
                text=piece.text,
                sources=piece.sources,
                relation=piece.relation,
            )
        )

    def settle(self, twice: WrittenTwice, value: Canonical) -> None:
        """Decides between what two people wrote."""
        space = self._space
        self._write(lambda vault: settle(vault, space, Kind(twice.kind), twice.entity, twice.field, value, twice.saw))

    def _write(self, verb: Callable[[Any], Changed]) -> None:
        self._began()
        self._desk.clerk.ask(self, verb, lambda changes: self._done(changes.at), self._broke)

    def _make(self, verb: Callable[[Any], EntityId]) -> None:
        def made(found: tuple[EntityId, datetime]) -> None:
            self.made.emit(found[0])
            self._done(found[1])

        self._began()
        self._desk.clerk.ask(self, lambda vault: (verb(vault), vault.clock.now()), made, self._broke)

    def _began(self) -> None:
        self._writing += 1
        self._ever += 1

    def _done(self, at: datetime) -> None:
        self._writing -= 1
        self.saved.emit(at)
        if not self.busy:
            self.read()

    def _broke(self, problem: Problem) -> None:
        self._writing -= 1
        self.failed.emit(problem)
