"""What a formula reads: the generic paths it depends on, and whether only in the same row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from monitor_app.forms.formulas import ancestors, parts_of
from monitor_app.forms.model import ModelNode
from monitor_app.forms.xpath.syntax import Call, Expression, Filter, KindTest, NameTest, Path, Step

_STRUCTURAL = frozenset({"count", "position"})
"""Functions that look at nodes, not at what is inside them."""


@dataclass(frozen=True, slots=True)
class Reference:
    """`anchor` is the generic path of the innermost repeat whose row the reader shares with what it reads; '' where it
    reads across all rows. `structural`: it matters that the node is there and where, not what it holds.
    """

    path: str
    anchor: str
    structural: bool = False


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a walk stands: on `path` ('' the root, None outside the main instance), `low` the highest it has
    climbed.
    """

    path: str | None
    low: str


@dataclass(frozen=True, slots=True)
class References:
    """Finds what formulas read. `model` is every node of the instance by generic path; `inside` the paths directly
    inside each.
    """

    model: Mapping[str, ModelNode]
    repeats: frozenset[str]
    inside: Mapping[str, tuple[str, ...]]

    @classmethod
    def within(cls, model: Mapping[str, ModelNode], repeats: frozenset[str]) -> References:
        """For the formulas of one form."""
        inside = {path: tuple(child.path for child in node.children) for path, node in model.items()}
        return cls(model, repeats, inside | {"": tuple(path for path in model if path.count("/") == 1)})

    def of(self, tree: Expression, place: str) -> frozenset[Reference]:
        """All references of a formula that stands at generic path `place`."""
        here = _Place(place, place)
        return frozenset(self._read(tree, here, here, structural=False))

    def _read(self, tree: Expression, here: _Place, current: _Place, *, structural: bool) -> Iterator[Reference]:
        if isinstance(tree, Path):
            yield from self._path(tree, here, current, structural=structural)
        elif isinstance(tree, Call):
            if tree.name == "current":
                yield from self._ends([current], structural=structural)
            inside = tree.name in _STRUCTURAL
            for place, part in enumerate(tree.arguments):
                rows = tree.name == "indexed-repeat" and place % 2 == 1
                yield from self._read(part, here, current, structural=inside or rows)
        elif isinstance(tree, Filter):
            yield from self._read(tree.primary, here, current, structural=structural)
            for inner_place in self._starts(tree.primary, here, current):
                for part in tree.predicates:
                    yield from self._read(part, inner_place, current, structural=False)
        else:
            for part in parts_of(tree):
                yield from self._read(part, here, current, structural=structural)

    def _starts(self, start: Expression | str, here: _Place, current: _Place) -> list[_Place]:
        """Where a path begins."""
        if start == "/":
            return [_Place("", "")]
        if start == ".":
            return [here]
        if isinstance(start, Call) and start.name == "current":
            return [current]
        if isinstance(start, Call) and start.name in ("randomize", "indexed-repeat") and start.arguments:
            return self._starts(start.arguments[0], here, current)
        if isinstance(start, Filter):
            return self._starts(start.primary, here, current)
        if isinstance(start, Path):
            places = self._starts(start.start, here, current)
            for step in start.steps:
                places = list({after for place in places for after in self._step(step, place)})
            return places
        return [_Place(None, "")]

    def _path(self, tree: Path, here: _Place, current: _Place, *, structural: bool) -> Iterator[Reference]:
        if not isinstance(tree.start, str) and not (isinstance(tree.start, Call) and tree.start.name == "current"):
            yield from self._read(tree.start, here, current, structural=structural)
        places = self._starts(tree.start, here, current)
        for step in tree.steps:
            places = list({after for place in places for after in self._step(step, place)})
            for place in places:
                for part in step.predicates:
                    yield from self._read(part, place, current, structural=False)
        yield from self._ends(places, structural=structural)

    def _ends(self, places: list[_Place], *, structural: bool) -> Iterator[Reference]:
        for place in places:
            node = self.model.get(place.path or "")
            if node is None:
                continue
            inner = [node] if structural or not node.children else node.walk()
            for part in inner:
                yield Reference(part.path, self._anchor(place.low), structural)

    def _anchor(self, low: str) -> str:
        return next((part for part in reversed(ancestors(low)) if part in self.repeats), "") if low else ""

    def _step(self, step: Step, place: _Place) -> list[_Place]:
        """Where a step leads; every place it may lead where it is not a plain name."""
        if place.path is None:
            return [place]
        if step.axis == "self":
            return [place]
        if step.axis == "parent":
            above = place.path.rpartition("/")[0]
            return [_Place(above, above if len(above) < len(place.low) else place.low)]
        if step.axis == "attribute":
            return []
        if step.axis == "child" and isinstance(step.test, NameTest) and step.test.local != "*":
            name = f"{step.test.prefix}:{step.test.local}" if step.test.prefix else step.test.local
            path = f"{place.path}/{name}"
            return [_Place(path, place.low)] if path in self.model else []
        return self._wide(step, place)

    def _wide(self, step: Step, place: _Place) -> list[_Place]:
        """Wildcards and the rarer axes: everything they might reach."""
        if isinstance(step.test, KindTest) and step.test.kind == "text":
            return [place]
        base = place.path or ""
        if step.axis in ("ancestor", "ancestor-or-self"):
            return [_Place(path, path) for path in ancestors(base)]
        if step.axis == "child":
            return [_Place(path, place.low) for path in self.inside.get(base, ()) if _named(path, step)]
        if step.axis in ("descendant", "descendant-or-self"):
            below = [_Place(path, place.low) for path in self._below(base) if _named(path, step)]
            return [place, *below] if step.axis == "descendant-or-self" else below
        if step.axis in ("following-sibling", "preceding-sibling"):
            beside = base.rpartition("/")[0]
            return [_Place(path, beside) for path in self.inside.get(beside, ()) if _named(path, step)]
        return [_Place(path, "") for path in self.model if _named(path, step)]

    def _below(self, path: str) -> Iterator[str]:
        stack = list(self.inside.get(path, ()))
        while stack:
            found = stack.pop()
            yield found
            stack.extend(self.inside.get(found, ()))


def _named(path: str, step: Step) -> bool:
    return not isinstance(step.test, NameTest) or step.test.local in ("*", path.rpartition("/")[2].rpartition(":")[2])
