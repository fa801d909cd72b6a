"""A day with an hour as a person types it, in the facility's time zone, and as the form keeps it."""

from __future__ import annotations

import re
from datetime import datetime, time, tzinfo

from monitor_app.ui.parts.date_field import read_date

_HOUR = re.compile(r"(?P<day>.+?)[ ,T]+(?P<hour>\d{1,2})\s*[:hH]\s*(?P<minute>\d{2})?(?:\s*min)?")


def typed_moment(stored: str, where: tzinfo) -> str:
    """2026-11-18 14:30 for what is kept; the text itself where it is no moment."""
    try:
        found = datetime.fromisoformat(stored)
    except ValueError:
        return stored
    local = found.astimezone(where) if found.tzinfo else found
    return f"{local:%Y-%m-%d %H:%M}"


def read_moment(typed: str, where: tzinfo) -> str | None:
    """What is kept for what was typed ("18 Nov 2026, 14:30"); "" for nothing, None where it is no moment."""
    text = " ".join(typed.split())
    if not text:
        return ""
    found = _HOUR.fullmatch(text)
    day = read_date(found["day"]) if found else None
    if found is None or day is None or int(found["hour"]) > 23 or int(found["minute"] or 0) > 59:
        return None
    at = datetime.combine(day, time(int(found["hour"]), int(found["minute"] or 0)), where)
    return at.isoformat(timespec="milliseconds")
