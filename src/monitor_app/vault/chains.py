"""The chains a vault holds, and where each stands. The table is small and is kept in memory as well."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from monitor_app.base import SpaceId
from monitor_app.journal import BEGINNING, ChainId, Dot, Frontier, Link
from monitor_app.vault.cipher import Connection

NUMBER_BITS = 32
MOST_NUMBER = (1 << NUMBER_BITS) - 1


def entry_id(chain: int, number: int) -> int:
    """The id of an entry in the database: its chain's row id and its number in one."""
    return chain << NUMBER_BITS | number


@dataclass(frozen=True, slots=True)
class Held:
    """A chain as the vault holds it: its row id, its head and when that was written, and the link up to which it was
    read back and verified; `folded` is the number up to which search and tallies know it."""

    id: int
    chain: ChainId
    head: Link
    at_ms: int
    checked: Link
    folded: int = 0


class Chains:
    """Changes are written at once, inside the caller's transaction; `reload` after a rollback."""

    __slots__ = ("_by_chain", "_by_id", "_by_space", "_connection", "_frontiers", "folded", "total")

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._by_chain: dict[ChainId, Held] = {}
        self._by_id: dict[int, ChainId] = {}
        self._by_space: dict[SpaceId, list[ChainId]] = {}
        self._frontiers: dict[SpaceId, Frontier] = {}
        self.total = self.folded = 0
        """How many entries are held, and how many of them are folded."""

    def reload(self) -> None:
        """Reads the table anew."""
        rows = self._connection.execute(
            "SELECT id, space, device, incarnation, chains.number, hash, at_ms, checked_number, checked_hash, "
            "coalesce(folded.number, 0) FROM chains LEFT JOIN folded ON folded.chain = chains.id ORDER BY id"
        )
        held = [
            Held(id_, ChainId(space, device, incarnation), Link(number, hash_), at_ms, Link(checked, sound), folded)
            for id_, space, device, incarnation, number, hash_, at_ms, checked, sound, folded in rows
        ]
        self._by_chain = {h.chain: h for h in held}
        self._by_id = {h.id: h.chain for h in held}
        self._by_space = {}
        for h in held:
            self._by_space.setdefault(h.chain.space, []).append(h.chain)
        self._frontiers = {}
        self.total, self.folded = sum(h.head.number for h in held), sum(h.folded for h in held)

    def all(self) -> tuple[Held, ...]:
        """Every chain, in the order they came."""
        return tuple(self._by_chain.values())

    def of(self, space: SpaceId) -> tuple[ChainId, ...]:
        """The chains of one space."""
        return tuple(self._by_space.get(space, ()))

    def held(self, chain: ChainId) -> Held | None:
        return self._by_chain.get(chain)

    def head(self, chain: ChainId) -> Link:
        """The last link of a chain; the beginning where nothing is held of it."""
        held = self._by_chain.get(chain)
        return held.head if held is not None else BEGINNING

    def dot(self, entry_id: int) -> Dot:
        """The dot behind an entry's id."""
        return self._by_id[entry_id >> NUMBER_BITS].dot(entry_id & MOST_NUMBER)

    def id_of(self, chain: ChainId) -> int:
        """The row id of a chain, which begins here where it is new."""
        return self.begun(chain).id

    def begun(self, chain: ChainId) -> Held:
        """A chain, which begins here where it is new."""
        held = self._by_chain.get(chain)
        if held is not None:
            return held
        cursor = self._connection.execute(
            "INSERT INTO chains (space, device, incarnation, number, hash, at_ms) VALUES (?, ?, ?, ?, ?, 0)",
            (chain.space, chain.device, chain.incarnation, BEGINNING.number, BEGINNING.hash),
        )
        new = Held(int(cursor.lastrowid), chain, BEGINNING, 0, BEGINNING)
        self._by_chain[chain] = new
        self._by_id[new.id] = chain
        self._by_space.setdefault(chain.space, []).append(chain)
        return new

    def move(self, held: Held, head: Link, at_ms: int) -> None:
        """The chain has grown up to `head`, written at that time."""
        self._connection.execute(
            "UPDATE chains SET number = ?, hash = ?, at_ms = ? WHERE id = ?", (head.number, head.hash, at_ms, held.id)
        )
        self._by_chain[held.chain] = Held(held.id, held.chain, head, at_ms, held.checked, held.folded)
        self.total += head.number - held.head.number
        self._frontiers.pop(held.chain.space, None)

    def check_off(self, verified: Iterable[Held]) -> None:
        """Notes up to where chains were read back and found sound (`checked` of each)."""
        for held in verified:
            self._connection.execute(
                "UPDATE chains SET checked_number = ?, checked_hash = ? WHERE id = ?",
                (held.checked.number, held.checked.hash, held.id),
            )
            self._by_chain[held.chain] = replace(self._by_chain[held.chain], checked=held.checked)

    def fold(self) -> None:
        """Notes that search and tallies know all that is held."""
        behind = [held for held in self._by_chain.values() if held.folded < held.head.number]
        self._connection.executemany(
            "INSERT OR REPLACE INTO folded (chain, number) VALUES (?, ?)", [(h.id, h.head.number) for h in behind]
        )
        for held in behind:
            self._by_chain[held.chain] = replace(held, folded=held.head.number)
        self.folded = self.total

    def frontier(self, space: SpaceId) -> Frontier:
        """How far every chain of a space is held."""
        found = self._frontiers.get(space)
        if found is None:
            heads = ((chain, self._by_chain[chain].head.number) for chain in self.of(space))
            marks = sorted(chain.dot(number).mark for chain, number in heads if number)
            found = self._frontiers[space] = tuple(marks)
        return found
