"""The programme as the author of an entry knew it: what its frontier covers, and nothing later.

Whether an entry was allowed is asked there and not of today's roles, so that every laptop answers alike, whatever the
order in which things reach it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from monitor_app.base import EntityId, MemberId, SpaceId
from monitor_app.journal import ChainId, Dot, Entry, Frontier, Mark, Place, Register, merge, place_of
from monitor_app.vault.book import Book
from monitor_app.vault.reader import Reader
from monitor_app.vault.values import Current


class Past:
    """One causal position. Reads only; built at the first question."""

    __slots__ = ("_book", "_entries", "_frontier", "_programme", "_reader", "_registers")

    def __init__(self, book: Book, reader: Reader, programme: SpaceId, frontier: Frontier) -> None:
        self._book = book
        self._reader = reader
        self._programme = programme
        self._frontier = frontier
        self._entries: dict[Dot, Entry] = {}
        self._registers: dict[Place, Register] | None = None

    def current(self, entity_kind: str, entity: EntityId | None = None, field: str | None = None) -> list[Current]:
        """The values that stood in the programme space then, the lowest dot of a field first."""
        found = [
            self._reader.said(self._entries[dot])
            for place, register in self._known().items()
            if place.entity_kind == entity_kind and entity in (None, place.entity) and field in (None, place.field)
            for dot in register.current
        ]
        return sorted(found, key=lambda said: (said.place, said.dot))

    def author(self, place: Place, mark: Mark) -> MemberId | None:
        """Who wrote an entry that another overwrites at a place; None where it is not held or stands elsewhere."""
        entry = self._book.entry(Dot(place.space, *mark))
        return entry.author if isinstance(entry, Entry) and place_of(entry) == place else None

    def _known(self) -> dict[Place, Register]:
        if self._registers is None:
            self._entries = {entry.dot: entry for entry in self._covered()}
            self._registers = merge(self._entries.values())
        return self._registers

    def _covered(self) -> Iterator[Entry]:
        for device, incarnation, number in self._frontier:
            chain = ChainId(self._programme, device, incarnation)
            idle = self._book.idle(chain)
            for raw in self._book.raws(chain, 1, number):
                entry = Entry.trusted(raw)
                if isinstance(entry, Entry) and entry.number not in idle:
                    yield entry


May = Callable[[Entry, Past], bool]
"""Whether an entry was allowed at its causal position: the programme's one rule of permission, given by the verbs."""
