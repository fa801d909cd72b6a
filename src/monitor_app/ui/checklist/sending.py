"""What goes from the page to the vault, and what may be said of it: saved is said only of what has come back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject, Signal

from monitor_app.base import Problem
from monitor_app.ui.background import Clerk
from monitor_app.ui.checklist.filling import Filling
from monitor_app.ui.desk import Changed
from monitor_app.ui.parts.states import SaveView

Verb = Callable[[Any], Changed]


@dataclass(frozen=True, slots=True)
class _Write:
    """One write: the field it is about, the question it stands at, what to do."""

    field: str
    path: str
    verb: Callable[[Any], Changed | datetime]


class Sending(QObject):
    """Signals: `said(SaveView)` for the whole page; `told(path)` when the state of a question changed; `wrote(changes)`
    after each entry; `rested()` when nothing is on its way any more; `failed(problem)`: what was written last is not
    kept, and waits for `again()`.
    """

    said = Signal(object)
    told = Signal(str)
    wrote = Signal(object)
    rested = Signal()
    failed = Signal(object)

    def __init__(self, clerk: Clerk[Any], parent: QObject) -> None:
        super().__init__(parent)
        self._clerk = clerk
        self._filling: Filling | None = None
        self._waiting = 0
        self._refused: dict[str, _Write] = {}
        self._saved_at: datetime | None = None
        self.states: dict[str, SaveView] = {}

    def begin(self, filling: Filling) -> None:
        """Another response is worked on from now on."""
        self._filling = filling
        self._refused.clear()
        self.states = {}

    def send(self, field: str, path: str, verb: Verb) -> None:
        """Does a verb that writes entries of a field (`<path>#<part>`)."""
        self._send(_Write(field, path, verb))

    def draft(self, field: str, path: str, verb: Callable[[Any], datetime]) -> None:
        """Keeps what is being typed."""
        self._send(_Write(field, path, verb))

    def again(self) -> None:
        """Tries everything that could not be kept once more, in its order."""
        refused, self._refused = list(self._refused.values()), {}
        for write in refused:
            self._send(write)

    def give_up(self) -> None:
        """Forgets what could not be kept."""
        for write in self._refused.values():
            self.states.pop(write.path, None)
        self._refused.clear()
        self.said.emit(SaveView("saved", self._saved_at) if self._saved_at else SaveView("nothing"))

    def last_saved(self) -> datetime | None:
        """When something of this page was last durable."""
        return self._saved_at

    def _send(self, write: _Write) -> None:
        filling = self._filling
        if filling is None:
            return
        self._refused.pop(write.field, None)
        filling.sent(write.field)
        self._waiting += 1
        self._say(write.path, SaveView("writing"))

        def done(result: Changed | datetime) -> None:
            self._back(filling, write)
            at = result if isinstance(result, datetime) else result.at
            self._saved_at = at
            self._say(write.path, SaveView("saved", at))
            if not isinstance(result, datetime):
                self.wrote.emit(result)
            self._rest()

        def refused(problem: Problem) -> None:
            self._back(filling, write)
            self._refused[write.field] = write
            self._say(write.path, SaveView("failed", self._saved_at))
            self.failed.emit(problem)

        self._clerk.ask(self, write.verb, done, refused)

    def _back(self, filling: Filling, write: _Write) -> None:
        self._waiting -= 1
        filling.came_back(write.field)

    def _say(self, path: str, view: SaveView) -> None:
        if path:
            self.states[path] = view
            self.told.emit(path)
        if view.state == "saved" and self._refused:
            self.said.emit(SaveView("failed", self._saved_at))
        elif view.state != "saved" or self._waiting == 0:
            self.said.emit(view)

    def _rest(self) -> None:
        if self._waiting == 0 and not self._refused:
            self.rested.emit()
