"""The window: one for the whole app, titled "Monitor" and nothing more; holds the doorway or the shell."""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QIcon, QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from monitor_app.ui.look import Look

TITLE = "Monitor"
_EXCLUDE_FROM_CAPTURE = 0x11


class Window(QWidget):
    """Signal: `closing()` when a person closes it: save, lock, quit. The window is out of sight at once and goes on
    closing."""

    closing = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setWindowTitle(TITLE)
        self.setWindowIcon(QIcon(look.pixmap("mark", look.tokens.primary.ink, 32)))
        self.setMinimumSize(800, 500)
        self._content: QWidget | None = None
        self._inside = QVBoxLayout(self)
        self._inside.setContentsMargins(0, 0, 0, 0)

    def fit(self, width: int, height: int) -> None:
        """That large, in px of the content; the whole screen where it offers no more."""
        room = self.screen().availableSize()
        self.resize(min(width, room.width()), min(height, room.height()))
        if room.width() <= width or room.height() <= height:
            self.setWindowState(Qt.WindowState.WindowMaximized)

    def put(self, content: QWidget) -> None:
        """Shows a doorway page or the shell; what was shown before is let go."""
        before, self._content = self._content, content
        if before is not None:
            focused = QApplication.focusWidget()
            if focused is not None and before.isAncestorOf(focused):
                focused.clearFocus()
            before.hide()
            self._inside.removeWidget(before)
            before.deleteLater()
        self._inside.addWidget(content)
        content.show()

    def content(self) -> QWidget | None:
        return self._content

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        refuse_capture(int(self.winId()))

    def closeEvent(self, event: QCloseEvent) -> None:
        self.hide()
        self.closing.emit()
        super().closeEvent(event)


def refuse_capture(window: int) -> bool:
    """Asks the system to leave the window out of screenshots; False where the system offers no such thing (Linux)."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415  # 2 ms of every start elsewhere

        return bool(ctypes.windll.user32.SetWindowDisplayAffinity(window, _EXCLUDE_FROM_CAPTURE))
    return False
