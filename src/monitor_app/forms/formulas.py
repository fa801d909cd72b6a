"""Formulas: expressions at their place in a form, parsed when the form is read and compiled when first needed.

Inside a repeat an absolute path means the same row (`/data/area/kind` in the bind of `/data/area/size`), as in
JavaRosa; it is rewritten to start from the current node before it is compiled. Source: ODK XForms specification,
'XPath paths'.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from monitor_app.forms.xpath import FUNCTIONS, Compiled, Compiler, ExpressionFault, Frame, TooMuchWork, parse
from monitor_app.forms.xpath.operands import Kind, Operand
from monitor_app.forms.xpath.syntax import (
    Call,
    Chain,
    Expression,
    Filter,
    KindTest,
    NameTest,
    Negation,
    Path,
    Step,
    StringLiteral,
)
from monitor_app.forms.xpath.values import Value, as_boolean, as_number, as_string

_UP = Step("parent", KindTest("node"))
_GENERIC_ARGUMENTS = frozenset({0, 1, 3, 5})
"""Arguments of indexed-repeat() that mean all rows."""
_NOWHERE = Operand(Kind.STRING, lambda frame: "", StringLiteral(""))


@dataclass(slots=True)
class Formula:
    """An expression bound to a place. Immutable but for the closure, which is made on first use."""

    text: str
    tree: Expression
    namespaces: Mapping[str, str]
    _compiled: Compiled | None = field(default=None, repr=False)

    @property
    def compiled(self) -> Compiled:
        if self._compiled is None:
            self._compiled = Compiler(FUNCTIONS, self.namespaces).compile(self.tree)
        return self._compiled

    def faults(self) -> tuple[ExpressionFault, ...]:
        """What is wrong with it; empty for a sound formula."""
        return self.compiled.faults

    def value(self, frame: Frame) -> Value:
        """Its value; '' where it asks for too much."""
        try:
            return self.compiled.operand.run(frame)
        except (TooMuchWork, RecursionError, ExpressionFault):
            return ""

    def text_value(self, frame: Frame) -> str:
        """Its value as it is stored: NaN is nothing."""
        text = as_string(self.value(frame), frame.world.zones)
        return "" if text == "NaN" else text

    def holds(self, frame: Frame, unknown: bool) -> bool:
        """Whether it is true; `unknown` where it asks for too much."""
        try:
            return as_boolean(self.compiled.operand.run(frame))
        except (TooMuchWork, RecursionError, ExpressionFault):
            return unknown

    def number(self, frame: Frame) -> float:
        """Its value as a number; NaN where it asks for too much."""
        return as_number(self.value(frame), frame.world.zones)

    @property
    def once(self) -> bool:
        """Whether its value is kept once it is computed."""
        return any(call.name == "once" for call in calls_in(self.tree))

    def constant(self) -> bool | None:
        """true() or false() written out; None for everything else."""
        tree = self.tree
        if isinstance(tree, Call) and not tree.arguments and tree.name in ("true", "false"):
            return tree.name == "true"
        return None


def unfiltered(formula: Formula) -> Formula:
    """The same list without its conditions: `instance('x')/…/item[…]` gives all items."""
    tree = formula.tree
    if isinstance(tree, Call) and tree.name == "randomize" and tree.arguments:
        tree = tree.arguments[0]
    if isinstance(tree, Path):
        tree = replace(tree, steps=tuple(replace(step, predicates=()) for step in tree.steps))
    elif isinstance(tree, Filter):
        tree = tree.primary
    return Formula(formula.text, tree, formula.namespaces)


def calls_in(tree: Expression) -> Iterable[Call]:
    """Every function call of a tree, outer first."""
    stack: list[Expression] = [tree]
    while stack:
        part = stack.pop()
        if isinstance(part, Call):
            yield part
        stack.extend(parts_of(part))


def parts_of(tree: Expression) -> list[Expression]:
    """The expressions directly inside."""
    if isinstance(tree, Call):
        return list(tree.arguments)
    if isinstance(tree, Chain):
        return list(tree.operands)
    if isinstance(tree, Negation):
        return [tree.operand]
    if isinstance(tree, Filter):
        return [tree.primary, *tree.predicates]
    if isinstance(tree, Path):
        inner = [part for step in tree.steps for part in step.predicates]
        return inner if isinstance(tree.start, str) else [tree.start, *inner]
    return []


@dataclass(slots=True)
class Formulary:
    """Makes the formulas of one form: one tree per text, the paths of rows bound to their row."""

    namespaces: Mapping[str, str]
    repeats: frozenset[str]
    _trees: dict[str, Expression] = field(default_factory=dict)

    def formula(self, text: str, place: str) -> Formula:
        """The formula of a text for the node at generic path `place`. Raises ExpressionFault."""
        tree = self._trees.get(text)
        if tree is None:
            tree = self._trees[text] = parse(text)
        rows = [part for part in ancestors(place) if part in self.repeats]
        if rows:
            tree = _Rebasing(place, rows[-1], rows).expression(tree)
        return Formula(text, tree, self.namespaces)


def ancestors(path: str) -> list[str]:
    """`/data`, `/data/a`, `/data/a/b` for `/data/a/b`: outermost first, itself last."""
    names = path.split("/")[1:]
    return ["/" + "/".join(names[: count + 1]) for count in range(len(names))]


@dataclass(frozen=True, slots=True)
class _Rebasing:
    """Rewrites absolute paths through the rows around `place`."""

    place: str
    row: str
    rows: list[str]

    def expression(self, tree: Expression) -> Expression:
        if isinstance(tree, Path):
            return self.path(tree)
        if isinstance(tree, Call):
            if tree.name == "indexed-repeat":
                parts = [a if i in _GENERIC_ARGUMENTS else self.expression(a) for i, a in enumerate(tree.arguments)]
                return replace(tree, arguments=tuple(parts))
            return replace(tree, arguments=tuple(self.expression(part) for part in tree.arguments))
        if isinstance(tree, Chain):
            return replace(tree, operands=tuple(self.expression(part) for part in tree.operands))
        if isinstance(tree, Negation):
            return Negation(self.expression(tree.operand))
        if isinstance(tree, Filter):
            predicates = tuple(self.expression(part) for part in tree.predicates)
            return Filter(self.expression(tree.primary), predicates)
        return tree

    def path(self, tree: Path) -> Path:
        steps = tuple(
            replace(step, predicates=tuple(self.expression(part) for part in step.predicates))
            if step.predicates
            else step
            for step in tree.steps
        )
        if tree.start != "/":
            start = tree.start if isinstance(tree.start, str) else self.expression(tree.start)
            return Path(start, steps)
        shared = self.shared(steps)
        if not shared:
            return Path("/", steps)
        ups = len(self.place.split("/")) - 1 - shared
        return Path(Call("current", ()), (_UP,) * ups + steps[shared:])

    def shared(self, steps: tuple[Step, ...]) -> int:
        """How many leading steps lead into the innermost row shared with `place`; 0 for none. The row itself is not
        meant when the path ends there: count(/data/area) counts them all."""
        found = 0
        path = ""
        for count, step in enumerate(steps, 1):
            if step.axis != "child" or not isinstance(step.test, NameTest) or step.predicates:
                break
            path += f"/{step.test.prefix}:{step.test.local}" if step.test.prefix else f"/{step.test.local}"
            if path in self.rows and count < len(steps):
                found = count
        return found
