"""The journal on the disk: entries by chain and number, appended and read, never changed."""

from __future__ import annotations

from collections.abc import Iterator

from monitor_app.base import SpaceId
from monitor_app.journal import ChainId, Dot, Entry, Frontier, Link, NewerEntry, entry_hash
from monitor_app.vault.chains import Chains
from monitor_app.vault.cipher import Connection


class Book:
    """Reads and appends entries. Appending is inside the caller's transaction and moves the head of the chain."""

    __slots__ = ("_chains", "_connection")

    def __init__(self, connection: Connection, chains: Chains) -> None:
        self._connection = connection
        self._chains = chains

    def append(self, chain: ChainId, raw: bytes) -> int:
        """Adds the next entry of a chain, checked by the caller. Returns its place in the order of arrival."""
        number = self._chains.head(chain).number + 1
        cursor = self._connection.execute(
            "INSERT INTO entries (chain, number, raw) VALUES (?, ?, ?)", (self._chains.id_of(chain), number, raw)
        )
        self._chains.move(chain, Link(number, entry_hash(raw)))
        return int(cursor.lastrowid)

    def entry(self, dot: Dot) -> Entry | NewerEntry | None:
        """The entry of a dot, None where it is not held."""
        for raw in self.raws(dot.chain, dot.number, dot.number):
            return Entry.trusted(raw)
        return None

    def raws(self, chain: ChainId, first: int = 1, last: int | None = None) -> Iterator[bytes]:
        """The bytes of a chain's entries from one number to another (None: to the end)."""
        held = self._chains.held(chain)
        if held is None:
            return
        end = held.head.number if last is None else last
        for (raw,) in self._connection.execute(
            "SELECT raw FROM entries WHERE chain = ? AND number BETWEEN ? AND ? ORDER BY number", (held.id, first, end)
        ):
            yield raw

    def by_arrival(self, seqs: list[int]) -> Iterator[tuple[int, Entry | NewerEntry]]:
        """Entries by their places in the order of arrival."""
        for seq in seqs:
            row = self._connection.execute("SELECT raw FROM entries WHERE seq = ?", (seq,)).fetchone()
            yield seq, Entry.trusted(row[0])

    def since(self, space: SpaceId, frontier: Frontier) -> Iterator[Entry]:
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
        rows = self._connection.execute(
            "SELECT number FROM without_effect JOIN entries USING (seq) WHERE chain = ?", (held.id if held else 0,)
        )
        return frozenset(row[0] for row in rows)

    def set_idle(self, seq: int, reason: str) -> None:
        """An entry that is held takes no effect, for this reason."""
        self._connection.execute("INSERT INTO without_effect (seq, reason) VALUES (?, ?)", (seq, reason))

    def count(self) -> int:
        """How many entries are held."""
        return int(self._connection.execute("SELECT coalesce(sum(number), 0) FROM chains").fetchone()[0])
