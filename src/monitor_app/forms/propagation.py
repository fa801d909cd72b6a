"""Carries a change through the rules: in their order, each touched field once, only where something was really read.

One owner, one thread. Nothing here waits or raises for what people typed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from heapq import heappop, heappush

from monitor_app.forms.context import ChangeSet
from monitor_app.forms.logic import Logic, Reader, Rule, RuleKind
from monitor_app.forms.tree import MAX_ROWS, LiveNode, Tree
from monitor_app.forms.types import cast
from monitor_app.forms.xpath import Frame, World

MAX_VISITS = 64
"""How often one field may be computed again in one change, beyond once per row: a form that never settles stops
here.
"""

_Mark = tuple[int, int]


class Propagation:
    """The rules of one response at work on its tree. `kept` holds all stored answers, also those of rows not there."""

    __slots__ = (
        "_changed",
        "_kept",
        "_logic",
        "_new_rows",
        "_queue",
        "_queued",
        "_rows_moved",
        "_serial",
        "_shielded",
        "_tree",
        "_visits",
        "_world",
        "_written",
    )

    def __init__(self, logic: Logic, tree: Tree, world: World, kept: Mapping[str, str]) -> None:
        self._logic = logic
        self._tree = tree
        self._world = world
        self._kept = kept
        self._queue: list[tuple[int, int, Rule, LiveNode]] = []
        self._queued: set[_Mark] = set()
        self._visits: dict[_Mark, int] = {}
        self._serial = 0
        self._shielded: set[str] = set()
        self._rows_moved = False
        self._new_rows: list[LiveNode] = []
        self._changed: dict[str, set[str]] = {}
        self._written: dict[str, str] = {}

    def compute_all(self) -> None:
        """Every rule once, in order; then again what loops back. For a response just opened."""
        for rule in self._logic.rules:
            if rule.kind in (RuleKind.LABEL, RuleKind.OPTIONS):
                continue
            quiet = rule.rank not in self._logic.looping
            for node in self._tree.targets(rule, self._tree.root, rule.keys):
                self._apply(rule, node, quiet=quiet)
        self.run()

    def compute_row(self, row: LiveNode) -> None:
        """Queues every rule of a row just added."""
        self._new_rows.append(row)
        for node in row.below():
            for rule in self._logic.at.get(node.model.path, ()):
                if not rule.of_repeat or rule.kind is not RuleKind.COUNT or not node.row:
                    self._push(rule, node)

    def value_changed(self, node: LiveNode) -> None:
        self._note("values", node)
        self._wake(node)
        for rule in self._logic.at.get(node.model.path, ()):
            if rule.kind is RuleKind.CONSTRAINT:
                self._push(rule, node)

    def rows_changed(self, whole: LiveNode, first_place: int) -> None:
        """Rows of a repeat came or went from `first_place` on (counted from 1)."""
        self._note("rows", whole)
        self._rows_moved = True
        repeat = whole.model
        for model in repeat.walk():
            for reader in self._logic.readers.get(model.path, ()):
                if not f"{reader.anchor}/".startswith(f"{repeat.path}/"):
                    self._push_all(reader.rule, self._targets(reader, whole))
                elif model is repeat and reader.anchor == repeat.path and whole.owner is not None:
                    for row in whole.owner.rows(repeat.key)[first_place - 1 :]:
                        self._push_all(reader.rule, self._tree.targets(reader.rule, row, reader.keys))

    def shield(self, nodes: Iterable[LiveNode]) -> None:
        """Fields with several answers: whatever depends on them is never hidden. Call `run` afterwards."""
        before = self._shielded
        self._shielded = set()
        seen: set[int] = set()
        stack = list(nodes)
        while stack:
            node = stack.pop()
            if id(node) in seen:
                continue
            seen.add(id(node))
            for reader in self._logic.readers.get(node.model.path, ()):
                for target in self._targets(reader, node):
                    stack.extend(self._shield_one(reader.rule, target))
        for rule in self._logic.rules if before != self._shielded else ():
            if rule.kind in (RuleKind.RELEVANT, RuleKind.OPTIONS):
                for node in self._tree.targets(rule, self._tree.root, rule.keys):
                    if (node.path in before) is not (node.path in self._shielded):
                        self._push(rule, node)

    def _shield_one(self, rule: Rule, target: LiveNode) -> Iterable[LiveNode]:
        """Protects one dependent; gives what depends on it in turn."""
        if rule.kind is RuleKind.RELEVANT:
            self._shielded.add(target.path)
            return target.below()
        if rule.kind is RuleKind.OPTIONS:
            self._shielded.add(target.path)
        return (target,) if rule.kind is RuleKind.CALCULATE else ()

    def is_shielded(self, node: LiveNode) -> bool:
        return node.path in self._shielded

    def run(self) -> None:
        """Works off everything that was touched."""
        while self._queue:
            _, _, rule, node = heappop(self._queue)
            self._queued.discard((id(rule), id(node)))
            if self._tree.nodes.get(node.path) is node:
                self._apply(rule, node, quiet=False)
        self._visits.clear()

    def new_rows(self) -> list[LiveNode]:
        """The rows that came since last asked."""
        rows, self._new_rows = self._new_rows, []
        return [row for row in rows if self._tree.nodes.get(row.path) is row]

    def rows_moved(self) -> bool:
        """Whether rows came or went since last asked."""
        moved, self._rows_moved = self._rows_moved, False
        return moved

    def wrote(self, node: LiveNode) -> None:
        """The form itself wrote this value, once."""
        self._written[node.path] = node.text

    def taken(self) -> ChangeSet:
        """What changed since last asked."""
        changed = {kind: frozenset(paths) for kind, paths in self._changed.items()}
        done = ChangeSet(**changed, written=dict(self._written))
        self._changed, self._written = {}, {}
        return done

    def _note(self, kind: str, node: LiveNode) -> None:
        self._changed.setdefault(kind, set()).add(node.path)

    def _push(self, rule: Rule, node: LiveNode) -> None:
        mark = (id(rule), id(node))
        if mark in self._queued:
            return
        if rule.rank in self._logic.looping:
            visits = self._visits.get(mark, 0) + 1
            if visits > MAX_VISITS + node.ordinal + (node.owner.ordinal if node.owner is not None else 0):
                return
            self._visits[mark] = visits
        self._queued.add(mark)
        self._serial += 1
        heappush(self._queue, (rule.rank, self._serial, rule, node))

    def _push_all(self, rule: Rule, nodes: Iterable[LiveNode]) -> None:
        for node in nodes:
            self._push(rule, node)

    def _wake(self, node: LiveNode) -> None:
        """Queues every rule that reads this node."""
        for reader in self._logic.readers.get(node.model.path, ()):
            for target in self._targets(reader, node):
                self._push(reader.rule, target)

    def _targets(self, reader: Reader, node: LiveNode) -> list[LiveNode]:
        if not reader.anchor:
            return self._tree.targets(reader.rule, self._tree.root, reader.keys)
        row: LiveNode | None = node
        while row is not None and (row.model.path != reader.anchor or not row.row):
            row = row.owner
        return self._tree.targets(reader.rule, row, reader.keys) if row is not None else []

    def _apply(self, rule: Rule, node: LiveNode, *, quiet: bool) -> None:
        """One rule on one node. `quiet`: nobody needs to hear, everything is computed in order anyway."""
        kind = rule.kind
        if kind is RuleKind.CALCULATE:
            text = cast(node.model.type, rule.formula.text_value(Frame(node, self._world)))
            if text != node.text:
                node.set_text(text)
                if rule.once:
                    self.wrote(node)
                if not quiet:
                    self.value_changed(node)
        elif kind is RuleKind.RELEVANT:
            holds = node.path in self._shielded or rule.formula.holds(Frame(node, self._world), unknown=True)
            if holds is not node.own_relevant:
                node.own_relevant = holds
                self._spread_relevance(node, quiet=quiet)
        elif kind is RuleKind.CONSTRAINT:
            violated = bool(node.text) and node.relevant
            violated = violated and not rule.formula.holds(Frame(node, self._world), unknown=True)
            if violated is not node.violated:
                node.violated = violated
                self._note("violations", node)
        elif kind is RuleKind.REQUIRED:
            holds = rule.formula.holds(Frame(node, self._world), unknown=False)
            if holds is not node.required:
                node.required = holds
                self._note("required", node)
        elif kind is RuleKind.READONLY:
            holds = rule.formula.holds(Frame(node, self._world), unknown=False)
            if holds is not node.readonly:
                node.readonly = holds
                self._note("readonly", node)
        elif kind is RuleKind.COUNT:
            self._count(rule, node, quiet=quiet)
        else:
            self._note("labels" if kind is RuleKind.LABEL else "options", node)

    def _spread_relevance(self, node: LiveNode, *, quiet: bool) -> None:
        stack = [node]
        while stack:
            part = stack.pop()
            holds = part.own_relevant and (part.owner is None or part.owner.relevant)
            if holds is part.relevant:
                continue
            part.relevant = holds
            if not quiet:
                self._note("relevance", part)
                self._wake(part)
                for rule in self._logic.at.get(part.model.path, ()) if part.text else ():
                    if rule.kind is RuleKind.CONSTRAINT:
                        self._push(rule, part)
            stack.extend(part.parts())

    def _count(self, rule: Rule, whole: LiveNode, *, quiet: bool) -> None:
        """Rows of a repeat that a formula counts: c1, c2... so that two laptops count the same."""
        if whole.owner is None:
            return
        number = rule.formula.number(Frame(whole, self._world))
        wanted = int(min(max(number, 0), MAX_ROWS)) if number == number else 0
        rows = list(whole.owner.rows(whole.key))
        wanted = min(wanted, len(rows) + self._tree.room_for(whole.model))
        if len(rows) == wanted:
            return
        for row in reversed(rows[wanted:]):
            self._tree.remove_row(row)
        places = range(len(rows) + 1, wanted + 1)
        for row in self._tree.add_rows(whole, [f"c{place}" for place in places], {}):
            self.restore(row)
            if quiet:
                self._new_rows.append(row)
            else:
                self.compute_row(row)
        if not quiet:
            self.rows_changed(whole, min(len(rows), wanted) + 1)

    def restore(self, row: LiveNode) -> None:
        """Gives a new row the answers that are stored for it."""
        for node in row.below():
            kept = self._kept.get(node.path)
            if kept is not None and not node.model.children:
                node.set_text(kept)
