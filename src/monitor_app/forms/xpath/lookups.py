"""Choice lists by index: `item[grp = /data/region]` asks a hash table, not every item.

Only where the right side cannot depend on the item itself, and only in trees that never change (`lookups` is set).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from monitor_app.forms.xpath.frames import Frame
from monitor_app.forms.xpath.nodes import Hidden, Node
from monitor_app.forms.xpath.operands import Kind, Operand
from monitor_app.forms.xpath.paths import Keep, name_key
from monitor_app.forms.xpath.syntax import (
    Call,
    Chain,
    Expression,
    NameTest,
    Negation,
    NumberLiteral,
    Path,
    StringLiteral,
)

_CONTEXT_FREE = frozenset(
    {"if", "coalesce", "concat", "string", "current", "selected-at", "instance", "jr:choice-name"}
)


def child_equals(
    tree: Expression, compile_: Callable[[Expression], Operand], namespaces: Mapping[str, str], one_by_one: Keep
) -> Keep | None:
    """A whole-list filter for `child = invariant text`; None for any other predicate."""
    if not isinstance(tree, Chain) or tree.operators != ("=",):
        return None
    for one, other in (tree.operands, tree.operands[::-1]):
        test = _child_name(one)
        if test is not None and invariant(other):
            wanted = compile_(other)
            if wanted.kind not in (Kind.STRING, Kind.NODES):
                return None
            return _indexed(name_key(test, namespaces), wanted, one_by_one)
    return None


def invariant(tree: Expression) -> bool:
    """Whether it gives the same for every item of a predicate."""
    if isinstance(tree, (StringLiteral, NumberLiteral)):
        return True
    if isinstance(tree, Path):
        steps_free = not any(step.predicates for step in tree.steps)
        return steps_free and (tree.start == "/" or (isinstance(tree.start, Call) and invariant(tree.start)))
    if isinstance(tree, Call):
        return tree.name in _CONTEXT_FREE and all(invariant(part) for part in tree.arguments)
    if isinstance(tree, Chain):
        return all(invariant(part) for part in tree.operands)
    return isinstance(tree, Negation) and invariant(tree.operand)


def _child_name(tree: Expression) -> NameTest | None:
    if isinstance(tree, Path) and tree.start == "." and len(tree.steps) == 1:
        step = tree.steps[0]
        if step.axis == "child" and isinstance(step.test, NameTest) and not step.predicates and step.test.local != "*":
            return step.test
    return None


def _indexed(key: str, wanted: Operand, one_by_one: Keep) -> Keep:
    def keep(nodes: list[Node], frame: Frame) -> list[Node]:
        owner = nodes[0].parent if nodes else None
        if owner is None or owner.lookups is None or len(nodes) != len(owner.named(nodes[0].key)):
            return one_by_one(nodes, frame)
        value = wanted.run(frame)
        mark = f"{nodes[0].key}[{key}]"
        index = owner.lookups.get(mark)
        if index is None:
            index = owner.lookups[mark] = _index(nodes, key)
        if not isinstance(value, list):
            return index.get(str(value), [])
        if len(value) == 1:
            return index.get(value[0].string(), [])
        if isinstance(value, Hidden):
            return index.get("", [])
        chosen = {id(node) for other in value for node in index.get(other.string(), [])}
        return [node for node in nodes if id(node) in chosen]

    return keep


def _index(nodes: list[Node], key: str) -> dict[str, list[Node]]:
    index: dict[str, list[Node]] = {}
    for node in nodes:
        for text in {child.string() for child in node.named(key)}:
            index.setdefault(text, []).append(node)
    return index
