"""A repeat on the screen: the head of a row (an area toured, a register checked), and the card that adds one."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from monitor_app.ui.look import Look
from monitor_app.ui.parts.button import Button
from monitor_app.ui.parts.card import Card
from monitor_app.ui.parts.label import IconLabel, Label, VeiledLabel
from monitor_app.ui.parts.row import row


@dataclass(frozen=True, slots=True)
class RowView:
    """A row: "Area 2", the answers that tell it from the others, folded or open; `gone`: it was taken out just now."""

    path: str
    title: str
    summary: str
    is_open: bool
    writable: bool
    gone: bool = False


@dataclass(frozen=True, slots=True)
class AddView:
    """The button below the rows of a repeat; `path` is the repeat's, inside its own row where it has one."""

    path: str
    text: str
    writable: bool


class RowCard(QWidget):
    """Signals: `turned(path)` folds or unfolds; `removed(path)`; `restored(path)`."""

    turned = Signal(str)
    removed = Signal(str)
    restored = Signal(str)

    def __init__(self, look: Look, view: RowView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._view = view
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._card = Card(look, ground="canvas" if view.gone else "surface", dashed=view.gone, margin=10, gap=4)
        outer.addWidget(self._card)
        words = look.words
        self._turn = Button(look, view.title, "caret-right", rank="quiet", height=44)
        self._turn.clicked.connect(lambda: self.turned.emit(self._view.path))
        self._gone = Label("", "support", "text2", wrap=True)
        self._summary = VeiledLabel(look, "", "support", "text2")
        self._remove = Button(look, words("Remove"), "trash", rank="quiet", height=44)
        self._remove.clicked.connect(lambda: self.removed.emit(self._view.path))
        self._undo = Button(look, words("Undo"), "arrow-u-up-left", height=44)
        self._undo.clicked.connect(lambda: self.restored.emit(self._view.path))
        line = row(look, self._turn, self._gone, self._summary, self._remove, self._undo)
        line.setStretchFactor(self._summary, 1)
        line.setStretchFactor(self._gone, 1)
        self._card.inside.addLayout(line)
        self.present(view)

    def present(self, view: RowView) -> None:
        """Shows the head of a row."""
        words = self._look.words
        self._view = view
        self._turn.set_face(view.title, "caret-down" if view.is_open else "caret-right")
        state = words("open") if view.is_open else words("folded")
        self._turn.setAccessibleName(f"{view.title}, {state}")
        self._turn.setHidden(view.gone)
        self._gone.setText(words("{row} is taken out. Its answers stay in the history.", row=view.title))
        self._gone.setHidden(not view.gone)
        self._summary.set_words(view.summary)
        self._summary.setHidden(view.gone)
        self._remove.setHidden(view.gone or not view.writable)
        self._remove.setAccessibleName(words("Remove {row}", row=view.title))
        self._undo.setHidden(not view.gone)
        self.setAccessibleName(view.title)

    def focus_answer(self) -> None:
        """Puts the focus on the button that folds."""
        target = self._undo if self._view.gone else self._turn
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and not self._view.gone:
            self.turned.emit(self._view.path)


class AddCard(QWidget):
    """Signal: `added(path)`."""

    added = Signal(str)

    def __init__(self, look: Look, view: AddView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._button = Button(look, view.text, "plus", height=44)
        self._button.setEnabled(view.writable)
        self._button.clicked.connect(lambda: self.added.emit(view.path))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row(look, self._button, None))

    def focus_answer(self) -> None:
        """Puts the focus on the button."""
        self._button.setFocus(Qt.FocusReason.OtherFocusReason)


class WordsCard(QWidget):
    """Words of the form that ask nothing."""

    def __init__(self, look: Look, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        card = Card(look, ground="canvas", margin=12)
        outer.addWidget(card)
        self._label = Label("", "body", "text2", wrap=True)
        line = row(look, IconLabel(look, "info", "text2"), self._label, gap=10, top=True)
        line.setStretchFactor(self._label, 1)
        card.inside.addLayout(line)
        self.present(text)

    def present(self, text: str) -> None:
        """Shows the words."""
        self._label.setText(text)
        self.setAccessibleName(text)
