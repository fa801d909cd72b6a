"""A visit whose report can be signed, made once and copied for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.screens.findings.given import Programme, at_desk, copied, make_programme

from monitor_app.ui.desk import Desk
from monitor_app.ui.look import Look


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("report") / "ours"
    make_programme(folder, folder.parent / "theirs", twice=False)
    return folder


@pytest.fixture(scope="session")
def template_with_conflict(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("conflict") / "ours"
    make_programme(folder, folder.parent / "theirs")
    return folder


@pytest.fixture
def given(template: Path, tmp_path: Path) -> Programme:
    return copied(template, tmp_path / "vault")


@pytest.fixture
def desk(look: Look, given: Programme) -> Iterator[Desk]:
    with at_desk(look, given) as made:
        yield made
