"""Functions of answers to select questions. Source: ODK XForms specification, 'Select functions', jr:choice-name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from monitor_app.forms.xpath.calls import Function, of_strings
from monitor_app.forms.xpath.frames import Frame, Run
from monitor_app.forms.xpath.operands import Kind, Operand


def _selected(text: str, choice: str) -> bool:
    return choice.strip() in (text.split() or [""])


def _selected_at(operands: Sequence[Operand]) -> Run:
    text, place = operands[0].string(), operands[1].number()

    def run(frame: Frame) -> str:
        chosen = text(frame).split()
        index = place(frame)
        return chosen[int(index)] if index == index and 0 <= index < len(chosen) else ""

    return run


def _choice_name(operands: Sequence[Operand]) -> Run:
    """jr:choice-name(value, 'path of the question'): the label in the language in use."""
    value, path = operands[0].string(), operands[1].string()
    return lambda frame: frame.world.choice_label(path(frame).strip(), value(frame), frame.current)


def _itext(operands: Sequence[Operand]) -> Run:
    key = operands[0].string()
    return lambda frame: frame.world.itext(key(frame))


TABLE: Mapping[str, Function] = MappingProxyType(
    {
        "selected": of_strings(2, 2, Kind.BOOLEAN, _selected),
        "selected-at": Function(2, 2, Kind.STRING, _selected_at),
        "count-selected": of_strings(1, 1, Kind.NUMBER, lambda text: float(len(text.split()))),
        "jr:choice-name": Function(2, 2, Kind.STRING, _choice_name),
        "jr:itext": Function(1, 1, Kind.NODES, _itext),
    }
)
