"""Text to syntax tree: precedence climbing over the tokens. Source: XPath 1.0, 2 and 3."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from monitor_app.forms.xpath.faults import ExpressionFault, Reason
from monitor_app.forms.xpath.syntax import (
    Call,
    Chain,
    Expression,
    Filter,
    KindTest,
    NameTest,
    Negation,
    NodeKind,
    NumberLiteral,
    Path,
    Step,
    StringLiteral,
)
from monitor_app.forms.xpath.tokens import Token, tokens

MAX_DEPTH = 100
"""Brackets, calls and predicates inside each other."""

_PRECEDENCE = {
    "or": 1,
    "and": 2,
    "=": 3,
    "!=": 3,
    "<": 4,
    "<=": 4,
    ">": 4,
    ">=": 4,
    "+": 5,
    "-": 5,
    "*": 6,
    "div": 6,
    "mod": 6,
    "|": 8,
}
_UNARY = 7
_KINDS = frozenset({"node", "text", "comment", "processing-instruction"})
AXES = frozenset(
    {
        "ancestor",
        "ancestor-or-self",
        "attribute",
        "child",
        "descendant",
        "descendant-or-self",
        "following",
        "following-sibling",
        "namespace",
        "parent",
        "preceding",
        "preceding-sibling",
        "self",
    }
)
_ANY_NODE = KindTest("node")
_DEEP = Step("descendant-or-self", _ANY_NODE)


def parse(expression: str) -> Expression:
    """The tree of an expression. Raises ExpressionFault with the offset of the first fault."""
    parser = _Parser(tokens(expression))
    tree = parser.expression(0)
    if parser.now.kind != "end":
        raise parser.unexpected()
    return tree


@dataclass(slots=True)
class _Parser:
    all: list[Token]
    index: int = 0
    depth: int = 0

    @property
    def now(self) -> Token:
        return self.all[self.index]

    def unexpected(self) -> ExpressionFault:
        return ExpressionFault(Reason.SYNTAX, self.now.text, self.now.at)

    def take(self, kind: str) -> Token:
        token = self.all[self.index]
        if token.kind != kind:
            raise self.unexpected()
        self.index += 1
        return token

    def expression(self, least: int) -> Expression:
        """An expression of operators that bind at least as strongly as `least`."""
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise ExpressionFault(Reason.TOO_DEEP, at=self.now.at)
        tree = self.operand(least)
        while True:
            token = self.all[self.index]
            level = _PRECEDENCE.get(token.text, 0) if token.kind == "op" else 0
            if not level or level < least:
                break
            operands, operators = [tree], []
            while token.kind == "op" and _PRECEDENCE.get(token.text) == level:
                self.index += 1
                operators.append(token.text)
                operands.append(self.expression(level + 1))
                token = self.all[self.index]
            tree = Chain(tuple(operands), tuple(operators))
        self.depth -= 1
        return tree

    def operand(self, least: int) -> Expression:
        if self.now.kind != "-":
            return self.path()
        if least > _UNARY:
            raise self.unexpected()
        signs = 0
        while self.now.kind == "-":
            self.index += 1
            signs += 1
        inner = self.expression(_UNARY + 1)
        # an odd number of signs negates; an even one still makes a number of it
        return Negation(inner) if signs % 2 else Negation(Negation(inner))

    def path(self) -> Expression:
        """A location path, or a primary expression with predicates and further steps."""
        kind = self.now.kind
        if kind == "/":
            self.index += 1
            return Path("/", tuple(self.steps()) if self.starts_step() else ())
        if kind == "//":
            self.index += 1
            return Path("/", (_DEEP, *self.steps()))
        if kind in ("number", "literal", "(", "$") or (kind == "function" and self.now.text not in _KINDS):
            return self.filtered()
        return Path(".", tuple(self.steps()))

    def filtered(self) -> Expression:
        tree = self.primary()
        predicates = tuple(self.predicates())
        if predicates:
            tree = Filter(tree, predicates)
        if self.now.kind == "op" and self.now.text in ("/", "//"):
            return Path(tree, tuple(self.further_steps()))
        return tree

    def primary(self) -> Expression:
        token = self.now
        self.index += 1
        if token.kind == "number":
            return NumberLiteral(float(token.text))
        if token.kind == "literal":
            return StringLiteral(token.text[1:-1])
        if token.kind == "(":
            tree = self.expression(0)
            self.take(")")
            return tree
        if token.kind == "$":
            raise ExpressionFault(Reason.VARIABLE, self.now.text, token.at)
        self.take("(")
        arguments: list[Expression] = []
        if self.now.kind != ")":
            arguments.append(self.expression(0))
            while self.now.kind == ",":
                self.index += 1
                arguments.append(self.expression(0))
        self.take(")")
        return Call(token.text, tuple(arguments), token.at)

    def starts_step(self) -> bool:
        token = self.now
        return token.kind in ("name", "axis", "@", "*", ".", "..") or (
            token.kind == "function" and token.text in _KINDS
        )

    def steps(self) -> list[Step]:
        return [self.step(), *self.further_steps()]

    def further_steps(self) -> list[Step]:
        found: list[Step] = []
        while self.now.kind == "op" and self.now.text in ("/", "//"):
            if self.now.text == "//":
                found.append(_DEEP)
            self.index += 1
            found.append(self.step())
        return found

    def step(self) -> Step:
        token = self.now
        if token.kind in (".", ".."):
            self.index += 1
            axis = "self" if token.kind == "." else "parent"
            return Step(axis, _ANY_NODE, tuple(self.predicates()))
        axis = "child"
        if token.kind == "@":
            axis = "attribute"
            self.index += 1
        elif token.kind == "axis":
            axis = token.text
            if axis not in AXES:
                raise ExpressionFault(Reason.SYNTAX, axis, token.at)
            self.index += 1
        return Step(axis, self.test(), tuple(self.predicates()))

    def test(self) -> NameTest | KindTest:
        token = self.now
        self.index += 1
        if token.kind == "*":
            return NameTest("", "*")
        if token.kind == "name":
            prefix, _, local = token.text.rpartition(":")
            return NameTest(prefix, local)
        if token.kind == "function" and token.text in _KINDS:
            self.take("(")
            target = self.take("literal").text[1:-1] if self.now.kind == "literal" else None
            self.take(")")
            if target is not None and token.text != "processing-instruction":
                raise ExpressionFault(Reason.SYNTAX, token.text, token.at)
            return KindTest(cast("NodeKind", token.text), target)
        self.index -= 1
        raise self.unexpected()

    def predicates(self) -> list[Expression]:
        found: list[Expression] = []
        while self.now.kind == "[":
            self.index += 1
            found.append(self.expression(0))
            self.take("]")
        return found
