"""Title field: the heading of a finding, written in place; one to four lines of heading letters."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from monitor_app.ui.look import Look
from monitor_app.ui.parts import NoteField


class TitleField(NoteField):
    """A note field in the letters of a heading, for one sentence: Enter goes on to the next field."""

    def __init__(self, look: Look, about: str, parent: QWidget | None = None) -> None:
        super().__init__(look, about, fewest=1, most=4, parent=parent)
        look.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        px = self._look.px
        self.setStyleSheet(
            f"QPlainTextEdit {{ font-size: {px(16)}px; font-weight: 600; padding: {px(4)}px {px(6)}px 0 {px(6)}px; }}"
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.focusNextChild()
        else:
            super().keyPressEvent(event)
