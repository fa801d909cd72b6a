"""Values and their conversions. Source: XPath 1.0, 3 and 4; ODK XForms specification for dates.

A value is a number, a string, a boolean, a list of nodes (in document order), a whole day or a moment.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import date
from decimal import Decimal

from monitor_app.forms.xpath import dates
from monitor_app.forms.xpath.dates import Zones
from monitor_app.forms.xpath.nodes import NAN, Hidden, Node, number_of

Value = float | str | bool | list[Node] | date
"""`datetime` is a `date`; a moment is told apart with isinstance."""


def text_of_number(number: float) -> str:
    """Shortest text that reads back the same, never with an exponent."""
    if number != number:
        return "NaN"
    if math.isinf(number):
        return "Infinity" if number > 0 else "-Infinity"
    if number == 0:
        return "0"
    if number == int(number) and abs(number) < 1e15:
        return str(int(number))
    return format(Decimal(repr(number)), "f").removesuffix(".0")


def as_string(value: Value, zones: Zones) -> str:
    """XPath's string()."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return text_of_number(value)
    if isinstance(value, list):
        return value[0].string() if value else ""
    return dates.text_of(value, zones)


def as_number(value: Value, zones: Zones) -> float:
    """XPath's number(), of a date its day number."""
    if isinstance(value, bool):
        return 1.0 if value else 0.0
    if isinstance(value, float):
        return value
    if isinstance(value, list):
        if not value:
            return NAN
        number = value[0].number()
        return number if number == number else number_of_text(value[0].string(), zones)
    if isinstance(value, str):
        return number_of_text(value, zones)
    return dates.day_number(value, zones)


def number_of_text(text: str, zones: Zones) -> float:
    """The number a text means; the day number where it is an ISO date (ODK XForms, 'number')."""
    number = number_of(text)
    if number != number and len(text) >= 8 and text.count("-") >= 2:
        when = dates.read(text, zones)
        if when is not None:
            return dates.day_number(when, zones)
    return number


def as_boolean(value: Value) -> bool:
    """XPath's boolean()."""
    if isinstance(value, float):
        return value == value and value != 0
    if isinstance(value, (str, list, bool)):
        return bool(value)
    return True


def as_date(value: Value, zones: Zones) -> date | None:
    """The day or moment a value means; None where it means none."""
    if isinstance(value, bool):
        return None
    if isinstance(value, float):
        return dates.from_days(value, zones)
    if isinstance(value, list):
        value = value[0].string() if value else ""
    if isinstance(value, str):
        when = dates.read(value, zones)
        if when is not None:
            return when
        number = number_of(value)
        return dates.from_days(number, zones) if number == number else None
    return value


def _each(value: Value) -> list[Value]:
    if not isinstance(value, list):
        return [value]
    return [node.string() for node in value] or ([""] if isinstance(value, Hidden) else [])


_ORDER: dict[str, Callable[[float, float], bool]] = {
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
    "=": lambda a, b: a == b,
    "!=": lambda a, b: a != b,
}


def compare(operator: str, left: Value, right: Value, zones: Zones) -> bool:
    """XPath 1.0, 3.4 with dates: a date against a text compares as dates where the text is one."""
    if isinstance(left, list) or isinstance(right, list):
        if operator in ("=", "!=") and (isinstance(left, bool) or isinstance(right, bool)):
            left, right = as_boolean(left), as_boolean(right)
        else:
            lefts, rights = _each(left), _each(right)
            return any(_compare(operator, a, b, zones) for a in lefts for b in rights)
    return _compare(operator, left, right, zones)


def _compare(operator: str, left: Value, right: Value, zones: Zones) -> bool:
    holds = _ORDER[operator]
    equality = operator in ("=", "!=")
    if equality and (isinstance(left, bool) or isinstance(right, bool)):
        return holds(float(as_boolean(left)), float(as_boolean(right)))
    if isinstance(left, date) or isinstance(right, date):
        compared = _dates(left, right, zones)
        if compared is not None:
            return holds(*compared)
        if equality and (isinstance(left, str) or isinstance(right, str)):
            return operator == "!="
    if isinstance(left, str) and isinstance(right, str):
        if equality:
            return (left == right) is (operator == "=")
        compared = _dates(left, right, zones)
        if compared is not None:
            return holds(*compared)
    return holds(as_number(left, zones), as_number(right, zones))


def _dates(left: Value, right: Value, zones: Zones) -> tuple[float, float] | None:
    """Both as day numbers, from local midnight where one of them has a time of day."""
    first = dates.read(left, zones) if isinstance(left, str) else left
    second = dates.read(right, zones) if isinstance(right, str) else right
    if not isinstance(first, date) or not isinstance(second, date):
        return None
    if type(first) is type(second):
        return dates.day_number(first, zones), dates.day_number(second, zones)
    # a day against a moment: both where people are
    return dates.decimal_days(first, zones), dates.decimal_days(second, zones)
