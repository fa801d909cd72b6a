"""Turns a passphrase into a key, slowly on purpose: Argon2id, measured on the laptop that uses it.

Source: RFC 9106. Default 256 MiB, 3 passes, 4 lanes; never below 64 MiB.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from monitor_app.base import Problem
from monitor_app.base.problems import crypto as problems

FLOOR_KIB = 64 * 1024
CEILING_KIB = 4 * 1024 * 1024
MOST_PASSES = 64
MOST_LANES = 16
SALT_BYTES = 16
STRETCHED_BYTES = 32
QUICKEST_S = 0.7
SLOWEST_S = 1.5
_AIM_S = 0.8


@dataclass(frozen=True, slots=True)
class Argon2Params:
    """How hard a guess is made: memory in KiB, passes over it, lanes side by side."""

    memory_kib: int = 256 * 1024
    passes: int = 3
    lanes: int = 4

    def bearable(self, floor_kib: int) -> bool:
        """Within what this app asks of a laptop: no weaker than the floor, no more than a laptop can give."""
        return (
            max(floor_kib, 8 * self.lanes) <= self.memory_kib <= CEILING_KIB
            and 1 <= self.passes <= MOST_PASSES
            and 1 <= self.lanes <= MOST_LANES
        )


def stretch(passphrase: str, salt: bytes, params: Argon2Params) -> bytes:
    """32 bytes from a passphrase (NFKC, UTF-8) and its 16-byte salt. Raises Problem too-little-memory."""
    typed = unicodedata.normalize("NFKC", passphrase).encode("utf-8", "surrogatepass")
    work = Argon2id(
        salt=salt, length=STRETCHED_BYTES, iterations=params.passes, lanes=params.lanes, memory_cost=params.memory_kib
    )
    try:
        return work.derive(typed)
    except MemoryError:
        raise Problem(problems.TOO_LITTLE_MEMORY, mib=params.memory_kib // 1024) from None


Measure = Callable[[Argon2Params], float]
"""Seconds one stretch takes with these params; infinite where the laptop has too little memory."""


def measure_with(seconds_now: Callable[[], float]) -> Measure:
    """A measure that stretches once for each question. `seconds_now` is a clock that only runs forward."""

    def measure(params: Argon2Params) -> float:
        begun = seconds_now()
        try:
            stretch("how long does a guess take", bytes(SALT_BYTES), params)
        except Problem:
            return math.inf
        return seconds_now() - begun

    return measure


def calibrate(measure: Measure) -> Argon2Params:
    """Params that take 0.7 to 1.5 s here. More passes on a fast laptop; on a slow one less memory, down to 64 MiB.

    At the floor three passes stay (RFC 9106's second recommended option), however long they take.
    """
    params = Argon2Params()
    taken = measure(params)
    while taken > SLOWEST_S and params.memory_kib > FLOOR_KIB:
        params = replace(params, memory_kib=params.memory_kib // 2)
        taken = measure(params)
    while taken < QUICKEST_S and params.passes < MOST_PASSES:
        passes = math.ceil(params.passes * _AIM_S / max(taken, 0.001))
        params = replace(params, passes=min(passes, MOST_PASSES))
        taken = measure(params)
    return params
