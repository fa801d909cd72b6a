"""What a reader of a table can work out: the puzzle of hidden counts that the small-group rule must leave unsolved."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

_FAR = 2**63
"""More people than there are: the upper end of what a withheld count may be."""

_TRIES = 2_000
"""Other tables that are looked at before a count is taken for solved. More is withheld then, never less."""

_STEPS = (1, -1, 2, -2)
"""By how much a count is tried as another one: more tells no more."""

Shift = dict[str, int]


@dataclass(frozen=True, slots=True)
class Sum:
    """`whole` = `parts` + `rest`. The rest is printed nowhere; it is no cell, but it may be a small group too.
    `family`: all parts of the whole, of which some may be withheld to protect this sum."""

    whole: str
    parts: tuple[str, ...]
    family: tuple[str, ...]
    rest: int


@dataclass(frozen=True, slots=True)
class Puzzle:
    """A printed table. The reader knows every sum, that a small count lies from 1 to threshold-1, that a withheld one
    is no small one, and that no rest is below zero; a sum that comes out even is known to come out even."""

    counts: Mapping[str, int]
    sums: Sequence[Sum]
    small: frozenset[str]
    """Cells that print as "< threshold"."""
    withheld: frozenset[str]
    threshold: int

    def gives_back(self, one: Sum) -> bool:
        """Whether a reader finds a small count of this sum, or that its rest is a small group."""
        cells = [key for key in (*one.parts, one.whole) if 0 < self.counts[key] < self.threshold]
        if not all(self._may_differ(key) for key in cells):
            return True
        return 0 < one.rest < self.threshold and not self._rest_may_differ(one)

    def _may_differ(self, key: str) -> bool:
        """Whether another table that prints alike has another count there."""
        return any(self._fits(key, step) and self._completed({key: step}) for step in _STEPS)

    def _rest_may_differ(self, one: Sum) -> bool:
        starts = [key for key in (*one.parts, one.whole) if self._hidden(key)]
        for key in starts:
            for step in _STEPS:
                if not self._fits(key, step):
                    continue
                if any(self._left_over(one, shift) for shift in self._completions({key: step}, [_TRIES])):
                    return True
        return False

    def _completed(self, shift: Shift) -> bool:
        return next(self._completions(shift, [_TRIES]), None) is not None

    def _completions(self, shift: Shift, tries: list[int]) -> Iterator[Shift]:
        """The shifts of hidden counts that go on from one and keep every sum right."""
        tries[0] -= 1
        if tries[0] < 0:
            return
        broken = next((one for one in self.sums if not self._holds(one, shift)), None)
        if broken is None:
            yield shift
            return
        wanted = self._left_over(broken, shift)
        for key in (*broken.parts, broken.whole):
            step = wanted if key != broken.whole else -wanted
            if self._hidden(key) and key not in shift and self._fits(key, step):
                yield from self._completions({**shift, key: step}, tries)

    def _holds(self, one: Sum, shift: Shift) -> bool:
        left = self._left_over(one, shift)
        return left == 0 if one.rest == 0 else one.rest + left >= 0

    def _left_over(self, one: Sum, shift: Shift) -> int:
        """By how much the rest of a sum changes."""
        return shift.get(one.whole, 0) - sum(shift.get(key, 0) for key in one.parts)

    def _hidden(self, key: str) -> bool:
        return key in self.small or key in self.withheld

    def _fits(self, key: str, step: int) -> bool:
        """Whether a count may be that much another for what is printed. A withheld count is no small one, but where the
        rule had to withhold one all the same."""
        is_small = self.counts[key] < self.threshold
        least = 1 if is_small else self.threshold
        most = self.threshold - 1 if is_small and key in self.small else _FAR
        return least <= self.counts[key] + step <= most
