"""Faults: what is wrong with a form, where in the sheet, and in which sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from monitor_app.base import Problem

if TYPE_CHECKING:
    from monitor_app.forms.definition import Definition


@dataclass(frozen=True, slots=True)
class Fault:
    """`sheet` '' and `row` 0 where a fault is of the whole file; rows count from 1, the header's; `column` '' where
    none is meant.
    """

    sheet: str
    row: int
    column: str
    problem: Problem

    @property
    def kind(self) -> str:
        """The stable code, such as `forms.no-such-list`."""
        return self.problem.kind.code


@dataclass(frozen=True, slots=True)
class CheckResult:
    """All faults that could be found, and the definition where there is none."""

    faults: tuple[Fault, ...]
    definition: Definition | None
