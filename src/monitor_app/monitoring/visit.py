"""Visit: the plan, its state, and what the state allows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from monitor_app.base import EntityId, SpaceId
from monitor_app.monitoring.record import Record
from monitor_app.monitoring.report_entry import read_reopening, read_signed
from monitor_app.monitoring.terms import Outcome, VisitKind, VisitState

T = TypeVar("T", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Visit:
    """One visit as its space tells it. Dates are days in the facility's own time zone."""

    space: SpaceId
    id: EntityId
    number: str
    facility: EntityId
    kind: VisitKind
    announced: bool
    first_day: date | None
    last_day: date | None
    outcome: Outcome
    outcome_reason: str
    outcome_by: str
    language: str
    hours_on_site: int | None
    carried_in: str
    addressees: str
    state: VisitState
    version: int
    """Number of signed versions; 0 before the first signature."""

    @property
    def took_place(self) -> bool:
        """Whether the team was inside at all."""
        return self.outcome in (Outcome.CARRIED_OUT, Outcome.CUT_SHORT)


def read_visit(record: Record, reports: Sequence[Record], reopenings: Sequence[Record], answered: int) -> Visit:
    """The visit of a visit record. Fields that are missing or broken read as their quiet default."""
    signed = max((found.version for r in reports if (found := read_signed(r))), default=0)
    versions = [one.version for r in reopenings if (one := read_reopening(r))]
    reopened = max((version for version in versions if version <= signed), default=0)
    first, last = day(record.text("first_day")), day(record.text("last_day"))
    return Visit(
        space=record.space,
        id=record.id,
        number=record.text("number"),
        facility=EntityId(record.data("facility")),
        kind=term(VisitKind, record.text("kind"), VisitKind.PLANNED),
        announced=record.true("announced"),
        first_day=first,
        last_day=max(first, last) if first and last else last or first,
        outcome=term(Outcome, record.text("outcome"), Outcome.CARRIED_OUT),
        outcome_reason=record.text("outcome_reason"),
        outcome_by=record.text("outcome_by"),
        language=record.text("language") or "en",
        hours_on_site=record.number("hours_on_site"),
        carried_in=record.text("carried_in"),
        addressees=record.text("addressees"),
        state=_state(record, signed, reopened, answered),
        version=signed,
    )


def _state(record: Record, signed: int, reopened: int, answered: int) -> VisitState:
    if signed and signed > reopened:
        return VisitState.SIGNED
    if record.true("in_review"):
        return VisitState.IN_REVIEW
    if record.true("begun") or answered or reopened:
        return VisitState.IN_PROGRESS
    return VisitState.PLANNED


def term(kind: type[T], value: str, otherwise: T) -> T:
    """The term of a vocabulary, or `otherwise` for a value this app does not know."""
    try:
        return kind(value)
    except ValueError:
        return otherwise


def day(text: str) -> date | None:
    """The day of an ISO date, None for anything else."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
