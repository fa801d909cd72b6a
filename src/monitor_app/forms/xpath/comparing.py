"""Comparisons and logic as closures, with short ways for what forms mostly ask: a field against a constant."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from monitor_app.forms.xpath.frames import Frame
from monitor_app.forms.xpath.nodes import Hidden, Node
from monitor_app.forms.xpath.operands import Kind, Operand
from monitor_app.forms.xpath.values import as_number, compare

Truth = Callable[[Frame], bool]


def logic(operator: str, parts: Sequence[Truth]) -> Truth:
    """`and` or `or` over any number of parts; the rest is not evaluated once it is decided."""
    if len(parts) == 2:
        first, second = parts
        if operator == "and":
            return lambda frame: first(frame) and second(frame)
        return lambda frame: first(frame) or second(frame)
    if operator == "and":
        return lambda frame: all(part(frame) for part in parts)
    return lambda frame: any(part(frame) for part in parts)


def comparison(operator: str, left: Operand, right: Operand) -> Truth:
    """`left operator right` by the rules of values.compare."""
    if left.kind is Kind.NODES and isinstance(right.fixed, str) and operator in ("=", "!="):
        return _nodes_with_text(left.nodes(), right.fixed, operator == "=")
    if left.kind is Kind.NODES and isinstance(right.fixed, float):
        return _nodes_with_number(operator, left.nodes(), right.fixed)
    if left.kind is Kind.NUMBER and right.kind is Kind.NUMBER:
        return _numbers(operator, left.number(), right.number())
    first, second = left.run, right.run
    return lambda frame: compare(operator, first(frame), second(frame), frame.world.zones)


def _nodes_with_text(nodes: Callable[[Frame], list[Node]], text: str, equal: bool) -> Truth:
    def run(frame: Frame) -> bool:
        found = nodes(frame)
        if len(found) == 1:
            return (found[0].string() == text) is equal
        if isinstance(found, Hidden):
            return (text == "") is equal
        return any((node.string() == text) is equal for node in found)

    return run


def _nodes_with_number(operator: str, nodes: Callable[[Frame], list[Node]], number: float) -> Truth:
    holds = _HOLDS[operator]

    def run(frame: Frame) -> bool:
        for node in nodes(frame):
            value = node.number()
            if value != value:
                value = as_number([node], frame.world.zones)
            if holds(value, number):
                return True
        return False

    return run


def _numbers(operator: str, first: Callable[[Frame], float], second: Callable[[Frame], float]) -> Truth:
    holds = _HOLDS[operator]
    return lambda frame: holds(first(frame), second(frame))


def _eq(a: float, b: float) -> bool:
    return a == b


def _ne(a: float, b: float) -> bool:
    return a != b


def _lt(a: float, b: float) -> bool:
    return a < b


def _le(a: float, b: float) -> bool:
    return a <= b


def _gt(a: float, b: float) -> bool:
    return a > b


def _ge(a: float, b: float) -> bool:
    return a >= b


_HOLDS = {"=": _eq, "!=": _ne, "<": _lt, "<=": _le, ">": _gt, ">=": _ge}
