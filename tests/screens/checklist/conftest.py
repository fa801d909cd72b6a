"""The page on a real vault: made once, copied for each test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from tests.screens.checklist import given as given_programme
from tests.screens.checklist.given import Given

from monitor_app.ui.checklist.page import ChecklistPage
from monitor_app.ui.desk import Desk
from monitor_app.ui.look import Look


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Given:
    """A programme with one running visit of all three checklists, answered a little."""
    made = given_programme.running_visit(tmp_path_factory.mktemp("founded") / "vault", more=True)
    given_programme.worked_on(made)
    made.vault.close()
    return made


@pytest.fixture(scope="session")
def merged(tmp_path_factory: pytest.TempPathFactory) -> Given:
    """The same with a colleague's laptop merged in: one question is answered twice, another only by the colleague."""
    folder = tmp_path_factory.mktemp("merged")
    made = given_programme.running_visit(folder / "vault")
    other = given_programme.with_colleague(made, folder / "other")
    given_programme.disagree(made, other)
    other.close()
    made.vault.close()
    return made


@pytest.fixture
def given(founded: Given, tmp_path: Path) -> Given:
    return given_programme.copied(founded, tmp_path / "vault")


@pytest.fixture
def given_merged(merged: Given, tmp_path: Path) -> Given:
    return given_programme.copied(merged, tmp_path / "vault")


class Open:
    """A page in a window, with the desk it works at."""

    def __init__(self, window: QWidget, page: ChecklistPage, desk: Desk, given: Given, bot: QtBot) -> None:
        self.window = window
        self.page = page
        self.desk = desk
        self.given = given
        self._bot = bot

    def rest(self) -> None:
        """Waits until everything asked of the vault has come back and is shown."""
        for _ in range(3):
            self._bot.waitUntil(lambda: not self.desk.clerk.busy(), timeout=10_000)
            turn(20)

    def ask(self, verb: Callable[..., object]) -> object:
        """Asks the vault, past the page."""
        found: list[object] = []
        self.desk.clerk.ask(None, verb, found.append)
        self._bot.waitUntil(lambda: bool(found), timeout=10_000)
        return found[0]


Opens = Callable[..., Open]


@pytest.fixture
def opens(look: Look, qtbot: QtBot) -> Iterator[Opens]:
    """Opens the page of a programme's visit, at a size in px."""
    with ExitStack() as stack:

        def open_page(given: Given, width: int = 1366, height: int = 700) -> Open:
            desk = stack.enter_context(given_programme.at_desk(look, given))
            window = QWidget()
            layout = QVBoxLayout(window)
            layout.setContentsMargins(0, 0, 0, 0)
            page = ChecklistPage(desk, given.space)
            layout.addWidget(page)
            window.resize(width, height)
            qtbot.addWidget(window)
            window.show()
            window.activateWindow()
            opened = Open(window, page, desk, given, qtbot)
            with qtbot.waitSignal(page.opened, timeout=10_000):
                page.refresh()
            opened.rest()
            return opened

        yield open_page


def turn(ms: int = 0) -> None:
    """Lets the window do what waits."""
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()
