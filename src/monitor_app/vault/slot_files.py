"""The slot file on the disk, twice: each write replaces one copy after the other, so that one is always whole."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from monitor_app.base import Problem
from monitor_app.base.problems import crypto as crypto_problems
from monitor_app.base.problems import vault as problems
from monitor_app.crypto import SlotFile
from monitor_app.vault.disk import is_out_of_space, write_durably

NAME = "vault.slots"
SECOND = "vault.slots.2"


@dataclass(frozen=True, slots=True)
class SlotsRead:
    """The newest whole slot file. `fell_back`: the other copy is missing or damaged; `differ`: it is not this one."""

    file: SlotFile
    fell_back: bool
    differ: bool


def read_slots(folder: Path, floor_kib: int) -> SlotsRead:
    """Raises Problem slots-missing where no copy is whole, crypto.slots-newer."""
    copies = [copy for copy in (_read(folder / name, floor_kib) for name in (NAME, SECOND)) if copy is not None]
    if not copies:
        raise Problem(problems.SLOTS_MISSING)
    newest = max(copies, key=lambda copy: copy.generation)
    return SlotsRead(newest, len(copies) < 2, len(copies) < 2 or copies[0] != copies[1])


def write_slots(folder: Path, file: SlotFile) -> None:
    """Both copies, one after the other: an earlier passphrase opens neither. Raises Problem disk-full, disk-fails."""
    data = file.to_bytes()
    try:
        write_durably(folder / NAME, data)
        write_durably(folder / SECOND, data)
    except OSError as error:
        raise Problem(problems.DISK_FULL if is_out_of_space(error) else problems.DISK_FAILS) from None


def _read(path: Path, floor_kib: int) -> SlotFile | None:
    try:
        return SlotFile.parse(path.read_bytes(), floor_kib)
    except OSError:
        return None
    except Problem as problem:
        if problem.kind is crypto_problems.SLOTS_NEWER:
            raise
        return None
