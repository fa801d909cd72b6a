"""Dates and times: reading them from text, counting days, writing them back.

A whole day is a `date`, a moment an aware `datetime`; a day number counts from 1970-01-01. Nothing here raises for a
bad date: it reads as None. Source: ODK XForms specification, 'date', 'dateTime', 'decimal-date-time', 'format-date'.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo

_EPOCH = date(1970, 1, 1)
_EPOCH_INSTANT = datetime(1970, 1, 1, tzinfo=UTC)
_TEXT = re.compile(
    r"\s*(\d{4})-(\d\d?)-(\d\d?)(?:T(\d\d?):(\d\d)(?::(\d\d)(?:\.(\d+))?)?\s*(Z|[+-]\d\d(?::?\d\d)?)?)?\s*"
)
_TIME = re.compile(r"\s*(\d\d?):(\d\d)(?::(\d\d)(?:\.(\d+))?)?(Z|[+-]\d\d(?::?\d\d)?)?\s*")
DAY_S = 86_400


@dataclass(frozen=True, slots=True)
class Zones:
    """`local` is where people read and write times. A whole day counts as the number of its midnight in `midnight`:
    UTC gives whole days, as JavaRosa stores them; the local zone gives fractions, as browsers do.
    """

    local: tzinfo
    midnight: tzinfo = UTC


def read(text: str, zones: Zones) -> date | None:
    """The day or the moment an ISO 8601 text means; a time without offset is local."""
    match = _TEXT.fullmatch(text)
    if match is None:
        return None
    year, month, day, hour, minute, second, fraction, offset = match.groups()
    try:
        whole = date(int(year), int(month), int(day))
        if hour is None:
            return whole
        clock = time(int(hour), int(minute), int(second or 0), _microseconds(fraction))
        return datetime.combine(whole, clock, _offset(offset) if offset else zones.local)
    except (ValueError, OverflowError):
        return None


def day_number(when: date, zones: Zones) -> float:
    """Days since 1970 UTC, with the part of the day for a moment."""
    if isinstance(when, datetime):
        return _instant_days(when)
    if zones.midnight is UTC:
        return float((when - _EPOCH).days)
    return _instant_days(datetime.combine(when, time(), zones.midnight))


def decimal_days(when: date, zones: Zones) -> float:
    """Days since 1970 UTC with fraction; a day counts from its local midnight."""
    return _instant_days(moment(when, zones))


def _instant_days(when: datetime) -> float:
    return (when - _EPOCH_INSTANT).total_seconds() / DAY_S


def from_days(days: float, zones: Zones) -> date | None:
    """The day whose number it is, else the moment."""
    if not math.isfinite(days):
        return None
    try:
        when = moment_of(days, zones)
    except OverflowError:
        return None
    there = when.astimezone(zones.midnight)
    return there.date() if there.time() == time() else when


def moment_of(days: float, zones: Zones) -> datetime:
    """The moment so many days after 1970 UTC, to the millisecond. Raises OverflowError beyond the calendar."""
    return (_EPOCH_INSTANT + timedelta(milliseconds=round(days * DAY_S * 1000))).astimezone(zones.local)


def moment(when: date, zones: Zones) -> datetime:
    """A moment: the day's local midnight, or the moment itself."""
    return when if isinstance(when, datetime) else datetime.combine(when, time(), zones.local)


def text_of(when: date, zones: Zones) -> str:
    """ISO 8601: `2026-11-18`, or `2026-11-18T14:32:07.000-08:00` in local time."""
    if not isinstance(when, datetime):
        return when.isoformat()
    local = when.astimezone(zones.local)
    text = local.isoformat(timespec="milliseconds")
    return text.removesuffix("+00:00") + "Z" if text.endswith("+00:00") else text


def time_fraction(text: str, zones: Zones, today: date) -> float | None:
    """The part of the local day that a time is, 0 <= f < 1 (ODK XForms, 'decimal-time')."""
    match = _TIME.fullmatch(text.partition("T")[2] or text)
    if match is None:
        return None
    hour, minute, second, fraction, offset = match.groups()
    try:
        clock = time(int(hour), int(minute), int(second or 0), _microseconds(fraction))
        when = datetime.combine(today, clock, _offset(offset) if offset else zones.local)
        when = when.astimezone(zones.local)
    except (ValueError, OverflowError):
        return None
    return ((when.hour * 60 + when.minute) * 60 + when.second + when.microsecond / 1e6) / DAY_S


def formatted(when: date, pattern: str, zones: Zones, months: tuple[str, ...], days: tuple[str, ...]) -> str:
    """By the codes of 'format-date': %Y %y %m %n %b %d %e %H %h %M %S %3 %a %W and %%; others stand as written."""
    local = moment(when, zones).astimezone(zones.local)
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
