"""kill -9, inside a write as well as between: a forked writer is killed at a moment of chance, and the vault is opened
again. Nothing that was acknowledged may be missing.

    python -m tests.crash.kills RUNS [SEED]
"""

from __future__ import annotations

import os
import random
import select
import signal
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from tests.crash.the_vault import make, open_it, values
from tests.crash.writer import write

_LONGEST_S = 0.05
_PAUSE_S = 0.006
_PATIENCE_S = 20


@dataclass(slots=True)
class Tally:
    """What was really run."""

    runs: int = 0
    inside: int = 0
    acknowledged: int = 0
    lost: int = 0
    faults: int = 0


def play(folder: Path, runs: int, seed: int) -> Tally:
    """Kills a writer `runs` times on one vault."""
    chance, tally = random.Random(seed), Tally()
    make(folder)
    for run in range(runs):
        said = _kill_one(folder, seed + run, chance.random() * _LONGEST_S)
        acked: dict[int, int] = {}
        begun = None
        for line in said:
            kind, _, rest = line.partition(" ")
            field, value = (int(part) for part in rest.split())
            if kind == "ack":
                acked[field] = value
                tally.acknowledged += 1
                begun = None
            else:
                begun = (field, value)
        tally.runs += 1
        tally.inside += begun is not None
        _compare(folder, acked, tally)
    return tally


def _compare(folder: Path, acked: dict[int, int], tally: Tally) -> None:
    vault = open_it(folder)
    try:
        found = values(vault)
        tally.lost += sum(1 for field, value in acked.items() if found.get(field, 0) < value)
        vault.verify_all()
        tally.faults += len(vault.faults)
    finally:
        vault.close()


def _kill_one(folder: Path, seed: int, after_s: float) -> list[str]:
    """What the writer said before it was killed `after_s` after its first acknowledged save."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        os.dup2(writing, 1)
        try:
            write(open_it(folder), 1_000_000, seed, _PAUSE_S)
        finally:
            os._exit(1)
    os.close(writing)
    said = b""
    try:
        end = time.monotonic() + _PATIENCE_S
        while b"ack" not in said and time.monotonic() < end:
            if select.select([reading], [], [], 0.5)[0]:
                said += os.read(reading, 65536)
        time.sleep(after_s)
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    while chunk := os.read(reading, 65536):
        said += chunk
    os.close(reading)
    if b"ack" not in said:
        raise RuntimeError("the writer never wrote")
    return said.decode().rpartition("\n")[0].splitlines()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        done = play(Path(place) / "vault", int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    print(
        f"{done.runs} kills, {done.inside} inside a write; {done.acknowledged} acknowledged saves, "
        f"{done.lost} lost, {done.faults} faults in the journal"
    )
    sys.exit(1 if done.lost or done.faults else 0)
