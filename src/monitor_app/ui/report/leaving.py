"""What makes a report final or takes it out: to sign, to reopen, to save a copy. Each through a sheet of its own."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from monitor_app.actions.signed_reports import file_name
from monitor_app.base import Problem
from monitor_app.ui.desk import Desk
from monitor_app.ui.files import ask_save
from monitor_app.ui.parts import Dialog, MessageView, message_of
from monitor_app.ui.report.sheets import copy_sheet, reopen_sheet, sign_sheet
from monitor_app.ui.report.showing import Showing
from monitor_app.ui.report.signed import version_of
from monitor_app.ui.report.work import ReportWork


class Leaving(QObject):
    """Signals: `signed(sentence)` once a version is kept; `told(MessageView)` for what else there is to say."""

    signed = Signal(str)
    told = Signal(object)

    def __init__(self, desk: Desk, page: QWidget, showing: Showing, work: ReportWork) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page
        self._showing = showing
        self._work = work

    def sign(self) -> None:
        """Asks the passphrase, then signs."""
        report, printed = self._showing.report, self._showing.printed
        if report is None or printed is None:
            return
        words, wish, version = self._desk.words, self._showing.wish, report.content.version

        def act(passphrase: str, reason: str) -> None:
            self._work.sign(wish, passphrase, reason, self._showing.print_words(), done, self._into(dialog))

        def done() -> None:
            _close(dialog)
            self.signed.emit(words("Version {version} is signed and sealed", version=version))

        dialog = sign_sheet(
            self._desk.look,
            self._page.window(),
            report,
            self._showing.points,
            len(printed.sizes),
            words("checked {time}", time=self._showing.checked),
            act,
        )

    def reopen(self) -> None:
        """Asks the reason, then begins the next version."""
        report, words = self._showing.report, self._desk.words
        if report is None:
            return
        wish, version = self._showing.wish, report.visit.version

        def done() -> None:
            _close(dialog)
            line = words("Version {version} stays as it was signed.", version=version)
            title = words("Version {version} is begun", version=version + 1)
            self.told.emit(MessageView(title, line, "news", (("ok", words("Close")),)))

        dialog = reopen_sheet(
            self._desk.look,
            self._page.window(),
            version,
            lambda reason: self._work.reopen(wish, reason, done, self._into(dialog)),
        )

    def save_copy(self, key: str) -> None:
        """Asks the passphrase, then where; the copy is written by the courier."""
        report, words, look = self._showing.report, self._desk.words, self._desk.look
        version = version_of(report.versions, key) if report else None
        if version is None:
            return
        signed = version.signed

        def where(pdf: bytes) -> None:
            _close(dialog)
            title = words("Save a copy of the report")
            ask_save(look, self._page.window(), title, file_name(signed), lambda path: self._work.save(pdf, path, done))

        def done() -> None:
            line = words("It is not encrypted. The signed version stays in your vault.")
            self.told.emit(MessageView(words("A copy is saved"), line, "done", (("ok", words("Close")),)))

        dialog = copy_sheet(
            look,
            self._page.window(),
            words("Version {version}", version=signed.version),
            lambda passphrase: self._work.take_out(signed, passphrase, where, self._into(dialog)),
        )

    def _into(self, dialog: Dialog) -> Callable[[Problem], None]:
        """Says a problem on the sheet, or on the page where the sheet was left meanwhile."""

        def say(problem: Problem) -> None:
            view = message_of(problem, self._desk.words, closable=True)
            if isValid(dialog) and dialog.isVisible():
                dialog.say(view)
            else:
                self.told.emit(view)

        return say


def _close(dialog: Dialog) -> None:
    if isValid(dialog) and dialog.isVisible():
        dialog.close_dialog()
