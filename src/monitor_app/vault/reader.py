"""Questions to the vault: what stands, what stood before, what is counted, where people disagree."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from itertools import groupby

from monitor_app.base import EntityId, KeyId, MemberId, SpaceId, cbor_bytes, from_ms
from monitor_app.journal import SETTLE, Broken, Entry, Frontier, NewerEntry, Place
from monitor_app.vault.book import Book
from monitor_app.vault.chains import Chains
from monitor_app.vault.cipher import Connection
from monitor_app.vault.derived import Derived, place_key, plain
from monitor_app.vault.keyring import Keyring
from monitor_app.vault.values import Aside, Current, Field

_SELECT = "SELECT space, entity_kind, entity, field, chain, number, author, at_ms, settled, value FROM current"
_Row = tuple[SpaceId, str, EntityId, str, int, int, MemberId, int, int, bytes | None]


class Reader:
    """Reads only."""

    __slots__ = ("_book", "_chains", "_connection", "_keyring")

    def __init__(self, connection: Connection, chains: Chains, book: Book, keyring: Keyring) -> None:
        self._connection = connection
        self._chains = chains
        self._book = book
        self._keyring = keyring

    def current(
        self, space: SpaceId | None, entity_kind: str | None, entity: EntityId | None, field: str | None
    ) -> list[Current]:
        """The values that stand, in the order they came; None asks for all."""
        asked = {"space": space, "entity_kind": entity_kind, "entity": entity, "field": field}
        given = {name: str(value) if isinstance(value, str) else value for name, value in asked.items() if value}
        where = " WHERE " + " AND ".join(f"{name} = ?" for name in given) if given else ""
        return self._rows(self._connection.execute(f"{_SELECT}{where} ORDER BY seq", tuple(given.values())))

    def fields(self, values: Iterable[Current]) -> list[Field]:
        """The values grouped by field, each group with its lowest dot first."""
        ordered = sorted(values, key=lambda value: (value.place, value.dot))
        return [Field(place, tuple(group)) for place, group in groupby(ordered, key=lambda value: value.place)]

    def conflicts(self, space: SpaceId | None) -> list[Place]:
        """The fields where two or more different values stand."""
        rows = self._connection.execute(
            "SELECT DISTINCT current.space, entity_kind, entity, field FROM conflicts JOIN current USING (place) "
            "WHERE ?1 IS NULL OR conflicts.space = ?1",
            (space,),
        )
        return sorted(Place(SpaceId(space), kind, EntityId(entity), field) for space, kind, entity, field in rows)

    def tallies(self, what: str) -> dict[tuple[SpaceId, EntityId], int]:
        """How many fields count as `what`, per entity."""
        rows = self._connection.execute("SELECT space, entity, n FROM tally WHERE what = ?", (what,))
        return {(SpaceId(space), EntityId(entity)): n for space, entity, n in rows}

    def history(self, place: Place) -> list[Current]:
        """All values a field ever had, in the order they came, the overwritten ones too."""
        seqs = [
            row[0]
            for row in self._connection.execute(
                "SELECT seq FROM written WHERE place = ? ORDER BY seq", (place_key(place),)
            )
        ]
        return [self.said(entry) for _, entry in self._book.by_arrival(seqs) if isinstance(entry, Entry)]

    def since(self, space: SpaceId, frontier: Frontier) -> list[Current]:
        """What was written in a space beyond a frontier, whether it still stands or not, by time."""
        found = [self.said(entry) for entry in self._book.since(space, frontier)]
        return sorted(found, key=lambda said: (said.at, said.dot))

    def newest_own(self) -> datetime | None:
        """When this laptop last wrote an entry, None where it is long ago."""
        rows = self._connection.execute("SELECT raw FROM entries ORDER BY seq DESC LIMIT 100")
        last = (Entry.trusted(raw) for (raw,) in rows)
        own = [e.at_ms for e in last if isinstance(e, Entry) and e.device == self._keyring.identity.device]
        return from_ms(max(own)) if own else None

    def reread(self, key_id: KeyId, derived: Derived) -> None:
        """Fills in the values whose key has come. Inside the caller's transaction."""
        rows = self._connection.execute("SELECT seq FROM current WHERE key_id = ? AND value IS NULL", (key_id,))
        for seq, entry in self._book.by_arrival([row[0] for row in rows.fetchall()]):
            if isinstance(entry, Entry):
                derived.reread(seq, entry, self.value_bytes(entry))

    def waiting(self) -> int:
        """How many segments wait for what comes before them."""
        return int(self._connection.execute("SELECT count(*) FROM waiting").fetchone()[0])

    def aside(self) -> tuple[Aside, ...]:
        """Segments set aside, then entries kept without effect."""
        segments = self._connection.execute("SELECT name, reason FROM aside ORDER BY at_ms, name").fetchall()
        rows = self._connection.execute(
            "SELECT chain, number, reason FROM without_effect JOIN entries USING (seq) ORDER BY seq"
        )
        entries = [(self._chains.chain(chain).dot(number), reason) for chain, number, reason in rows]
        return (
            *(Aside(name, reason) for name, reason in segments),
            *(Aside(f"{dot.device.hex()}.{dot.incarnation.hex()}/{dot.number}", reason) for dot, reason in entries),
        )

    def newer(self) -> list[NewerEntry]:
        """Entries only a newer app can read."""
        rows = self._connection.execute("SELECT seq FROM newer ORDER BY seq")
        found = self._book.by_arrival([row[0] for row in rows])
        return [entry for _, entry in found if isinstance(entry, NewerEntry)]

    def value_bytes(self, entry: Entry) -> bytes | None:
        """The value of an entry as CBOR, None where there is no key for it or it does not open."""
        key = self._keyring.value_key(entry.key_id)
        try:
            return cbor_bytes(entry.value(key)) if key is not None else None
        except Broken:
            return None

    def said(self, entry: Entry) -> Current:
        """An entry with its value, as a value that stood."""
        value = self.value_bytes(entry)
        return Current(
            entry.space,
            entry.entity_kind,
            entry.entity,
            entry.field,
            entry.dot,
            entry.author,
            from_ms(entry.at_ms),
            plain(value) if value is not None else None,
            entry.kind == SETTLE,
            value is not None,
        )

    def _rows(self, rows: Iterable[_Row]) -> list[Current]:
        chain = self._chains.chain
        return [
            Current(
                space,
                kind,
                entity,
                field,
                chain(chain_id).dot(number),
                author,
                from_ms(at_ms),
                plain(value) if value is not None else None,
                bool(settled),
                value is not None,
            )
            for space, kind, entity, field, chain_id, number, author, at_ms, settled, value in rows
        ]
