"""What the types of questions allow. Source: ODK XForms specification, 'Data types'."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from monitor_app.base import mark
from monitor_app.forms.xpath.nodes import number_of

_DATE = r"\d{4}-\d\d-\d\d"
_TIME = r"\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d(:?\d\d)?)?"
_FORMS: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        "integer": re.compile(r"[+-]?\d{1,18}"),
        "decimal": re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)"),
        "date": re.compile(_DATE),
        "time": re.compile(_TIME),
        "dateTime": re.compile(rf"{_DATE}T{_TIME}"),
    }
)
NOT_OF_TYPE: Mapping[str, str] = MappingProxyType(
    {
        "integer": mark("Enter a whole number, in digits."),
        "decimal": mark("Enter a number, in digits."),
        "date": mark("Enter a date: year, month, day."),
        "time": mark("Enter a time: hours and minutes."),
        "dateTime": mark("Enter a date and a time."),
    }
)
NOT_ALLOWED = mark("This answer is outside what the question allows.")


def fits(kind: str, text: str) -> bool:
    """Whether a stored answer is one of its type; nothing always is."""
    form = _FORMS.get(kind)
    return form is None or not text or form.fullmatch(text) is not None


def cast(bind_type: str, text: str) -> str:
    """A computed value as its bind's type keeps it: whole numbers are cut, dates lose their time."""
    if bind_type in ("int", "integer") and "." in text:
        number = number_of(text)
        return text if number != number else str(int(number))
    if bind_type == "date" and "T" in text:
        return text.partition("T")[0]
    return text
