"""Founding a programme in five steps: names, passphrase, recovery sheet, the organisation's three sheets, a backup."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from monitor_app.base import Randomness
from monitor_app.ui.doorway.found_backup import BackupPage
from monitor_app.ui.doorway.found_names import NamesPage
from monitor_app.ui.doorway.found_passphrase import FirstPassphrasePage
from monitor_app.ui.doorway.found_shares import SharePage
from monitor_app.ui.doorway.found_sheet import SheetPage
from monitor_app.ui.doorway.new_passphrase import Suggest
from monitor_app.ui.doorway.page import DoorwayPage
from monitor_app.ui.doorway.passphrase import Measure
from monitor_app.ui.look import Look
from monitor_app.ui.parts.message import MessageView


@dataclass(frozen=True, slots=True)
class FoundingWish:
    """What was typed to found a programme."""

    person: str
    organisation: str
    programme: str
    passphrase: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class FoundedView:
    """What must be written down now: the recovery code in eight groups, the organisation's three sheets of words."""

    groups: tuple[str, ...] = field(repr=False)
    sheets: tuple[str, ...] = field(repr=False)


class FoundingWizard(QWidget):
    """Asks, then shows what was made. Whoever wires it does the deeds and calls back.

    `found_asked(FoundingWish)`: found it, then call `present(FoundedView)` or `say(problem)`.
    `pdf_asked(number, path)`: write the recovery sheet (0) or the organisation's sheet 1 to 3 as a PDF.
    `sheet_confirmed(typed)`: {group number: text}, typed back rightly; not emitted when left for later.
    `backup_asked(folder)`: back up, then call `backup_made()` or `say(problem)`.
    `finished()`; `left()`: back out of the first step.
    """

    found_asked = Signal(object)
    pdf_asked = Signal(int, object)
    sheet_confirmed = Signal(object)
    backup_asked = Signal(object)
    finished = Signal()
    left = Signal()

    def __init__(self, look: Look, measure: Measure, suggest: Suggest, randomness: Randomness) -> None:
        super().__init__()
        self._look = look
        self._measure = measure
        self._suggest = suggest
        self._randomness = randomness
        self._names = ("", "", "")
        self._founded: FoundedView | None = None
        self._step: DoorwayPage | None = None
        self._inside = QVBoxLayout(self)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._ask_names()

    def names(self) -> tuple[str, str, str]:
        """What was given so far: person, organisation, programme."""
        return self._names

    def step(self) -> DoorwayPage | None:
        """The step that is shown."""
        return self._step

    def present(self, founded: FoundedView) -> None:
        """The programme is founded: the sheets follow."""
        self._founded = founded
        page = SheetPage(self._look, founded.groups, self._randomness, step=self._look.words("Step {n} of 5", n=3))
        page.pdf_asked.connect(lambda path: self.pdf_asked.emit(0, path))
        page.confirmed.connect(self._sheet_right)
        page.later.connect(lambda: self._show_share(1))
        self._put(page)

    def say(self, message: MessageView | None) -> None:
        """Says in the step that is shown what went wrong; it can be tried again."""
        if isinstance(self._step, FirstPassphrasePage | BackupPage):
            self._step.set_working(False)
        if self._step is not None:
            self._step.say(message)

    def backup_made(self) -> None:
        """The backup was made and verified."""
        if isinstance(self._step, BackupPage):
            self._step.say_made()

    def _put(self, page: DoorwayPage) -> None:
        before, self._step = self._step, page
        if before is not None:
            before.hide()
            self._inside.removeWidget(before)
            before.deleteLater()
        self._inside.addWidget(page)
        self.setFocusProxy(page)
        page.show()
        page.setFocus()

    def _ask_names(self) -> None:
        page = NamesPage(self._look, *self._names)
        page.back.connect(self.left)
        page.given.connect(self._named)
        self._put(page)

    def _named(self, person: str, organisation: str, programme: str) -> None:
        self._names = (person, organisation, programme)
        page = FirstPassphrasePage(self._look, self._measure, self._suggest)
        page.back.connect(self._ask_names)
        page.given.connect(self._chosen)
        self._put(page)

    def _chosen(self, passphrase: str) -> None:
        if isinstance(self._step, FirstPassphrasePage):
            self._step.set_working(True)
            self._step.say(None)
        self.found_asked.emit(FoundingWish(*self._names, passphrase))

    def _sheet_right(self, typed: object) -> None:
        self.sheet_confirmed.emit(typed)
        self._show_share(1)

    def _show_share(self, number: int) -> None:
        if self._founded is None or number > len(self._founded.sheets):
            self._founded = None
            self._offer_backup()
            return
        step = self._look.words("Step {n} of 5", n=4)
        page = SharePage(self._look, number, self._founded.sheets[number - 1], self._randomness, step=step)
        page.pdf_asked.connect(self.pdf_asked)
        page.confirmed.connect(lambda done: self._show_share(done + 1))
        self._put(page)

    def _offer_backup(self) -> None:
        page = BackupPage(self._look)
        page.backup_asked.connect(self.backup_asked)
        page.finished.connect(self.finished)
        self._put(page)
