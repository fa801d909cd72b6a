"""The one small-group rule: a count of people from 1 to threshold-1 never leaves the programme.

It prints as "< 5"; further cells of a total are withheld until no difference gives one back. Counts of questions,
objects and events are exempt, and zero prints. Source: report design, section 1, row 3.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from monitor_app.monitoring.reader_of_counts import Puzzle, Sum

WITHHELD = "–"
_MOST_PARTS = 8


@dataclass(frozen=True, slots=True)
class Total:
    """A sum that a reader could use to work back: the key of the whole and the keys of its parts.

    The parts need not make up the whole ("detained" and, of these, "for more than 30 days"), and may overlap.
    """

    whole: str
    parts: tuple[str, ...]


def small(count: int, threshold: int) -> bool:
    """Whether a count of people is a small group."""
    return 0 < count < threshold


def shown(counts: Mapping[str, int], totals: Sequence[Total], threshold: int) -> dict[str, str]:
    """How each count of people prints: its digits, "< 5", or "–" where it is withheld to protect another.

    Withholding goes on until a reader who knows this rule, and what adds up to what, can work out no small count: not
    one of the cells, and not what is left of a whole beside some of its parts either.
    """
    small_keys = frozenset(key for key, count in counts.items() if small(count, threshold))
    sums = [one for total in _with_parts_of_parts(totals) for one in _sums(total, counts, threshold)]
    withheld: set[str] = set()
    given_up: set[Sum] = set()
    while True:
        puzzle = Puzzle(counts, sums, small_keys - withheld, frozenset(withheld), threshold)
        leak = next((one for one in sums if one not in given_up and puzzle.gives_back(one)), None)
        if leak is None:
            break
        more = _to_withhold(leak, counts, small_keys, withheld)
        if more is None:
            given_up.add(leak)  # Nothing of it is printed any more.
        else:
            withheld.add(more)
    return {
        key: WITHHELD if key in withheld else f"< {threshold}" if key in small_keys else str(count)
        for key, count in counts.items()
    }


def _to_withhold(leak: Sum, counts: Mapping[str, int], small_keys: frozenset[str], withheld: Set[str]) -> str | None:
    """The smallest part that is still printed, else the whole; where "< 5" everywhere says too much (four groups that
    are "< 5" together have four people), first the whole and then a part say nothing at all."""
    printed = [key for key in leak.family if key not in withheld and counts[key] > 0]
    open_parts = [key for key in printed if key not in small_keys]
    if open_parts:
        return min(open_parts, key=lambda key: (counts[key], key))
    if leak.whole not in withheld and counts[leak.whole] > 0:
        return leak.whole
    return min(printed, key=lambda key: (counts[key], key), default=None)


def _with_parts_of_parts(totals: Sequence[Total]) -> list[Total]:
    """The totals, and each whole beside every part of its parts: these are among its people too."""
    below = {total.whole: total.parts for total in totals}
    found = list(totals)
    for total in totals:
        seen, waiting = {total.whole, *total.parts}, list(total.parts)
        while waiting:
            for key in below.get(waiting.pop(), ()):
                if key not in seen:
                    seen.add(key)
                    waiting.append(key)
                    found.append(Total(total.whole, (key,)))
    return found


def _sums(total: Total, counts: Mapping[str, int], threshold: int) -> list[Sum]:
    """What a reader may add up: each part beside the whole, all parts, and every choice of parts that makes up the
    whole or leaves a small rest of it. Which parts overlap is not known here, so all that may hold is taken to hold."""
    if total.whole not in counts:
        return []
    family = tuple(dict.fromkeys(key for key in total.parts if key in counts and key != total.whole))
    whole = counts[total.whole]
    choices = [(key,) for key in family] + ([family] if len(family) > 1 else [])
    if len(family) <= _MOST_PARTS:
        choices += [
            parts
            for number in range(1, 2 ** len(family))
            if len(parts := tuple(key for bit, key in enumerate(family) if number >> bit & 1)) > 1
            and 0 <= whole - sum(counts[key] for key in parts) < threshold
        ]
    rests = {parts: whole - sum(counts[key] for key in parts) for parts in choices}
    return [Sum(total.whole, parts, family, rest) for parts, rest in rests.items() if rest >= 0]
