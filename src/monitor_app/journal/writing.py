"""Which values a new entry overwrites: the rule that keeps two people's words from silently replacing each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from monitor_app.base import MemberId
from monitor_app.journal.entry import PUT, SETTLE
from monitor_app.journal.names import ChainId, Dot, Mark

Mode = Literal["ordinary", "beside", "settle"]
"""How a write stands to what is there: replace it, stand beside it on purpose, or decide between siblings."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A value of the field: its dot and who wrote it."""

    dot: Dot
    author: MemberId


def overwritten_by(mode: Mode, author: MemberId, chain: ChainId, seen: Sequence[Standing]) -> tuple[Mark, ...]:
    """The marks a write overwrites, sorted.

    `seen` is what the author had seen of the field. One value seen: an ordinary write replaces it, whoever wrote it.
    Siblings seen: it replaces the author's own only. Beside: the author's own only, always. Settle: all that was seen.
    """
    if mode == "settle" or (mode == "ordinary" and len({standing.dot for standing in seen}) <= 1):
        chosen: Iterable[Standing] = seen
    else:
        chosen = (standing for standing in seen if standing.author == author)
    return tuple(sorted({standing.dot.mark for standing in chosen if standing.dot.space == chain.space}))


def seen_by(
    author: MemberId, chain: ChainId, saw: Iterable[Standing], current: Iterable[Standing]
) -> tuple[Standing, ...]:
    """What the author had seen: what the screen showed, and their own words written on this laptop since."""
    shown = {standing.dot: standing for standing in saw}
    own = {s.dot: s for s in current if s.author == author and s.dot.chain == chain}
    return tuple(standing for _, standing in sorted({**shown, **own}.items()))


def kind_of(mode: Mode) -> str:
    """The entry kind a write of that mode makes."""
    return SETTLE if mode == "settle" else PUT
