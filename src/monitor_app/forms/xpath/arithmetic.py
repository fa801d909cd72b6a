"""Sums, products and remainders. Source: XPath 1.0, 3.5: IEEE 754, `mod` truncates, division by zero is no fault."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from monitor_app.forms.xpath.frames import Frame
from monitor_app.forms.xpath.nodes import NAN

Number = Callable[[Frame], float]


def divide(a: float, b: float) -> float:
    """`a div b`."""
    if b:
        return a / b
    if a != a or b != b or a == 0:
        return NAN
    return math.copysign(math.inf, a) * math.copysign(1.0, b)


def remainder(a: float, b: float) -> float:
    """`a mod b`: the sign is that of `a`."""
    if b == 0 or math.isinf(a) or a != a or b != b:
        return NAN
    return math.fmod(a, b)


def multiply(a: float, b: float) -> float:
    """`a * b`."""
    return a * b


def add(a: float, b: float) -> float:
    """`a + b`."""
    return a + b


def subtract(a: float, b: float) -> float:
    """`a - b`."""
    return a - b


_OPERATIONS = {"+": add, "-": subtract, "*": multiply, "div": divide, "mod": remainder}


def chain(operators: Sequence[str], operands: Sequence[Number]) -> Number:
    """`a + b - c`, left to right."""
    if len(operands) == 2:
        first, second = operands
        if operators[0] == "+":
            return lambda frame: first(frame) + second(frame)
        if operators[0] == "-":
            return lambda frame: first(frame) - second(frame)
        if operators[0] == "*":
            return lambda frame: first(frame) * second(frame)
        operation = _OPERATIONS[operators[0]]
        return lambda frame: operation(first(frame), second(frame))
    head = operands[0]
    rest = [(_OPERATIONS[symbol], part) for symbol, part in zip(operators, operands[1:], strict=True)]

    def run(frame: Frame) -> float:
        total = head(frame)
        for operation, part in rest:
            total = operation(total, part(frame))
        return total

    return run
