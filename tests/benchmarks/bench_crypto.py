"""Figures of the crypto room: the strength meter on what is hardest to measure, against a suggested phrase."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial

from tests.benchmarks.row import Row

from monitor_app.base import system_randomness
from monitor_app.crypto import strength, suggest_phrase

ROUNDS = 5
GOAL_MS = 1_500
HARDEST = ("4@8({[<369!1|70$5+%2" * 50, "".join(map(chr, range(33, 127))) * 3, "ab" * 500)


def strength_measured() -> Row:
    """The slowest of three long texts full of signs that may stand for letters; each key asks for it anew."""
    phrase = suggest_phrase("en", system_randomness)
    figure = max(_least_ms(partial(strength, text)) for text in HARDEST)
    baseline = _least_ms(lambda: strength(phrase))
    name = "strength of the hardest long text (a suggested phrase)"
    return Row(name, figure, "ms", baseline, figure / baseline, f"<= {GOAL_MS:,} ms", figure <= GOAL_MS)


def _least_ms(work: Callable[[], object]) -> float:
    taken = []
    for _ in range(ROUNDS):
        begin = time.process_time()
        work()
        taken.append(time.process_time() - begin)
    return min(taken) * 1000


BENCHES: list[Callable[[], Row]] = [strength_measured]
