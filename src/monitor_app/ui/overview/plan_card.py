"""Where the visit stands and what can be done next; and, further down, what was planned."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from monitor_app.ui.look import Look
from monitor_app.ui.overview.view import OverviewView
from monitor_app.ui.parts import Button, Card, Flow, Label, Pill, row

Facts = tuple[tuple[str, str], ...]


class StateCard(QWidget):
    """Signal: `stepped(step)`: a person takes a step with the visit as a whole."""

    stepped = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._card: Card | None = None
        self._shown: object = None

    def present(self, view: OverviewView) -> None:
        """Shows where a visit stands."""
        shown = (view.pills, view.line, view.when, view.steps)
        if shown == self._shown:
            return
        self._shown = shown
        if self._card is not None:
            self._outer.removeWidget(self._card)
            self._card.hide()
            self._card.deleteLater()
        self._card = self._made(view)
        self._outer.addWidget(self._card)

    def _made(self, view: OverviewView) -> Card:
        look = self._look
        card = Card(look, gap=12)
        pills = Flow(look, gap=8, line_gap=6)
        for pill in view.pills:
            pills.add(Pill(look, pill))
        head = row(look, pills, Label(view.when, "support", "text2"), gap=12)
        head.setStretchFactor(pills, 1)
        card.inside.addLayout(head)
        card.inside.addWidget(Label(view.line, "body", "text2", wrap=True))
        if view.steps:
            buttons = Flow(look, gap=10, line_gap=8)
            for step in view.steps:
                button = Button(look, step.text, step.icon, rank="primary" if step.primary else "secondary", height=44)
                button.clicked.connect(lambda _=False, key=step.step: self.stepped.emit(key))
                buttons.add(button)
            card.inside.addWidget(buttons)
        return card


class PlanCard(QWidget):
    """What was planned, as lines of label and value."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._card = Card(look, gap=10)
        outer.addWidget(self._card)
        self._card.inside.addWidget(Label(look.words("The plan"), "panel"))
        self._lines: QWidget | None = None
        self._facts: Facts | None = None

    def present(self, facts: Facts) -> None:
        """Shows (label, value) lines."""
        if facts == self._facts:
            return
        self._facts = facts
        if self._lines is not None:
            self._card.inside.removeWidget(self._lines)
            self._lines.hide()
            self._lines.deleteLater()
        self._lines = QWidget()
        self._lines.setLayout(self.grid(self._look, facts))
        self._card.inside.addWidget(self._lines)

    @staticmethod
    def grid(look: Look, facts: Facts) -> QGridLayout:
        """(label, value) lines in two columns."""
        px = look.px
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(16))
        grid.setVerticalSpacing(px(6))
        grid.setColumnStretch(1, 1)
        for line, (label, value) in enumerate(facts):
            grid.addWidget(Label(label, "support", "text2"), line, 0, Qt.AlignmentFlag.AlignTop)
            shown = Label(value, "support", wrap=True)
            shown.setAccessibleName(f"{label}: {value}")
            grid.addWidget(shown, line, 1)
        return grid
