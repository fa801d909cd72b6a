"""The derived tables, entry by entry: what stands now, what is found, what is counted, where people disagree."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from monitor_app.base import Canonical, KeyId, MemberId, cbor_value_trusted, sha256
from monitor_app.journal import SETTLE, ChainId, Dot, Entry, NewerEntry, Place, Standing, place_of
from monitor_app.vault.chains import Chains
from monitor_app.vault.cipher import Connection
from monitor_app.vault.values import Describe

PLACE_BYTES = 16
INSERT_CURRENT = "INSERT INTO current VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
INSERT_WRITTEN = "INSERT INTO written (place, seq) VALUES (?, ?)"
INSERT_NEWER = "INSERT INTO newer (seq) VALUES (?)"
INSERT_SEARCH = "INSERT INTO search (rowid, text) VALUES (?, ?)"
INSERT_MISSED = "INSERT OR IGNORE INTO missed (space, device, incarnation, number, place) VALUES (?, ?, ?, ?, ?)"


def place_key(place: Place) -> bytes:
    """A short name of a place for the indexes."""
    kind = place.entity_kind.encode()
    return sha256(place.space, place.entity, len(kind).to_bytes(2, "big"), kind, place.field.encode())[:PLACE_BYTES]


def searchable(text: str) -> str:
    """The form in which text is indexed and asked for."""
    return unicodedata.normalize("NFC", text)


@dataclass(frozen=True, slots=True)
class Row:
    """A value that stands. `value` is its CBOR, None where this laptop holds no key for it."""

    seq: int
    dot: Dot
    author: MemberId
    key_id: KeyId
    value: bytes | None
    counts: str | None
    searched: bool

    def standing(self) -> Standing:
        return Standing(self.dot, self.author)


class Derived:
    """Writes inside the caller's transaction."""

    __slots__ = ("_chains", "_connection", "_describe")

    def __init__(self, connection: Connection, chains: Chains, describe: Describe) -> None:
        self._connection = connection
        self._chains = chains
        self._describe = describe

    def standing(self, place: Place) -> tuple[Row, ...]:
        """The values of a place, the lowest dot first."""
        return self.standing_at(place_key(place))

    def standing_at(self, key: bytes) -> tuple[Row, ...]:
        """The same by the key of the place."""
        found = self._connection.execute(
            "SELECT seq, chain, number, author, key_id, value, counts, searched FROM current WHERE place = ?",
            (key,),
        )
        rows = [
            Row(seq, self._chains.chain(chain).dot(number), MemberId(author), KeyId(key), value, counts, bool(searched))
            for seq, chain, number, author, key, value, counts, searched in found
        ]
        return tuple(sorted(rows, key=lambda row: row.dot))

    def apply(self, seq: int, entry: Entry, value: bytes | None) -> None:
        """Takes an entry in. Its chain has moved up to it already. `value` is its CBOR, None where there is no key."""
        place, key = place_of(entry), place_key(place_of(entry))
        self._connection.execute(INSERT_WRITTEN, (key, seq))
        before = self.standing(place)
        overwritten = frozenset(entry.overwrites)
        gone = [row for row in before if row.dot.mark in overwritten]
        self._remove(gone)
        self._note_missed(entry, key)
        stays = [row for row in before if row.dot.mark not in overwritten]
        if key not in self.arrived(entry):
            stays.append(self._insert(seq, entry, key, value))
        after = sorted(stays, key=lambda row: row.dot)
        self._count(place, before, after)
        self._compare(place, key, before, after)

    def arrived(self, entry: Entry | NewerEntry) -> frozenset[bytes]:
        """The places whose entries overwrote this one before it came. Asked once, when it comes."""
        dot = entry.dot
        found = self._connection.execute(
            "DELETE FROM missed WHERE space = ? AND device = ? AND incarnation = ? AND number = ? RETURNING place",
            (dot.space, dot.device, dot.incarnation, dot.number),
        )
        return frozenset(row[0] for row in found.fetchall())

    def apply_newer(self, seq: int, entry: NewerEntry) -> None:
        """Takes in an entry only a newer app can read: it is kept, and changes nothing."""
        self.arrived(entry)
        self._connection.execute(INSERT_NEWER, (seq,))

    def reread(self, seq: int, entry: Entry, value: bytes | None) -> None:
        """Fills in a value whose key has come."""
        place, key = place_of(entry), place_key(place_of(entry))
        before = self.standing(place)
        self._remove([row for row in before if row.seq == seq])
        after = [*(row for row in before if row.seq != seq), self._insert(seq, entry, key, value)]
        after.sort(key=lambda row: row.dot)
        self._count(place, before, after)
        self._compare(place, key, before, after)

    def compare_and_count(self, place: Place, key: bytes, rows: Sequence[Row]) -> None:
        """Notes conflict and tally of a place that had neither."""
        self._count(place, (), rows)
        self._compare(place, key, (), rows)

    def described(self, entry: Entry, value: bytes | None) -> tuple[str | None, str | None]:
        """Text to be found by, and tally to be counted in. A value that cannot be read is neither."""
        if value is None:
            return None, None
        found = self._describe(entry.entity_kind, entry.field, plain(value))
        return (searchable(found.text) if found.text else None), found.counts

    def _insert(self, seq: int, entry: Entry, key: bytes, value: bytes | None) -> Row:
        text, counts = self.described(entry, value)
        self._connection.execute(
            INSERT_CURRENT,
            current_row(seq, entry, key, self._chains.id_of(entry.chain), value, counts, text is not None),
        )
        if text is not None:
            self._connection.execute(INSERT_SEARCH, (seq, text))
        return Row(seq, entry.dot, entry.author, entry.key_id, value, counts, text is not None)

    def _remove(self, rows: Sequence[Row]) -> None:
        for row in rows:
            self._connection.execute("DELETE FROM current WHERE seq = ?", (row.seq,))
            if row.searched:
                self._connection.execute("DELETE FROM search WHERE rowid = ?", (row.seq,))

    def _note_missed(self, entry: Entry, key: bytes) -> None:
        for device, incarnation, number in entry.overwrites:
            if self._chains.head(ChainId(entry.space, device, incarnation)).number < number:
                self._connection.execute(INSERT_MISSED, (entry.space, device, incarnation, number, key))

    def _count(self, place: Place, before: Sequence[Row], after: Sequence[Row]) -> None:
        was, now = counted(before), counted(after)
        if was == now:
            return
        if was is not None:
            name = (was, place.space, place.entity)
            self._connection.execute("UPDATE tally SET n = n - 1 WHERE what = ? AND space = ? AND entity = ?", name)
            self._connection.execute("DELETE FROM tally WHERE what = ? AND space = ? AND entity = ? AND n = 0", name)
        if now is not None:
            self._connection.execute(
                "INSERT INTO tally (what, space, entity, n) VALUES (?, ?, ?, 1) ON CONFLICT DO UPDATE SET n = n + 1",
                (now, place.space, place.entity),
            )

    def _compare(self, place: Place, key: bytes, before: Sequence[Row], after: Sequence[Row]) -> None:
        was, now = differs(before), differs(after)
        if now and not was:
            self._connection.execute("INSERT INTO conflicts (place, space) VALUES (?, ?)", (key, place.space))
        elif was and not now:
            self._connection.execute("DELETE FROM conflicts WHERE place = ?", (key,))


def current_row(
    seq: int, entry: Entry, key: bytes, chain: int, value: bytes | None, counts: str | None, searched: bool
) -> tuple[object, ...]:
    """A row of `current`, in the order of its columns."""
    return (
        seq,
        key,
        entry.space,
        entry.entity_kind,
        entry.entity,
        entry.field,
        chain,
        entry.number,
        entry.author,
        entry.at_ms,
        entry.kind == SETTLE,
        entry.key_id,
        value,
        counts,
        searched,
    )


def counted(rows: Sequence[Row]) -> str | None:
    """What a field counts in: the value with the lowest dot speaks for it. `rows` are sorted."""
    return rows[0].counts if rows else None


def differs(rows: Sequence[Row]) -> bool:
    """Whether two or more different values stand."""
    return len({row.value for row in rows}) > 1


def plain(value: bytes) -> Canonical:
    """The value behind CBOR that was checked when it came in."""
    return cbor_value_trusted(value)
