"""Hide: masks notes and quotes except the field in use. F9 turns it; F8 or this button held shows them meanwhile."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from monitor_app.ui.look import Look
from monitor_app.ui.parts.button import Button

_HELD_MS = 350


class HideButton(Button):
    """Turns the veil of the look; pressed longer while words are hidden, it lets a person peek until it is let go."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, look.words("Hide"), "eye-closed", height=40, parent=parent)
        self._held = QTimer(self)
        self._held.setSingleShot(True)
        self._held.setInterval(_HELD_MS)
        self._held.timeout.connect(self._peek)
        self._peeked = False
        self.clicked.connect(self._turn)
        look.veil.changed.connect(self._say)
        self._say()

    def _turn(self) -> None:
        if self._peeked:
            self._peeked = False
        else:
            self._look.veil.set_down(not self._look.veil.down)

    def _peek(self) -> None:
        if self._look.veil.down:
            self._peeked = True
            self._look.veil.peek(True)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._held.start()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._held.stop()
        self._look.veil.peek(False)
        super().mouseReleaseEvent(event)

    def _say(self) -> None:
        words = self._look.words
        down = self._look.veil.down
        self.set_face(words("Show") if down else words("Hide"), "eye" if down else "eye-closed")
        self.setAccessibleName(words("Hide words, on") if down else words("Hide words, off"))
        self.setToolTip(words("F9 hides words. Hold F8 to look."))
