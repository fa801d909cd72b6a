"""The outline at the left: which checklist, its sections with their progress, quick notes, the pinned version."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from monitor_app.ui.look import Look
from monitor_app.ui.parts.button import Button
from monitor_app.ui.parts.choice import Option
from monitor_app.ui.parts.field import Combo
from monitor_app.ui.parts.label import IconLabel, Label
from monitor_app.ui.parts.row import line, row
from monitor_app.ui.parts.section_rows import SectionRow, section_list

WIDTH = 232
_CHOOSER_LIST = 360


@dataclass(frozen=True, slots=True)
class OutlineView:
    """`checklists` are those of the visit, the chooser hides with one; `foot` is the pinned version."""

    checklists: tuple[Option, ...]
    checklist: str
    sections: tuple[SectionRow, ...]
    section: str
    notes: int
    foot: str


class OutlinePanel(QWidget):
    """Signals: `section_chosen(key)`, `checklist_chosen(key)`, `notes_asked()`."""

    section_chosen = Signal(str)
    checklist_chosen = Signal(str)
    notes_asked = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        words = look.words
        self._chooser = Combo(look)
        self._chooser.setAccessibleName(words("Checklist"))
        self._chooser.activated.connect(lambda _index: self.checklist_chosen.emit(self._chooser.chosen_key()))
        self._chooser.view().setMinimumWidth(look.px(_CHOOSER_LIST))
        self._list, self._model = section_list(look)
        self._list.opened.connect(self.section_chosen)
        self._notes = Button(look, words("Quick note"), "note-pencil", height=40)
        self._notes.setToolTip(words("F7, or Q outside a text"))
        self._notes.clicked.connect(self.notes_asked)
        self._foot = Label("", "support", "text2", wrap=True)
        foot = row(look, IconLabel(look, "info", "text2"), self._foot, gap=8)
        foot.setStretchFactor(self._foot, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        head = QVBoxLayout()
        px = look.px
        head.setContentsMargins(px(16), px(14), px(12), px(8))
        head.setSpacing(px(8))
        head.addWidget(Label(words("Sections"), "panel"))
        head.addWidget(self._chooser)
        layout.addLayout(head)
        layout.addWidget(self._list, 1)
        tools = QVBoxLayout()
        tools.setContentsMargins(px(12), px(8), px(12), px(10))
        tools.addWidget(self._notes)
        layout.addLayout(tools)
        layout.addWidget(line())
        below = QVBoxLayout()
        below.setContentsMargins(px(16), px(9), px(12), px(9))
        below.addLayout(foot)
        layout.addLayout(below)
        self.setFixedWidth(px(WIDTH))

    def present(self, view: OutlineView) -> None:
        """Shows the sections."""
        words = self._look.words
        self._chooser.present(view.checklists, view.checklist)
        self._chooser.setHidden(len(view.checklists) < 2)
        self._model.present(view.sections)
        self._list.choose(view.section)
        self._notes.set_face(notes_word(self._look, view.notes), "note-pencil")
        self._foot.setText(view.foot)
        self._list.setAccessibleName(words("Sections"))

    def focus_sections(self) -> None:
        """Puts the focus on the list."""
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)


def notes_word(look: Look, waiting: int) -> str:
    """Quick note, with how many wait."""
    words = look.words
    return words("Quick note ({n})", n=words.number(waiting)) if waiting else words("Quick note")
