"""Fixtures of the pages of the programme: a template made once, a desk with its own copy, a page in a window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from tests.screens.visits.given import at_desk, empty_programme, make_look, make_programme, opened, settle

from monitor_app.ui.desk import Desk

Show = Callable[[QWidget], None]


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programme, closed; made once for all pages of a run."""
    folder = tmp_path_factory.getbasetemp() / "programme-template"
    if not folder.exists():
        folder.mkdir()
        make_programme(folder / "vault", folder / "other")
    return folder / "vault"


@pytest.fixture
def desk(qapp: QApplication, template: Path, tmp_path: Path) -> Iterator[Desk]:
    """A desk with a copy of the programme, in English."""
    with at_desk(make_look(qapp), opened(template, tmp_path / "vault")) as made:
        yield made


@pytest.fixture
def empty_desk(qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    """A desk with a programme that has no visit yet."""
    with at_desk(make_look(qapp), empty_programme(tmp_path / "vault")) as made:
        yield made


@pytest.fixture
def show(qtbot: QtBot, request: pytest.FixtureRequest) -> Show:
    """Shows a page in a window of 1366 x 768 and waits until it has read what it shows."""

    windows: list[QWidget] = []

    def shown(page: QWidget) -> None:
        name = "desk" if "desk" in request.fixturenames else "empty_desk"
        window = QWidget()
        qtbot.addWidget(window)
        windows.append(window)
        layout = QVBoxLayout(window)
        layout.setContentsMargins(208, 60, 0, 0)
        layout.addWidget(page)
        window.resize(1366, 768)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        settle(request.getfixturevalue(name))

    return shown
