"""The world a vault is opened in: time, chance, and what a passphrase costs. Wired by the roof; light in tests."""

from __future__ import annotations

from dataclasses import dataclass

from monitor_app import crypto
from monitor_app.base import Clock, Randomness


@dataclass(frozen=True, slots=True)
class World:
    """`argon` is what new passphrase slots ask for, `floor_kib` the least an existing slot may ask for."""

    clock: Clock
    randomness: Randomness
    argon: crypto.Argon2Params
    floor_kib: int = crypto.FLOOR_KIB
