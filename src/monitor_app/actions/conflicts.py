"""Fields with two different values that a person has to decide between."""

from __future__ import annotations

from monitor_app.base import SpaceId
from monitor_app.monitoring import AnswerField, Kind
from monitor_app.vault import Touched, Vault

_DECIDED = frozenset({Kind.VISIT, Kind.ANSWER, Kind.FINDING, Kind.EVIDENCE, Kind.RECOMMENDATION, Kind.PASSAGE})
_PARTS = ("value", "note")


def conflicts(vault: Vault, space: SpaceId | None = None) -> list[Touched]:
    """What somebody has to decide, in one space or (None) in all. The rest settles itself: a source ticked by one of
    two people is ticked, a row kept by one of two is kept, a note written twice shows both texts, and what an app of
    another kind wrote is not ours to decide."""
    return [place for place in vault.conflicts(space) if place.entity_kind in _DECIDED and _is_decided(place)]


def _is_decided(place: Touched) -> bool:
    if place.entity_kind != Kind.ANSWER:
        return True
    part = AnswerField.parse(place.field)
    return part is not None and part.part in _PARTS
