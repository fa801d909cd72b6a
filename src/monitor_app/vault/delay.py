"""How long a wrong passphrase makes one wait. Nothing is ever deleted, however many tries."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import datetime, timedelta

LONGEST_S = 60


@dataclass(frozen=True, slots=True)
class UnlockDelay:
    """Wrong tries so far, and when the last one was. A value: each failure gives the next one."""

    failures: int = 0
    last: datetime | None = None

    @property
    def wait_s(self) -> int:
        """1, 2, 4 ... up to 60 seconds after each wrong try."""
        return min(LONGEST_S, 2 ** min(self.failures - 1, 6)) if self.failures else 0

    def seconds_left(self, now: datetime) -> int:
        """Whole seconds until the next try. A clock set back does not make it longer than the wait itself."""
        if self.last is None:
            return 0
        left = (self.last + timedelta(seconds=self.wait_s) - now).total_seconds()
        return max(0, min(self.wait_s, math.ceil(left)))

    def after_failure(self, now: datetime) -> UnlockDelay:
        """One more wrong try, now."""
        return UnlockDelay(self.failures + 1, now)
