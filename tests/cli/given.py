"""The command as a person starts it: a process of its own, or (much quicker) the same door inside this one."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import click
from click.testing import CliRunner

from monitor_app.base import Language, SystemClock, installed_resources, system_randomness
from monitor_app.cli import Surroundings, run

ROOT = Path(__file__).resolve().parents[2]
RESOURCES = installed_resources()


@dataclass(frozen=True, slots=True)
class Said:
    """How a command ended and everything it said, on both streams."""

    code: int
    text: str


def called(*arguments: str | Path, home: Path) -> Said:
    """The command in a process of its own, without a display."""
    environment = os.environ | {
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / "config"),
        "QT_QPA_PLATFORM": "offscreen",
        "LC_ALL": "C.UTF-8",
    }
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        environment.pop(name, None)
    done = subprocess.run(
        [sys.executable, "-m", "monitor_app", *map(str, arguments)],
        cwd=home,
        env=environment,
        capture_output=True,
        timeout=240,
        check=False,
        text=True,
        encoding="utf-8",
    )
    return Said(done.returncode, done.stdout + done.stderr)


def asked(*arguments: str | Path, language: Language = "en") -> Said:
    """The same in this process; an exception nobody foresaw fails the test."""

    def never() -> int:
        raise AssertionError("no window is asked for")

    around = Surroundings(RESOURCES, SystemClock(), system_randomness, language, None, never)
    ended: list[int] = []

    @click.command()
    def play() -> None:
        ended.append(run([str(argument) for argument in arguments], around))

    done = CliRunner().invoke(play, [], catch_exceptions=False)
    return Said(ended[0], done.output)
