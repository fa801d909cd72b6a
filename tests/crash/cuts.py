"""Power cuts: the recorded writes and flushes of a vault at work, replayed up to every kind of cut.

What was flushed before the cut is there. Of what was not, any part may be: left out, torn inside a sector's bounds, in
another order; of the folder's names, any beginning of what was not flushed. In each state the vault must open, its
journal must be whole, and everything that was acknowledged before the cut must be there.

    python -m tests.crash.cuts STATES [SEED] [PLANTED]
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.crash.recorded import (
    CALLS,
    Cut,
    Deed,
    Flushed,
    FolderFlushed,
    Made,
    Removed,
    Renamed,
    Said,
    Wrote,
    deeds,
)
from tests.crash.the_vault import make, open_it, values

from monitor_app.base import Problem

SECTOR = 512
WRITES = 60
_SHARED = "-shm"
ROOT = Path(__file__).resolve().parents[2]


@dataclass(slots=True)
class Disk:
    """What is on the disk for sure, and what is on its way. Files are numbered; `names` are those flushed, `now` those
    the program sees."""

    files: dict[int, bytearray]
    names: dict[str, int]
    pending: dict[int, list[Wrote | Cut]] = field(default_factory=dict)
    waiting_names: list[tuple[Made | Renamed | Removed, int]] = field(default_factory=list)
    now: dict[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class Tally:
    """What was really run."""

    states: int = 0
    lost: int = 0
    refused: int = 0
    examples: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Recording:
    """A vault before, and everything that was done to it."""

    before: dict[str, bytes]
    deeds: tuple[Deed, ...]


def record(planted: str = "") -> Recording:
    """Makes a vault, lets a writer work in it under strace, reads the record. Raises RuntimeError where that fails."""
    with tempfile.TemporaryDirectory() as place:
        folder, trace = Path(place).resolve() / "vault", Path(place) / "trace"
        make(folder)
        before = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
        command = ["strace", "-f", "-xx", "-s", "10000000", "-e", f"trace={CALLS}", "-o", str(trace)]
        command += [
            sys.executable,
            "-m",
            "tests.crash.writer",
            str(folder),
            str(WRITES),
            *([planted] if planted else []),
        ]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        if done.returncode or not trace.exists():
            raise RuntimeError(f"the writer could not be recorded: {done.stderr[-500:]}")
        return Recording(before, tuple(deeds(trace, folder, set(before))))


def play(recording: Recording, states: int, seed: int) -> Tally:
    """Cuts the power `states` times, at moments and in ways the seed decides."""
    chance, tally = random.Random(seed), Tally()
    first = next(place for place, deed in enumerate(recording.deeds) if deed == Said("ready"))
    with tempfile.TemporaryDirectory(dir="/dev/shm" if os.path.isdir("/dev/shm") else None) as place:  # noqa: PTH112
        for _ in range(states):
            cut = chance.randrange(first, len(recording.deeds) + 1)
            folder = Path(place) / "vault"
            acked = _lay_out(recording, cut, chance, folder)
            _judge(folder, acked, cut, tally)
            shutil.rmtree(folder)
    return tally


def _judge(folder: Path, acked: dict[int, int], cut: int, tally: Tally) -> None:
    tally.states += 1
    try:
        vault = open_it(folder)
    except Problem as problem:
        tally.refused += 1
        tally.examples.append(f"cut {cut}: does not open: {problem}")
        return
    try:
        found = values(vault)
        missing = [place for place, value in acked.items() if found.get(place, 0) < value]
        try:
            vault.verify_all()
        except Problem as problem:
            missing.append(-1)
            tally.examples.append(f"cut {cut}: {problem}")
        if missing:
            tally.lost += 1
            tally.examples.append(f"cut {cut}: lost {missing}")
    finally:
        vault.close()


def _lay_out(recording: Recording, cut: int, chance: random.Random, folder: Path) -> dict[int, int]:
    """Writes one state of the disk after the cut; returns what had been acknowledged: field -> value."""
    files = {number: bytearray(data) for number, data in enumerate(recording.before.values())}
    names = {name: number for number, name in enumerate(recording.before)}
    disk = Disk(files, dict(names), now=dict(names))
    acked: dict[int, int] = {}
    for deed in recording.deeds[:cut]:
        _follow(disk, deed, acked)
    names = dict(disk.names)
    for deed, number in disk.waiting_names[: chance.randint(0, len(disk.waiting_names))]:
        _rename(names, deed, number)
    folder.mkdir()
    for name, number in names.items():
        if not name.endswith(_SHARED):
            (folder / name).write_bytes(_survived(disk, number, chance))
    return acked


def _follow(disk: Disk, deed: Deed, acked: dict[int, int]) -> None:
    if isinstance(deed, Said):
        kind, _, rest = deed.line.partition(" ")
        if kind == "ack":
            place, value = (int(part) for part in rest.split())
            acked[place] = value
    elif isinstance(deed, Made):
        number = len(disk.files)
        disk.files[number] = bytearray()
        disk.now[deed.name] = number
        disk.waiting_names.append((deed, number))
    elif isinstance(deed, Wrote | Cut):
        disk.pending.setdefault(disk.now[deed.name], []).append(deed)
    elif isinstance(deed, Flushed):
        number = disk.now[deed.name]
        for change in disk.pending.pop(number, []):
            _apply(disk.files[number], change)
    elif isinstance(deed, FolderFlushed):
        disk.names = dict(disk.now)
        disk.waiting_names.clear()
    else:
        _rename(disk.now, deed, 0)
        disk.waiting_names.append((deed, 0))


def _rename(names: dict[str, int], deed: Made | Renamed | Removed, made: int) -> None:
    """`made`: the number of the file that was created, where one was."""
    if isinstance(deed, Made):
        names[deed.name] = made
    elif isinstance(deed, Renamed) and deed.name in names:
        names[deed.to] = names.pop(deed.name)
    elif isinstance(deed, Removed):
        names.pop(deed.name, None)


def _survived(disk: Disk, number: int, chance: random.Random) -> bytes:
    """The file as it may be found: its flushed bytes, and of the others whatever chance lets through."""
    found = bytearray(disk.files[number])
    waiting = list(disk.pending.get(number, []))
    way = chance.choice(("none", "all", "some", "torn", "torn"))
    if way == "none":
        return bytes(found)
    if way != "all":
        chance.shuffle(waiting)
        waiting = [change for change in waiting if chance.random() < 0.5]
    for change in waiting:
        if way == "torn" and isinstance(change, Wrote):
            _apply_torn(found, change, chance)
        else:
            _apply(found, change)
    return bytes(found)


def _apply(data: bytearray, change: Wrote | Cut) -> None:
    if isinstance(change, Cut):
        del data[change.length :]
        data.extend(bytes(max(0, change.length - len(data))))
        return
    end = change.offset + len(change.data)
    data.extend(bytes(max(0, end - len(data))))
    data[change.offset : end] = change.data


def _apply_torn(data: bytearray, change: Wrote, chance: random.Random) -> None:
    """Sector by sector, each with even chance."""
    for start in range(0, len(change.data), SECTOR):
        if chance.random() < 0.5:
            _apply(data, Wrote(change.name, change.offset + start, change.data[start : start + SECTOR]))


def main(arguments: Sequence[str]) -> int:
    """Prints what was run and what was found."""
    states, seed = int(arguments[0]), int(arguments[1]) if len(arguments) > 1 else 1
    done = play(record(arguments[2] if len(arguments) > 2 else ""), states, seed)
    print(f"{done.states} states after a power cut: {done.lost} lost something, {done.refused} did not open")
    for example in done.examples[:5]:
        print(f"  {example}")
    return 1 if done.lost or done.refused else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
