"""The clipboard forgets what was copied here, and only that."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from monitor_app.ui.clipboard import FORGET_MS, ForgetfulClipboard


@pytest.fixture
def line(qtbot: QtBot) -> QLineEdit:
    made = QLineEdit("a quote")
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def board() -> QClipboard:
    return QGuiApplication.clipboard()


def test_what_was_copied_here_is_forgotten(qtbot: QtBot, line: QLineEdit) -> None:
    ForgetfulClipboard(line, after_ms=50)
    line.selectAll()
    line.copy()
    assert board().text() == "a quote"
    qtbot.waitUntil(lambda: board().text() == "")


def test_copying_again_counts_anew(qtbot: QtBot, line: QLineEdit) -> None:
    ForgetfulClipboard(line, after_ms=300)
    board().setText("first")
    qtbot.wait(200)
    board().setText("second")
    qtbot.wait(200)
    assert board().text() == "second"
    qtbot.waitUntil(lambda: board().text() == "")


def test_what_another_app_copied_meanwhile_stays(qtbot: QtBot, line: QLineEdit) -> None:
    forgetful = ForgetfulClipboard(line, after_ms=50)
    board().setText("ours")
    board().blockSignals(True)
    board().setText("from another app")
    board().blockSignals(False)
    forgetful.forget()
    assert board().text() == "from another app"


def test_it_forgets_after_a_minute() -> None:
    assert FORGET_MS == 60_000
