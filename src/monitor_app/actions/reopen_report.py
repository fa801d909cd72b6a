"""Reopen a signed report: a new version with a reason; the signed one stays as it is."""

from __future__ import annotations

from monitor_app.actions.visits import visit_of
from monitor_app.actions.write import put_all
from monitor_app.base import Canonical, EntityId, Problem, Randomness, SpaceId
from monitor_app.base.problems import work as problems
from monitor_app.monitoring import REOPENED, Kind, VisitState
from monitor_app.vault import Changes, Vault, Write


def reopen_report(vault: Vault, space: SpaceId, reason: str, randomness: Randomness) -> Changes:
    """Begins the next version. Raises Problem work.reason-needed, work.not-signed, work.not-allowed."""
    if not reason.strip():
        raise Problem(problems.REASON_NEEDED)
    visit = visit_of(vault, space)
    if visit.state is not VisitState.SIGNED:
        raise Problem(problems.NOT_OPEN_FOR_REOPENING)
    value: dict[str, Canonical] = {"version": visit.version, "reason": reason.strip()}
    return put_all(
        vault,
        [
            Write(space, Kind.REOPENING, EntityId(randomness(16)), REOPENED, value),
            Write(space, Kind.VISIT, EntityId(space), "in_review", False),
        ],
    )
