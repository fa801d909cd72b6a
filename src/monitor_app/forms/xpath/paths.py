"""Location paths as closures. A path of plain child names looks nodes up by name; everything else walks its axes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from monitor_app.forms.xpath.axes import AXES, REVERSE
from monitor_app.forms.xpath.faults import ExpressionFault, Reason, TooMuchWork
from monitor_app.forms.xpath.frames import Frame, Nodes, Run
from monitor_app.forms.xpath.nodes import Hidden, Node, NodeKind, key_of
from monitor_app.forms.xpath.syntax import KindTest, NameTest, Step
from monitor_app.forms.xpath.values import as_boolean

MAX_NODES = 200_000
"""Nodes in one node-set."""

Test = Callable[[Node], bool]
Keep = Callable[[list[Node], Frame], list[Node]]


def name_key(test: NameTest, namespaces: Mapping[str, str]) -> str:
    """The look-up key of an element name. Raises ExpressionFault for a prefix nobody declared."""
    if test.prefix not in namespaces and test.prefix:
        raise ExpressionFault(Reason.PREFIX, test.prefix)
    return key_of(namespaces.get(test.prefix, ""), test.local)


def node_test(step: Step, namespaces: Mapping[str, str]) -> Test:
    """Whether a node passes the test of a step on its axis."""
    test = step.test
    principal = {"attribute": NodeKind.ATTRIBUTE, "namespace": NodeKind.NAMESPACE}.get(step.axis, NodeKind.ELEMENT)
    if isinstance(test, KindTest):
        if test.kind == "node":
            return lambda node: True
        if test.kind == "text":
            return lambda node: node.kind is NodeKind.TEXT
        if test.kind == "comment":
            return lambda node: node.kind is NodeKind.COMMENT
        target = test.target
        return lambda node: node.kind is NodeKind.INSTRUCTION and target in (None, node.local)
    if test.local == "*":
        if not test.prefix:
            return lambda node: node.kind is principal
        uri = namespaces.get(test.prefix)
        if uri is None:
            raise ExpressionFault(Reason.PREFIX, test.prefix)
        return lambda node: node.kind is principal and node.uri == uri
    key = name_key(test, namespaces)
    if principal is not NodeKind.ELEMENT and not test.prefix:
        key = test.local  # unprefixed attributes have no namespace
    return lambda node: node.kind is principal and node.key == key


def predicate(run: Run) -> Keep:
    """Keeps the nodes for which a predicate holds; a number means a position."""

    def keep(nodes: list[Node], frame: Frame) -> list[Node]:
        inner = Frame(frame.node, frame.world, 1, len(nodes), frame.current)
        kept = []
        for place, node in enumerate(nodes, 1):
            inner.node = node
            inner.position = place
            value = run(inner)
            if value == place if isinstance(value, float) else as_boolean(value):
                kept.append(node)
        return kept

    return keep


def in_document_order(nodes: list[Node]) -> list[Node]:
    """Each node once, in document order."""
    unique = list({id(node): node for node in nodes}.values())
    return sorted(unique, key=Node.order) if len(unique) > 1 else unique


def _walked(axis: str, test: Test) -> Callable[[Node], list[Node]]:
    walk = AXES[axis]
    if axis == "parent":
        return lambda node: [node.parent] if node.parent is not None and test(node.parent) else []

    def found(node: Node) -> list[Node]:
        return [other for other in walk(node) if test(other)]

    return found


def _nodes_of(step: Step, namespaces: Mapping[str, str]) -> Callable[[Node], list[Node]]:
    if step.axis == "child" and isinstance(step.test, NameTest) and step.test.local != "*":
        key = name_key(step.test, namespaces)
        return lambda node: node.named(key)
    return _walked(step.axis, node_test(step, namespaces))


def step_closure(
    step: Step, keeps: Sequence[Keep], namespaces: Mapping[str, str]
) -> Callable[[list[Node], Frame], list[Node]]:
    """One step over a node-set: nodes in document order in, nodes in document order out."""
    of = _nodes_of(step, namespaces)
    backwards = step.axis in REVERSE
    flat = step.axis in ("child", "attribute", "self")

    def one(node: Node, frame: Frame) -> list[Node]:
        found = of(node)
        for keep in keeps:
            found = keep(found, frame)
        return found

    def run(nodes: list[Node], frame: Frame) -> list[Node]:
        if len(nodes) == 1:
            found = one(nodes[0], frame)
            return found[::-1] if backwards else found
        found = []
        for node in nodes:
            found.extend(one(node, frame))
            if len(found) > MAX_NODES:
                raise TooMuchWork
        return found if flat else in_document_order(found)

    return run


def path_closure(start: Nodes, steps: Sequence[Callable[[list[Node], Frame], list[Node]]]) -> Nodes:
    """A whole path. What is not relevant stays out of the result (ODK XForms, 'relevant')."""

    def run(frame: Frame) -> list[Node]:
        nodes = start(frame)
        for step in steps:
            if not nodes:
                return nodes
            nodes = step(nodes, frame)
        for node in nodes:
            if not node.relevant:
                return [seen for seen in nodes if seen.relevant] or Hidden()
        return nodes

    return run


def plain_path_closure(start: Nodes, ups: int, keys: Sequence[str]) -> Nodes:
    """The most usual paths: some steps up, then child names. One node all the way needs no lists of lists."""
    names = tuple(keys)

    def run(frame: Frame) -> list[Node]:
        nodes = start(frame)
        if not nodes:
            return nodes
        node: Node | None = nodes[0]
        for _ in range(ups):
            node = node.parent if node is not None else None
        if node is None:
            return []
        nodes = [node]
        for key in names:
            if len(nodes) == 1:
                nodes = nodes[0].named(key)
            else:
                nodes = [child for owner in nodes for child in owner.named(key)]
        for node in nodes:
            if not node.relevant:
                return [seen for seen in nodes if seen.relevant] or Hidden()
        return nodes

    return run
