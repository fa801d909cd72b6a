"""The pen: turns writes into entries of this laptop's own chains, with everything that follows from them."""

from __future__ import annotations

from collections.abc import Sequence

from monitor_app.base import KeyId, Problem, Randomness, cbor_bytes
from monitor_app.base.problems import vault as problems
from monitor_app.journal import (
    MOST_VALUE_BYTES,
    Broken,
    ChainId,
    Dot,
    Entry,
    Mark,
    Place,
    Standing,
    kind_of,
    overwritten_by,
    seen_by,
)
from monitor_app.vault.book import Book
from monitor_app.vault.chains import Chains
from monitor_app.vault.derived import Derived, Row
from monitor_app.vault.keyring import Keyring
from monitor_app.vault.values import Write


class Pen:
    """Writes inside the caller's transaction."""

    __slots__ = ("_book", "_chains", "_derived", "_keyring", "_randomness")

    def __init__(
        self,
        book: Book,
        chains: Chains,
        derived: Derived,
        keyring: Keyring,
        randomness: Randomness,
    ) -> None:
        self._book = book
        self._chains = chains
        self._derived = derived
        self._keyring = keyring
        self._randomness = randomness

    def chain(self, write: Write) -> ChainId:
        """The chain a write goes to."""
        return ChainId(write.space, self._keyring.identity.device, self._keyring.identity.incarnation)

    def demand_writable(self, write: Write) -> None:
        """Raises Problem no-key, no-recovery or too-large where the write could never become an entry."""
        self._keyring.writing_key(write.space, write.key)
        if len(cbor_bytes(write.value)) > MOST_VALUE_BYTES:
            raise Problem(problems.TOO_LARGE)

    def put(self, write: Write, at_ms: int) -> Place | None:
        """The place that changed; None where the write says what already stands. Raises Problem no-key, too-large."""
        place = write.place
        rows = self._derived.standing(place)
        key_id, key = self._keyring.writing_key(write.space, write.key)
        value = cbor_bytes(write.value)
        if self._says_nothing_new(write, rows, value):
            return None
        entry = self._entry(write, place, rows, at_ms, key_id)
        id_ = self._book.append(entry.chain, _sealed(entry, key, value, self._randomness), at_ms)
        self._derived.apply(id_, entry, value, rows)
        return place

    def _entry(self, write: Write, place: Place, rows: Sequence[Row], at_ms: int, key_id: KeyId) -> Entry:
        """The next entry of this laptop's chain, its value not sealed yet."""
        chain = self.chain(write)
        head = self._chains.head(chain)
        return Entry(
            chain.space,
            chain.device,
            chain.incarnation,
            head.number + 1,
            head.hash,
            self._keyring.identity.member,
            kind_of(write.mode),
            place.entity_kind,
            place.entity,
            place.field,
            self._overwritten(write, chain, rows),
            self._chains.frontier(self._keyring.identity.programme),
            at_ms,
            key_id,
        )

    def _overwritten(self, write: Write, chain: ChainId, rows: Sequence[Row]) -> tuple[Mark, ...]:
        if not rows and not write.saw:
            return ()
        author = self._keyring.identity.member
        current = [row.standing() for row in rows]
        saw = current if write.saw is None else [self._standing(dot, current) for dot in write.saw]
        seen = seen_by(author, chain, [standing for standing in saw if standing is not None], current)
        return overwritten_by(write.mode, author, chain, seen)

    def _says_nothing_new(self, write: Write, rows: Sequence[Row], value: bytes) -> bool:
        """Whether this value stands already, alone or (unless the write settles) as the author's own."""
        author = self._keyring.identity.member
        return any(
            row.value == value
            and write.key in (None, row.key_id)
            and (len(rows) == 1 or (row.author == author and write.mode != "settle"))
            for row in rows
        )

    def _standing(self, dot: Dot, current: Sequence[Standing]) -> Standing | None:
        for standing in current:
            if standing.dot == dot:
                return standing
        entry = self._book.entry(dot)
        return Standing(dot, entry.author) if isinstance(entry, Entry) else None


def _sealed(entry: Entry, key: bytes, value: bytes, randomness: Randomness) -> bytes:
    try:
        return entry.sealing(key, value, randomness)
    except Broken:
        raise Problem(problems.TOO_LARGE) from None
