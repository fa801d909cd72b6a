"""Makes the derived tables anew from the journal: in bulk, but with the same rows that appending leaves."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from monitor_app.base import EntityId, SpaceId
from monitor_app.crypto import NotAuthentic, open_sealed
from monitor_app.journal import ChainId, Entry, Mark, Place, header_of, place_of
from monitor_app.vault.cipher import one
from monitor_app.vault.derived import (
    INSERT_CURRENT,
    INSERT_MISSED,
    INSERT_NEWER,
    INSERT_SEARCH,
    INSERT_WRITTEN,
    Derived,
    current_row,
    place_key,
)
from monitor_app.vault.keyring import Keyring
from monitor_app.vault.schema import make_derived, make_indexes
from monitor_app.vault.store import Store

BATCH = 5_000
Progress = Callable[[int, int], None]
"""Told how many entries are done, and of how many."""

_Raw = tuple[int, int, bytes]
_Overwritten = dict[tuple[bytes, Mark], SpaceId]
_EFFECTIVE = """
SELECT seq, chain, raw FROM entries
WHERE seq > ? AND seq NOT IN (SELECT seq FROM without_effect) ORDER BY seq LIMIT ?
"""
_SIBLINGS = "SELECT place FROM current GROUP BY place HAVING count(*) > 1"
_COUNT_LONE = """
INSERT INTO tally (what, space, entity, n) SELECT counts, space, entity, count(*) FROM current WHERE counts IS NOT NULL
AND place NOT IN (SELECT place FROM current GROUP BY place HAVING count(*) > 1) GROUP BY counts, space, entity
"""


class Rebuild:
    """One rebuild, inside the caller's transaction."""

    __slots__ = ("_connection", "_derived", "_keyring", "_store")

    def __init__(self, store: Store, derived: Derived, keyring: Keyring) -> None:
        self._store = store
        self._connection = store.connection
        self._derived = derived
        self._keyring = keyring

    def run(self, progress: Progress | None = None) -> int:
        """Fills the tables; returns how many entries were read."""
        make_derived(self._connection)
        total = int(one(self._connection, "SELECT count(*) FROM entries"))
        overwritten = self._overwritten()
        done = 0
        for batch in self._batches():
            self._fill(batch, overwritten)
            done += len(batch)
            if progress is not None:
                progress(done, total)
        self._miss(overwritten)
        make_indexes(self._connection)
        self._count()
        return done

    def _batches(self) -> Iterator[list[_Raw]]:
        """The entries that take effect, in the order of arrival."""
        last = 0
        while rows := self._connection.execute(_EFFECTIVE, (last, BATCH)).fetchall():
            yield rows
            last = rows[-1][0]

    def _overwritten(self) -> _Overwritten:
        """Every dot that an entry overwrites, with the place it overwrites it in."""
        found: _Overwritten = {}
        for batch in self._batches():
            for _, _, raw in batch:
                entry = Entry.trusted(raw)
                if isinstance(entry, Entry) and entry.overwrites:
                    key = place_key(place_of(entry))
                    found.update(((key, mark), entry.space) for mark in entry.overwrites)
        return found

    def _fill(self, batch: list[_Raw], overwritten: _Overwritten) -> None:
        written: list[tuple[bytes, int]] = []
        current: list[tuple[object, ...]] = []
        texts: list[tuple[int, str]] = []
        for seq, chain, raw in batch:
            entry = Entry.trusted(raw)
            if not isinstance(entry, Entry):
                self._connection.execute(INSERT_NEWER, (seq,))
                continue
            key = place_key(place_of(entry))
            written.append((key, seq))
            if (key, (entry.device, entry.incarnation, entry.number)) in overwritten:
                continue
            value = self._value(entry, raw)
            text, counts = self._derived.described(entry, value)
            current.append(current_row(seq, entry, key, chain, value, counts, text is not None))
            if text is not None:
                texts.append((seq, text))
        self._connection.executemany(INSERT_WRITTEN, sorted(written))
        self._connection.executemany(INSERT_CURRENT, current)
        self._connection.executemany(INSERT_SEARCH, texts)

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
            (space, *mark, key)
            for (key, mark), space in overwritten.items()
            if head(ChainId(space, mark[0], mark[1])).number < mark[2]
        ]
        self._connection.executemany(INSERT_MISSED, rows)

    def _count(self) -> None:
        """Tallies of fields with one value in one go, then the few with siblings one by one."""
        self._connection.execute(_COUNT_LONE)
        for (key,) in self._connection.execute(_SIBLINGS).fetchall():
            space, kind, entity, field = self._connection.execute(
                "SELECT space, entity_kind, entity, field FROM current WHERE place = ? LIMIT 1", (key,)
            ).fetchone()
            place = Place(SpaceId(space), kind, EntityId(entity), field)
            self._derived.compare_and_count(place, key, self._derived.standing_at(key))
