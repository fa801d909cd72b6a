"""Saves on a disk that fills up: what was said saved, and how the end was told. Runs in a process of its own.

    python -m tests.bad_input.full_disk FOLDER FILLER

FOLDER holds a vault on a small disk. FILLER is a file on the same disk that takes all the space there is left.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from tests.bad_input.given import PASSPHRASE, world

from monitor_app.actions.keep_safe import back_up
from monitor_app.actions.open_programme import open_programme
from monitor_app.actions.quick_note import add_quick_note, quick_notes
from monitor_app.actions.visits import visits
from monitor_app.base import Problem, system_randomness


def fill(filler: Path) -> None:
    """Leaves no space, down to the last page."""
    with filler.open("wb", buffering=0) as stream:
        for size in (1 << 16, 1 << 12, 1 << 9, 1):
            try:
                while True:
                    stream.write(os.urandom(size))
            except OSError:
                continue


def main() -> None:
    folder, filler = Path(sys.argv[1]), Path(sys.argv[2])
    vault = open_programme(folder, PASSPHRASE, world())
    space = visits(vault)[0].visit.space
    fill(filler)
    saved, ended, used_reserve = [], "", False
    for number in range(3_000):
        text = f"note {number} " + "word " * 800
        try:
            add_quick_note(vault, space, text, system_randomness)
        except Problem as problem:
            ended = problem.kind.code
            break
        saved.append(text)
        used_reserve = used_reserve or vault.out_of_space
    try:
        add_quick_note(vault, space, "a short one may still fit", system_randomness)
        saved.append("a short one may still fit")
    except Problem as problem:
        assert problem.kind.code == ended
    copied = ""
    try:
        back_up(vault, filler.parent)
    except Problem as problem:
        copied = problem.kind.code
    still = {note.text for note in quick_notes(vault, space)}
    kept_while_full = all(text in still for text in saved)
    filler.unlink()
    took_back = vault.restore_reserve()
    add_quick_note(vault, space, "saved once there is space", system_randomness)
    vault.lock()
    vault = open_programme(folder, PASSPHRASE, world())
    vault.verify_all()
    there = {note.text for note in quick_notes(vault, space)}
    vault.lock()
    print(
        json.dumps(
            {
                "saved": len(saved),
                "ended": ended,
                "copied": copied,
                "used_reserve": used_reserve,
                "kept_while_full": kept_while_full,
                "took_back": took_back,
                "lost": sum(text not in there for text in saved),
                "goes_on": "saved once there is space" in there,
                "more": len([text for text in there if text.startswith(("note ", "a short"))]) - len(saved),
                "files": sorted(path.name for path in folder.iterdir()),
            }
        )
    )


if __name__ == "__main__":
    main()
