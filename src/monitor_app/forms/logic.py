"""The logic of a form: its rules in the order they can be computed, and who reads what.

Cyclic calculations are found here, when the form is read. Source: ODK XForms specification, 'bind'; JavaRosa for what
counts as a cycle (a row may read the row before it; two questions may hide each other).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from monitor_app.forms.formulas import Formula, ancestors
from monitor_app.forms.model import ModelNode
from monitor_app.forms.references import Reference, References


class RuleKind(IntEnum):
    """What a rule decides, in the order they are computed where nothing else says so."""

    COUNT = 0
    RELEVANT = 1
    CALCULATE = 2
    REQUIRED = 3
    READONLY = 4
    CONSTRAINT = 5
    OPTIONS = 6
    LABEL = 7


STATEFUL = frozenset({RuleKind.COUNT, RuleKind.RELEVANT, RuleKind.CALCULATE})
"""Rules whose result other rules can read."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One formula of one field. `keys` lead from the instance's root to its nodes; `of_repeat` says that it also (a
    count: only) speaks of the repeat as a whole, rows or none; `once` that a calculation keeps its first value.
    """

    path: str
    kind: RuleKind
    formula: Formula
    rank: int
    keys: tuple[str, ...]
    of_repeat: bool = False
    once: bool = False


@dataclass(frozen=True, slots=True)
class Reader:
    """A rule that reads some path: in the rows of `anchor` that they share, or everywhere. `keys` lead from the
    anchor's row to the rule's nodes.
    """

    rule: Rule
    anchor: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Logic:
    """`rules` by rank; `readers` by generic path; `at` the rules of each path; `looping` those that may need a second
    look after the first computation.
    """

    rules: tuple[Rule, ...]
    readers: Mapping[str, tuple[Reader, ...]]
    at: Mapping[str, tuple[Rule, ...]]
    looping: frozenset[int]


MAX_REFERENCES = 200_000
"""What all formulas of a form read, counted together."""


class TooMuchLogic(Exception):
    """The formulas of a form read more than can be followed."""


class CyclicLogic(Exception):
    """Two or more fields are computed from each other (or one from itself)."""

    def __init__(self, paths: Sequence[str]) -> None:
        super().__init__("cyclic logic")
        self.paths = tuple(paths)


@dataclass(frozen=True, slots=True)
class Draft:
    """A rule before it has its place in the order. `once`: a calculation that keeps its first value."""

    path: str
    kind: RuleKind
    formula: Formula
    once: bool = False


def build_logic(drafts: Sequence[Draft], model: Mapping[str, ModelNode], repeats: frozenset[str]) -> Logic:
    """Orders the rules. Raises CyclicLogic naming the fields of a cycle, TooMuchLogic."""
    finder = References.within(model, repeats)
    reads = []
    count = 0
    for draft in drafts:
        reads.append(finder.of(draft.formula.tree, draft.path))
        count += len(reads[-1])
        if count > MAX_REFERENCES:
            raise TooMuchLogic
    after = _edges(drafts, reads, model, repeats)
    components = _components(after)
    looping: set[int] = set()
    ranks = [0] * len(drafts)
    for rank, component in enumerate(components):
        for index in component:
            ranks[index] = rank
        if len(component) > 1 or component[0] in after[component[0]]:
            _refuse_cycle([drafts[index] for index in component], repeats, [reads[index] for index in component])
            looping.update(component)
    rules = [
        Rule(
            draft.path,
            draft.kind,
            draft.formula,
            ranks[index],
            _keys(draft.path, model),
            draft.path in repeats,
            draft.once,
        )
        for index, draft in enumerate(drafts)
    ]
    readers: dict[str, list[Reader]] = {}
    for rule, references in zip(rules, reads, strict=True):
        for reference in references:
            keys = rule.keys[len(ancestors(reference.anchor)) :] if reference.anchor else rule.keys
            readers.setdefault(reference.path, []).append(Reader(rule, reference.anchor, keys))
    at: dict[str, list[Rule]] = {}
    for rule in rules:
        at.setdefault(rule.path, []).append(rule)
    return Logic(
        tuple(sorted(rules, key=lambda rule: (rule.rank, rule.kind))),
        {path: tuple(found) for path, found in readers.items()},
        {path: tuple(found) for path, found in at.items()},
        frozenset(ranks[index] for index in looping),
    )


def _keys(path: str, model: Mapping[str, ModelNode]) -> tuple[str, ...]:
    return tuple(model[part].key for part in ancestors(path))


def _edges(
    drafts: Sequence[Draft],
    reads: Sequence[frozenset[Reference]],
    model: Mapping[str, ModelNode],
    repeats: frozenset[str],
) -> list[set[int]]:
    """For each rule, the rules that must be computed before it."""
    makes: dict[str, list[int]] = {}
    for index, draft in enumerate(drafts):
        if draft.kind in STATEFUL:
            makes.setdefault(draft.path, []).append(index)
    hides = {path: [i for i in made if drafts[i].kind is not RuleKind.CALCULATE] for path, made in makes.items()}
    before: list[set[int]] = []
    for index, draft in enumerate(drafts):
        needed: set[int] = set()
        for reference in reads[index]:
            if reference.path == draft.path and (reference.structural or draft.kind not in STATEFUL):
                continue
            needed.update(makes.get(reference.path, ()))
            for above in ancestors(reference.path)[:-1]:
                if above == draft.path and draft.kind is RuleKind.RELEVANT and _same_row(reference, above, repeats):
                    raise CyclicLogic((above, reference.path))
                needed.update(hides.get(above, ()))
        for above in ancestors(draft.path)[:-1]:
            if above in repeats:
                needed.update(i for i in makes.get(above, ()) if drafts[i].kind is RuleKind.COUNT)
        if not any(reference.path == draft.path and not reference.structural for reference in reads[index]):
            needed.discard(index)
        before.append(needed)
    return before


def _components(before: Sequence[set[int]]) -> list[list[int]]:
    """Strongly connected components, those needed first coming first. Source: Tarjan 1972, without recursion."""
    order: dict[int, int] = {}
    low: dict[int, int] = {}
    open_: list[int] = []
    inside: set[int] = set()
    found: list[list[int]] = []
    for start in range(len(before)):
        if start in order:
            continue
        work: list[tuple[int, Iterator[int]]] = []
        _open(start, before, order, low, open_, inside, work)
        while work:
            node, rest = work[-1]
            for other in rest:
                if other not in order:
                    _open(other, before, order, low, open_, inside, work)
                    break
                if other in inside:
                    low[node] = min(low[node], order[other])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == order[node]:
                    component = []
                    while True:
                        last = open_.pop()
                        inside.discard(last)
                        component.append(last)
                        if last == node:
                            break
                    found.append(component)
    return found


def _open(
    node: int,
    before: Sequence[set[int]],
    order: dict[int, int],
    low: dict[int, int],
    open_: list[int],
    inside: set[int],
    work: list[tuple[int, Iterator[int]]],
) -> None:
    order[node] = low[node] = len(order)
    open_.append(node)
    inside.add(node)
    work.append((node, iter(before[node])))


def _refuse_cycle(cycle: Sequence[Draft], repeats: frozenset[str], reads: Sequence[frozenset[Reference]]) -> None:
    """Raises CyclicLogic unless it is one that people use: rows reading other rows, questions hiding each other."""
    if len(cycle) == 1:
        draft = cycle[0]
        own = [reference for reference in reads[0] if reference.path == draft.path and not reference.structural]
        if own and not any(_same_row(ref, draft.path, repeats) for ref in own):
            return
    elif all(draft.kind is RuleKind.RELEVANT for draft in cycle):
        return
    raise CyclicLogic(sorted({draft.path for draft in cycle}))


def _same_row(reference: Reference, path: str, repeats: frozenset[str]) -> bool:
    rows = [part for part in ancestors(path) if part in repeats]
    return not rows or reference.anchor == rows[-1]
