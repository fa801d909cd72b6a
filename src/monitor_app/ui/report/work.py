"""The work of the report page: what it asks of the clerk and the courier, and what came back. No widgets here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from monitor_app.actions.accept_check import withdraw_acceptance
from monitor_app.actions.answer import draft, settle
from monitor_app.actions.open_report import OpenReport, accept_checks, open_report, pdf_to_take_out
from monitor_app.actions.passage import Passage, passage_id, write_passage
from monitor_app.actions.reopen_report import reopen_report
from monitor_app.actions.report_content import ReportWish
from monitor_app.actions.sign_report import SignedPdf, travel, unpack
from monitor_app.actions.sign_with_reason import pack_with_reason
from monitor_app.actions.signed_reports import save_pdf, signed_pdf
from monitor_app.actions.written_twice import WrittenTwice
from monitor_app.base import Canonical, Problem, Words
from monitor_app.monitoring import Check, Kind, SignedReport
from monitor_app.ui.background import errand
from monitor_app.ui.desk import Changed, Desk

OnProblem = Callable[[Problem], None]


class ReportWork(QObject):
    """Reads, writes and signs one visit's report. While a write is under way nothing older is shown over it.

    Signals: `opened(OpenReport)`; `saved(at)` after an entry, `drafted(at)` after a draft; `pdf(bytes)` of a signed
    version; `failed(Problem)`.
    """

    opened = Signal(object)
    saved = Signal(object)
    drafted = Signal(object)
    pdf = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._writing = 0
        self._asked = 0

    @property
    def busy(self) -> bool:
        """A write has not come back yet."""
        return self._writing > 0

    def read(self, wish: ReportWish, print_words: Words) -> None:
        """Reads the report as it stands; dropped where another reading or a write was asked meanwhile."""
        self._asked += 1
        asked, desk = self._asked, self._desk
        library, resources, words = desk.library, desk.resources, desk.words

        def show(found: OpenReport) -> None:
            if asked == self._asked and not self.busy:
                self.opened.emit(found)

        desk.clerk.ask(
            self,
            lambda vault: open_report(vault, wish, library, resources, print_words, words),
            show,
            self.failed.emit,
        )

    def read_pdf(self, signed: SignedReport) -> None:
        """The PDF of a signed version."""
        self._desk.clerk.ask(self, lambda vault: signed_pdf(vault, signed), self.pdf.emit, self.failed.emit)

    def keep_draft(self, wish: ReportWish, passage: Passage, language: str, text: str) -> None:
        """Keeps what is being typed; it becomes an entry when the field is left."""
        space, entity, field = wish.space, passage_id(passage), f"text.{language}"
        self._desk.clerk.ask(
            self,
            lambda vault: draft(vault, space, Kind.PASSAGE, entity, field, text),
            self.drafted.emit,
            self.failed.emit,
        )

    def write(self, wish: ReportWish, passage: Passage, language: str, text: str) -> None:
        """Writes a passage in one language."""
        self._write(lambda vault: write_passage(vault, wish.space, passage, language, text).at)

    def settle(self, wish: ReportWish, twice: WrittenTwice, value: Canonical) -> None:
        """Decides between what two people wrote."""
        space = wish.space
        self._write(
            lambda vault: settle(vault, space, Kind(twice.kind), twice.entity, twice.field, value, twice.saw).at
        )

    def accept(self, wish: ReportWish, checks: Sequence[Check], reason: str) -> None:
        """Accepts points with a reason."""

        def verb(vault: Any) -> datetime:
            accept_checks(vault, wish.space, checks, reason)
            return vault.clock.now()  # type: ignore[no-any-return]

        self._write(verb)

    def take_back(self, wish: ReportWish, check: Check) -> None:
        """The point counts as open again."""
        self._write(lambda vault: withdraw_acceptance(vault, wish.space, check).at)

    def sign(
        self,
        wish: ReportWish,
        passphrase: str,
        reason: str,
        print_words: Words,
        then: Callable[[], None],
        problem: OnProblem,
    ) -> None:
        """The errand: frozen by the clerk, rendered, signed and verified by the courier, kept by the clerk."""
        desk = self._desk
        library, resources, randomness = desk.library, desk.resources, desk.randomness

        def kept(vault: Any, signed: SignedPdf) -> Changed:
            return unpack(vault, signed, randomness)

        def done(changes: Changed) -> None:
            self._done(changes.at)
            then()

        self._began()
        errand(
            desk.clerk,
            desk.courier,
            self,
            lambda vault: pack_with_reason(vault, wish, passphrase, reason, library, resources, print_words),
            lambda frozen: travel(frozen, resources, print_words),
            kept,
            done,
            lambda found: self._broke(found, problem),
        )

    def reopen(self, wish: ReportWish, reason: str, then: Callable[[], None], problem: OnProblem) -> None:
        """Begins the next version."""
        randomness = self._desk.randomness
        self._write(lambda vault: reopen_report(vault, wish.space, reason, randomness).at, then, problem)

    def take_out(
        self, signed: SignedReport, passphrase: str, then: Callable[[bytes], None], problem: OnProblem
    ) -> None:
        """The bytes for a copy, once the passphrase was right."""
        self._desk.clerk.ask(self, lambda vault: pdf_to_take_out(vault, signed, passphrase), then, problem)

    def save(self, pdf: bytes, target: Path, then: Callable[[], None]) -> None:
        """Writes a copy where the person chose."""
        self._desk.courier.send(self, lambda: save_pdf(pdf, target), lambda _: then(), self.failed.emit)

    def _write(
        self,
        verb: Callable[[Any], datetime],
        then: Callable[[], None] | None = None,
        problem: OnProblem | None = None,
    ) -> None:
        def done(at: datetime) -> None:
            self._done(at)
            if then is not None:
                then()

        self._began()
        self._desk.clerk.ask(self, verb, done, lambda found: self._broke(found, problem or self.failed.emit))

    def _began(self) -> None:
        self._writing += 1
        self._asked += 1

    def _done(self, at: datetime) -> None:
        self._writing -= 1
        self.saved.emit(at)

    def _broke(self, problem: Problem, told: OnProblem) -> None:
        self._writing -= 1
        told(problem)
