"""Desk: what every page of the programme is given: the look, the two threads, the library, clock and randomness."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from monitor_app.base import Clock, Randomness, Resources, Words
from monitor_app.standards import Library
from monitor_app.ui.background import Clerk, Courier
from monitor_app.ui.look import Look


class Changed(Protocol):
    """What a verb changed, as the vault tells it: `touched` places and the time of the commit (aware)."""

    @property
    def touched(self) -> frozenset[Any]: ...

    @property
    def at(self) -> datetime: ...


@dataclass(frozen=True, slots=True)
class Desk:
    """Given to each page when it is made. Words are those of the look, so that both speak one language."""

    look: Look
    clerk: Clerk[Any]
    courier: Courier
    resources: Resources
    library: Library
    clock: Clock
    randomness: Randomness

    @property
    def words(self) -> Words:
        return self.look.words
