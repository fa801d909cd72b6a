"""The top bar: where you are, what is saved and shared, who you are, Hide and Lock."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from monitor_app.ui.look import Look
from monitor_app.ui.parts.avatar import Avatar, Member
from monitor_app.ui.parts.button import Button
from monitor_app.ui.parts.hide_button import HideButton
from monitor_app.ui.parts.label import ElidedLabel, Label
from monitor_app.ui.parts.row import line
from monitor_app.ui.parts.states import NOTHING_SAVED, SaveState, SaveView, ShareState, ShareView
from monitor_app.ui.parts.strokes import begin


@dataclass(frozen=True, slots=True)
class Where:
    """What the bar says about a page. `crumbs`: (key, word) of the way back; `aside`: words after them."""

    title: str
    crumbs: tuple[tuple[str, str], ...] = ()
    aside: str = ""


@dataclass(frozen=True, slots=True)
class Myself:
    """The person at this laptop; `role` in words ("Team lead")."""

    member: Member
    role: str


class TopBar(QWidget):
    """Signals: `crumb_asked(key)`, `lock_asked()`, `share_asked()`."""

    crumb_asked = Signal(str)
    lock_asked = Signal()
    share_asked = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        words = look.words
        self.setObjectName("topbar")
        self.setAccessibleName(words("Top bar"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._crumb_row = QHBoxLayout()
        self._crumb_row.setSpacing(look.px(6))
        self._title = ElidedLabel("", "page")
        self._title_row = QHBoxLayout()
        self._title_row.setSpacing(look.px(16))
        self._title_row.addWidget(self._title, 1)
        self._tools = QHBoxLayout()
        self._tools.setSpacing(look.px(12))
        left = QVBoxLayout()
        left.setSpacing(look.px(2))
        left.addStretch(1)
        left.addLayout(self._crumb_row)
        left.addLayout(self._title_row)
        left.addStretch(1)
        self._saved = SaveState(look)
        self._shared = ShareState(look)
        states = QVBoxLayout()
        states.setSpacing(look.px(3))
        states.addStretch(1)
        states.addWidget(self._saved)
        states.addWidget(self._shared)
        states.addStretch(1)
        self._shared.asked.connect(self.share_asked)
        self._upright = line(upright=True)
        self._avatar: Avatar | None = None
        self._who = QHBoxLayout()
        self._who.setSpacing(look.px(8))
        self.hide_button = HideButton(look)
        self.lock_button = Button(look, words("Lock"), "lock-simple", height=40)
        self.lock_button.setAccessibleName(words("Lock now"))
        self.lock_button.setToolTip("Ctrl+L")
        self.lock_button.clicked.connect(self.lock_asked)
        bar = QHBoxLayout(self)
        bar.setContentsMargins(look.px(24), look.px(8), look.px(20), look.px(9))
        bar.setSpacing(look.px(14))
        bar.addLayout(left, 1)
        bar.addLayout(self._tools)
        bar.addLayout(states)
        bar.addWidget(self._upright)
        bar.addLayout(self._who)
        bar.addWidget(self.hide_button)
        bar.addWidget(self.lock_button)
        self.present_saved(NOTHING_SAVED)
        self._shared.hide()
        self._names: list[QWidget] = []

    def present(self, where: Where, tools: tuple[QWidget, ...] = ()) -> None:
        """Says where you are; `tools` are the page's own buttons beside the title."""
        _empty(self._crumb_row)
        for place, (key, text) in enumerate(where.crumbs):
            if place:
                self._crumb_row.addWidget(Label("/", "support", "text3"))
            crumb = Button(self._look, text, rank="quiet", height=36) if key else Label(text, "support", "text2")
            if isinstance(crumb, Button):
                crumb.set_small()
                crumb.clicked.connect(lambda _=False, key=key: self.crumb_asked.emit(key))
            self._crumb_row.addWidget(crumb)
        if where.aside:
            self._crumb_row.addWidget(Label(f"/  {where.aside}", "support", "text2"))
        self._crumb_row.addStretch(1)
        self._title.setText(where.title)
        _empty(self._tools)
        for tool in tools:
            self._tools.addWidget(tool)

    def present_saved(self, view: SaveView) -> None:
        """What is saved."""
        self._saved.present(view)

    def present_shared(self, view: ShareView | None) -> None:
        """What is shared; None while there is nothing to share with."""
        self._shared.setVisible(view is not None)
        if view is not None:
            self._shared.present(view)

    def present_myself(self, myself: Myself) -> None:
        """Who is at this laptop."""
        _empty(self._who)
        self._avatar = Avatar(self._look, myself.member, 30)
        name = Label(myself.member.name, "label")
        role = Label(myself.role, "caption", "text2")
        both = QVBoxLayout()
        both.setSpacing(0)
        both.addWidget(name)
        both.addWidget(role)
        self._who.addWidget(self._avatar)
        self._who.addLayout(both)
        self._names = [name, role]
        self._fit(self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit(event.size().width())

    def _fit(self, width: int) -> None:
        px = self._look.px
        for name in self._names:
            name.setVisible(width >= px(900))
        if self._avatar is not None:
            self._avatar.setVisible(width >= px(860))
        self._upright.setVisible(width >= px(860))
        self._saved.set_short(width < px(900))
        self._shared.set_short(width < px(900))
        self.hide_button.set_icon_only(width < px(900))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = begin(self)
        tokens = self._look.tokens
        painter.fillRect(self.rect(), QColor(tokens.surface))
        edge = self.rect().adjusted(0, self.height() - tokens.outline, 0, 0)
        painter.fillRect(edge, QColor(tokens.border))


def _empty(layout: QHBoxLayout | QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif isinstance(inner, QHBoxLayout | QVBoxLayout):
            _empty(inner)
