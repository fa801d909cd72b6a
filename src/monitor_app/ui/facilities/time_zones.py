"""Time zones to choose from: those of Canada first, from east to west, then all others by name. Pure.

Source: the IANA time zone database as the tzdata package carries it (zone.tab names the zones of each country).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from importlib.resources import files
from zoneinfo import available_timezones

from monitor_app.base import zone

FIRST_COUNTRY = "CA"
_REGIONS = ("Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")


@dataclass(frozen=True, slots=True)
class ZoneView:
    """A zone: its IANA name, and the name with its offset at the moment."""

    name: str
    text: str


@cache
def zone_names(first_country: str = FIRST_COUNTRY) -> tuple[str, ...]:
    """All zones of places, and UTC; those of the country first in the order of its list."""
    known = available_timezones()
    first = [name for name in _zones_of(first_country) if name in known]
    others = sorted(name for name in known if name.split("/")[0] in _REGIONS and "/" in name and name not in first)
    return (*first, *others, "UTC")


def zone_views(now: datetime) -> tuple[ZoneView, ...]:
    """The zones with their offsets at `now` (aware)."""
    return tuple(ZoneView(name, f"{name.replace('_', ' ')} (UTC{offset(name, now)})") for name in zone_names())


def offset(name: str, now: datetime) -> str:
    """−03:30; ±00:00 for none."""
    apart = now.astimezone(zone(name)).utcoffset() or timedelta()
    minutes = round(apart.total_seconds() / 60)
    sign = "+" if minutes > 0 else "−" if minutes < 0 else "±"
    return f"{sign}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"


def _zones_of(country: str) -> list[str]:
    table = files("tzdata").joinpath("zoneinfo", "zone.tab").read_text("utf-8")
    rows = (line.split("\t") for line in table.splitlines() if not line.startswith("#"))
    return [row[2] for row in rows if len(row) > 2 and row[0] == country]
