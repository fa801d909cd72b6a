"""The objectives of a visit, in their order."""

from __future__ import annotations

from dataclasses import dataclass

from monitor_app.actions.records import records
from monitor_app.base import EntityId, SpaceId
from monitor_app.monitoring import Kind
from monitor_app.vault import Vault


@dataclass(frozen=True, slots=True)
class Objective:
    """What the team means to do on this visit, and whether it is done."""

    id: EntityId
    text: str
    done: bool


def objectives(vault: Vault, space: SpaceId) -> tuple[Objective, ...]:
    """The objectives, without those taken out."""
    found = sorted(records(vault, space, Kind.OBJECTIVE), key=lambda r: (r.text("order"), r.id))
    return tuple(Objective(r.id, r.text("text"), r.true("done")) for r in found if r.text("text"))
