"""A laptop for each story; its vault is closed afterwards, whatever the story did with it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.stories.given import LIGHT, RESOURCES, Laptop, copied, found

from monitor_app.actions.demo import Demo, found_demo
from monitor_app.base import system_randomness


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Laptop:
    """A programme founded this morning; its laptop is locked."""
    made = found(tmp_path_factory.mktemp("founded") / "vault")
    made.vault.lock()
    return made


@pytest.fixture
def laptop(founded: Laptop, tmp_path: Path) -> Iterator[Laptop]:
    """A laptop of one's own with that programme, unlocked."""
    made = copied(founded, tmp_path / "vault")
    yield made
    made.vault.close()


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    """The demo programme, for stories that only read."""
    folder = tmp_path_factory.mktemp("stories") / "demo"
    made = found_demo(folder, RESOURCES, system_randomness, LIGHT, lambda line: None, floor_kib=8)
    yield made
    made.vault.close()
