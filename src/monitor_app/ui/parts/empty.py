"""Empty state: says that there is nothing yet and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from monitor_app.ui.look import Look
from monitor_app.ui.parts.button import Button
from monitor_app.ui.parts.card import Card
from monitor_app.ui.parts.label import IconLabel, Label
from monitor_app.ui.parts.row import row


@dataclass(frozen=True, slots=True)
class EmptyView:
    """`actions` are (key, word, icon) of buttons; the first is primary."""

    title: str
    line: str = ""
    icon: str = "clipboard-text"
    actions: tuple[tuple[str, str, str], ...] = ()


class EmptyState(QWidget):
    """Signal: `acted(key)`."""

    acted = Signal(str)

    def __init__(self, look: Look, view: EmptyView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        card = Card(look, gap=8)
        outer.addWidget(card)
        card.inside.addLayout(
            row(look, None, IconLabel(look, view.icon, "text2", 24), Label(view.title, "panel"), None)
        )
        if view.line:
            line = Label(view.line, "support", "text2", wrap=True)
            line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            card.inside.addWidget(line)
        if view.actions:
            buttons = QHBoxLayout()
            buttons.addStretch(1)
            for index, (key, word, icon) in enumerate(view.actions):
                button = Button(look, word, icon, rank="secondary" if index else "primary", height=44)
                button.clicked.connect(lambda _=False, key=key: self.acted.emit(key))
                buttons.addWidget(button)
            buttons.addStretch(1)
            card.inside.addLayout(buttons)
