"""Figures of the standards room: the library opened, and a search while somebody types.

The opening is measured against reading the same file as JSON; the slowest search against one look at every provision.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from functools import partial

from tests.benchmarks.row import Row

from monitor_app.base import installed_resources
from monitor_app.standards import load_library

ROUNDS = 9
GOAL_MS = 30
TYPED = ("s", "sa", "san", "sante", "sante mentale", "fouille a nu", "57", "mandela 30")


def library_opened() -> Row:
    """The library with all its instruments and provisions, against its JSON alone."""
    resources = installed_resources()
    figure = _least_ms(lambda: load_library(resources))
    baseline = _least_ms(lambda: json.loads(resources.text("standards", "library.json")))
    return Row(
        "open the standards library (its JSON)", figure, "ms", baseline, figure / baseline, _goal(), _met(figure)
    )


def search_typed() -> Row:
    """The slowest of what a person types, key after key, against one substring looked for in every provision."""
    library = load_library(installed_resources())
    library.search("warm", "fr")
    every = [library.cite(key, "fr").casefold() for key in library.provisions]
    figure = max(_least_ms(partial(library.search, text, "fr")) for text in TYPED)
    baseline = _least_ms(lambda: [text for text in every if "mandela 30" in text])
    name = f"slowest search of {len(every)} provisions (one substring)"
    return Row(name, figure, "ms", baseline, figure / baseline, _goal(), _met(figure))


def _goal() -> str:
    return f"<= {GOAL_MS} ms"


def _met(figure: float) -> bool:
    return figure <= GOAL_MS


def _least_ms(work: Callable[[], object]) -> float:
    taken = []
    for _ in range(ROUNDS):
        begin = time.process_time()
        work()
        taken.append(time.process_time() - begin)
    return min(taken) * 1000


BENCHES: list[Callable[[], Row]] = [library_opened, search_typed]
