"""What every test of a screen stands on: an invisible screen, a look, and no thread or window left behind."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import PySide6
import pytest
import shiboken6
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from monitor_app.base import installed_resources, speak
from monitor_app.ui.look import Look


def pytest_configure(config: pytest.Config) -> None:
    if PySide6.__version__ == "6.12.0" and sys.version_info < (3, 12):
        raise pytest.UsageError(
            "PySide6 6.12.0 loses a reference to None with every call under Python 3.11 and crashes. Use 6.11.3."
        )
    config.addinivalue_line("qt_log_ignore", "This plugin does not support propagateSizeHints")


class _Watch(QObject):
    """Notes every widget that is shown as a window."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(type(watched).__name__)
        return False


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Look]:
    """The look in English, light, 100 %."""
    resources = installed_resources()
    made = Look(qapp, resources, speak("en", resources))
    made.wear("light")
    yield made
    # at once, with the ring that hangs on it: a later test must not find it following the focus
    shiboken6.delete(made)
    qapp.setStyleSheet("")


@pytest.fixture
def look_french(look: Look) -> Look:
    """The same in French."""
    look.speak(speak("fr", look.resources))
    return look


@pytest.fixture
def windows_shown(qapp: QApplication) -> Iterator[list[str]]:
    """The class names of widgets that were shown as windows during the test."""
    watch = _Watch()
    qapp.installEventFilter(watch)
    yield watch.shown
    qapp.removeEventFilter(watch)


@pytest.fixture(autouse=True)
def _nothing_is_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    left = [thread.name for thread in threading.enumerate() if thread not in before and thread.is_alive()]
    assert not left, f"threads left behind: {left}"
