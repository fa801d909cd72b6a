"""Search over everything that was written: instant, as the person types; a hit names its visit and its place."""

from __future__ import annotations

from dataclasses import dataclass

from monitor_app.base import EntityId, SpaceId
from monitor_app.vault import Vault


@dataclass(frozen=True, slots=True)
class Found:
    """A hit. `space` is the visit (or the programme); `kind`, `entity`, `field` its place; `snippet` the words around
    it, which a screen with hidden words masks."""

    space: SpaceId
    kind: str
    entity: EntityId
    field: str
    snippet: str


def search(vault: Vault, text: str, limit: int = 50) -> tuple[Found, ...]:
    """The best hits first. Any text may be typed; an empty one finds nothing."""
    hits = vault.search(text, limit)
    return tuple(Found(hit.space, hit.entity_kind, hit.entity, hit.field, hit.snippet) for hit in hits)
