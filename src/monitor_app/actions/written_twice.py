"""Fields of a visit that two people wrote without having seen each other: both texts, until somebody settles them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from monitor_app.actions.conflicts import conflicts
from monitor_app.actions.people import Member, members
from monitor_app.base import Canonical, EntityId, SpaceId
from monitor_app.monitoring import Kind, ProgrammeRole
from monitor_app.vault import Dot, Vault


@dataclass(frozen=True, slots=True)
class Version:
    """What one of them wrote."""

    value: Canonical
    dot: Dot
    member: Member
    at: datetime


@dataclass(frozen=True, slots=True)
class WrittenTwice:
    """One field with all its current values, the lowest dot first. `settle` of actions.answer takes their dots."""

    kind: str
    entity: EntityId
    field: str
    versions: tuple[Version, ...]

    @property
    def saw(self) -> tuple[Dot, ...]:
        """The dots of all versions on the screen."""
        return tuple(version.dot for version in self.versions)


def written_twice(vault: Vault, space: SpaceId, kinds: Collection[Kind]) -> tuple[WrittenTwice, ...]:
    """The fields of entities of these kinds where two or more different values stand."""
    known = members(vault)
    found = []
    for place in conflicts(vault, space):
        if place.entity_kind not in kinds:
            continue
        rows = vault.current(space=space, entity_kind=place.entity_kind, entity=place.entity, field=place.field)
        versions = tuple(
            Version(
                row.value,
                row.dot,
                known.get(row.author) or Member(row.author, "?", "?", ProgrammeRole.VISITOR, (), 0),
                row.at,
            )
            for row in sorted(rows, key=lambda row: row.dot)
        )
        found.append(WrittenTwice(place.entity_kind, place.entity, place.field, versions))
    return tuple(found)
