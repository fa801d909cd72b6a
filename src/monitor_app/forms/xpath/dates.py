"""Dates and times: reading them from text, counting days, writing them back.

A whole day is a `date`, a moment an aware `datetime`; a day number counts from 1970-01-01. Nothing here raises for a bad
date: it reads as None. Source: ODK XForms specification, 'date', 'dateTime', 'decimal-date-time', 'format-date'.
"""

from __future__ import annotations

import math
import re
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo

_EPOCH = date(1970, 1, 1)
_EPOCH_INSTANT = datetime(1970, 1, 1, tzinfo=UTC)
_TEXT = re.compile(
    r"\s*(\d{4})-(\d\d?)-(\d\d?)(?:T(\d\d?):(\d\d)(?::(\d\d)(?:\.(\d+))?)?\s*(Z|[+-]\d\d(?::?\d\d)?)?)?\s*"
)
_TIME = re.compile(r"\s*(\d\d?):(\d\d)(?::(\d\d)(?:\.(\d+))?)?(Z|[+-]\d\d(?::?\d\d)?)?\s*")
DAY_S = 86_400


def read(text: str, zone: tzinfo) -> date | None:
    """The day or the moment an ISO 8601 text means; a time without offset is local to `zone`."""
    match = _TEXT.fullmatch(text)
    if match is None:
        return None
    year, month, day, hour, minute, second, fraction, offset = match.groups()
    try:
        whole = date(int(year), int(month), int(day))
        if hour is None:
            return whole
        clock = time(int(hour), int(minute), int(second or 0), _microseconds(fraction))
        return datetime.combine(whole, clock, _offset(offset) if offset else zone)
    except (ValueError, OverflowError):
        return None


def day_number(when: date) -> float:
    """Days since 1970: whole for a day, with the part of the day (UTC) for a moment."""
    if isinstance(when, datetime):
        return (when - _EPOCH_INSTANT).total_seconds() / DAY_S
    return float((when - _EPOCH).days)


def decimal_days(when: date, zone: tzinfo) -> float:
    """Days since 1970 UTC with fraction; a day counts from its local midnight."""
    return day_number(moment(when, zone))


def from_days(days: float, zone: tzinfo) -> date | None:
    """The day of a whole number, the local moment of a number with a fraction."""
    if not math.isfinite(days):
        return None
    try:
        if days == int(days):
            return _EPOCH + timedelta(days=int(days))
        return moment_of(days, zone)
    except OverflowError:
        return None


def moment_of(days: float, zone: tzinfo) -> datetime:
    """The moment so many days after 1970 UTC, to the millisecond. Raises OverflowError beyond the calendar."""
    return (_EPOCH_INSTANT + timedelta(milliseconds=round(days * DAY_S * 1000))).astimezone(zone)


def moment(when: date, zone: tzinfo) -> datetime:
    """A moment: the day's local midnight, or the moment itself."""
    return when if isinstance(when, datetime) else datetime.combine(when, time(), zone)


def text_of(when: date, zone: tzinfo) -> str:
    """ISO 8601: `2026-11-18`, or `2026-11-18T14:32:07.000-08:00` in local time."""
    if not isinstance(when, datetime):
        return when.isoformat()
    local = when.astimezone(zone)
    text = local.isoformat(timespec="milliseconds")
    return text.removesuffix("+00:00") + "Z" if text.endswith("+00:00") else text


def time_fraction(text: str, zone: tzinfo, today: date) -> float | None:
    """The part of the local day that a time is, 0 <= f < 1 (ODK XForms, 'decimal-time')."""
    match = _TIME.fullmatch(text)
    if match is None:
        return None
    hour, minute, second, fraction, offset = match.groups()
    try:
        clock = time(int(hour), int(minute), int(second or 0), _microseconds(fraction))
        when = datetime.combine(today, clock, _offset(offset) if offset else zone).astimezone(zone)
    except (ValueError, OverflowError):
        return None
    return ((when.hour * 60 + when.minute) * 60 + when.second + when.microsecond / 1e6) / DAY_S


def formatted(when: date, pattern: str, zone: tzinfo, months: tuple[str, ...], days: tuple[str, ...]) -> str:
    """By the codes of 'format-date': %Y %y %m %n %b %d %e %H %h %M %S %3 %a %W and %%; others stand as written."""
    local = moment(when, zone).astimezone(zone)
    codes = {
        "Y": f"{local.year:04d}",
        "y": f"{local.year % 100:02d}",
        "m": f"{local.month:02d}",
        "n": str(local.month),
        "b": months[local.month - 1],
        "d": f"{local.day:02d}",
        "e": str(local.day),
        "H": f"{local.hour:02d}",
        "h": str(local.hour),
        "M": f"{local.minute:02d}",
        "S": f"{local.second:02d}",
        "3": f"{local.microsecond // 1000:03d}",
        "a": days[local.weekday()],
        "W": f"{local.isocalendar().week:02d}",
        "%": "%",
    }
    return re.sub(r"%(.)", lambda m: codes.get(m[1], m[0]), pattern)


def _microseconds(fraction: str | None) -> int:
    return int((fraction or "0")[:6].ljust(6, "0"))


def _offset(text: str) -> tzinfo:
    if text == "Z":
        return UTC
    digits = text[1:].replace(":", "").ljust(4, "0")
    hours, minutes = int(digits[:2]), int(digits[2:])
    if minutes > 59 or hours > 23:
        raise ValueError("no such offset")
    shift = timedelta(hours=hours, minutes=minutes)
    return timezone(-shift if text[0] == "-" else shift)
