"""Questions to the vault: what stands, what stood before, what is counted, where people disagree."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from itertools import groupby

from monitor_app.base import EntityId, KeyId, MemberId, SpaceId, cbor_bytes, from_ms
from monitor_app.journal import SETTLE, Broken, Dot, Entry, Frontier, NewerEntry, Place, place_of
from monitor_app.vault.book import Book
from monitor_app.vault.chains import Chains
from monitor_app.vault.cipher import Connection
from monitor_app.vault.derived import Derived, plain
from monitor_app.vault.keyring import Keyring
from monitor_app.vault.values import Aside, Current, Field

_COLUMNS = "space, entity_kind, entity, field, id, author, at_ms, settled, value"
_Row = tuple[SpaceId, str, EntityId, str, int, MemberId, int, int, bytes | None]
_EVERYWHERE = "(SELECT DISTINCT space FROM chains) AS spaces CROSS JOIN current USING (space)"
"""All spaces one after the other, so that the rows of one kind are found by key in each."""


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
        """The values that stand, by time; None asks for all."""
        asked = {"space": space, "entity_kind": entity_kind, "entity": entity, "field": field}
        given = {name: str(value) if isinstance(value, str) else value for name, value in asked.items() if value}
        source = _EVERYWHERE if space is None and entity_kind is not None else "current"
        where = " WHERE " + " AND ".join(f"{name} = ?" for name in given) if given else ""
        # Only names of columns from this module go into the text; what is asked for goes in as parameters.
        statement = f"SELECT {_COLUMNS} FROM {source}{where} ORDER BY at_ms, id"  # noqa: S608
        return self._rows(self._connection.execute(statement, tuple(given.values())).fetchall())

    def fields(self, values: Iterable[Current]) -> list[Field]:
        """The values grouped by field, each group with its lowest dot first."""
        ordered = sorted(values, key=lambda value: (value.place, value.dot))
        return [Field(place, tuple(group)) for place, group in groupby(ordered, key=lambda value: value.place)]

    def conflicts(self, space: SpaceId | None) -> list[Place]:
        """The fields where two or more different values stand."""
        rows = self._connection.execute(
            "SELECT space, entity_kind, entity, field FROM conflicts WHERE ?1 IS NULL OR space = ?1 "
            "ORDER BY space, entity_kind, entity, field",
            (space,),
        )
        return [Place(SpaceId(at), kind, EntityId(entity), field) for at, kind, entity, field in rows]

    def history(self, place: Place) -> list[Current]:
        """All values a field ever had, by time, the overwritten ones too."""
        found = [self.said(entry) for entry in self._book.since(place.space) if place_of(entry) == place]
        return sorted(found, key=_by_time)

    def since(self, space: SpaceId, frontier: Frontier) -> list[Current]:
        """What was written in a space beyond a frontier, whether it still stands or not, by time."""
        found = [self.said(entry) for entry in self._book.since(space, frontier)]
        return sorted(found, key=_by_time)

    def newest_own(self) -> datetime | None:
        """When this laptop last wrote an entry, None where it never did."""
        own = [h.at_ms for h in self._chains.all() if h.chain.device == self._keyring.identity.device]
        return from_ms(max(own)) if any(own) else None

    def reread(self, key_id: KeyId, derived: Derived) -> list[tuple[int, Entry]]:
        """Fills in the values whose key has come, inside the caller's transaction; the entries that were filled in."""
        rows = self._connection.execute("SELECT id FROM current WHERE key_id = ? AND value IS NULL", (key_id,))
        found = [(i, e) for i, e in self._book.by_id([row[0] for row in rows.fetchall()]) if isinstance(e, Entry)]
        for id_, entry in found:
            derived.reread(id_, entry, self.value_bytes(entry))
        return found

    def waiting(self) -> int:
        """How many segments wait for what comes before them."""
        return int(self._connection.execute("SELECT count(*) FROM waiting").fetchone()[0])

    def aside(self) -> tuple[Aside, ...]:
        """Segments set aside, then entries kept without effect."""
        segments = self._connection.execute("SELECT name, reason FROM aside ORDER BY at_ms, name").fetchall()
        rows = self._connection.execute("SELECT id, reason FROM idle ORDER BY id")
        entries = [(self._chains.dot(id_), reason) for id_, reason in rows]
        return (
            *(Aside(name, reason) for name, reason in segments),
            *(Aside(f"{dot.device.hex()}.{dot.incarnation.hex()}/{dot.number}", reason) for dot, reason in entries),
        )

    def newer(self) -> list[NewerEntry]:
        """Entries only a newer app can read."""
        rows = self._connection.execute("SELECT id FROM newer ORDER BY id")
        found = self._book.by_id([row[0] for row in rows])
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
        dot = self._chains.dot
        return [
            Current(
                space,
                kind,
                entity,
                field,
                dot(id_),
                author,
                from_ms(at_ms),
                plain(value) if value is not None else None,
                bool(settled),
                value is not None,
            )
            for space, kind, entity, field, id_, author, at_ms, settled, value in rows
        ]


def _by_time(said: Current) -> tuple[datetime, Dot]:
    return said.at, said.dot
