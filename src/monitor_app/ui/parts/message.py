"""Message: in place, never a pop-up. Title: what happened; line: what is safe; button: what to do next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from monitor_app.base import Problem, Words
from monitor_app.ui.look import Look, Tone
from monitor_app.ui.parts.appear import appear
from monitor_app.ui.parts.button import Button
from monitor_app.ui.parts.card import Card
from monitor_app.ui.parts.flow import Flow
from monitor_app.ui.parts.label import IconLabel, Label
from monitor_app.ui.parts.row import row
from monitor_app.ui.parts.spoken import alert

Weight = Literal["stop", "look", "conflict", "news", "done"]

_FACES: dict[Weight, tuple[Tone, str]] = {
    "stop": ("notmet", "warning-octagon-fill"),
    "look": ("partly", "warning"),
    "conflict": ("plum", "git-pull-request"),
    "news": ("primary", "info"),
    "done": ("met", "check-circle-fill"),
}


@dataclass(frozen=True, slots=True)
class MessageView:
    """What is said. `actions` are (key, word) of buttons, the way out first; `closable`: Esc and an x close it."""

    title: str
    line: str = ""
    weight: Weight = "look"
    actions: tuple[tuple[str, str], ...] = ()
    closable: bool = False
    details: str = ""


def message_of(problem: Problem, words: Words, weight: Weight = "stop", *, closable: bool = False) -> MessageView:
    """The message that says a problem."""
    said = problem.say(words)
    return MessageView(
        said.happened, " ".join(part for part in (said.safe, said.next) if part), weight, closable=closable
    )


class Message(QWidget):
    """Signals: `acted(key)` for a button; `closed()`. Hidden while there is nothing to say."""

    acted = Signal(str)
    closed = Signal()

    def __init__(self, look: Look, view: MessageView | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._closable = False
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._card: Card | None = None
        self.present(view)

    def present(self, view: MessageView | None) -> None:
        """Says something, or nothing."""
        if self._card is not None:
            self._card.hide()
            self._outer.removeWidget(self._card)
            self._card.deleteLater()
            self._card = None
        appear(self, view is not None)
        if view is None:
            return
        self._closable = view.closable
        self.setAccessibleName(f"{view.title}. {view.line}" if view.line else view.title)
        self._card = self._made(view)
        self._outer.addWidget(self._card)
        if view.weight == "stop":
            alert(self)

    def _made(self, view: MessageView) -> Card:
        look = self._look
        tone, icon = _FACES[view.weight]
        card = Card(look, outline=tone, ground=tone, margin=14, gap=6)
        title = Label(view.title, "panel", wrap=True)
        head = row(look, IconLabel(look, icon, tone, 20), title, gap=10, top=True)
        head.setStretchFactor(title, 1)
        if view.closable:
            close = Button(look, look.words("Close this message"), "x", rank="quiet", height=36, icon_only=True)
            close.clicked.connect(self._close)
            head.addWidget(close)
        card.inside.addLayout(head)
        if view.line:
            card.inside.addWidget(Label(view.line, "support", wrap=True))
        if view.details:
            self._fold(card, view.details)
        if view.actions:
            card.inside.addSpacing(look.px(4))
            buttons = Flow(look, line_gap=8)
            for key, word in view.actions:
                button = Button(look, word, height=44)
                button.clicked.connect(lambda _=False, key=key: self.acted.emit(key))
                buttons.add(button)
            card.inside.addWidget(buttons)
        card.inside.addStretch(1)
        return card

    def _fold(self, card: Card, details: str) -> None:
        look = self._look
        words = Label(details, "caption", "text2", wrap=True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words.hide()
        fold = Button(look, look.words("Technical details"), "caret-right", rank="quiet", height=36)

        def turn() -> None:
            words.setVisible(words.isHidden())
            fold.set_face(look.words("Technical details"), "caret-right" if words.isHidden() else "caret-down")

        fold.clicked.connect(turn)
        card.inside.addLayout(row(look, fold, None))
        card.inside.addWidget(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._closable:
            self._close()
        else:
            super().keyPressEvent(event)

    def _close(self) -> None:
        self.present(None)
        self.closed.emit()
