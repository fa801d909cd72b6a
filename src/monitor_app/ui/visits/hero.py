"""The visit under way: one card with one primary button, Continue."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from monitor_app.base import SpaceId
from monitor_app.ui.look import Look
from monitor_app.ui.parts.avatar import Avatar
from monitor_app.ui.parts.button import Button
from monitor_app.ui.parts.card import Card
from monitor_app.ui.parts.flow import Flow
from monitor_app.ui.parts.label import Label
from monitor_app.ui.parts.pill import Pill
from monitor_app.ui.parts.progress import ProgressBar
from monitor_app.ui.parts.row import column, row
from monitor_app.ui.visits.view import HeroView


class Hero(QWidget):
    """Signal: `asked(space)`: go on with this visit."""

    asked = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._card: Card | None = None
        self._button: Button | None = None
        self._view: HeroView | None = None

    def present(self, view: HeroView | None) -> None:
        """Shows the visit, or nothing."""
        if view == self._view:
            return
        had_focus = self._button is not None and self._button.hasFocus()
        if self._card is not None:
            self._outer.removeWidget(self._card)
            self._card.hide()
            self._card.deleteLater()
        self._view, self._card, self._button = view, None, None
        self.setHidden(view is None)
        if view is not None:
            self._card = self._made(view)
            self._outer.addWidget(self._card)
            if had_focus:
                self.focus_button()

    def focus_button(self) -> bool:
        """Puts the focus on Continue, so that Enter goes on. False where no visit is under way."""
        if self._button is None:
            return False
        self._button.setFocus()
        return True

    def _made(self, view: HeroView) -> Card:
        look, words = self._look, self._look.words
        card = Card(look, edge="primary", margin=18, gap=8)
        pills = Flow(look, gap=10, line_gap=6)
        for pill in view.pills:
            pills.add(Pill(look, pill))
        head = row(look, pills, Label(view.when, "support", "text2"), gap=12)
        head.setStretchFactor(pills, 1)
        card.inside.addLayout(head)
        self._button = Button(look, words("Continue"), "arrow-right", rank="primary", height=48)
        self._button.setAccessibleName(words("Continue the visit {place}", place=view.place))
        space: SpaceId = view.space
        self._button.clicked.connect(lambda: self.asked.emit(space))
        place, about = Label(view.place, "page", wrap=True), Label(view.line, "body", "text2", wrap=True)
        names = column(look, place, about, gap=4)
        middle = row(look, gap=16)
        middle.addLayout(names, 1)
        middle.addWidget(self._button)
        card.inside.addLayout(middle)
        card.inside.addLayout(self._foot(view))
        return card

    def _foot(self, view: HeroView) -> QVBoxLayout:
        look, words = self._look, self._look.words
        bar = ProgressBar(look)
        bar.present(view.done, view.whole)
        count = row(look, Label(words("Checklist"), "label"), None, Label(view.progress, "support", "text2"))
        progress = column(look, gap=6)
        progress.addLayout(count)
        progress.addWidget(bar)
        foot = row(look, gap=24)
        foot.addLayout(progress, 1)
        team = row(look, *(Avatar(look, member, 30) for member in view.team), gap=10)
        foot.addLayout(team)
        around = column(look, gap=0)
        around.addSpacing(look.px(4))
        around.addLayout(foot)
        return around
