"""Makes the derived tables anew from the journal: in bulk, but with the same rows that appending leaves."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from monitor_app.crypto import NotAuthentic, open_sealed
from monitor_app.journal import ChainId, Entry, Mark, NewerEntry, Place, header_of, place_of
from monitor_app.vault.cipher import one
from monitor_app.vault.derived import INSERT_CURRENT, INSERT_MISSED, INSERT_NEWER, Derived, current_row, name_of
from monitor_app.vault.folding import Folding
from monitor_app.vault.keyring import Keyring
from monitor_app.vault.schema import make_derived
from monitor_app.vault.store import Store

BATCH = 5_000
Progress = Callable[[int, int], None]
"""Told how many entries are done, and of how many."""

_Raw = tuple[int, bytes]
_Overwritten = set[tuple[Place, Mark]]
_EFFECTIVE = "SELECT id, raw FROM entries WHERE id > ? AND id NOT IN (SELECT id FROM idle) ORDER BY id LIMIT ?"
_SIBLINGS = """
SELECT space, entity_kind, entity, field FROM current GROUP BY space, entity_kind, entity, field HAVING count(*) > 1
"""
_COUNT = """
INSERT INTO tally (what, space, entity_kind, entity, n)
SELECT counts, space, entity_kind, entity, count(*) FROM current WHERE counts IS NOT NULL
GROUP BY space, entity_kind, entity, counts
"""


class Rebuild:
    """One rebuild, inside the caller's transaction."""

    __slots__ = ("_connection", "_derived", "_folding", "_keyring", "_store")

    def __init__(self, store: Store, derived: Derived, folding: Folding, keyring: Keyring) -> None:
        self._store = store
        self._connection = store.connection
        self._derived = derived
        self._folding = folding
        self._keyring = keyring

    def run(self, progress: Progress | None = None) -> int:
        """Fills the tables; returns how many entries took effect."""
        make_derived(self._connection)
        self._derived.forget()
        total = int(one(self._connection, "SELECT count(*) FROM entries"))
        overwritten = self._overwritten()
        done = 0
        for batch in self._batches():
            self._fill(batch, overwritten)
            done += len(batch)
            if progress is not None:
                progress(done, total)
        self._miss(overwritten)
        self._connection.execute(_COUNT)
        self._store.chains.reload()
        self._store.chains.fold()
        for space, kind, entity, field in self._connection.execute(_SIBLINGS).fetchall():
            self._derived.compare(Place(space, kind, entity, field))
            self._folding.count_again((space, kind, entity))
        return done

    def _batches(self) -> Iterator[list[_Raw]]:
        """The entries that take effect, chain by chain."""
        last = 0
        while rows := self._connection.execute(_EFFECTIVE, (last, BATCH)).fetchall():
            yield rows
            last = rows[-1][0]

    def _overwritten(self) -> _Overwritten:
        """Every dot that an entry overwrites, with the place it overwrites it in."""
        found: _Overwritten = set()
        for batch in self._batches():
            for _, raw in batch:
                entry = Entry.trusted(raw)
                if isinstance(entry, Entry) and entry.overwrites:
                    place = place_of(entry)
                    found.update((place, mark) for mark in entry.overwrites)
        return found

    def _fill(self, batch: list[_Raw], overwritten: _Overwritten) -> None:
        current: list[tuple[object, ...]] = []
        texts: list[tuple[int, str]] = []
        newer: list[tuple[int]] = []
        for id_, raw in batch:
            entry = Entry.trusted(raw)
            if isinstance(entry, NewerEntry):
                newer.append((id_,))
                continue
            if (place_of(entry), (entry.device, entry.incarnation, entry.number)) in overwritten:
                continue
            value = self._value(entry, raw)
            text, counts = self._derived.described(entry, value)
            current.append(current_row(id_, entry, value, counts))
            if text is not None:
                texts.append((id_, text))
        self._connection.executemany(INSERT_CURRENT, current)
        self._connection.executemany(INSERT_NEWER, newer)
        self._connection.executemany("INSERT INTO search (rowid, text) VALUES (?, ?)", texts)

    def _value(self, entry: Entry, raw: bytes) -> bytes | None:
        """The value's CBOR; it was checked when it came in."""
        key = self._keyring.value_key(entry.key_id)
        if key is None:
            return None
        try:
            return open_sealed(key, entry.sealed, header_of(raw, entry.sealed))
        except NotAuthentic:
            return None

    def _miss(self, overwritten: _Overwritten) -> None:
        """Notes the dots overwritten before they came."""
        head = self._store.chains.head
        rows = [
            (place.space, *mark, *name_of(place)[1:])
            for place, mark in overwritten
            if head(ChainId(place.space, mark[0], mark[1])).number < mark[2]
        ]
        self._connection.executemany(INSERT_MISSED, rows)
