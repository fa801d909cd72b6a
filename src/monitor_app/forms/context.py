"""What a form may know of the world: the time, the language, a seed; and what changed after an answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, tzinfo
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Context:
    """`now` is aware; `zone` is where people read and write times (the facility's). `seed` makes random() and
    randomize() the same each time. `today` overrides the day of `now`.
    """

    now: datetime
    zone: tzinfo = UTC
    language: str = ""
    seed: int = 0
    today: date | None = None

    def day(self) -> date:
        return self.today if self.today is not None else self.now.astimezone(self.zone).date()


Value = str | int | float | Decimal | bool | date | Sequence[str] | None
"""What an answer may be given as; it is kept as text (`stored`)."""


def stored(value: Value) -> str:
    """An answer as it is kept: XML Schema's text of numbers, days and moments; choices apart by spaces; '' for none."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return value.isoformat(timespec="milliseconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        return format(Decimal(repr(value)), "f").removesuffix(".0")
    if isinstance(value, (int, Decimal)):
        return format(value, "f") if isinstance(value, Decimal) else str(value)
    return " ".join(value)


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """Concrete paths whose state changed. `rows` are repeats whose rows changed. `options` and `labels` may show
    something else now. `written` holds what the form itself wrote once (dynamic defaults, once()): to be stored like an
    answer.
    """

    values: frozenset[str] = frozenset()
    relevance: frozenset[str] = frozenset()
    required: frozenset[str] = frozenset()
    readonly: frozenset[str] = frozenset()
    violations: frozenset[str] = frozenset()
    options: frozenset[str] = frozenset()
    labels: frozenset[str] = frozenset()
    rows: frozenset[str] = frozenset()
    written: Mapping[str, str] = field(default_factory=dict)

    @property
    def paths(self) -> frozenset[str]:
        """Everything that needs a fresh look."""
        return (
            self.values
            | self.relevance
            | self.required
            | self.readonly
            | self.violations
            | self.options
            | self.labels
            | self.rows
        )
