"""The team of a visit: who, in which role, with which languages."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from monitor_app.ui.look import Look
from monitor_app.ui.overview.view import TeamRowView
from monitor_app.ui.parts import Avatar, Button, Card, Label, line, row


class TeamCard(QWidget):
    """Signal: `change_asked()`: the lead wants to change who comes along."""

    change_asked = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._card = Card(look, margin=0, gap=0)
        outer.addWidget(self._card)
        self._change = Button(look, look.words("Change the team"), "users-three")
        self._change.clicked.connect(self.change_asked)
        head = row(look, Label(look.words("Team"), "panel"), None, self._change)
        px = look.px
        head.setContentsMargins(px(18), px(12), px(16), px(12))
        self._card.inside.addLayout(head)
        self._rows: list[QWidget] = []
        self._team: tuple[TeamRowView, ...] | None = None

    def present(self, team: tuple[TeamRowView, ...], *, may_change: bool) -> None:
        """Shows a team, the lead first."""
        self._change.setVisible(may_change)
        if team == self._team:
            return
        self._team = team
        for widget in self._rows:
            self._card.inside.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._rows = [self._made(member) for member in team]
        for widget in self._rows:
            self._card.inside.addWidget(widget)

    def _made(self, member: TeamRowView) -> QWidget:
        look, px = self._look, self._look.px
        made = QWidget()
        inside = QVBoxLayout(made)
        inside.setContentsMargins(1, 0, 1, 0)
        inside.setSpacing(0)
        inside.addWidget(line())
        name = Label(member.name, "control", wrap=True)
        shown = row(look, Avatar(look, member.member, 30), name, Label(member.languages, "support", "text2"), gap=12)
        shown.setStretchFactor(name, 1)
        shown.setContentsMargins(px(16), px(12), px(18), px(12))
        inside.addLayout(shown)
        return made
