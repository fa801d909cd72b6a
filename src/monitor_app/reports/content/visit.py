"""The body of a report before the findings: figures of the facility, how the team worked, what it could not see."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

Shown = int | str | None
"""A value as it may be shown: a number, a text ("< 5", "13 days", WITHHELD), or None where nothing is known."""

WITHHELD = "withheld"
"""Stands for a count that is kept back because it would give a small group away; printed in the report's language."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One row of the snapshot. `people`: the row counts people, so the small-group rule was applied to it outside."""

    label: str
    now: Shown
    before: Shown = None
    source: str = ""
    day: date | None = None
    people: bool = False
    level: int = 0
    """0, or 1 for a part of the row above ("Men" under "People held")."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The figures of `day`, beside those of the last visit where there was one."""

    day: date
    last_visit: date | None = None
    rows: tuple[Figure, ...] = ()
    paragraphs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Talks:
    """A row of talks: how many were offered, and what became of them. Counts of people, suppressed outside."""

    label: str
    offered: Shown = None
    accepted: Shown = None
    declined: Shown = None
    could_not_meet: Shown = None
    level: int = 0


@dataclass(frozen=True, slots=True)
class AreaNotSeen:
    """An area of the facility that the team did not see, and why."""

    name: str
    why: str


@dataclass(frozen=True, slots=True)
class Register:
    """A register that was checked: which period, how much of it ("40 of 212"), what was found."""

    name: str
    period: str = ""
    checked: str = ""
    found: str = ""


@dataclass(frozen=True, slots=True)
class Method:
    """How the team worked. The table of sources behind each finding is built from the findings themselves."""

    paragraphs: tuple[str, ...] = ()
    talks: tuple[Talks, ...] = ()
    talk_notes: tuple[str, ...] = ()
    areas_seen: tuple[str, ...] = ()
    areas_not_seen: tuple[AreaNotSeen, ...] = ()
    registers: tuple[Register, ...] = ()
    limits: tuple[str, ...] = ()
