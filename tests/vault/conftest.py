"""Vaults that are closed after each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.vault.given import Laptop, Team, make_laptop, make_team


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Laptop]:
    """One laptop of a programme just founded."""
    made = make_laptop(tmp_path / "vault")
    yield made
    made.vault.close()


@pytest.fixture
def team(tmp_path: Path) -> Iterator[Team]:
    """Two laptops sharing the programme space."""
    made = make_team(tmp_path)
    yield made
    made.close()
