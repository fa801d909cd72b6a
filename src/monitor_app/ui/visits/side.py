"""The side of Home: how long each place has waited for a visit, against the aim of the programme."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from monitor_app.ui.look import Look
from monitor_app.ui.parts.label import IconLabel, Label
from monitor_app.ui.parts.progress import ProgressBar
from monitor_app.ui.parts.row import Scroll, column, row
from monitor_app.ui.visits.since import SinceView


class SincePanel(Scroll):
    """Shows the places, the longest wait first."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, margin=20, gap=14, side=True, parent=parent)
        words = look.words
        title = Label(words("Days since last visit"), "panel", wrap=True)
        head = row(look, title, IconLabel(look, "calendar-blank", "text2"))
        head.setStretchFactor(title, 1)
        self._aim = Label("", "support", "text2", wrap=True)
        self._nothing = Label(words("No visit has taken place yet."), "support", "text2", wrap=True)
        top = column(look, gap=6)
        top.addLayout(head)
        top.addWidget(self._aim)
        top.addWidget(self._nothing)
        self.inside.addLayout(top)
        self.inside.addStretch(1)
        self._shown: list[QWidget] = []

    def present(self, aim: str, places: Sequence[SinceView]) -> None:
        """Shows the aim and the places."""
        self._aim.setText(aim)
        self._nothing.setHidden(bool(places))
        for widget in self._shown:
            self.inside.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._shown = [self._made(place) for place in places]
        for index, widget in enumerate(self._shown):
            self.inside.insertWidget(1 + index, widget)

    def _made(self, place: SinceView) -> QWidget:
        look = self._look
        made = QWidget()
        name = Label(place.place, "control", wrap=True)
        name.setProperty("type", "label")
        days = Label(place.days, "label", "text" if place.tone == "primary" else place.tone)
        head = row(look, name, days, top=True)
        head.setStretchFactor(name, 1)
        bar = ProgressBar(look)
        bar.present(place.done, place.whole, place.tone)
        bar.setAccessibleName(f"{place.place}, {place.days}")
        inside = column(look, gap=5)
        inside.addLayout(head)
        inside.addWidget(bar)
        if place.line:
            inside.addWidget(Label(place.line, "caption", "text2", wrap=True))
        made.setLayout(inside)
        return made
