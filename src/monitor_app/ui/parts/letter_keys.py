"""Letter keys: single letters that act on a page (J, K, N), outside text fields only; they can be switched off."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from monitor_app.ui.look import Look


class LetterKeys(QObject):
    """Binds keys to deeds while the focus is inside a page. A text field takes its letters first."""

    def __init__(self, look: Look, page: QWidget, deeds: Mapping[str, Callable[[], object]]) -> None:
        super().__init__(page)
        self._look = look
        self._shortcuts: list[tuple[QShortcut, bool]] = []
        for key, deed in deeds.items():
            shortcut = QShortcut(QKeySequence(key), page)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(deed)
            self._shortcuts.append((shortcut, len(key) == 1))
        look.changed.connect(self._allow)
        self._allow()

    def _allow(self) -> None:
        for shortcut, is_letter in self._shortcuts:
            shortcut.setEnabled(self._look.letter_keys or not is_letter)
