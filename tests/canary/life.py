"""Plays the flow in a process of its own, with a home of its own, and gathers everything it left."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_OPENED = re.compile(r'^\d+\s+(?:openat|open|creat|mkdir|mkdirat)\((?:[^,"]+, )?"((?:[^"\\]|\\.)*)"(.*)$')
_WRITES = ("O_WRONLY", "O_RDWR", "O_CREAT", "O_TMPFILE")


@dataclass(frozen=True, slots=True)
class Left:
    """What is left of a life. `secrets` the program made itself; `written`: the words the vaults themselves hold;
    `opened`: every path opened to be written, empty where the system cannot tell."""

    room: Path
    home: Path
    said: bytes
    code: int
    secrets: tuple[str, ...]
    written: frozenset[str]
    opened: frozenset[Path]

    def places(self) -> Iterator[tuple[str, bytes]]:
        """Every file with its content, and every name, but for what the person took outside."""
        for place in (self.room, self.home):
            for path in sorted(place.rglob("*")):
                if (self.room / "outside") in (path, *path.parents):
                    continue
                yield f"name of {path}", str(path.relative_to(place)).encode()
                if path.is_file():
                    yield str(path), path.read_bytes()
        yield "what was said", self.said


def live(folder: Path, seed: int) -> Left:
    """One life in `folder`. What it did is read off its system calls where strace is there."""
    home, room = folder / "home", folder / "room"
    places = {name: home / name for name in ("tmp", "run", "cache", "config", "data", "state")}
    for place in places.values():
        place.mkdir(parents=True)
    reading, writing = os.pipe()
    calls = folder / "calls"
    watch = [str(shutil.which("strace")), *_STRACE, "-o", str(calls)] if shutil.which("strace") else []
    done = subprocess.run(
        [*watch, sys.executable, "-B", "-m", "tests.canary.flow", str(seed), str(room), str(writing)],
        cwd=places["run"],
        env=_environment(home, places),
        pass_fds=(writing,),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=280,
        check=False,
    )
    os.close(writing)
    with os.fdopen(reading) as stream:
        told = json.loads(stream.read() or "{}")
    opened = frozenset(_opened(calls, places["run"])) if watch else frozenset()
    written = frozenset(told.get("written", ()))
    return Left(room, home, done.stdout, done.returncode, tuple(told.get("secrets", ())), written, opened)


_STRACE = ["-f", "-qq", "-s", "4096", "-e", "trace=open,openat,creat,mkdir,mkdirat,memfd_create"]


def _environment(home: Path, places: Mapping[str, Path]) -> dict[str, str]:
    return {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": os.pathsep.join([str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]),
        "LANG": "C.UTF-8",
        "HOME": str(home),
        "TMPDIR": str(places["tmp"]),
        "XDG_CACHE_HOME": str(places["cache"]),
        "XDG_CONFIG_HOME": str(places["config"]),
        "XDG_DATA_HOME": str(places["data"]),
        "XDG_STATE_HOME": str(places["state"]),
        "XDG_RUNTIME_DIR": str(places["run"]),
        "QT_QPA_PLATFORM": "offscreen",
        "TZ": "Pacific/Chatham",
    }


def _opened(calls: Path, cwd: Path) -> Iterator[Path]:
    for line in calls.read_text(errors="replace").splitlines():
        found = _OPENED.match(line)
        if found is None:
            if "memfd_create(" in line:
                yield Path("memory")
            continue
        path, rest = found.groups()
        if " = -1 " not in rest and ("mkdir" in line.split("(")[0] or any(flag in rest for flag in _WRITES)):
            yield cwd / path
