"""The one small-group rule: a count of people from 1 to threshold-1 never leaves the programme.

It prints as "< 5"; further cells of a total are withheld until no difference gives one back. Counts of questions,
objects and events are exempt, and zero prints. Source: report design, section 1, row 3.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Total:
    """A sum that a reader could use to work back: the key of the whole and the keys of its parts."""

    whole: str
    parts: tuple[str, ...]


def small(count: int, threshold: int) -> bool:
    """Whether a count of people is a small group."""
    return 0 < count < threshold


def shown(counts: Mapping[str, int], totals: Sequence[Total], threshold: int) -> dict[str, str]:
    """How each count of people prints: its digits, "< 5", or "–" where it is withheld to protect another.

    Withholding goes on until every total with a hidden part hides at least two of its cells whose sum is not small.
    """
    hidden = {key for key, count in counts.items() if small(count, threshold)}
    small_keys = frozenset(hidden)
    changed = True
    while changed:
        changed = False
        for total in totals:
            cells = [key for key in (total.whole, *total.parts) if key in counts]
            within = [key for key in cells if key in hidden]
            if not within or total.whole not in counts:
                continue
            spread = sum(counts[key] for key in within if key != total.whole)
            if len(within) >= 2 and (total.whole in hidden or not small(spread, threshold)):
                continue
            free = [key for key in total.parts if key in counts and key not in hidden and counts[key] > 0]
            add = min(free, key=lambda key: (counts[key], key)) if free else total.whole
            if add in hidden:
                continue
            hidden.add(add)
            changed = True
    return {
        key: f"< {threshold}" if key in small_keys else "–" if key in hidden else str(count)
        for key, count in counts.items()
    }
