"""Cards one under the other, as numbers: where each begins, and which are near a stretch of the column. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Stack:
    """`tops` in px from the upper end; `end` is where the last card ends."""

    order: tuple[str, ...] = ()
    tops: Mapping[str, int] = field(default_factory=dict)
    end: int = 0

    def near(self, first: int, last: int) -> list[str]:
        """The cards of which some part lies between two heights."""
        found = []
        for place, key in enumerate(self.order):
            below = self.tops[self.order[place + 1]] if place + 1 < len(self.order) else self.end
            if below >= first and self.tops[key] <= last:
                found.append(key)
        return found

    def begins_between(self, first: int, last: int, wanted: str = "") -> str:
        """The first card that begins there, `wanted` before all others; "" for none."""
        if wanted in self.tops and first <= self.tops[wanted] < last:
            return wanted
        return next((key for key in self.order if first <= self.tops[key] < last), "")


def stacked(order: Sequence[str], height: Callable[[str, int], int], start: int, gap: int) -> Stack:
    """Puts cards one under the other; `height(key, top)` lays one out at its place and says how high it is."""
    tops: dict[str, int] = {}
    top = start
    for key in order:
        tops[key] = top
        top += height(key, top) + gap
    return Stack(tuple(order), tops, top - gap if order else start)
