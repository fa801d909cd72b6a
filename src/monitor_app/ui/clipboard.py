"""The clipboard forgets: what was copied here is gone a minute later."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication

FORGET_MS = 60_000


class ForgetfulClipboard(QObject):
    """Clears the clipboard `after_ms` after this app put words on it; what other apps copied stays. Ends with its
    parent."""

    def __init__(self, parent: QObject, after_ms: int = FORGET_MS) -> None:
        super().__init__(parent)
        self._clipboard: QClipboard = QGuiApplication.clipboard()
        self._copied_here = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(after_ms)
        self._timer.timeout.connect(self.forget)
        self._clipboard.dataChanged.connect(self._changed)

    def forget(self) -> None:
        """Clears what this app copied, now."""
        if self._copied_here and self._clipboard.text() == self._copied_here:
            self._clipboard.clear()
        self._copied_here = ""

    def _changed(self) -> None:
        # not every system says who owns the clipboard; while our window is the active one, it is we who copy
        is_active = QGuiApplication.applicationState() is Qt.ApplicationState.ApplicationActive
        if self._clipboard.ownsClipboard() or is_active:
            self._copied_here = self._clipboard.text()
            self._timer.start()
