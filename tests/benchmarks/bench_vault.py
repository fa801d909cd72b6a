"""The vault's figures: a save, a rebuild, an unlock, a search, in a vault 150,000 entries and 1,000 visits deep.

The deep vault is made once per process, in a temporary folder that goes with it.
"""

from __future__ import annotations

import functools
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

from tests.benchmarks.row import Row

from monitor_app import crypto
from monitor_app.base import (
    Canonical,
    Clock,
    DeviceId,
    EntityId,
    IncarnationId,
    MemberId,
    SpaceId,
    SystemClock,
    system_randomness,
)
from monitor_app.monitoring import describe
from monitor_app.vault import Identity, NewVault, Vault, Write, create_vault, unlock

VISITS = 1_000
ANSWERS = 150
PASSPHRASE = "six words that nobody would guess"
SAVES = 2_000
_LIGHT = crypto.Argon2Params(memory_kib=64, passes=1, lanes=1)
_WORDS = tuple(
    """clean beds blanket window light heating noise water shower toilet door guard phone lawyer visit family letter
    food meal halal medicine nurse doctor dentist complaint form translated interpreter yard air hours isolation search
    draps propres fenêtre lumière chauffage douche porte téléphone avocat famille repas médecin plainte interprète
    cour""".split()  # noqa: SIM905
)
_VALUES = ("met", "partly_met", "not_met", "not_applicable")


def identity() -> Identity:
    """A laptop and a person."""
    chance = system_randomness
    return Identity(
        member=MemberId(chance(16)),
        device=DeviceId(chance(16)),
        incarnation=IncarnationId(chance(16)),
        programme=SpaceId(chance(16)),
        journal_private=crypto.new_signing_key(chance).private,
        kem_private=crypto.new_kem_key(chance).private,
        recovery_public=crypto.new_kem_key(chance).public,
    )


def opened(folder: Path, clock: Clock | None = None) -> Vault:
    return unlock(folder, PASSPHRASE, clock or SystemClock(), system_randomness, describe, floor_kib=64)


@functools.cache
def deep() -> tuple[tempfile.TemporaryDirectory[str], Path]:
    """A vault with 1,000 visits of 150 answers, every third with a note that is searched. Closed."""
    holder = tempfile.TemporaryDirectory()
    folder = Path(holder.name) / "vault"
    own = identity()
    new = NewVault(PASSPHRASE, crypto.new_code(system_randomness), own.recovery_public, "bench", own)
    vault = create_vault(folder, new, SystemClock(), system_randomness, _LIGHT, describe, floor_kib=64)
    chance = random.Random(7)
    for _ in range(VISITS):
        space = vault.new_space("visit")
        response = EntityId(system_randomness(16))
        vault.append([_write(space, response, number, chance) for number in range(ANSWERS)])
    vault.verify_all()
    vault.close()
    return holder, folder


def _write(space: SpaceId, response: EntityId, number: int, chance: random.Random) -> Write:
    path = f"/data/section{number // 10}/question{number}"
    if number % 3 == 0:
        return Write(space, "answer", response, f"{path}#note", note(chance))
    return Write(space, "answer", response, f"{path}#value", chance.choice(_VALUES))


def note(chance: random.Random) -> str:
    return " ".join(chance.choices(_WORDS, k=chance.randint(6, 24)))


def timed(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def p99(seconds: list[float]) -> float:
    return statistics.quantiles(seconds, n=100)[98]


def saves() -> Row:
    """One answer in the running visit, the latest one, against the bare INSERT of the same answer: one row into a table
    of 150,000 answers in the same database, committed. Turn by turn, so that both meet the same disk; the middle one of
    three rounds, after some saves to warm up."""
    _, folder = deep()
    vault = opened(folder)
    connection = vault._parts.store.connection
    connection.execute("CREATE TABLE bare (visit BLOB, question TEXT, value BLOB, PRIMARY KEY (visit, question))")
    chance = random.Random(11)
    _fill_bare(connection, chance)
    _round(vault, chance, 200)
    rounds = sorted((_round(vault, chance, SAVES) for _ in range(3)), key=lambda pair: pair[0] / pair[1])
    connection.execute("DROP TABLE bare")
    vault.close()
    answer, bare = rounds[1]
    ratio = answer / bare
    return Row("one answer saved, p99", answer * 1e3, "ms", bare * 1e3, ratio, "<= 3x a bare INSERT", ratio <= 3)


def _fill_bare(connection: Any, chance: random.Random) -> None:
    """The table of the baseline: as many answers as the vault holds, and as long."""
    connection.execute("BEGIN")
    for _ in range(VISITS):
        visit = system_randomness(16)
        rows = [(visit, f"/data/q{number}", note(chance)) for number in range(ANSWERS)]
        connection.executemany("INSERT INTO bare VALUES (?, ?, ?)", rows)
    connection.execute("COMMIT")


def _round(vault: Vault, chance: random.Random, count: int) -> tuple[float, float]:
    """The p99 of saves and of bare inserts, in seconds."""
    space, response = vault.spaces("visit")[-1].id, EntityId(system_randomness(16))
    connection = vault._parts.store.connection
    answers: list[float] = []
    bare: list[float] = []
    for number in range(count):
        part = "note" if number % 3 == 0 else "value"
        value: Canonical = note(chance) if part == "note" else chance.choice(_VALUES)
        writes = [Write(space, "answer", response, f"/data/q{number % 400}#{part}", value)]
        row = (response, f"/data/q{number}#{part}", value)
        answers.append(timed(partial(vault.append, writes)))
        bare.append(timed(partial(connection.execute, "INSERT INTO bare VALUES (?, ?, ?)", row)))
    return p99(answers), p99(bare)


def rebuild() -> Row:
    """All derived tables made anew."""
    _, folder = deep()
    vault = opened(folder)
    begun = time.perf_counter()
    entries = vault.rebuild()
    rate = entries / (time.perf_counter() - begun)
    vault.close()
    return Row("rebuild of derived tables", rate, "entries/s", None, None, ">= 20,000 entries/s", rate >= 20_000)


def unlocking() -> Row:
    """Everything of an unlock but the stretching of the passphrase (which is light here, and subtracted)."""
    _, folder = deep()
    taken = []
    for _ in range(5):
        begun = time.perf_counter()
        vault = opened(folder)
        taken.append(time.perf_counter() - begun)
        vault.close()
    stretch = min(timed(lambda: crypto.stretch(PASSPHRASE, bytes(16), _LIGHT)) for _ in range(5))
    figure = (statistics.median(taken) - stretch) * 1e3
    return Row("unlock without key derivation", figure, "ms", None, None, "<= 150 ms", figure <= 150)


def searching() -> Row:
    """What people type, letter by letter and word by word."""
    _, folder = deep()
    vault = opened(folder)
    asked = [word[:length] for word in _WORDS for length in range(1, len(word) + 1)]
    asked += [f"{a} {b[:2]}" for a, b in pairwise(_WORDS)]
    seconds = sorted(timed(partial(vault.search, text)) for text in asked)
    vault.close()
    figure = seconds[int(len(seconds) * 0.95)] * 1e3
    return Row("full-text search, p95", figure, "ms", None, None, "<= 50 ms", figure <= 50)


def checking() -> Row:
    """The whole journal verified, as before a signature."""
    _, folder = deep()
    vault = opened(folder)
    figure = timed(vault.verify_all)
    vault.close()
    rate = VISITS * ANSWERS / figure
    return Row("whole journal verified", rate, "entries/s", None, None, ">= 20,000 entries/s", rate >= 20_000)


def locking() -> Row:
    """The vault locked after an hour's work: drafts turned into entries, the log folded in, the files closed."""
    _, folder = deep()
    vault = opened(folder)
    chance = random.Random(13)
    space, response = vault.spaces("visit")[-1].id, EntityId(system_randomness(16))
    for number in range(120):
        vault.append([_write(space, response, number, chance)])
    vault.save_draft(Write(space, "answer", response, "/data/q#note", note(chance)))
    figure = timed(vault.lock) * 1e3
    return Row("lock", figure, "ms", None, None, "<= 200 ms", figure <= 200)


BENCHES: list[Callable[[], Row]] = [saves, rebuild, unlocking, locking, searching, checking]


if __name__ == "__main__":
    for bench in BENCHES:
        print(bench())
