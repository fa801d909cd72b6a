"""Operands: a compiled part of an expression with the kind of value it gives, and its conversions as closures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from monitor_app.forms.xpath.faults import ExpressionFault, Reason
from monitor_app.forms.xpath.frames import Frame, Nodes, Run
from monitor_app.forms.xpath.nodes import NAN, Node
from monitor_app.forms.xpath.syntax import Expression
from monitor_app.forms.xpath.values import Value, as_boolean, as_number, as_string, number_of_text


class Kind(Enum):
    """What is known of a value before it is computed."""

    NUMBER = 1
    STRING = 2
    BOOLEAN = 3
    NODES = 4
    DATE = 5
    ANY = 6


@dataclass(frozen=True, slots=True)
class Operand:
    """`fixed` holds for values that do not depend on the frame (literals)."""

    kind: Kind
    run: Run
    source: Expression
    fixed: Value | None = None

    def string(self) -> Callable[[Frame], str]:
        run = self.run
        if self.kind is Kind.STRING:
            return run  # type: ignore[return-value]
        if self.kind is Kind.NODES:
            nodes = self.nodes()

            def first_text(frame: Frame) -> str:
                found = nodes(frame)
                return found[0].string() if found else ""

            return first_text
        return lambda frame: as_string(run(frame), frame.world.zones)

    def number(self) -> Callable[[Frame], float]:
        run = self.run
        if self.kind is Kind.NUMBER:
            return run  # type: ignore[return-value]
        if self.kind is Kind.NODES:
            nodes = self.nodes()

            def first_number(frame: Frame) -> float:
                found = nodes(frame)
                if not found:
                    return NAN
                number = found[0].number()
                return number if number == number else number_of_text(found[0].string(), frame.world.zones)

            return first_number
        return lambda frame: as_number(run(frame), frame.world.zones)

    def boolean(self) -> Callable[[Frame], bool]:
        run = self.run
        if self.kind is Kind.BOOLEAN:
            return run  # type: ignore[return-value]
        return lambda frame: as_boolean(run(frame))

    def nodes(self) -> Nodes:
        """The node-set. Raises ExpressionFault where the value can never be one."""
        run = self.run
        if self.kind is Kind.NODES:
            return run  # type: ignore[return-value]
        if self.kind is not Kind.ANY:
            raise ExpressionFault(Reason.NOT_A_NODESET)

        def nodes_or_none(frame: Frame) -> list[Node]:
            value = run(frame)
            return value if isinstance(value, list) else []

        return nodes_or_none
