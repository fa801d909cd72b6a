"""The live tree: one node per field and row of a response, with what its rules said last."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from monitor_app.forms.logic import Rule, RuleKind
from monitor_app.forms.model import ModelNode
from monitor_app.forms.xpath import Node, NodeKind

ROW_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
MAX_ROWS = 10_000
MAX_NODES = 100_000
"""Fields, groups and rows of one response; a form that counts its rows higher gets no more."""


class LiveNode(Node):
    """A field, a group, a row, or a repeat as a whole (`row` '' where the model is a repeat: it stands beside its rows,
    so that there is one also without rows). `path` is concrete: `/data/areas[3f2a]/kind`. `relevant` is what counts
    (own rule and all ancestors), `own_relevant` what the own rule says.
    """

    __slots__ = ("model", "own_relevant", "owner", "path", "readonly", "repeats", "required", "row", "violated")

    def __init__(self, model: ModelNode, path: str, row: str, owner: LiveNode | None) -> None:
        super().__init__(NodeKind.ELEMENT, model.local, model.text, uri=model.uri, prefix=model.prefix)
        self.model = model
        self.path = path
        self.row = row
        self.owner = owner
        self.parent = owner
        self.repeats: list[LiveNode] = []
        self.own_relevant = model.relevant
        self.relevant = model.relevant and (owner is None or owner.relevant)
        self.required = model.required
        self.readonly = model.readonly
        self.violated = False
        for name, value in model.attributes:
            self.attribute(name, value)

    def parts(self) -> list[LiveNode]:
        """Fields, groups, rows and repeats directly inside."""
        inside: list[LiveNode] = self.children  # type: ignore[assignment]
        return [*self.repeats, *inside] if self.repeats else inside

    def below(self) -> Iterator[LiveNode]:
        """This node and all below it, rows in order."""
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            stack.extend(reversed(node.parts()))

    def rows(self, key: str) -> list[LiveNode]:
        """The rows of a repeat directly inside, in order."""
        return self.named(key)  # type: ignore[return-value]


class Tree:
    """All live nodes of a response, found by concrete path. Rows come and go; everything else stands."""

    __slots__ = ("nodes", "root", "top")

    def __init__(self, model: ModelNode, rows: Mapping[str, Sequence[str]]) -> None:
        self.nodes: dict[str, LiveNode] = {}
        self.root = Node(NodeKind.DOCUMENT)
        self.top = self._grow(model, model.path, "", None, rows)
        self.root.append(self.top)

    def _grow(
        self, model: ModelNode, path: str, row: str, owner: LiveNode | None, rows: Mapping[str, Sequence[str]]
    ) -> LiveNode:
        node = LiveNode(model, path, row, owner)
        self.nodes[path] = node
        for child in model.children:
            inner = f"{path}{child.path[len(model.path) :]}" if path != model.path else child.path
            if child.repeat:
                whole = LiveNode(child, inner, "", node)
                self.nodes[inner] = whole
                node.repeats.append(whole)
                for row_id in rows.get(inner, ()):
                    node.append(self._grow(child, f"{inner}[{row_id}]", row_id, node, rows))
                _number(node.rows(child.key))
            else:
                node.append(self._grow(child, inner, "", node, rows))
        return node

    def add_rows(
        self, whole: LiveNode, row_ids: Sequence[str], rows: Mapping[str, Sequence[str]], before: str | None = None
    ) -> list[LiveNode]:
        """New rows of a repeat, before another row or last."""
        owner, model = whole.owner, whole.model
        if owner is None:
            return []
        standing = owner.rows(model.key)
        if before is not None:
            place = owner.children.index(self.nodes[f"{whole.path}[{before}]"])
        elif standing:
            place = owner.children.index(standing[-1]) + 1
        else:
            inside: list[LiveNode] = owner.children  # type: ignore[assignment]
            later = (i for i, child in enumerate(inside) if child.model.place > model.place)
            place = next(later, len(inside))
        added = [self._grow(model, f"{whole.path}[{row_id}]", row_id, owner, rows) for row_id in row_ids]
        for offset, row in enumerate(added):
            owner.insert(place + offset, row)
        _number(owner.rows(model.key))
        return added

    def room_for(self, model: ModelNode) -> int:
        """How many more rows of a repeat fit into this response."""
        return max(0, (MAX_NODES - len(self.nodes)) // sum(1 for _ in model.walk()))

    def remove_row(self, row: LiveNode) -> None:
        owner = row.owner
        if owner is None:
            return
        owner.remove(row)
        for node in row.below():
            self.nodes.pop(node.path, None)
        _number(owner.rows(row.key))

    def targets(self, rule: Rule, start: Node, keys: tuple[str, ...]) -> list[LiveNode]:
        """The nodes a rule speaks of, from `start` on: all rows of the repeats on the way."""
        found = [start]
        if not rule.of_repeat:
            for key in keys:
                found = (
                    found[0].named(key) if len(found) == 1 else [child for node in found for child in node.named(key)]
                )
            return found  # type: ignore[return-value]
        if not keys:
            return [start] if isinstance(start, LiveNode) else []
        for key in keys[:-1]:
            found = [child for node in found for child in node.named(key)]
        owners: list[LiveNode] = found  # type: ignore[assignment]
        wholes = [whole for node in owners for whole in node.repeats if whole.key == keys[-1]]
        if rule.kind is RuleKind.COUNT:
            return wholes
        return wholes + [row for node in owners for row in node.rows(keys[-1])]


def _number(rows: list[LiveNode]) -> None:
    """Tells each row its place, from 1."""
    for place, row in enumerate(rows, 1):
        row.ordinal = place


def rows_of(paths: Iterable[str], given: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    """The rows a response has: those given, in order, then those that only the answers' paths name, sorted."""
    named: dict[str, set[str]] = {}
    for path in paths:
        start = path.find("[")
        while start >= 0:
            end = path.find("]", start)
            if end < 0:
                break
            named.setdefault(path[:start], set()).add(path[start + 1 : end])
            start = path.find("[", end)
    rows = {path: tuple(dict.fromkeys(ids)) for path, ids in given.items()}
    for path, ids in named.items():
        known = rows.get(path, ())
        rows[path] = known + tuple(sorted(ids - set(known)))
    return rows


def generic_path(path: str) -> str:
    """`/data/areas[3f2a]/kind` -> `/data/areas/kind`."""
    return re.sub(r"\[[^\]]*\]", "", path) if "[" in path else path
