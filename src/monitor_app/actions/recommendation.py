"""Recommendations: made at a finding, with an addressee and a date."""

from __future__ import annotations

from collections.abc import Mapping

from monitor_app.actions.records import records
from monitor_app.actions.write import put
from monitor_app.base import Canonical, EntityId, Randomness, SpaceId
from monitor_app.monitoring import Kind, between
from monitor_app.vault import Changes, Vault


def add_recommendation(
    vault: Vault,
    space: SpaceId,
    finding: EntityId,
    randomness: Randomness,
    values: Mapping[str, Canonical] | None = None,
) -> EntityId:
    """Adds one at the end of a finding's list; `values` as in change_recommendation."""
    own = [r.text("order") for r in records(vault, space, Kind.RECOMMENDATION) if r.data("finding") == finding]
    entity = EntityId(randomness(16))
    start: dict[str, Canonical] = {"finding": finding, "order": between(max(own, default=""), "")}
    put(vault, space, Kind.RECOMMENDATION, entity, start | dict(values or {}))
    return entity


def change_recommendation(
    vault: Vault, space: SpaceId, recommendation: EntityId, values: Mapping[str, Canonical]
) -> Changes:
    """Changes fields: text.<language>, addressee, due (ISO day), group, order, deleted."""
    return put(vault, space, Kind.RECOMMENDATION, recommendation, values)
