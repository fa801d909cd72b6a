"""Forgotten passphrase: the owner's recovery sheet, or two of the organisation's three sheets."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from monitor_app.ui.doorway.code_groups import GROUPS, CodeGroups, RightGroup
from monitor_app.ui.doorway.page import DoorwayPage
from monitor_app.ui.doorway.radio_card import RadioCard
from monitor_app.ui.look import Look
from monitor_app.ui.parts.button import Button
from monitor_app.ui.parts.card import Card
from monitor_app.ui.parts.field import Field
from monitor_app.ui.parts.label import IconLabel, Label
from monitor_app.ui.parts.note_field import NoteField
from monitor_app.ui.parts.row import row

WrongSheet = Callable[[str], str]
"""What a person typed of an organisation's sheet -> a sentence on what is wrong with it, "" for a right one."""


class ForgottenPage(DoorwayPage):
    """Signals: `code_given(groups)`, a tuple of eight; `sheets_given(first, second)`. A new passphrase comes next."""

    code_given = Signal(object)
    sheets_given = Signal(str, str)

    def __init__(self, look: Look, is_right: RightGroup, wrong_sheet: WrongSheet) -> None:
        words = look.words
        super().__init__(
            look,
            words("Forgotten passphrase"),
            words("Your work is not lost. There are two ways back to it."),
            with_back=True,
            width=720,
        )
        self._wrong_sheet = wrong_sheet
        self._own_choice = RadioCard(look, words("I have my recovery sheet"), framed=False, parent=self)
        self._other_choice = RadioCard(look, words("I do not have it"), framed=False, parent=self)
        for choice in (self._own_choice, self._other_choice):
            choice.setAutoExclusive(False)
        self._own_choice.clicked.connect(lambda: self._choose(own=True))
        self._other_choice.clicked.connect(lambda: self._choose(own=False))
        self._own_card = Card(look, margin=20, gap=10)
        self._own_card.inside.addWidget(self._own_choice)
        self._own = self._own_way(is_right)
        self._own_card.inside.addWidget(self._own)
        self._other_card = Card(look, margin=20, gap=10)
        self._other_card.inside.addWidget(self._other_choice)
        self._other_card.inside.addWidget(
            Label(
                words(
                    "Two of the programme’s three recovery sheets open it together. "
                    "Ask the people who keep them to come and type them here. "
                    "Your work stays on this laptop until then."
                ),
                "support",
                "text2",
                wrap=True,
            )
        )
        self._other = self._other_way()
        self._other_card.inside.addWidget(self._other)
        self.inside.addSpacing(look.px(8))
        self.inside.addWidget(self._own_card)
        self.inside.addWidget(self._other_card)
        self.add_message()
        self.add_foot(words("Every recovery is recorded for the programme."))
        self._choose(own=True)

    def _own_way(self, is_right: RightGroup) -> QWidget:
        look, words = self.look, self.look.words
        way = QWidget()
        inside = QVBoxLayout(way)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(look.px(12))
        line = words("Type the code printed on it. Each group is checked as you type.")
        inside.addWidget(Label(line, "support", "text2", wrap=True))
        self.groups = CodeGroups(look, is_right)
        self.groups.changed.connect(self._counted)
        inside.addWidget(self.groups)
        self._count_icon = IconLabel(look, "circle-dashed", "na", 16)
        self._count = Label("", "support")
        self._open = Button(look, words("Open and choose a new passphrase"), rank="primary", height=48)
        self._open.clicked.connect(lambda: self.code_given.emit(self.groups.typed()))
        inside.addLayout(row(look, self._count_icon, self._count, None, self._open))
        self._counted(0)
        return way

    def _other_way(self) -> QWidget:
        look, words = self.look, self.look.words
        way = QWidget()
        inside = QVBoxLayout(way)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(look.px(12))
        self._sheets: list[NoteField] = []
        self._sheet_fields: list[Field] = []
        for label in (words("The words of the first sheet"), words("The words of the second sheet")):
            sheet = NoteField(look, label)
            sheet.textChanged.connect(self._sheets_changed)
            field = Field(look, label, sheet)
            self._sheets.append(sheet)
            self._sheet_fields.append(field)
            inside.addWidget(field)
        self._open_together = Button(look, words("Open with two sheets"), rank="primary", height=48)
        self._open_together.clicked.connect(self._together)
        inside.addLayout(row(look, None, self._open_together))
        self._sheets_changed()
        return way

    def _choose(self, *, own: bool) -> None:
        self._own_choice.setChecked(own)
        self._other_choice.setChecked(not own)
        self._own_card.set_ground("surface", "primary" if own else None)
        self._other_card.set_ground("surface", None if own else "primary")
        self._own.setVisible(own)
        self._other.setVisible(not own)
        self.setFocusProxy(self.groups if own else self._sheets[0])
        self.setFocus()

    def _counted(self, right: int) -> None:
        words = self.look.words
        self._count.setText(words("{n} of 8 groups are right", n=right))
        self._count_icon.set_icon("check-circle-fill" if right else "circle-dashed", "met" if right else "na")
        self._open.setEnabled(right == GROUPS)

    def _sheets_changed(self) -> None:
        self._open_together.setEnabled(all(sheet.toPlainText().strip() for sheet in self._sheets))

    def _together(self) -> None:
        texts = [" ".join(sheet.toPlainText().split()) for sheet in self._sheets]
        wrong = [self._wrong_sheet(text) for text in texts]
        for field, sentence in zip(self._sheet_fields, wrong, strict=True):
            field.say_wrong(sentence)
        if not any(wrong):
            self.sheets_given.emit(texts[0], texts[1])
