"""The journal on the disk: entries by chain and number, appended and read, never changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from monitor_app.base import SpaceId
from monitor_app.journal import ChainId, Dot, Entry, Frontier, Link, NewerEntry, entry_hash
from monitor_app.vault.chains import Chains, entry_id
from monitor_app.vault.cipher import Connection


class Book:
    """Reads and appends entries. Appending is inside the caller's transaction and moves the head of the chain."""

    __slots__ = ("_chains", "_connection")

    def __init__(self, connection: Connection, chains: Chains) -> None:
        self._connection = connection
        self._chains = chains

    def append(self, chain: ChainId, raw: bytes, at_ms: int) -> int:
        """Adds the next entry of a chain, its bytes checked by the caller. Returns its id."""
        held = self._chains.begun(chain)
        head = Link(held.head.number + 1, entry_hash(raw))
        id_ = entry_id(held.id, head.number)
        self._connection.execute("INSERT INTO entries (id, raw) VALUES (?, ?)", (id_, raw))
        self._chains.move(held, head, at_ms)
        return id_

    def entry(self, dot: Dot) -> Entry | NewerEntry | None:
        """The entry of a dot, None where it is not held."""
        for raw in self.raws(dot.chain, dot.number, dot.number):
            return Entry.trusted(raw)
        return None

    def raws(self, chain: ChainId, first: int = 1, last: int | None = None) -> Iterator[bytes]:
        """The bytes of a chain's entries from one number to another (None: to the head)."""
        held = self._chains.held(chain)
        if held is None:
            return
        end = held.head.number if last is None else last
        for (raw,) in self._connection.execute(
            "SELECT raw FROM entries WHERE id BETWEEN ? AND ? ORDER BY id",
            (entry_id(held.id, first), entry_id(held.id, end)),
        ):
            yield raw

    def by_id(self, ids: Iterable[int]) -> Iterator[tuple[int, Entry | NewerEntry]]:
        """Entries by their ids."""
        for id_ in ids:
            row = self._connection.execute("SELECT raw FROM entries WHERE id = ?", (id_,)).fetchone()
            if row is not None:
                yield id_, Entry.trusted(row[0])

    def since(self, space: SpaceId, frontier: Frontier = ()) -> Iterator[Entry]:
        """The entries of a space that a frontier does not cover and that take effect here, chain by chain."""
        known = {(device, incarnation): number for device, incarnation, number in frontier}
        for chain in self._chains.of(space):
            idle = self.idle(chain)
            for raw in self.raws(chain, known.get((chain.device, chain.incarnation), 0) + 1):
                entry = Entry.trusted(raw)
                if isinstance(entry, Entry) and entry.number not in idle:
                    yield entry

    def idle(self, chain: ChainId) -> frozenset[int]:
        """The numbers of a chain's entries that are held but take no effect."""
        held = self._chains.held(chain)
        if held is None:
            return frozenset()
        rows = self._connection.execute(
            "SELECT id FROM idle WHERE id BETWEEN ? AND ?", (entry_id(held.id, 0), entry_id(held.id + 1, 0))
        )
        return frozenset(self._chains.dot(id_).number for (id_,) in rows)

    def set_idle(self, id_: int, reason: str) -> None:
        """An entry that is held takes no effect, for this reason."""
        self._connection.execute("INSERT INTO idle (id, reason) VALUES (?, ?)", (id_, reason))

    def count(self) -> int:
        """How many entries are held."""
        return self._chains.total
