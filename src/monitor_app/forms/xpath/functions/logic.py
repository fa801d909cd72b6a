"""Conditions and choices between values. Source: XPath 1.0, 4.3; ODK XForms specification, 'Boolean' and 'Utility'."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from monitor_app.forms.xpath.calls import Function
from monitor_app.forms.xpath.frames import Frame, Run
from monitor_app.forms.xpath.operands import Kind, Operand
from monitor_app.forms.xpath.values import Value, as_boolean, as_number, as_string


def _true(operands: Sequence[Operand]) -> Run:
    return lambda frame: True


def _false(operands: Sequence[Operand]) -> Run:
    return lambda frame: False


def _boolean(operands: Sequence[Operand]) -> Run:
    return operands[0].boolean()


def _not(operands: Sequence[Operand]) -> Run:
    inner = operands[0].boolean()
    return lambda frame: not inner(frame)


def _boolean_from_string(operands: Sequence[Operand]) -> Run:
    text = operands[0].string()
    return lambda frame: text(frame) in ("1", "true")


def _if(operands: Sequence[Operand]) -> Run:
    """Only the branch taken is evaluated."""
    condition, yes, no = operands[0].boolean(), operands[1].run, operands[2].run
    return lambda frame: yes(frame) if condition(frame) else no(frame)


def _coalesce(operands: Sequence[Operand]) -> Run:
    """The first value that is not empty (NaN counts as empty), else the last."""
    runs = [part.run for part in operands]

    def run(frame: Frame) -> Value:
        value: Value = ""
        for part in runs:
            value = part(frame)
            text = as_string(value, frame.world.zones)
            if text not in ("", "NaN"):
                return value
        return value

    return run


def _once(operands: Sequence[Operand]) -> Run:
    """What the node holds already, or the value where it is empty."""
    runs = operands[0].run

    def run(frame: Frame) -> Value:
        held = frame.current.string()
        return held if held else runs(frame)

    return run


def _lang(operands: Sequence[Operand]) -> Run:
    wanted = operands[0].string()

    def run(frame: Frame) -> bool:
        node = frame.node
        tag = wanted(frame).lower()
        while node is not None:
            for attribute in node.attributes:
                if attribute.local == "lang" and attribute.prefix == "xml":
                    said = attribute.text.lower()
                    return said == tag or said.startswith(f"{tag}-")
            if node.parent is None:
                break
            node = node.parent
        return False

    return run


def _checklist(operands: Sequence[Operand]) -> Run:
    """checklist(least, most, answers…): -1 sets no bound."""
    bounds, answers = [part.number() for part in operands[:2]], [part.run for part in operands[2:]]

    def run(frame: Frame) -> bool:
        held = 0
        for part in answers:
            value = part(frame)
            held += sum(as_boolean(node.string()) for node in value) if isinstance(value, list) else as_boolean(value)
        return _within(held, *(bound(frame) for bound in bounds))

    return run


def _weighted_checklist(operands: Sequence[Operand]) -> Run:
    """weighted-checklist(least, most, answer, weight, …)."""
    bounds = [part.number() for part in operands[:2]]
    pairs = [(operands[i].run, operands[i + 1].run) for i in range(2, len(operands) - 1, 2)]

    def run(frame: Frame) -> bool:
        total = 0.0
        for answer, weight in pairs:
            for held, weighs in zip(_each(answer, frame), _each(weight, frame), strict=False):
                if as_boolean(held):
                    total += as_number(weighs, frame.world.zones)
        return _within(total, *(bound(frame) for bound in bounds))

    return run


def _each(run: Callable[[Frame], Value], frame: Frame) -> list[Value]:
    value = run(frame)
    return [node.string() for node in value] if isinstance(value, list) else [value]


def _within(total: float, least: float, most: float) -> bool:
    return (least < 0 or total >= least) and (most < 0 or total <= most)


TABLE: Mapping[str, Function] = MappingProxyType(
    {
        "true": Function(0, 0, Kind.BOOLEAN, _true),
        "false": Function(0, 0, Kind.BOOLEAN, _false),
        "boolean": Function(1, 1, Kind.BOOLEAN, _boolean),
        "not": Function(1, 1, Kind.BOOLEAN, _not),
        "boolean-from-string": Function(1, 1, Kind.BOOLEAN, _boolean_from_string),
        "if": Function(3, 3, Kind.ANY, _if),
        "coalesce": Function(1, None, Kind.ANY, _coalesce),
        "once": Function(1, 1, Kind.ANY, _once),
        "lang": Function(1, 1, Kind.BOOLEAN, _lang),
        "checklist": Function(2, None, Kind.BOOLEAN, _checklist),
        "weighted-checklist": Function(2, None, Kind.BOOLEAN, _weighted_checklist),
    }
)
