"""Records out of the vault: current values gathered per entity. A query's first step, shared by all verbs."""

from __future__ import annotations

from collections.abc import Iterable

from monitor_app.base import Canonical, EntityId, SpaceId
from monitor_app.monitoring import Record, Writing
from monitor_app.vault import Current, Vault


def records(vault: Vault, space: SpaceId | None, kind: str) -> list[Record]:
    """All entities of a kind, in one space or (None) in all, oldest first, without those marked deleted."""
    found = gather(vault.current(space=space, entity_kind=kind))
    return [record for record in found if not record.deleted]


def record(vault: Vault, space: SpaceId, kind: str, entity: EntityId) -> Record | None:
    """One entity, None where nothing is known of it."""
    found = gather(vault.current(space=space, entity_kind=kind, entity=entity))
    return found[0] if found else None


def gather(rows: Iterable[Current]) -> list[Record]:
    """Rows, which come by time, grouped to records in the order of their first writing. The lowest dot speaks for a
    field with siblings."""
    values: dict[tuple[SpaceId, str, EntityId], dict[str, Current]] = {}
    unsettled: dict[tuple[SpaceId, str, EntityId], set[str]] = {}
    for row in rows:
        key = (row.space, row.entity_kind, row.entity)
        fields = values.setdefault(key, {})
        before = fields.get(row.field)
        if before is None:
            fields[row.field] = row
            continue
        if row.value != before.value:
            unsettled.setdefault(key, set()).add(row.field)
        if row.dot < before.dot:
            fields[row.field] = row
    found = [
        Record(
            space,
            kind,
            entity,
            _plain(fields),
            frozenset(unsettled.get((space, kind, entity), ())),
            {name: Writing(row.author, row.at) for name, row in fields.items()},
        )
        for (space, kind, entity), fields in values.items()
    ]
    return sorted(found, key=lambda found: min(w.at for w in found.written.values()))


def _plain(fields: dict[str, Current]) -> dict[str, Canonical]:
    return {name: row.value for name, row in fields.items()}
