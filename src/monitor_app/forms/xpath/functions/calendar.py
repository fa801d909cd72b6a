"""Functions of days and moments. Source: ODK XForms specification, 'Date and time functions'.

`now` and `today` come from outside, so that a form gives the same twice.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from monitor_app.forms.xpath import dates
from monitor_app.forms.xpath.calls import Function
from monitor_app.forms.xpath.frames import Frame, Run
from monitor_app.forms.xpath.nodes import NAN
from monitor_app.forms.xpath.operands import Kind, Operand
from monitor_app.forms.xpath.values import Value, as_date

_MONTHS = {
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    "fr": ("janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."),
}
_DAYS = {
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    "fr": ("lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."),
}


def _today(operands: Sequence[Operand]) -> Run:
    return lambda frame: frame.world.today


def _now(operands: Sequence[Operand]) -> Run:
    return lambda frame: frame.world.now


def _date(operands: Sequence[Operand]) -> Run:
    value = operands[0].run

    def run(frame: Frame) -> Value:
        when = as_date(value(frame), frame.world.zones)
        return "" if when is None else when

    return run


def _decimal_date_time(operands: Sequence[Operand]) -> Run:
    value = operands[0].run

    def run(frame: Frame) -> float:
        when = as_date(value(frame), frame.world.zones)
        return NAN if when is None else dates.decimal_days(when, frame.world.zones)

    return run


def _decimal_time(operands: Sequence[Operand]) -> Run:
    text = operands[0].string()

    def run(frame: Frame) -> float:
        part = dates.time_fraction(text(frame), frame.world.zones, frame.world.today)
        return NAN if part is None else part

    return run


def _format_date(operands: Sequence[Operand]) -> Run:
    value, pattern = operands[0].run, operands[1].string()

    def run(frame: Frame) -> str:
        when = as_date(value(frame), frame.world.zones)
        if when is None:
            return ""
        language = "fr" if "fr" in frame.world.language.lower()[-4:] else "en"
        return dates.formatted(when, pattern(frame), frame.world.zones, _MONTHS[language], _DAYS[language])

    return run


TABLE: Mapping[str, Function] = MappingProxyType(
    {
        "today": Function(0, 0, Kind.DATE, _today),
        "now": Function(0, 0, Kind.DATE, _now),
        "date": Function(1, 1, Kind.ANY, _date),
        "date-time": Function(1, 1, Kind.ANY, _date),
        "decimal-date-time": Function(1, 1, Kind.NUMBER, _decimal_date_time),
        "decimal-time": Function(1, 1, Kind.NUMBER, _decimal_time),
        "format-date": Function(2, 2, Kind.STRING, _format_date),
        "format-date-time": Function(2, 2, Kind.STRING, _format_date),
    }
)
