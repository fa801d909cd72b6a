"""Guidance opens by itself the first time a question is opened, and is remembered as seen."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject

from monitor_app.actions.seen_guidance import remember_guidance
from monitor_app.ui.background import Clerk
from monitor_app.ui.checklist.filling import Filling, generic


class GuidanceSeen:
    """`open` holds the generic paths of the questions whose guidance is unfolded now."""

    def __init__(self, clerk: Clerk[Any], asker: QObject) -> None:
        self._clerk = clerk
        self._asker = asker
        self._form_id = ""
        self._seen: frozenset[str] = frozenset()
        self.open: frozenset[str] = frozenset()

    def begin(self, filling: Filling) -> None:
        """Another response is worked on from now on."""
        self._form_id = filling.work.opened.checklist.form_id
        self._seen, self.open = filling.work.seen_guidance, frozenset()

    def opened(self, path: str) -> None:
        """A question was opened: the first time its guidance stands open; all others fold."""
        place = generic(path)
        if place in self._seen:
            self.open = frozenset()
            return
        form_id = self._form_id
        self._seen |= {place}
        self.open = frozenset({place})
        self._clerk.ask(self._asker, lambda vault: remember_guidance(vault, form_id, [place]))

    def turn(self, path: str) -> None:
        """A person folds or unfolds it."""
        self.open ^= {generic(path)}
