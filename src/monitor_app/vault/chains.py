"""The chains a vault holds, and where each stands. The table is small and is kept in memory as well."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from monitor_app.base import SpaceId
from monitor_app.journal import BEGINNING, ChainId, Frontier, Link
from monitor_app.vault.cipher import Connection


@dataclass(frozen=True, slots=True)
class Held:
    """A chain as the vault holds it: its row id, its head, and the link up to which it was read back and verified."""

    id: int
    chain: ChainId
    head: Link
    checked: Link


class Chains:
    """Changes are written at once, inside the caller's transaction; `reload` after a rollback."""

    __slots__ = ("_by_chain", "_by_id", "_by_space", "_connection", "_frontiers")

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._by_chain: dict[ChainId, Held] = {}
        self._by_id: dict[int, ChainId] = {}
        self._by_space: dict[SpaceId, list[ChainId]] = {}
        self._frontiers: dict[SpaceId, Frontier] = {}

    def reload(self) -> None:
        """Reads the table anew."""
        rows = self._connection.execute(
            "SELECT id, space, device, incarnation, number, hash, checked_number, checked_hash FROM chains ORDER BY id"
        )
        held = [
            Held(id_, ChainId(space, device, incarnation), Link(number, hash_), Link(checked, checked_hash))
            for id_, space, device, incarnation, number, hash_, checked, checked_hash in rows
        ]
        self._by_chain = {h.chain: h for h in held}
        self._by_id = {h.id: h.chain for h in held}
        self._by_space = {}
        for h in held:
            self._by_space.setdefault(h.chain.space, []).append(h.chain)
        self._frontiers = {}

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

    def chain(self, id_: int) -> ChainId:
        """The chain behind a row id."""
        return self._by_id[id_]

    def id_of(self, chain: ChainId) -> int:
        """The row id of a chain, which begins here where it is new."""
        held = self._by_chain.get(chain)
        if held is not None:
            return held.id
        cursor = self._connection.execute(
            "INSERT INTO chains (space, device, incarnation, number, hash) VALUES (?, ?, ?, ?, ?)",
            (chain.space, chain.device, chain.incarnation, BEGINNING.number, BEGINNING.hash),
        )
        new = Held(int(cursor.lastrowid), chain, BEGINNING, BEGINNING)
        self._by_chain[chain] = new
        self._by_id[new.id] = chain
        self._by_space.setdefault(chain.space, []).append(chain)
        return new.id

    def move(self, chain: ChainId, head: Link) -> None:
        """The chain has grown up to `head`."""
        id_ = self.id_of(chain)
        self._connection.execute("UPDATE chains SET number = ?, hash = ? WHERE id = ?", (head.number, head.hash, id_))
        self._by_chain[chain] = Held(id_, chain, head, self._by_chain[chain].checked)
        self._frontiers.pop(chain.space, None)

    def check_off(self, verified: Iterable[Held]) -> None:
        """Notes up to where chains were read back and found sound (`checked` of each)."""
        for held in verified:
            self._connection.execute(
                "UPDATE chains SET checked_number = ?, checked_hash = ? WHERE id = ?",
                (held.checked.number, held.checked.hash, held.id),
            )
            self._by_chain[held.chain] = Held(held.id, held.chain, self.head(held.chain), held.checked)

    def frontier(self, space: SpaceId) -> Frontier:
        """How far every chain of a space is held."""
        found = self._frontiers.get(space)
        if found is None:
            heads = ((chain, self._by_chain[chain].head.number) for chain in self.of(space))
            marks = sorted(chain.dot(number).mark for chain, number in heads if number)
            found = self._frontiers[space] = tuple(marks)
        return found
