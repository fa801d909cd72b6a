"""One line of the table `dev.py bench` prints."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """A figure, and what it is measured against in the same run. `baseline` and `ratio` are None where the goal is
    absolute; `goal` says it in words ("<= 3x")."""

    name: str
    figure: float
    unit: str
    baseline: float | None
    ratio: float | None
    goal: str
    reached: bool
