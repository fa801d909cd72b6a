"""Guidance: "What may show this", a fold with the indicators of a question; other evidence is welcome."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from monitor_app.ui.look import Look
from monitor_app.ui.parts.appear import appear
from monitor_app.ui.parts.button import Button
from monitor_app.ui.parts.card import Card
from monitor_app.ui.parts.label import Label
from monitor_app.ui.parts.row import row


class Guidance(QWidget):
    """Signal: `turned()` when a person folds or unfolds it; whoever holds the card remembers and presents anew."""

    turned = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._card = Card(look, ground="canvas", margin=6, gap=2)
        outer.addWidget(self._card)
        self._fold = Button(look, look.words("What may show this"), "caret-right", rank="quiet", height=36)
        self._fold.clicked.connect(self.turned)
        self._lines = Label("", "support", "text2", wrap=True)
        self._lines.setContentsMargins(look.px(8), 0, look.px(8), look.px(6))
        self._card.inside.addLayout(row(look, self._fold, None))
        self._card.inside.addWidget(self._lines)

    def present(self, lines: tuple[str, ...], *, is_open: bool) -> None:
        """Shows the indicators, folded or not; without any it hides."""
        appear(self, bool(lines))
        self._lines.setText("  ·  ".join(lines))
        self._lines.setHidden(not is_open)
        self._fold.set_face(self._look.words("What may show this"), "caret-down" if is_open else "caret-right")
