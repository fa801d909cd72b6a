"""Follows a chain from a known link and names the first entry that does not fit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from monitor_app.journal.broken import Broken
from monitor_app.journal.entry import Entry, NewerEntry, entry_hash
from monitor_app.journal.names import NO_HASH, ChainId


@dataclass(frozen=True, slots=True)
class Link:
    """Where a chain stands: the number of an entry and its hash."""

    number: int = 0
    hash: bytes = NO_HASH


BEGINNING = Link()


@dataclass(frozen=True, slots=True)
class Fault:
    """The first entry of a chain that is not what was written. `what` is for a log: a rule, never a value."""

    chain: ChainId
    number: int
    what: str


def next_entry(chain: ChainId, link: Link, raw: bytes) -> Entry | NewerEntry:
    """The entry that follows a link. Raises Broken where the bytes are not the chain's next entry."""
    entry = Entry.parse(raw)
    if entry.chain != chain:
        raise Broken("an entry of another chain")
    if entry.number != link.number + 1:
        raise Broken("a number is missing")
    if entry.previous != link.hash:
        raise Broken("the entry before it is another")
    return entry


def follow(chain: ChainId, start: Link, run: Iterable[bytes]) -> tuple[Link, Fault | None]:
    """The link after the last sound entry of the run, and the first fault if there is one."""
    link = start
    for raw in run:
        try:
            next_entry(chain, link, raw)
        except Broken as broken:
            return link, Fault(chain, link.number + 1, broken.what)
        link = Link(link.number + 1, entry_hash(raw))
    return link, None


def verify(chain: ChainId, start: Link, run: Iterable[bytes], end: Link) -> Fault | None:
    """The first fault of a run that must lead from one known link to another: a missing tail is one too."""
    link, fault = follow(chain, start, run)
    if fault is not None:
        return fault
    if link.number != end.number:
        return Fault(chain, min(link.number, end.number) + 1, "the chain ends elsewhere")
    if link.hash != end.hash:
        return Fault(chain, link.number, "the last entry is another")
    return None
