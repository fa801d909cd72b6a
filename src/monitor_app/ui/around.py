"""What the roof gives the window: the world, where things lie, and how the process is replaced."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from monitor_app.actions.world import World
from monitor_app.base import Language, Resources


@dataclass(frozen=True, slots=True)
class Around:
    """`settings`: the folder of the one file outside the vaults; `vaults`: where new ones are made; `restart(locked)`
    replaces this process, so that no key stays in its memory; `language` is this computer's, until one is chosen;
    `harden` keeps other programs out of this process: done before a passphrase can be typed."""

    resources: Resources
    world: World
    settings: Path
    vaults: Path
    restart: Callable[[], None]
    language: Language
    version: str
    harden: Callable[[], object] = bool
    locked: bool = False
