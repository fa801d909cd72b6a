"""What the crypto tests are given: randomness that can be replayed, and Argon2id light enough for a test."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime

from monitor_app.base import Randomness
from monitor_app.crypto import Argon2Params

LIGHT = Argon2Params(memory_kib=64, passes=1, lanes=1)
LIGHT_FLOOR_KIB = 64
FOUNDING_DAY = datetime(2026, 3, 14, 9, 26, 53, tzinfo=UTC)


def replayed(seed: str) -> Randomness:
    """The same bytes for the same seed and the same questions, never twice the same within a run."""
    asked = 0

    def give(count: int) -> bytes:
        nonlocal asked
        asked += 1
        return hashlib.shake_256(f"{seed} {asked}".encode()).digest(count)

    return give
