"""The demo programme, made for tests."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from monitor_app import crypto
from monitor_app.actions.demo import Demo, found_demo
from monitor_app.base import Language, installed_resources, system_randomness

LIGHT = crypto.Argon2Params(memory_kib=1024, passes=1, lanes=1)


@dataclass(frozen=True, slots=True)
class Played:
    """A demo and what it said while it was made. `folder` held nothing before."""

    demo: Demo
    folder: Path
    said: tuple[str, ...]


def play(folder: Path, language: Language = "en") -> Played:
    """Founds it with a passphrase that is cheap to stretch."""
    said: list[str] = []
    demo = found_demo(
        folder / "vault", installed_resources(), system_randomness, LIGHT, said.append, language=language, floor_kib=8
    )
    return Played(demo, folder, tuple(said))
