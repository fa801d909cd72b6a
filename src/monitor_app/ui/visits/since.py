"""Days since the last visit, as the side panel of Home says them. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from monitor_app.actions.visits import SinceLastVisit
from monitor_app.base import EntityId, Words
from monitor_app.monitoring import VisitState

Urgency = Literal["primary", "partly", "notmet"]


@dataclass(frozen=True, slots=True)
class SinceView:
    """One place. `done` of `whole` draws the bar; `whole` lies a third above the aim, so that passing it shows."""

    facility: EntityId
    place: str
    days: str
    line: str
    done: int
    whole: int
    tone: Urgency


def since_view(rows: Sequence[SinceLastVisit], aim_days: int, words: Words, today: date) -> tuple[SinceView, ...]:
    """The places with visits, the longest wait first."""
    return tuple(_one(row, aim_days, words, today) for row in rows)


def aim_line(aim_days: int, words: Words) -> str:
    """Aim of the programme: every 90 days."""
    return words("Aim of the programme: every {days} days", days=aim_days)


def _one(row: SinceLastVisit, aim: int, words: Words, today: date) -> SinceView:
    days = row.days
    tone: Urgency = "primary"
    if days is not None and days > aim:
        tone = "notmet" if 2 * days > 3 * aim else "partly"
    return SinceView(
        facility=row.facility.id,
        place=row.facility.name(words.language),
        days=words("Not visited yet") if days is None else words.n("{n} day", "{n} days", days),
        line=_line(row, words, today),
        done=days or 0,
        whole=max(1, aim * 4 // 3),
        tone=tone,
    )


def _line(row: SinceLastVisit, words: Words, today: date) -> str:
    if row.planned is not None and row.planned >= today:
        return words("Visit planned for {day}", day=words.day(row.planned))
    match row.state:
        case VisitState.IN_PROGRESS:
            return words("Visit under way")
        case VisitState.IN_REVIEW:
            return words("Report in review")
        case VisitState.SIGNED:
            return words("Report signed")
        case _:
            return ""
