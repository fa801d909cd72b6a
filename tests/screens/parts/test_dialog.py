"""Dialog: one question on a sheet; Tab stays on it, Esc is the safe way, nothing runs an event loop of its own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from monitor_app.ui.look import Look
from monitor_app.ui.parts import Button, Dialog, DialogView, MessageView

SIGN = DialogView(
    "Sign and seal this report?",
    "After signing, nobody can change this version.",
    (("Version", "1, confidential"),),
    "passphrase",
    act="Sign and seal",
    act_icon="pen-nib",
)


@pytest.fixture
def window(qtbot: QtBot, look: Look) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    QVBoxLayout(made).addWidget(QLineEdit())
    made.resize(1366, 700)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.findChildren(QLineEdit)[0].setFocus()
    return made


def press(dialog: Dialog, text: str) -> Button:
    return next(b for b in dialog.findChildren(Button) if b.text() == text)


def test_the_deed_waits_for_the_passphrase(qtbot: QtBot, look: Look, window: QWidget) -> None:
    dialog = Dialog(look, SIGN, window)
    assert not press(dialog, "Sign and seal").isEnabled()
    line = dialog.findChildren(QLineEdit)[0]
    assert line.hasFocus()
    assert line.echoMode() is QLineEdit.EchoMode.Password
    qtbot.keyClicks(line, "copper lantern")
    with qtbot.waitSignal(dialog.acted) as told:
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert told.args == ["copper lantern"]
    assert not press(dialog, "Sign and seal").isEnabled()


def test_a_wrong_passphrase_is_said_on_the_sheet_and_can_be_typed_again(
    qtbot: QtBot, look: Look, window: QWidget
) -> None:
    dialog = Dialog(look, SIGN, window)
    line = dialog.findChildren(QLineEdit)[0]
    qtbot.keyClicks(line, "wrong")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    dialog.say(MessageView("That passphrase is not the right one."))
    assert (line.text(), line.hasFocus()) == ("", True)


def test_escape_is_the_safe_button(qtbot: QtBot, look: Look, window: QWidget) -> None:
    before = QApplication.focusWidget()
    dialog = Dialog(look, SIGN, window)
    with qtbot.waitSignal(dialog.left):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is before)


def test_tab_never_leaves_the_sheet(qtbot: QtBot, look: Look, window: QWidget) -> None:
    dialog = Dialog(look, SIGN, window)
    for _ in range(6):
        focused = QApplication.focusWidget()
        assert focused is not None
        assert dialog.isAncestorOf(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert dialog.isAncestorOf(QApplication.focusWidget())


def test_the_sheet_fills_the_window_and_follows_it(qtbot: QtBot, look: Look, window: QWidget) -> None:
    dialog = Dialog(look, SIGN, window)
    window.resize(900, 600)
    assert dialog.size() == window.size()
    assert not dialog.isWindow()


def test_a_reason_may_take_several_lines(qtbot: QtBot, look: Look, window: QWidget) -> None:
    view = DialogView("Reopen this report?", asks="note", asks_label="Why", safe="Leave it signed", act="Reopen")
    dialog = Dialog(look, view, window)
    assert not press(dialog, "Reopen").isEnabled()
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClicks(focused, "A figure was wrong")
    with qtbot.waitSignal(dialog.acted) as told:
        press(dialog, "Reopen").click()
    assert told.args == ["A figure was wrong"]


def test_no_screen_runs_a_loop_of_its_own() -> None:
    source = Path(__file__).resolve().parents[3] / "src" / "monitor_app" / "ui"
    modal = re.compile(r"(?<!application)\.exec\(|QMessageBox|QFileDialog|QInputDialog|setModal\(")
    found = [str(path) for path in source.rglob("*.py") if modal.search(path.read_text(encoding="utf-8"))]
    assert found == []
