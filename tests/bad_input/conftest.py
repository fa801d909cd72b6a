"""One programme is founded for all tests here; each works on a copy of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree

import pytest
from tests.bad_input.given import Laptop, found, opened, work, world

from monitor_app.base import SpaceId


@dataclass(slots=True)
class Worked:
    """A laptop with saved work in `space`; it is locked."""

    laptop: Laptop
    space: SpaceId


@pytest.fixture(scope="session")
def first(tmp_path_factory: pytest.TempPathFactory) -> Worked:
    """Founded, worked on, locked."""
    laptop = found(tmp_path_factory.mktemp("bad") / "vault")
    space = work(laptop)
    laptop.vault.lock()
    return Worked(laptop, space)


@pytest.fixture
def locked(first: Worked, tmp_path: Path) -> Worked:
    """A copy of one's own, locked."""
    folder = tmp_path / "vault"
    copytree(first.laptop.folder, folder)
    return Worked(Laptop(folder, world(), first.laptop.founded, first.laptop.vault), first.space)


@pytest.fixture
def worked(locked: Worked) -> Iterator[Worked]:
    """The same, unlocked."""
    locked.laptop.vault = opened(locked.laptop)
    yield locked
    locked.laptop.vault.close()
