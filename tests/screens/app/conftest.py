"""The whole app in a window, on a laptop of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.screens.app.given import Laptop, Person

from monitor_app.ui.app import HEIGHT, WIDTH, App

Starts = Callable[..., Person]


@pytest.fixture
def laptop(tmp_path: Path) -> Laptop:
    return Laptop(tmp_path)


@pytest.fixture
def start(qapp: QApplication, qtbot: QtBot, laptop: Laptop) -> Iterator[Starts]:
    """Starts the app on the laptop, also a second time after it was closed."""
    made: list[App] = []

    def leave() -> None:
        for app in made:
            app.close()
            app.window.close()
            app.window.deleteLater()
            shiboken6.delete(app.look)
        made.clear()
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        qapp.setStyleSheet("")

    def started(*, locked: bool = False) -> Person:
        leave()
        app = App(qapp, laptop.around(locked=locked))
        made.append(app)
        # the invisible screen is smaller than a laptop's
        app.window.setWindowState(Qt.WindowState.WindowNoState)
        app.window.resize(WIDTH, HEIGHT)
        app.window.show()
        qtbot.waitExposed(app.window)
        app.window.activateWindow()
        qtbot.waitUntil(app.window.isActiveWindow)
        return Person(app, qtbot)

    yield started
    leave()
