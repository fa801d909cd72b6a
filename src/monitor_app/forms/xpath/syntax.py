"""The syntax tree of an expression: immutable values, nothing that runs.

Chains of one precedence level stand in one node (`a and b and c`), so that long ones need no deep recursion.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class NumberLiteral:
    """A number as written."""

    value: float


@dataclass(frozen=True, slots=True)
class StringLiteral:
    """A text in quotes."""

    value: str


@dataclass(frozen=True, slots=True)
class Call:
    """A function call; `name` as written, prefix included (`jr:itext`)."""

    name: str
    arguments: tuple[Expression, ...]
    at: int = 0


@dataclass(frozen=True, slots=True)
class Negation:
    """A minus sign before an expression."""

    operand: Expression


@dataclass(frozen=True, slots=True)
class Chain:
    """Operands of one precedence level, left to right; `operators[i]` stands between operand i and i + 1."""

    operands: tuple[Expression, ...]
    operators: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NameTest:
    """`prefix` is '' where none is written; `local` is '*' for any name."""

    prefix: str
    local: str


NodeKind = Literal["node", "text", "comment", "processing-instruction"]


@dataclass(frozen=True, slots=True)
class KindTest:
    """node(), text(), comment() or processing-instruction('target')."""

    kind: NodeKind
    target: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a path."""

    axis: str
    test: NameTest | KindTest
    predicates: tuple[Expression, ...] = ()


@dataclass(frozen=True, slots=True)
class Path:
    """Steps from the root ('/'), from the context node ('.'), or from what `start` evaluates to."""

    start: Literal["/", "."] | Expression
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Filter:
    """A primary expression with predicates: `(…)[1]`, `instance('x')[…]`."""

    primary: Expression
    predicates: tuple[Expression, ...]


Expression = NumberLiteral | StringLiteral | Call | Negation | Chain | Path | Filter
