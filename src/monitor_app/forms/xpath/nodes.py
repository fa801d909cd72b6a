"""Nodes: the tree that expressions walk, for a form's instance and for its choice lists alike.

An element without child nodes keeps its text itself (`text`); others keep it in text nodes among `children`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum

NAN = float("nan")
_NUMBER = re.compile(r"[ \t\r\n]*-?(?:\d+(?:\.\d*)?|\.\d+)[ \t\r\n]*")
_DATE = re.compile(r"\s*\d{4}-\d\d?-\d\d?(?:T|\s*$)")


class NodeKind(IntEnum):
    """The kinds of nodes of XPath 1.0."""

    DOCUMENT = 0
    ELEMENT = 1
    ATTRIBUTE = 2
    TEXT = 3
    COMMENT = 4
    INSTRUCTION = 5
    NAMESPACE = 6


def key_of(uri: str, local: str) -> str:
    """How a name is looked up: the local name alone where it has no namespace, else '{uri}local'."""
    return f"{{{uri}}}{local}" if uri else local


class Node:
    """One node. `relevant` false: it stands in the tree but expressions do not see it (ODK XForms, 'relevant')."""

    __slots__ = (
        "_index",
        "_number",
        "_text_node",
        "attributes",
        "children",
        "key",
        "kind",
        "local",
        "lookups",
        "ordinal",
        "parent",
        "prefix",
        "relevant",
        "text",
        "uri",
    )

    def __init__(self, kind: NodeKind, local: str = "", text: str = "", *, uri: str = "", prefix: str = "") -> None:
        self.kind = kind
        self.local = local
        self.uri = uri
        self.prefix = prefix
        self.key = key_of(uri, local)
        self.text = text
        self.parent: Node | None = None
        self.children: list[Node] = []
        self.attributes: list[Node] = []
        self.relevant = True
        self.ordinal = 0
        self.lookups: dict[str, dict[str, list[Node]]] | None = None
        self._number: float | None = None
        self._index: dict[str, list[Node]] | None = None
        self._text_node: Node | None = None

    def append(self, child: Node) -> Node:
        """Adds a last child and returns it."""
        child.parent = self
        self.children.append(child)
        if self._index is not None:
            self._index.setdefault(child.key, []).append(child)
        return child

    def insert(self, place: int, child: Node) -> None:
        child.parent = self
        self.children.insert(place, child)
        self._index = None

    def remove(self, child: Node) -> None:
        self.children.remove(child)
        child.parent = None
        self._index = None

    def attribute(self, local: str, text: str, *, uri: str = "", prefix: str = "") -> Node:
        node = Node(NodeKind.ATTRIBUTE, local, text, uri=uri, prefix=prefix)
        node.parent = self
        self.attributes.append(node)
        return node

    def named(self, key: str) -> list[Node]:
        """Child elements of that name, in order. Not to be changed by the caller."""
        index = self._index
        if index is None:
            index = {}
            for child in self.children:
                if child.kind is NodeKind.ELEMENT:
                    index.setdefault(child.key, []).append(child)
            self._index = index
        return index.get(key, _NO_NODES)

    def set_text(self, text: str) -> None:
        """Another value for an element without child nodes."""
        self.text = text
        self._number = None
        self._text_node = None

    def string(self) -> str:
        """The string-value: own text, or the text of all descendants."""
        if not self.children:
            return self.text
        return "".join(_texts(self))

    def number(self) -> float:
        """The string-value as a number, remembered where the node holds its text itself."""
        if self.children:
            return number_of(self.string())
        if self._number is None:
            self._number = number_of(self.text)
        return self._number

    def inner(self) -> list[Node]:
        """Child nodes including text; for a leaf with text, one text node."""
        if self.children or not self.text or self.kind is not NodeKind.ELEMENT:
            return self.children
        if self._text_node is None:
            self._text_node = Node(NodeKind.TEXT, text=self.text)
            self._text_node.parent = self
        return [self._text_node]

    def root(self) -> Node:
        node = self
        while node.parent is not None:
            node = node.parent
        return node

    def order(self) -> tuple[int, ...]:
        """A key that sorts nodes of one document in document order, documents apart."""
        steps: list[int] = []
        node = self
        while node.parent is not None:
            owner = node.parent
            if node.kind is NodeKind.ATTRIBUTE:
                steps.append(owner.attributes.index(node) - 1_000_000)
            elif node.kind is NodeKind.NAMESPACE:
                steps.append(node.ordinal - 2_000_000)
            else:
                steps.append(place_in(owner.inner(), node))
            node = owner
        steps.append(id(node))
        return tuple(reversed(steps))

    def walk(self) -> Iterator[Node]:
        """This node and its descendants (no attributes), in document order."""
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            stack.extend(reversed(node.inner()))


def place_in(siblings: list[Node], node: Node) -> int:
    """Where a node stands among its siblings, from 0; at the end where it only stands beside them."""
    return siblings.index(node) if node in siblings else len(siblings)


class Hidden(list[Node]):
    """An empty node-set whose nodes are there but not relevant: it compares as the empty text."""


_NO_NODES: list[Node] = []


def _texts(node: Node) -> Iterator[str]:
    for inner in node.walk():
        if inner.kind is NodeKind.TEXT and (inner.parent is None or inner.parent.relevant):
            yield inner.text


def number_of(text: str) -> float:
    """XPath's number of a string; a calendar date counts its days since 1970 (ODK XForms, 'number')."""
    if _NUMBER.fullmatch(text):
        return float(text)
    return NAN
