"""Drafts: what is being typed, durable with every save, and one entry only when the person leaves the field."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from monitor_app.base import EntityId, KeyId, SpaceId, cbor_bytes
from monitor_app.journal import Dot, Mark, Mode, Place
from monitor_app.vault.cipher import Connection
from monitor_app.vault.derived import Derived, plain
from monitor_app.vault.values import Write


class Drafts:
    """The draft rows. Changes are made inside the caller's transaction."""

    __slots__ = ("_any", "_connection", "_derived")

    def __init__(self, connection: Connection, derived: Derived) -> None:
        self._connection = connection
        self._derived = derived
        self._any: bool | None = None

    def save(self, write: Write, at_ms: int) -> None:
        """Keeps the write as the draft of its place. What its author had seen is what stood when the draft began."""
        self._any = True
        place = write.place
        saw = write.saw if write.saw is not None else self._seen_at_the_start(place)
        self._connection.execute(
            "INSERT OR REPLACE INTO drafts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *_name(place),
                cbor_bytes(write.value),
                write.mode,
                cbor_bytes([dot.mark for dot in saw]),
                write.key,
                at_ms,
            ),
        )

    def all(self) -> tuple[Write, ...]:
        """Every draft, the oldest first."""
        rows = self._connection.execute(
            "SELECT space, entity_kind, entity, field, value, mode, saw, key_id FROM drafts ORDER BY at_ms"
        )
        return tuple(_write(row) for row in rows)

    def drop(self, places: Iterable[Place]) -> None:
        """Forgets drafts; places without one are no fault."""
        if self._any is None:
            self._any = self._connection.execute("SELECT EXISTS (SELECT 1 FROM drafts)").fetchone()[0] == 1
        if not self._any:
            return
        self._connection.executemany(
            "DELETE FROM drafts WHERE space = ? AND entity_kind = ? AND entity = ? AND field = ?",
            [_name(place) for place in places],
        )

    def _seen_at_the_start(self, place: Place) -> tuple[Dot, ...]:
        row = self._connection.execute(
            "SELECT saw FROM drafts WHERE space = ? AND entity_kind = ? AND entity = ? AND field = ?", _name(place)
        ).fetchone()
        if row is not None:
            return _dots(place.space, row[0])
        return tuple(standing.dot for standing in self._derived.standing(place))


def _name(place: Place) -> tuple[SpaceId, str, EntityId, str]:
    return (place.space, place.entity_kind, place.entity, place.field)


def _write(row: tuple[SpaceId, str, EntityId, str, bytes, Mode, bytes, KeyId | None]) -> Write:
    space, kind, entity, field, value, mode, saw, key = row
    return Write(space, kind, entity, field, plain(value), mode, _dots(space, saw), key)


def _dots(space: SpaceId, saw: bytes) -> tuple[Dot, ...]:
    return tuple(Dot(space, *mark) for mark in cast("list[Mark]", plain(saw)))
