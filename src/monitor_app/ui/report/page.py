"""The page of the report: joins outline, pages, texts, points and signed versions to the work."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from monitor_app.actions.open_report import OpenReport
from monitor_app.actions.passage import Passage
from monitor_app.actions.report_content import ReportWish
from monitor_app.base import EntityId, Language, Problem, SpaceId
from monitor_app.monitoring import Place
from monitor_app.ui.desk import Changed, Desk
from monitor_app.ui.parts import MessageView, SaveView, message_of
from monitor_app.ui.report.frame import Frame
from monitor_app.ui.report.leaving import Leaving
from monitor_app.ui.report.points import place_kind
from monitor_app.ui.report.reading import Reading
from monitor_app.ui.report.showing import Showing
from monitor_app.ui.report.work import ReportWork
from monitor_app.ui.shell import KeyHint

PAUSE_MS = 600


class ReportPage(QWidget):
    """The report of one visit. `refresh()`, `changed(changes)`, `show_passage(name)`, `flush()` before lock and close.

    Signals: `open_question(response, path)`, `open_finding(id)`, `open_provision(key)` to the places of points;
    `saved(at)` of each commit; `signed()` once a version is signed and kept.
    """

    open_question = Signal(object, str)
    open_finding = Signal(object)
    open_provision = Signal(str)
    saved = Signal(object)
    signed = Signal()

    def __init__(self, desk: Desk, space: SpaceId, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setObjectName("page")
        self.setAccessibleName(desk.words("Report"))
        self.frame = Frame(desk.look)
        self._work = ReportWork(desk, self)
        self._showing = Showing(desk, self.frame, space)
        self._reading = Reading(desk, self.frame, self._showing, self._work, self)
        self._leaving = Leaving(desk, self, self._showing, self._work)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(PAUSE_MS)
        self._soon.timeout.connect(self.refresh)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.frame)
        self._bind()
        self._showing.present()

    def refresh(self) -> None:
        """Reads, checks and prints everything anew."""
        self._soon.stop()
        self._work.read(self._showing.wish, self._showing.print_words())

    def changed(self, changes: Changed) -> None:
        """Something was written: checks and pages run again after a pause."""
        if self.isVisible():
            self._soon.start()

    def flush(self) -> None:
        """Tells at once what was typed and not told."""
        self.frame.editor.flush()

    def show_passage(self, name: str) -> None:
        """Opens a text of the report."""
        if name in set(Passage):
            self.flush()
            self._showing.passage = Passage(name)
            self._showing.passage_language = self._showing.wish.language
            self._showing.present_passage()
            self.frame.show_editor()

    def regions(self) -> list[QWidget]:
        """What F6 visits."""
        return self.frame.panes.regions()

    def key_hints(self) -> list[KeyHint]:
        """The keys of this page."""
        words = self._desk.words
        return [
            KeyHint(words("Ctrl+PageDown, Ctrl+PageUp"), words("Next page, page before")),
            KeyHint(words("PageDown, PageUp, Home, End"), words("Turn the pages, while the focus is on them")),
            KeyHint("Ctrl++, Ctrl+-", words("Larger, smaller, while the focus is on the pages")),
        ]

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        self.flush()
        super().hideEvent(event)

    def _bind(self) -> None:
        frame, work, showing = self.frame, self._work, self._showing
        frame.variant.chosen.connect(lambda key: self._wish(ReportWish(showing.wish.space, showing.wish.language, key)))
        frame.language.chosen.connect(lambda key: self._wish(ReportWish(showing.wish.space, key, showing.wish.variant)))
        frame.texts.asked.connect(self.show_passage)
        frame.place.clicked.connect(self._open_here)
        frame.message.acted.connect(lambda _: frame.message.present(None))
        frame.points.opened.connect(self._open_place)
        frame.points.accepted.connect(lambda checks, reason: work.accept(showing.wish, checks, reason))
        frame.points.taken_back.connect(lambda check: work.take_back(showing.wish, check))
        frame.sign.clicked.connect(self._leaving.sign)
        frame.signed.copy_asked.connect(self._leaving.save_copy)
        frame.signed.reopen_asked.connect(self._leaving.reopen)
        self._leaving.signed.connect(self._was_signed)
        self._leaving.told.connect(frame.message.present)
        editor = frame.editor
        editor.left.connect(frame.show_pages)
        editor.speak.connect(self._speak)
        editor.typed.connect(lambda name, to, text: work.keep_draft(showing.wish, Passage(name), to, text))
        editor.written.connect(self._write)
        editor.settled.connect(lambda twice, value: work.settle(showing.wish, twice, value))
        work.opened.connect(self._show)
        work.saved.connect(self._saved)
        work.drafted.connect(self._kept)
        work.failed.connect(self._failed)
        for keys, deed in (("Ctrl+PgDown", frame.down.click), ("Ctrl+PgUp", frame.up.click)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(deed)

    def _wish(self, wish: ReportWish) -> None:
        self._showing.wish = wish
        self._showing.version = ""
        self.refresh()

    def _show(self, report: OpenReport) -> None:
        showing, words = self._showing, self._desk.words
        before, showing.report = showing.report, report
        showing.checked = words.time(self._desk.clock.now())
        if report.is_signed and (before is None or not before.is_signed):
            showing.version = str(report.versions[0].signed.version)
        elif not report.is_signed and before is not None and before.is_signed:
            showing.version = ""
        showing.present()
        self._reading.print_again()

    def _open_here(self) -> None:
        finding = self._showing.finding_here()
        if finding is not None:
            self.open_finding.emit(finding.id)

    def _open_place(self, place: Place) -> None:
        match place_kind(place):
            case "question":
                self.open_question.emit(EntityId(place.response), place.path)
            case "finding":
                self.open_finding.emit(EntityId(place.finding))
            case "provision":
                self.open_provision.emit(place.provision)
            case "passage":
                self.show_passage(place.passage)

    def _speak(self, language: Language) -> None:
        self._showing.passage_language = language
        self._showing.present_passage()

    def _write(self, name: str, language: str, text: str) -> None:
        self.frame.editor.say_saved(SaveView("writing"))
        self._work.write(self._showing.wish, Passage(name), language, text)

    def _saved(self, at: datetime) -> None:
        self._kept(at)
        self._soon.start()

    def _kept(self, at: datetime) -> None:
        self.frame.editor.say_saved(SaveView("saved", at))
        self.saved.emit(at)

    def _was_signed(self, title: str) -> None:
        words = self._desk.words
        line = words("The signature was verified at once. The PDF is kept in your vault.")
        self.frame.message.present(MessageView(title, line, "done", (("ok", words("Close")),)))
        self._showing.version = ""
        self.signed.emit()
        self.refresh()

    def _failed(self, problem: Problem) -> None:
        self.frame.editor.say_saved(SaveView("failed"))
        self.frame.message.present(message_of(problem, self._desk.words, closable=True))
