"""Accept a point before signing, with a reason; take the acceptance back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from monitor_app.actions.records import records
from monitor_app.actions.write import put
from monitor_app.base import EntityId, Problem, SpaceId
from monitor_app.base.problems import work as problems
from monitor_app.monitoring import Check, Kind
from monitor_app.vault import Changes, Vault


@dataclass(frozen=True, slots=True)
class Acceptance:
    """Why a point was accepted, and when."""

    reason: str
    at: datetime


def acceptances(vault: Vault, space: SpaceId) -> dict[str, Acceptance]:
    """Accepted points: key of the check -> acceptance."""
    return {
        r.id.hex(): Acceptance(r.text("reason"), r.written["reason"].at)
        for r in records(vault, space, Kind.ACCEPTANCE)
        if r.text("reason")
    }


def accept_check(vault: Vault, space: SpaceId, check: Check, reason: str) -> Changes:
    """Accepts a point that warns. Raises Problem work.reason-needed; a stop cannot be accepted: ValueError."""
    if check.stops:
        raise ValueError("a stop is solved, not accepted")
    if not reason.strip():
        raise Problem(problems.REASON_NEEDED)
    values = {"key": check.key, "code": check.code.value, "what": check.what, "reason": reason.strip()}
    return put(vault, space, Kind.ACCEPTANCE, EntityId(bytes.fromhex(check.key)), values, decides=True)


def withdraw_acceptance(vault: Vault, space: SpaceId, check: Check) -> Changes:
    """The point counts as open again."""
    return put(vault, space, Kind.ACCEPTANCE, EntityId(bytes.fromhex(check.key)), {"reason": ""}, decides=True)
