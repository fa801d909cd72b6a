"""The line to find by: instant, at every key; Esc clears it, Down goes to what was found, Enter opens the first."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QWidget

from monitor_app.ui.look import Look
from monitor_app.ui.parts.field import Line
from monitor_app.ui.parts.strokes import begin


class FindLine(Line):
    """Signals: `asked(text)` at every change, without outer spaces; `went_down()`; `entered()`."""

    asked = Signal(str)
    went_down = Signal()
    entered = Signal()

    def __init__(self, look: Look, hint: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(look, hint, height=36, parent=parent)
        self._look = look
        self._told = ""
        self.setAccessibleName(name)
        self.textChanged.connect(self._tell)
        look.changed.connect(self._dressed)
        self._dressed()

    def take_focus(self) -> None:
        """Ready to type; what stands there is chosen, so that it is replaced."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = self._look.px(18)
        icon = self._look.pixmap("magnifying-glass", self._look.tokens.text2)
        begin(self).drawPixmap(self._look.px(10), (self.height() - side) // 2, icon)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self.went_down.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def _tell(self, text: str) -> None:
        asked = text.strip()
        if asked != self._told:
            self._told = asked
            self.asked.emit(asked)

    def _dressed(self) -> None:
        self.setTextMargins(self._look.px(22), 0, 0, 0)
        self.setMinimumWidth(self._look.px(210))
