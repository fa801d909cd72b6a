"""The head of the middle: which section, two filters, Find; folded also the section as a drop-down and the panels."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from monitor_app.ui.look import Look
from monitor_app.ui.parts.button import Button
from monitor_app.ui.parts.chip import Chip, ChipView
from monitor_app.ui.parts.choice import Option
from monitor_app.ui.parts.field import Combo, Line
from monitor_app.ui.parts.flow import Flow
from monitor_app.ui.parts.label import Label
from monitor_app.ui.parts.switch import Switch


@dataclass(frozen=True, slots=True)
class HeadView:
    """`title` of what is shown; `sections` for the drop-down; counts of the filters; `find` what is searched."""

    title: str
    sections: tuple[Option, ...]
    section: str
    unanswered: int
    unanswered_only: bool
    conflicts: int
    conflicts_only: bool
    searching: bool
    found: str = ""
    notes_word: str = ""


class Head(QWidget):
    """Signals: `section_chosen(key)`, `filtered(key, on)` ("unanswered", "conflicts"), `asked(key)` ("find", "notes",
    "beside"), `searched(text)`, `search_entered()` on Enter, `search_closed()` on Esc or the x."""

    section_chosen = Signal(str)
    filtered = Signal(str, bool)
    asked = Signal(str)
    searched = Signal(str)
    search_entered = Signal()
    search_closed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._folded = False
        words = look.words
        self._title = Label("", "section")
        self._sections = Combo(look)
        self._sections.setAccessibleName(words("Section"))
        self._sections.activated.connect(lambda _index: self.section_chosen.emit(self._sections.chosen_key()))
        self._unanswered = Switch(look, words("Unanswered only"))
        self._unanswered.toggled.connect(lambda on: self.filtered.emit("unanswered", on))
        self._conflicts = Chip(look, ChipView("conflicts", words("Conflicts"), icon="git-pull-request"), height=36)
        self._conflicts.toggled.connect(self.filtered)
        self._find = self._button(words("Find"), "magnifying-glass", "find")
        self._notes = self._button(words("Quick note"), "note-pencil", "notes")
        self._beside = self._button(words("Standards and history"), "columns", "beside")
        self._line = _FindLine(look)
        self._line.textChanged.connect(self.searched)
        self._line.returnPressed.connect(self.search_entered)
        self._line.given_up.connect(self.search_closed)
        self._found = Label("", "support", "text2")
        self._shut = Button(look, words("Close the search"), "x", rank="quiet", height=40, icon_only=True)
        self._shut.clicked.connect(self.search_closed)
        self._tools = Flow(look, gap=12, line_gap=6, to_end=True)
        for widget in (self._unanswered, self._conflicts, self._notes, self._find):
            self._tools.add(widget)
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        px = look.px
        self._layout.setContentsMargins(px(20), px(10), px(20), px(10))
        self._layout.setSpacing(px(8))
        lead = QHBoxLayout()
        lead.setSpacing(px(10))
        for leading in (self._title, self._sections, self._line, self._found, self._shut, self._beside):
            lead.addWidget(leading)
        lead.setStretchFactor(self._line, 1)
        lead.setStretchFactor(self._sections, 1)
        self._layout.addLayout(lead)
        self._layout.addWidget(self._tools, 1)
        self._view: HeadView | None = None

    def _button(self, text: str, icon: str, key: str) -> Button:
        button = Button(self._look, text, icon, height=40)
        button.clicked.connect(lambda: self.asked.emit(key))
        return button

    def fold(self, folded: bool) -> None:
        """Folded: the panels beside have become buttons here."""
        if folded != self._folded:
            self._folded = folded
            self._arrange()

    def present(self, view: HeadView) -> None:
        """Shows what the middle holds."""
        words = self._look.words
        self._view = view
        self._title.setText(view.title)
        self._sections.present(view.sections, view.section)
        self._unanswered.setText(words("Unanswered only ({n})", n=words.number(view.unanswered)))
        self._unanswered.setAccessibleName(self._unanswered.text())
        self._unanswered.blockSignals(True)
        self._unanswered.setChecked(view.unanswered_only)
        self._unanswered.blockSignals(False)
        self._unanswered.updateGeometry()
        self._conflicts.present(
            ChipView(
                "conflicts",
                words("Conflicts {n}", n=words.number(view.conflicts)),
                view.conflicts_only,
                "git-pull-request",
                tone="plum",
            )
        )
        self._notes.set_face(view.notes_word, "note-pencil")
        self._found.setText(view.found)
        if not view.searching and self._line.text():
            self._line.blockSignals(True)
            self._line.clear()
            self._line.blockSignals(False)
        self._arrange()

    def focus_search(self) -> None:
        """Puts the focus into the search line and marks what stands there."""
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)
        self._line.selectAll()

    def _arrange(self) -> None:
        view = self._view
        searching = view is not None and view.searching
        self._title.setVisible(not searching and not self._folded)
        self._sections.setVisible(not searching and self._folded)
        for widget in (self._line, self._found, self._shut):
            widget.setVisible(searching)
        self._unanswered.setVisible(not searching)
        self._conflicts.setVisible(not searching and view is not None and (view.conflicts > 0 or view.conflicts_only))
        self._find.setVisible(not searching)
        self._notes.setVisible(self._folded and not searching)
        self._beside.setVisible(self._folded)
        self._tools.setVisible(not searching)
        self._tools.updateGeometry()
        self._turn()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        """The tools beside the title while both fit, below it otherwise."""
        lead = self._sections if self._folded else self._title
        width = lead.sizeHint().width() + self._tools.sizeHint().width() + self._look.px(56)
        width += self._beside.sizeHint().width() if self._folded else 0
        across = width <= self.width()
        self._layout.setDirection(QBoxLayout.Direction.LeftToRight if across else QBoxLayout.Direction.TopToBottom)


class _FindLine(Line):
    """What is searched. Esc gives it up."""

    given_up = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.words("Find in this checklist"), height=40)
        self.setAccessibleName(look.words("Find in this checklist"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)
