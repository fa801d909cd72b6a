"""The time: aware UTC instants, milliseconds in the journal, the facility's zone only where people read it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo


class Clock(Protocol):
    """Tells the time. An implementer returns aware UTC instants; they may jump, also backwards."""

    def now(self) -> datetime: ...


@dataclass(frozen=True, slots=True)
class SystemClock:
    """The laptop's own clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)


@dataclass(slots=True)
class FixedClock:
    """A clock that stands until it is moved: for tests and for the demo programme."""

    at: datetime

    def now(self) -> datetime:
        return self.at

    def forward(self, **step: float) -> None:
        """Moves on by a timedelta's keywords (`minutes=5`); negative steps set it back."""
        self.at = self.at + timedelta(**step)


def to_ms(instant: datetime) -> int:
    """Milliseconds since 1970 UTC. Raises ValueError for a naive instant."""
    if instant.tzinfo is None:
        raise ValueError("an instant needs its time zone")
    return round(instant.timestamp() * 1000)


def from_ms(ms: int) -> datetime:
    """The aware UTC instant `ms` milliseconds after 1970."""
    return datetime.fromtimestamp(ms / 1000, UTC)


def zone(name: str) -> ZoneInfo:
    """The IANA time zone of that name; UTC where the name is not known (a facility's data may be broken)."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # noqa: PLC0415

    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo("UTC")
