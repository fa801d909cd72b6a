"""The demo programme, founded once for all tests that only read it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.actions.demo.given import Played, play


@pytest.fixture(scope="session")
def played(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Played]:
    """Read only."""
    made = play(tmp_path_factory.mktemp("demo"))
    yield made
    made.demo.vault.close()
