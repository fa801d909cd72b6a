"""Laptops for the verbs: one of one's own, or two of one programme. Founded once, then copied."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest
from tests.actions.pair import B_PASSPHRASE, Pair, joined
from tests.stories.given import Laptop, copied, found, world

from monitor_app.actions.open_programme import open_programme


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Laptop:
    """A programme founded this morning; its laptop is locked."""
    made = found(tmp_path_factory.mktemp("founded") / "vault")
    made.vault.lock()
    return made


@pytest.fixture(scope="session")
def founded_pair(founded: Laptop, tmp_path_factory: pytest.TempPathFactory) -> Pair:
    """The same with Visitor B, who joined; both are locked."""
    folder = tmp_path_factory.mktemp("pair")
    made = joined(copied(founded, folder / "a"), folder / "b")
    made.lock()
    return made


@pytest.fixture
def laptop(founded: Laptop, tmp_path: Path) -> Iterator[Laptop]:
    """A laptop of one's own with that programme, unlocked."""
    made = copied(founded, tmp_path / "vault")
    yield made
    made.vault.close()


@pytest.fixture
def pair(founded_pair: Pair, tmp_path: Path) -> Iterator[Pair]:
    """Two laptops of one's own, unlocked."""
    a = copied(founded_pair.a, tmp_path / "a")
    copytree(founded_pair.b.folder, tmp_path / "b")
    b = Laptop(tmp_path / "b", a.world, a.founded, open_programme(tmp_path / "b", B_PASSPHRASE, world()), a.library)
    made = Pair(a, b)
    yield made
    made.a.vault.close()
    made.b.vault.close()
