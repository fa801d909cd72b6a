"""Days as a report writes them: in full. Days here are days in the facility's own time zone."""

from __future__ import annotations

from datetime import date

from monitor_app.base import Language, Words

_MONTHS: dict[Language, tuple[str, ...]] = {
    "en": (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
    "fr": (
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ),
}


def long_day(words: Words, day: date) -> str:
    """20 November 2026; 20 novembre 2026; 1er mai 2026."""
    return f"{_number(words, day)} {_month(words, day)} {day.year}"


def long_days(words: Words, first: date, last: date) -> str:
    """3 to 5 November 2026; 3 au 5 novembre 2026: no part of the date is said twice."""
    if first == last:
        return long_day(words, first)
    start = _number(words, first)
    if (first.year, first.month) != (last.year, last.month):
        start = f"{start} {_month(words, first)}"
    if first.year != last.year:
        start = f"{start} {first.year}"
    return words("{first} to {last}", first=start, last=long_day(words, last))


def short_day(words: Words, day: date, beside: date) -> str:
    """3 Nov; with its year only where that differs from the year of `beside`."""
    said = words.day(day)
    return said if day.year != beside.year else said.removesuffix(f" {day.year}")


def _number(words: Words, day: date) -> str:
    return "1er" if words.language == "fr" and day.day == 1 else str(day.day)


def _month(words: Words, day: date) -> str:
    return _MONTHS[words.language][day.month - 1]
