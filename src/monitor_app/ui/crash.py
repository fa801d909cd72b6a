"""A crash, told without a word of the work: which fault, in which lines of the program, nothing that was in them."""

from __future__ import annotations

import sys
import threading
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, Qt, QtMsgType, Signal, Slot, qInstallMessageHandler


@dataclass(frozen=True, slots=True)
class Crash:
    """`fault` is the name of the exception's type, `places` are "vault/append.py:112 in append", the deepest last."""

    fault: str
    places: tuple[str, ...]

    def text(self) -> str:
        """All of it, to be copied into a report of the fault."""
        return "\n".join((self.fault, *self.places))


def crash_of(error: BaseException) -> Crash:
    """The scrubbed crash of an exception: its message is left out, because it may hold an answer, a name or a place."""
    places = [
        f"{_shown(frame.filename)}:{frame.lineno} in {frame.name}"
        for frame in traceback.extract_tb(error.__traceback__)
    ]
    return Crash(type(error).__name__, tuple(places))


def _shown(filename: str) -> str:
    parts = PurePath(filename).parts
    if "monitor_app" in parts:
        return "/".join(parts[parts.index("monitor_app") + 1 :])
    if "site-packages" in parts:
        return "/".join(parts[parts.index("site-packages") + 1 :])
    return parts[-1] if parts else "?"


class Alarm(QObject):
    """Carries a crash from whichever thread it happened on to `crashed` on the thread that made the alarm."""

    _rung = Signal(object)

    def __init__(self, crashed: Callable[[Crash], None]) -> None:
        super().__init__()
        self._crashed = crashed
        self._rung.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def ring(self, crash: Crash) -> None:
        """From any thread."""
        self._rung.emit(crash)

    @Slot(object)
    def _deliver(self, crash: Crash) -> None:
        self._crashed(crash)


def watch(crashed: Callable[[Crash], None]) -> None:
    """Sends every exception nobody caught, in any thread, to `crashed`, and keeps Qt's own messages off the terminal.

    Called once by the roof. `crashed` may be called from any thread.
    """

    def caught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        crashed(crash_of(error.with_traceback(trace)))

    def caught_in_thread(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            crashed(crash_of(args.exc_value))

    def quiet(_kind: QtMsgType, _context: QMessageLogContext, _message: str | None) -> None:
        """Qt's messages can hold a file name or a word; none of them is for a person."""

    sys.excepthook = caught
    threading.excepthook = caught_in_thread
    qInstallMessageHandler(quiet)
