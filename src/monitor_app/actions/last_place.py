"""Where this person last worked in a visit's checklists: kept on this laptop, so that Continue goes on there."""

from __future__ import annotations

from dataclasses import dataclass

from monitor_app.base import EntityId, SpaceId
from monitor_app.vault import Vault


@dataclass(frozen=True, slots=True)
class LastPlace:
    """A question of a response."""

    response: EntityId
    path: str


def last_place(vault: Vault, space: SpaceId) -> LastPlace | None:
    """The place, None where nothing was opened yet."""
    kept = vault.setting(_name(space))
    match kept:
        case [bytes() as response, str() as path]:
            return LastPlace(EntityId(response), path)
    return None


def remember_place(vault: Vault, space: SpaceId, place: LastPlace) -> None:
    """Remembers the place."""
    vault.set_setting(_name(space), [place.response, place.path])


def _name(space: SpaceId) -> str:
    return f"place:{space.hex()}"
