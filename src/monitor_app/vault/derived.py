"""The derived tables that every save keeps right: what stands now, and where people disagree."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from monitor_app.base import Canonical, KeyId, MemberId, cbor_value_trusted
from monitor_app.journal import SETTLE, ChainId, Dot, Entry, NewerEntry, Place, Standing, place_of
from monitor_app.vault.chains import Chains
from monitor_app.vault.cipher import Connection
from monitor_app.vault.values import Describe

INSERT_CURRENT = "INSERT INTO current VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
INSERT_MISSED = "INSERT OR IGNORE INTO missed VALUES (?, ?, ?, ?, ?, ?, ?)"
INSERT_NEWER = "INSERT INTO newer (id) VALUES (?)"
_STANDING = """
SELECT id, author, key_id, value FROM current
WHERE space = ? AND entity_kind = ? AND entity = ? AND field = ?
"""
_ARRIVED = """
DELETE FROM missed WHERE space = ? AND device = ? AND incarnation = ? AND number = ?
RETURNING entity_kind, entity, field
"""


@dataclass(frozen=True, slots=True)
class Row:
    """A value that stands. `value` is its CBOR, None where this laptop holds no key for it."""

    id: int
    dot: Dot
    author: MemberId
    key_id: KeyId
    value: bytes | None

    def standing(self) -> Standing:
        return Standing(self.dot, self.author)


class Derived:
    """Writes inside the caller's transaction."""

    __slots__ = ("_any_missed", "_chains", "_connection", "_describe")

    def __init__(self, connection: Connection, chains: Chains, describe: Describe) -> None:
        self._connection = connection
        self._chains = chains
        self._describe = describe
        self._any_missed: bool | None = None

    def standing(self, place: Place) -> tuple[Row, ...]:
        """The values of a place, the lowest dot first."""
        found = self._connection.execute(_STANDING, name_of(place)).fetchall()
        rows = [
            Row(id_, self._chains.dot(id_), MemberId(author), KeyId(key), value) for id_, author, key, value in found
        ]
        return tuple(sorted(rows, key=_dot)) if len(rows) > 1 else tuple(rows)

    def apply(self, id_: int, entry: Entry, value: bytes | None, before: Sequence[Row] | None = None) -> None:
        """Takes an entry in. Its chain has moved up to it already. `value` is its CBOR, None where there is no key;
        `before` the values that stand, where the caller has just asked."""
        place = place_of(entry)
        rows = self.standing(place) if before is None else before
        overwritten = frozenset(entry.overwrites)
        gone = [row for row in rows if row.dot.mark in overwritten]
        stays = [row for row in rows if row.dot.mark not in overwritten]
        self._remove(place, gone)
        self._note_missed(entry, place, {row.dot.mark for row in gone})
        if place not in self.arrived(entry):
            stays.append(self._insert(id_, entry, value))
        self._compare(place, rows, stays)

    def apply_newer(self, id_: int, entry: NewerEntry) -> None:
        """Takes in an entry only a newer app can read: it is kept, and changes nothing."""
        self.arrived(entry)
        self._connection.execute(INSERT_NEWER, (id_,))

    def arrived(self, entry: Entry | NewerEntry) -> frozenset[Place]:
        """The places whose entries overwrote this one before it came. Asked once, when it comes."""
        dot = entry.dot
        if not self._may_miss():
            return frozenset()
        found = self._connection.execute(_ARRIVED, (dot.space, dot.device, dot.incarnation, dot.number)).fetchall()
        return frozenset(Place(dot.space, kind, entity, field) for kind, entity, field in found)

    def reread(self, id_: int, entry: Entry, value: bytes | None) -> None:
        """Fills in a value whose key has come."""
        place = place_of(entry)
        before = self.standing(place)
        self._remove(place, [row for row in before if row.id == id_])
        after = [*(row for row in before if row.id != id_), self._insert(id_, entry, value)]
        self._compare(place, before, after)

    def compare(self, place: Place) -> None:
        """Notes a conflict at a place that had none."""
        self._compare(place, (), self.standing(place))

    def described(self, entry: Entry, value: bytes | None) -> tuple[str | None, str | None]:
        """Text to be found by, and tally to be counted in. A value that cannot be read is neither."""
        if value is None:
            return None, None
        found = self._describe(entry.entity_kind, entry.field, plain(value))
        return (unicodedata.normalize("NFC", found.text) if found.text else None), found.counts

    def forget(self) -> None:
        """The tables were made anew."""
        self._any_missed = None

    def _may_miss(self) -> bool:
        """Whether any dot may have been overwritten before it came; asked once, as it hardly ever happens."""
        if self._any_missed is None:
            found = self._connection.execute("SELECT EXISTS (SELECT 1 FROM missed)").fetchone()
            self._any_missed = bool(found[0])
        return self._any_missed

    def _insert(self, id_: int, entry: Entry, value: bytes | None) -> Row:
        _, counts = self.described(entry, value)
        self._connection.execute(INSERT_CURRENT, current_row(id_, entry, value, counts))
        return Row(id_, entry.dot, entry.author, entry.key_id, value)

    def _remove(self, place: Place, rows: Sequence[Row]) -> None:
        for row in rows:
            self._connection.execute(
                "DELETE FROM current WHERE space = ? AND entity_kind = ? AND entity = ? AND field = ? AND id = ?",
                (*name_of(place), row.id),
            )

    def _note_missed(self, entry: Entry, place: Place, gone: set[tuple[object, ...]]) -> None:
        for mark in entry.overwrites:
            if mark not in gone and self._chains.head(ChainId(entry.space, mark[0], mark[1])).number < mark[2]:
                self._any_missed = True
                self._connection.execute(INSERT_MISSED, (entry.space, *mark, *name_of(place)[1:]))

    def _compare(self, place: Place, before: Sequence[Row], after: Sequence[Row]) -> None:
        was, now = differs(before), differs(after)
        if now and not was:
            self._connection.execute("INSERT INTO conflicts VALUES (?, ?, ?, ?)", name_of(place))
        elif was and not now:
            self._connection.execute(
                "DELETE FROM conflicts WHERE space = ? AND entity_kind = ? AND entity = ? AND field = ?", name_of(place)
            )


def name_of(place: Place) -> tuple[bytes, str, bytes, str]:
    """The columns that name a place, in their order in every table."""
    return (place.space, place.entity_kind, place.entity, place.field)


def current_row(id_: int, entry: Entry, value: bytes | None, counts: str | None) -> tuple[object, ...]:
    """A row of `current`, in the order of its columns."""
    return (
        entry.space,
        entry.entity_kind,
        entry.entity,
        entry.field,
        id_,
        entry.author,
        entry.at_ms,
        entry.kind == SETTLE,
        entry.key_id,
        value,
        counts,
    )


def differs(rows: Sequence[Row]) -> bool:
    """Whether two or more different values stand."""
    return len(rows) > 1 and len({row.value for row in rows}) > 1


def plain(value: bytes) -> Canonical:
    """The value behind CBOR that was checked when it came in."""
    return cbor_value_trusted(value)


def _dot(row: Row) -> Dot:
    return row.dot
