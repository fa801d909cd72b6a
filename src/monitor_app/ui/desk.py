"""Desk: what every page of the programme is given: the look, the two threads, the library, clock and randomness."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QObject

from monitor_app.base import Clock, Problem, Randomness, Resources, Words
from monitor_app.standards import Library
from monitor_app.ui.look import Look

T = TypeVar("T")


class Asks(Protocol):
    """The clerk. An implementer does `verb(vault)` on its own thread, in order, and calls `then` or `problem` on the
    GUI thread only while `asker` still lives; anything but a Problem is a bug and reaches the crash page."""

    def ask(
        self,
        asker: QObject,
        verb: Callable[[Any], T],
        then: Callable[[T], object] | None = None,
        problem: Callable[[Problem], object] | None = None,
    ) -> None: ...


class Changed(Protocol):
    """What a verb changed, as the vault tells it: `touched` places and the time of the commit."""

    @property
    def touched(self) -> frozenset[Any]: ...

    @property
    def at(self) -> datetime: ...


@dataclass(frozen=True, slots=True)
class Desk:
    """Given to each page when it is made. Words are those of the look, so that both speak one language."""

    look: Look
    clerk: Asks
    resources: Resources
    library: Library
    clock: Clock
    randomness: Randomness

    @property
    def words(self) -> Words:
        return self.look.words
