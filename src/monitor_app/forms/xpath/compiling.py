"""Syntax tree to closures. A compiled expression is pure: it reads nodes and the world of its frame, nothing else.

What is wrong statically (an unknown function, a wrong number of arguments) is collected in `faults`; the closure made
in its place raises the same fault, so that `false() and nonsense()` is still false, as other engines have it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from monitor_app.forms.xpath import arithmetic, comparing, lookups
from monitor_app.forms.xpath.calls import Function
from monitor_app.forms.xpath.faults import ExpressionFault, Reason
from monitor_app.forms.xpath.frames import Frame, Nodes, Run
from monitor_app.forms.xpath.nodes import Node
from monitor_app.forms.xpath.operands import Kind, Operand
from monitor_app.forms.xpath.paths import (
    Keep,
    in_document_order,
    name_key,
    path_closure,
    plain_path_closure,
    predicate,
    step_closure,
)
from monitor_app.forms.xpath.syntax import (
    Call,
    Chain,
    Expression,
    Filter,
    KindTest,
    NameTest,
    Negation,
    NumberLiteral,
    Path,
    Step,
    StringLiteral,
)


@dataclass(frozen=True, slots=True)
class Compiled:
    """An expression ready to run. `faults` is empty for a sound one."""

    operand: Operand
    faults: tuple[ExpressionFault, ...]


@dataclass(frozen=True, slots=True)
class Compiler:
    """Turns trees into closures. `namespaces`: prefix to uri, '' for unprefixed element names."""

    functions: Mapping[str, Function]
    namespaces: Mapping[str, str]

    def compile(self, tree: Expression) -> Compiled:
        work = _Work(self.functions, self.namespaces, [])
        operand = work.operand(tree)
        return Compiled(operand, tuple(work.faults))


@dataclass(frozen=True, slots=True)
class _Work:
    functions: Mapping[str, Function]
    namespaces: Mapping[str, str]
    faults: list[ExpressionFault]

    def operand(self, tree: Expression) -> Operand:
        try:
            return self._operand(tree)
        except ExpressionFault as fault:
            self.faults.append(fault)
            return Operand(Kind.ANY, _raising(fault), tree)

    def _operand(self, tree: Expression) -> Operand:
        if isinstance(tree, Path):
            return Operand(Kind.NODES, self.path(tree), tree)
        if isinstance(tree, StringLiteral):
            text = tree.value
            return Operand(Kind.STRING, lambda frame: text, tree, text)
        if isinstance(tree, NumberLiteral):
            number = tree.value
            return Operand(Kind.NUMBER, lambda frame: number, tree, number)
        if isinstance(tree, Chain):
            return self.chain(tree)
        if isinstance(tree, Call):
            return self.call(tree)
        if isinstance(tree, Negation):
            inner = self.operand(tree.operand).number()
            return Operand(Kind.NUMBER, lambda frame: -inner(frame), tree)
        return Operand(Kind.NODES, self.filter(tree), tree)

    def chain(self, tree: Chain) -> Operand:
        operator = tree.operators[0]
        operands = [self.operand(part) for part in tree.operands]
        if operator in ("and", "or"):
            return Operand(Kind.BOOLEAN, comparing.logic(operator, [part.boolean() for part in operands]), tree)
        if operator == "|":
            return Operand(Kind.NODES, _union([part.nodes() for part in operands]), tree)
        if operator in ("=", "!=", "<", "<=", ">", ">="):
            left = operands[0]
            for symbol, right in zip(tree.operators, operands[1:], strict=True):
                left = Operand(Kind.BOOLEAN, comparing.comparison(symbol, left, right), tree)
            return left
        return Operand(Kind.NUMBER, arithmetic.chain(tree.operators, [part.number() for part in operands]), tree)

    def call(self, tree: Call) -> Operand:
        name = self.function_name(tree)
        function = self.functions.get(name)
        if function is None:
            raise ExpressionFault(Reason.UNKNOWN_FUNCTION, tree.name, tree.at)
        count = len(tree.arguments)
        if count < function.least or (function.most is not None and count > function.most):
            raise ExpressionFault(Reason.ARGUMENTS, tree.name, tree.at)
        return Operand(function.result, function.build([self.operand(part) for part in tree.arguments]), tree)

    def function_name(self, tree: Call) -> str:
        prefix, colon, local = tree.name.rpartition(":")
        if colon and self.namespaces.get(prefix) == "http://openrosa.org/javarosa":
            return f"jr:{local}"
        if prefix == "jr" and "jr" in self.namespaces:
            raise ExpressionFault(Reason.UNKNOWN_FUNCTION, tree.name, tree.at)
        return tree.name

    def filter(self, tree: Filter) -> Nodes:
        nodes = self.operand(tree.primary).nodes()
        keeps = [self.keep(part) for part in tree.predicates]

        def run(frame: Frame) -> list[Node]:
            found = nodes(frame)
            for keep in keeps:
                found = keep(found, frame)
            return found

        return run

    def keep(self, tree: Expression) -> Keep:
        one_by_one = predicate(self.operand(tree).run)
        return lookups.child_equals(tree, self.operand, self.namespaces, one_by_one) or one_by_one

    def path(self, tree: Path) -> Nodes:
        start = self.start(tree)
        plain = _plain(tree.steps)
        if plain is not None:
            ups, tests = plain
            return plain_path_closure(start, ups, [name_key(test, self.namespaces) for test in tests])
        steps = []
        for step in tree.steps:
            keeps = [self.keep(part) for part in step.predicates]
            steps.append(step_closure(step, keeps, self.namespaces))
        return path_closure(start, steps)

    def start(self, tree: Path) -> Nodes:
        if tree.start == "/":
            return lambda frame: [frame.world.root]
        if tree.start == ".":
            return lambda frame: [frame.node]
        return self.operand(tree.start).nodes()


def _plain(steps: tuple[Step, ...]) -> tuple[int, list[NameTest]] | None:
    """Steps up and then child names, without predicates; None for any other path."""
    ups = 0
    tests: list[NameTest] = []
    for step in steps:
        if step.predicates:
            return None
        if isinstance(step.test, KindTest):
            if step.test.kind != "node" or tests or step.axis not in ("parent", "self"):
                return None
            ups += step.axis == "parent"
        elif step.axis != "child" or step.test.local == "*":
            return None
        else:
            tests.append(step.test)
    return ups, tests


def _union(parts: list[Nodes]) -> Nodes:
    return lambda frame: in_document_order([node for part in parts for node in part(frame)])


def _raising(fault: ExpressionFault) -> Run:
    def run(frame: Frame) -> float:
        raise fault

    return run
