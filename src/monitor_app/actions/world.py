"""The world a vault is opened in: time, chance, and what a passphrase costs. Wired by the roof; light in tests."""

from __future__ import annotations

import time
from dataclasses import dataclass

from monitor_app import crypto
from monitor_app.base import Clock, Randomness

LEAST_KIB = 64 * 1024
"""The floor of the crypto room, known without loading it (a test compares the two)."""


@dataclass(frozen=True, slots=True)
class World:
    """`argon` is what new passphrase slots ask for (None: measured on this laptop when one is made), `floor_kib` the
    least an existing slot may ask for."""

    clock: Clock
    randomness: Randomness
    argon: crypto.Argon2Params | None = None
    floor_kib: int = LEAST_KIB

    def slot_cost(self) -> crypto.Argon2Params:
        """What a new passphrase slot asks for: 0.7 to 1.5 s of this laptop where nothing else was given."""
        return self.argon or crypto.calibrate(crypto.measure_with(time.perf_counter))
