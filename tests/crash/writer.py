"""Writes answers into a vault and says each one after its commit: `ack FIELD VALUE` on standard output.

    python -m tests.crash.writer FOLDER COUNT [PLANTED]

PLANTED breaks the recipe on purpose: normal (WAL, synchronous NORMAL), delete (rollback journal that is
deleted), off (no flush).
"""

from __future__ import annotations

import os
import random
import sys
import time
from pathlib import Path

from tests.crash.the_vault import FIELDS, LIGHT, PASSPHRASE, answer, open_it, values

from monitor_app.vault import Vault

PLANTED = {
    "normal": ["PRAGMA synchronous=NORMAL"],
    "delete": ["PRAGMA journal_mode=DELETE", "PRAGMA locking_mode=NORMAL", "SELECT count(*) FROM chains"],
    "off": ["PRAGMA synchronous=OFF"],
}


def say(line: str) -> None:
    """One system call, so that the record shows it whole."""
    os.write(1, f"{line}\n".encode())


def write(vault: Vault, count: int, seed: int, pause_s: float = 0.0) -> None:
    """Answers, drafts, rewritten slots, as the seed decides. Values only grow; `pause_s` at most between two."""
    chance = random.Random(seed)
    numbers = dict.fromkeys(range(FIELDS), 0) | values(vault)
    for _ in range(count):
        if chance.random() < 0.08:
            vault.change_passphrase(PASSPHRASE, PASSPHRASE, LIGHT)
        field = chance.randrange(FIELDS)
        numbers[field] += 1
        say(f"begin {field} {numbers[field]}")
        if chance.random() < 0.3:
            vault.save_draft(answer(field, numbers[field]))
        else:
            vault.append([answer(field, numbers[field])])
        say(f"ack {field} {numbers[field]}")
        if pause_s:
            time.sleep(chance.random() * pause_s)


if __name__ == "__main__":
    opened = open_it(Path(sys.argv[1]))
    for pragma in PLANTED[sys.argv[3]] if len(sys.argv) > 3 else []:
        opened._parts.store.connection.execute(pragma).fetchall()
    say("ready")
    write(opened, int(sys.argv[2]), seed=len(sys.argv))
