"""The organisation's three sheets, one at a time: shown, saved or copied by hand, two words of each typed back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from monitor_app.base import Randomness
from monitor_app.ui.doorway.found_sheet import picked
from monitor_app.ui.doorway.page import DoorwayPage
from monitor_app.ui.files import ask_save
from monitor_app.ui.look import Look
from monitor_app.ui.parts.button import Button
from monitor_app.ui.parts.card import Card
from monitor_app.ui.parts.field import Field, Line
from monitor_app.ui.parts.label import Label
from monitor_app.ui.parts.row import row

_ACROSS = 4


class SharePage(DoorwayPage):
    """One sheet, `number` of three. Signals: `pdf_asked(number, path)`; `confirmed(number)`: two words typed back."""

    pdf_asked = Signal(int, object)
    confirmed = Signal(int)

    def __init__(self, look: Look, number: int, sheet: str, randomness: Randomness, *, step: str = "") -> None:
        words = look.words
        super().__init__(
            look,
            words("Sheet {number} of 3 of the organisation", number=number),
            words(
                "Any two of the three sheets open the whole programme. "
                "Give each to another person you trust, who keeps it in another place."
            ),
            width=720,
        )
        if step:
            self.inside.insertWidget(0, Label(step, "caption", "text3"))
        self._number = number
        self._sheet_words: Sequence[str] = sheet.split()
        self._asked = picked(len(self._sheet_words), 2, randomness)
        self._card = Card(look, margin=16)
        self._card.inside.addLayout(self._grid())
        self.inside.addWidget(self._card)
        save = Button(look, words("Save as PDF"), "download-simple", height=44)
        save.clicked.connect(self._save)
        self._ready = Button(look, words("I have written it down"), "check", rank="primary", height=44)
        self._ready.clicked.connect(self._ask_back)
        self._choices = QWidget()
        self._choices.setLayout(row(look, save, None, self._ready))
        self.inside.addWidget(self._choices)
        self._back = self._typed_back()
        self.inside.addWidget(self._back)
        self.add_message()
        self.add_foot(words("One sheet alone opens nothing. The sheets are kept nowhere on this laptop."))
        self.setFocusProxy(self._ready)

    def _grid(self) -> QGridLayout:
        look = self.look
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.px(14))
        grid.setVerticalSpacing(look.px(4))
        down = -(-len(self._sheet_words) // _ACROSS)
        for place, word in enumerate(self._sheet_words):
            number = Label(str(place + 1), "caption", "text3")
            number.setFixedWidth(look.px(20))
            grid.addLayout(row(look, number, Label(word, "control"), None, gap=6), place % down, place // down)
        return grid

    def _typed_back(self) -> QWidget:
        look, words = self.look, self.look.words
        holder = QWidget()
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(look.px(12))
        inside.addWidget(Label(words("Type two words back from the paper."), "panel", wrap=True))
        self.lines: dict[int, Line] = {}
        self._fields: dict[int, Field] = {}
        fields: list[QWidget] = []
        for number in self._asked:
            line = Line(look, height=48)
            line.returnPressed.connect(self._check)
            self.lines[number] = line
            field = Field(look, words("Word {number}", number=number), line)
            self._fields[number] = field
            fields.append(field)
        inside.addLayout(row(look, *fields, gap=12, top=True))
        again = Button(look, words("Show the sheet again"), "eye", height=44)
        again.clicked.connect(self._show_again)
        check = Button(look, words("Check"), "check", rank="primary", height=44)
        check.clicked.connect(self._check)
        inside.addLayout(row(look, again, None, check))
        holder.hide()
        return holder

    def _save(self) -> None:
        words = self.look.words
        name = words("organisation-sheet-{number}.pdf", number=self._number)
        ask_save(self.look, self, words("Where is the sheet saved?"), name, self._save_at)

    def _save_at(self, path: Path) -> None:
        self.pdf_asked.emit(self._number, path)

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
            right = line.text().strip().lower() == self._sheet_words[number - 1].lower()
            wrong = wrong or not right
            sentence = self.look.words("This is not word {number}. Look at the paper again.", number=number)
            self._fields[number].say_wrong("" if right else sentence)
        if not wrong:
            self.confirmed.emit(self._number)
