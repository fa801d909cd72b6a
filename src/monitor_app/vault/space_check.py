"""Checks one space: every chain entry by entry, then whether the values that stand are those of the journal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from monitor_app.base import SpaceId
from monitor_app.journal import (
    BEGINNING,
    Broken,
    ChainId,
    Entry,
    Fault,
    Link,
    Mark,
    Place,
    entry_hash,
    next_entry,
    place_of,
)
from monitor_app.vault.book import Book
from monitor_app.vault.chains import Held, entry_id
from monitor_app.vault.derived import name_of
from monitor_app.vault.store import Store

_CHUNK = 500


class SpaceCheck:
    """Reads only, in steps; between them the chains may grow, and are followed to where they stand at the end."""

    __slots__ = ("_book", "_links", "_overwritten", "_space", "_standing", "_store", "faults")

    def __init__(self, store: Store, book: Book, space: SpaceId) -> None:
        self._store = store
        self._book = book
        self._space = space
        self._links: dict[ChainId, Link] = {}
        self._standing: dict[int, tuple[Place, Mark]] = {}
        self._overwritten: set[tuple[Place, Mark]] = set()
        self.faults: list[Fault] = []

    def walk(self) -> Iterator[int]:
        """Follows every chain; yields how many entries each step was."""
        for chain in self._store.chains.of(self._space):
            head = self._store.chains.head(chain).number
            self._links[chain] = BEGINNING
            while (number := self._links[chain].number) < head:
                if not self._follow(chain, min(number + _CHUNK, head)):
                    yield head - number
                    break
                yield self._links[chain].number - number
        self._catch_up()

    def verified(self) -> Iterator[Held]:
        """The sound chains that were not known to be verified so far."""
        bad = {fault.chain for fault in self.faults}
        for chain, link in self._links.items():
            held = self._store.chains.held(chain)
            if held is not None and chain not in bad and held.checked != link:
                yield replace(held, checked=link)

    def derived_differ(self) -> bool:
        """Whether other values stand than the journal says. With a fault in the space that cannot be told."""
        if self.faults:
            return False
        stands = {(id_, *name_of(pair[0])[1:]) for id_, pair in self._standing.items() if pair not in self._overwritten}
        rows = self._store.connection.execute(
            "SELECT id, entity_kind, entity, field FROM current WHERE space = ?", (self._space,)
        ).fetchall()
        return len(rows) != len(stands) or stands != set(rows)

    def _catch_up(self) -> None:
        """What was written since the chains were followed, and chains begun since."""
        bad = {fault.chain for fault in self.faults}
        for chain in self._store.chains.of(self._space):
            head = self._store.chains.head(chain)
            link = self._links.setdefault(chain, BEGINNING)
            if chain not in bad and (link.number == head.number or self._follow(chain, head.number)):
                self._compare_head(chain, head)

    def _compare_head(self, chain: ChainId, head: Link) -> None:
        if self._links[chain].hash != head.hash:
            self.faults.append(Fault(chain, head.number, "the last entry is another"))

    def _follow(self, chain: ChainId, last: int) -> bool:
        """Follows a chain up to a number; False where it broke off, and its fault is noted."""
        link = self._links[chain]
        idle = self._book.idle(chain)
        row_id = self._store.chains.id_of(chain)
        for raw in self._book.raws(chain, link.number + 1, last):
            try:
                entry = next_entry(chain, link, raw)
            except Broken as broken:
                self.faults.append(Fault(chain, link.number + 1, broken.what))
                return False
            link = self._links[chain] = Link(entry.number, entry_hash(raw))
            if isinstance(entry, Entry) and entry.number not in idle:
                place = place_of(entry)
                mark = (entry.device, entry.incarnation, entry.number)
                self._standing[entry_id(row_id, entry.number)] = (place, mark)
                self._overwritten.update((place, other) for other in entry.overwrites)
        if link.number < last:
            self.faults.append(Fault(chain, link.number + 1, "an entry is missing"))
        return link.number == last
