"""The same life at the window: typed with keys into an invisible screen, locked with Ctrl+L, every page drawn once."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from monitor_app import __main__ as roof
from monitor_app.actions.open_response import open_response, responses
from monitor_app.actions.profiles import Profile, Profiles, write_profiles
from monitor_app.base import EntityId, SpaceId
from monitor_app.ui.app import App
from monitor_app.ui.around import Around
from monitor_app.ui.crash import Crash, watch
from monitor_app.ui.pictures import take_pictures
from monitor_app.ui.visits.find_line import FindLine
from monitor_app.vault import Vault

_PATIENCE_S = 30


def use_the_window(vault: Path, space: SpaceId, word: Mapping[str, str], folder: Path) -> None:
    """Unlocks, searches, writes a note, copies it, locks; then draws every page into `folder`."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = QApplication(["monitor-app"])
    application.setApplicationName("Monitor")
    crashes: list[Crash] = []
    watch(crashes.append)
    restarted: list[bool] = []
    around = replace(roof._around(locked=False), restart=lambda: restarted.append(True))
    write_profiles(around.settings, Profiles(None, 100, (Profile(vault, "My work"),)))
    _play(application, around, space, word)
    assert restarted == [True]
    assert QGuiApplication.clipboard().text() == ""
    assert len(take_pictures(vault, word["last_passphrase"], folder, around)) >= 8
    assert crashes == []


def _play(application: QApplication, around: Around, space: SpaceId, word: Mapping[str, str]) -> None:
    app = App(application, around)
    try:
        _at_work(application, app, space, word)
    finally:
        app.close()
        app.window.close()
        app.window.deleteLater()
        application.processEvents()


def _at_work(application: QApplication, app: App, space: SpaceId, word: Mapping[str, str]) -> None:
    app.window.show()

    def until(done: Callable[[], object]) -> None:
        end = time.monotonic() + _PATIENCE_S
        while not done():
            assert time.monotonic() < end, "the window never came so far"
            application.processEvents()
            time.sleep(0.01)

    def find_line() -> FindLine | None:
        return next((one for one in app.window.findChildren(FindLine) if one.isVisible()), None)

    def note() -> QPlainTextEdit | None:
        fields = app.window.findChildren(QPlainTextEdit)
        return next((one for one in fields if one.isVisible() and one.toPlainText() == word["note"]), None)

    def idle() -> bool:
        return not app.clerk.busy() and not app.courier.busy()

    until(lambda: QApplication.focusWidget() is not None)
    line = QApplication.focusWidget()
    assert line is not None
    QTest.keyClicks(line, word["last_passphrase"])
    QTest.keyClick(line, Qt.Key.Key_Return)
    until(lambda: app.programme is not None and idle() and find_line())
    finding = find_line()
    assert finding is not None
    QTest.keyClicks(finding, word["search"])
    until(idle)
    response, path = app_question(app, space, until)
    app.programme.open_visit(space, None).open_question(response, path)
    until(lambda: note() and idle())
    field = note()
    assert field is not None
    field.setFocus()
    field.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(field, f" {word['typed_note']}")
    field.selectAll()
    field.copy()
    assert word["typed_note"] in QGuiApplication.clipboard().text()
    QTest.keyClick(app.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    until(lambda: app._closed)


def app_question(app: App, space: SpaceId, until: Callable[[Callable[[], object]], None]) -> tuple[EntityId, str]:
    """The response of the visit, and the path of a question that has a note."""
    found: list[tuple[EntityId, str]] = []

    def look(vault: Vault) -> tuple[EntityId, str]:
        ((response, _),) = responses(vault, space)
        items = open_response(vault, space, response).definition.items
        return response, next(path for path, item in items.items() if item.name == "space_capacity")

    app.clerk.ask(None, look, found.append)
    until(lambda: found)
    return found[0]
