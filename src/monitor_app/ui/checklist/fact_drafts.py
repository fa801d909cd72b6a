"""Keeps what is being typed into a number, a day or an hour: it is told 500 ms after the last key."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from monitor_app.ui.parts.answer_field import FactKind, written
from monitor_app.ui.parts.date_field import read_date
from monitor_app.ui.parts.field import Line
from monitor_app.ui.parts.note_field import PAUSE_MS


class FactDrafts(QObject):
    """Listens to the line of one fact; `tell(value)` hears of every pause in which the line holds a value."""

    def __init__(self, line: Line, kind: FactKind, tell: Callable[[str], None]) -> None:
        super().__init__(line)
        self._line = line
        self._kind: FactKind = kind
        self._tell = tell
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._paused)
        line.textEdited.connect(lambda _text: self._pause.start())
        line.editingFinished.connect(self._pause.stop)

    def _paused(self) -> None:
        value = _value(self._kind, self._line.text())
        if value is not None:
            self._tell(value)


def _value(kind: FactKind, typed: str) -> str | None:
    """What was typed, as the form keeps it; None where it is no value yet."""
    if kind != "date":
        return written(kind, typed)
    day = read_date(typed)
    return day.isoformat() if day else None if typed.strip() else ""
