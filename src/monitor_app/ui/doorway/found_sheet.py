"""The recovery sheet: eight groups to write down, then two of them typed back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from monitor_app.base import Randomness
from monitor_app.ui.doorway.page import DoorwayPage
from monitor_app.ui.files import ask_save
from monitor_app.ui.look import Look
from monitor_app.ui.parts.button import Button
from monitor_app.ui.parts.card import Card
from monitor_app.ui.parts.field import Field, Line
from monitor_app.ui.parts.label import Label
from monitor_app.ui.parts.row import row


class SheetPage(DoorwayPage):
    """Signals: `pdf_asked(path)`; `confirmed(typed)`, {group number from 1: text}, both right; `later()`."""

    pdf_asked = Signal(object)
    confirmed = Signal(object)
    later = Signal()

    def __init__(self, look: Look, groups: Sequence[str], randomness: Randomness, *, step: str = "") -> None:
        words = look.words
        super().__init__(
            look,
            words("Your recovery sheet"),
            words("It opens this profile if you forget the passphrase. Write it down now: it is kept nowhere else."),
            width=720,
        )
        if step:
            self.inside.insertWidget(0, Label(step, "caption", "text3"))
        self._groups = tuple(groups)
        self._asked = picked(len(self._groups), 2, randomness)
        card = Card(look, margin=18)
        card.inside.addLayout(self._grid(self._groups))
        self.inside.addWidget(card)
        save = Button(look, words("Save as PDF"), "download-simple", height=44)
        save.clicked.connect(self._save)
        self._ready = Button(look, words("I have written it down"), "check", rank="primary", height=44)
        self._ready.clicked.connect(self._ask_back)
        self._choices = QWidget()
        self._choices.setLayout(row(look, save, None, self._ready))
        self.inside.addWidget(self._choices)
        self._card = card
        self._back = self._typed_back()
        self.inside.addWidget(self._back)
        self.add_message()
        note = words("Keep it away from the laptop, in a closed envelope. Whoever holds both can read everything.")
        self.add_foot(note)
        self.setFocusProxy(self._ready)

    def _grid(self, groups: tuple[str, ...]) -> QGridLayout:
        look = self.look
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.px(16))
        grid.setVerticalSpacing(look.px(12))
        for place, group in enumerate(groups):
            number = Label(str(place + 1), "caption", "text3")
            code = Label(group, "page")
            code.setAccessibleName(f"{place + 1}: {' '.join(group)}")
            code.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
            grid.addLayout(row(look, number, code, None, gap=8), place // 4, place % 4)
        return grid

    def _typed_back(self) -> QWidget:
        look, words = self.look, self.look.words
        holder = QWidget()
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(look.px(12))
        inside.addWidget(Label(words("Type two groups back from your paper."), "panel", wrap=True))
        self.lines: dict[int, Line] = {}
        fields: list[QWidget] = []
        self._fields: dict[int, Field] = {}
        for number in self._asked:
            line = Line(look, height=48)
            line.returnPressed.connect(self._check)
            self.lines[number] = line
            field = Field(look, words("Group {number}", number=number), line)
            self._fields[number] = field
            fields.append(field)
        inside.addLayout(row(look, *fields, gap=12, top=True))
        again = Button(look, words("Show the sheet again"), "eye", height=44)
        again.clicked.connect(self._show_again)
        later = Button(look, words("Do this later"), rank="quiet", height=44)
        later.clicked.connect(self.later)
        check = Button(look, words("Check"), "check", rank="primary", height=44)
        check.clicked.connect(self._check)
        inside.addLayout(row(look, again, later, None, check))
        holder.hide()
        return holder

    def _save(self) -> None:
        words = self.look.words
        ask_save(self.look, self, words("Where is the sheet saved?"), words("recovery-sheet.pdf"), self._save_at)

    def _save_at(self, path: Path) -> None:
        self.pdf_asked.emit(path)

    def _ask_back(self) -> None:
        self._card.hide()
        self._choices.hide()
        self._back.show()
        self.lines[self._asked[0]].setFocus()

    def _show_again(self) -> None:
        self._back.hide()
        self._card.show()
        self._choices.show()
        self._ready.setFocus()

    def _check(self) -> None:
        wrong = False
        for number, line in self.lines.items():
            right = plain(line.text()) == plain(self._groups[number - 1])
            wrong = wrong or not right
            sentence = self.look.words("This is not group {number}. Look at your paper again.", number=number)
            self._fields[number].say_wrong("" if right else sentence)
        if not wrong:
            self.confirmed.emit({number: line.text() for number, line in self.lines.items()})


def picked(count: int, wanted: int, randomness: Randomness) -> tuple[int, ...]:
    """Different numbers from 1 to `count`, in order, picked by chance."""
    left = list(range(1, count + 1))
    chosen = [left.pop(int.from_bytes(randomness(4), "big") % len(left)) for _ in range(wanted)]
    return tuple(sorted(chosen))


def plain(text: str) -> str:
    """A typed group or word without what does not count: case, spaces, O for 0, I and L for 1, U for V."""
    joined = "".join(text.upper().split()).replace("-", "")
    return joined.translate(str.maketrans("OILU", "011V"))
