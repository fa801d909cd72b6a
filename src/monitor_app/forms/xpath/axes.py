"""The thirteen axes. Source: XPath 1.0, 2.2. Each gives nodes in the order of the axis (reverse ones backwards)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from monitor_app.forms.xpath.nodes import Node, NodeKind, place_in

Axis = Callable[[Node], Iterator[Node]]


def _child(node: Node) -> Iterator[Node]:
    return iter(node.inner())


def _descendant(node: Node) -> Iterator[Node]:
    walk = node.walk()
    next(walk)
    return walk


def _parent(node: Node) -> Iterator[Node]:
    if node.parent is not None:
        yield node.parent


def _ancestor(node: Node) -> Iterator[Node]:
    owner = node.parent
    while owner is not None:
        yield owner
        owner = owner.parent


def _ancestor_or_self(node: Node) -> Iterator[Node]:
    yield node
    yield from _ancestor(node)


def _siblings(node: Node) -> list[Node]:
    if node.parent is None or node.kind in (NodeKind.ATTRIBUTE, NodeKind.NAMESPACE):
        return [node]
    return node.parent.inner()


def _following_sibling(node: Node) -> Iterator[Node]:
    siblings = _siblings(node)
    return iter(siblings[place_in(siblings, node) + 1 :])


def _preceding_sibling(node: Node) -> Iterator[Node]:
    siblings = _siblings(node)
    return iter(siblings[: place_in(siblings, node)][::-1])


def _following(node: Node) -> Iterator[Node]:
    if node.kind in (NodeKind.ATTRIBUTE, NodeKind.NAMESPACE) and node.parent is not None:
        yield from _descendant(node.parent)
        node = node.parent
    for owner in _ancestor_or_self(node):
        for sibling in _following_sibling(owner):
            yield from sibling.walk()


def _preceding(node: Node) -> Iterator[Node]:
    if node.kind in (NodeKind.ATTRIBUTE, NodeKind.NAMESPACE) and node.parent is not None:
        node = node.parent
    for owner in _ancestor_or_self(node):
        for sibling in _preceding_sibling(owner):
            yield from reversed(list(sibling.walk()))


def _attribute(node: Node) -> Iterator[Node]:
    return iter(node.attributes)


def _self(node: Node) -> Iterator[Node]:
    yield node


def _namespace(node: Node) -> Iterator[Node]:
    """Namespaces in scope, by the prefixes seen on the way up (`xml`, which is everywhere, is left out)."""
    if node.kind is not NodeKind.ELEMENT:
        return
    seen: dict[str, str] = {}
    for owner in _ancestor_or_self(node):
        for name in (owner, *owner.attributes):
            if name.uri and name.prefix != "xml":
                seen.setdefault(name.prefix, name.uri)
    for place, (prefix, uri) in enumerate(sorted(seen.items())):
        found = Node(NodeKind.NAMESPACE, prefix, uri)
        found.parent = node
        found.ordinal = place
        yield found


AXES: Mapping[str, Axis] = MappingProxyType(
    {
        "ancestor": _ancestor,
        "ancestor-or-self": _ancestor_or_self,
        "attribute": _attribute,
        "child": _child,
        "descendant": _descendant,
        "descendant-or-self": Node.walk,
        "following": _following,
        "following-sibling": _following_sibling,
        "namespace": _namespace,
        "parent": _parent,
        "preceding": _preceding,
        "preceding-sibling": _preceding_sibling,
        "self": _self,
    }
)
REVERSE = frozenset({"ancestor", "ancestor-or-self", "preceding", "preceding-sibling"})
