"""What a function is: how many arguments it takes, what it gives, and how a call of it becomes a closure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from monitor_app.forms.xpath.frames import Frame, Run
from monitor_app.forms.xpath.nodes import Node
from monitor_app.forms.xpath.operands import Kind, Operand
from monitor_app.forms.xpath.values import Value

Build = Callable[[Sequence[Operand]], Run]


@dataclass(frozen=True, slots=True)
class Function:
    """`most` None: any number of arguments."""

    least: int
    most: int | None
    result: Kind
    build: Build


def of_strings(least: int, most: int | None, result: Kind, work: Callable[..., Value]) -> Function:
    """A function of strings alone: `work(*strings)`."""

    def build(operands: Sequence[Operand]) -> Run:
        strings = [part.string() for part in operands]
        if len(strings) == 1:
            only = strings[0]
            return lambda frame: work(only(frame))
        if len(strings) == 2:
            first, second = strings
            return lambda frame: work(first(frame), second(frame))
        return lambda frame: work(*[part(frame) for part in strings])

    return Function(least, most, result, build)


def of_numbers(least: int, most: int | None, work: Callable[..., float]) -> Function:
    """A function of numbers alone that gives a number."""

    def build(operands: Sequence[Operand]) -> Run:
        numbers = [part.number() for part in operands]
        if len(numbers) == 1:
            only = numbers[0]
            return lambda frame: work(only(frame))
        return lambda frame: work(*[part(frame) for part in numbers])

    return Function(least, most, Kind.NUMBER, build)


def values_of(operands: Sequence[Operand]) -> Callable[[Frame], list[Value]]:
    """All values of the arguments, each node of a node-set counted as one string (OpenRosa's variadic functions)."""
    runs = [part.run for part in operands]

    def run(frame: Frame) -> list[Value]:
        found: list[Value] = []
        for part in runs:
            value = part(frame)
            if isinstance(value, list):
                found.extend(node.string() for node in value)
            else:
                found.append(value)
        return found

    return run


def nodes_or_context(operands: Sequence[Operand]) -> Callable[[Frame], list[Node]]:
    """The node-set given, or the context node where none is."""
    if operands:
        return operands[0].nodes()
    return lambda frame: [frame.node]
