"""The right side: standards and history, or quick notes. Folded, it comes out over the middle; Esc puts it away."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from monitor_app.ui.checklist.beside_panel import BesidePanel
from monitor_app.ui.checklist.inbox_panel import InboxPanel
from monitor_app.ui.look import Look
from monitor_app.ui.parts.button import Button
from monitor_app.ui.parts.label import Label
from monitor_app.ui.parts.row import line, row

WIDTH = 304


class Side(QWidget):
    """Holds both panels. Signal: `put_away()` when the folded side is closed."""

    put_away = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._folded = False
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.beside = BesidePanel(look)
        self.inbox = InboxPanel(look)
        self.inbox.closed.connect(self._inbox_closed)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.beside)
        self._stack.addWidget(self.inbox)
        words = look.words
        shut = Button(look, words("Close"), "x", rank="quiet", height=44)
        shut.clicked.connect(self.close_folded)
        self._bar = QWidget()
        bar = QVBoxLayout(self._bar)
        bar.setContentsMargins(look.px(16), look.px(6), look.px(6), 0)
        bar.setSpacing(0)
        bar.addLayout(row(look, Label(words("Standards and history"), "panel"), None, shut))
        self._version = Label("", "caption", "text3", wrap=True)
        bar.addWidget(self._version)
        inside = QVBoxLayout()
        inside.setSpacing(0)
        inside.addWidget(self._bar)
        inside.addWidget(self._stack, 1)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(line(upright=True))
        outer.addLayout(inside, 1)
        self._bar.hide()

    def fold(self, folded: bool) -> None:
        """Folded: hidden until it is asked for."""
        self._folded = folded
        self.setHidden(folded)
        self._show_bar()

    def say_version(self, foot: str) -> None:
        """The pinned version, which the folded outline cannot show."""
        self._version.setText(foot)

    def show_beside(self, *, comment: bool = False) -> None:
        """Standards and history; `comment` puts the focus where a comment is written."""
        self._stack.setCurrentWidget(self.beside)
        self._come_out()
        if comment:
            self.beside.focus_comment()
        elif self._folded:
            self.beside.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_inbox(self) -> None:
        """Quick notes, ready to write."""
        self._stack.setCurrentWidget(self.inbox)
        self._come_out()
        self.inbox.focus_field()

    def close_folded(self) -> None:
        """Puts the folded side away."""
        if self._folded and not self.isHidden():
            self.hide()
            self.put_away.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._folded:
            self.close_folded()
        elif event.key() == Qt.Key.Key_Escape and self._stack.currentWidget() is self.inbox:
            self._inbox_closed()
        else:
            super().keyPressEvent(event)

    def _inbox_closed(self) -> None:
        self._stack.setCurrentWidget(self.beside)
        self._show_bar()
        if self._folded:
            self.close_folded()
        else:
            self.put_away.emit()

    def _come_out(self) -> None:
        self._show_bar()
        if self._folded:
            self.show()
            self.raise_()

    def _show_bar(self) -> None:
        self._bar.setVisible(self._folded and self._stack.currentWidget() is self.beside)
