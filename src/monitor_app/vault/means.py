"""What a vault is opened with: the world's time and chance, and the rule of what is searched and counted."""

from __future__ import annotations

from dataclasses import dataclass

from monitor_app.base import Clock, Randomness, to_ms
from monitor_app.crypto import FLOOR_KIB
from monitor_app.vault.schema import DERIVED_VERSION
from monitor_app.vault.values import Describe


@dataclass(frozen=True, slots=True)
class Means:
    """`describe_version` belongs to the rule; `floor_kib` is the least memory a passphrase slot may ask for."""

    clock: Clock
    randomness: Randomness
    describe: Describe
    describe_version: int = 1
    floor_kib: int = FLOOR_KIB

    def now_ms(self) -> int:
        return to_ms(self.clock.now())

    @property
    def derived_version(self) -> str:
        """What the derived tables must have been made with."""
        return f"{DERIVED_VERSION}.{self.describe_version}"
