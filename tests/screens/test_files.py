"""Asking for folders and files: nothing is remembered anywhere, nothing is replaced by one slip."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from monitor_app.ui.files import FilePicker, ask_folder, ask_open, ask_save
from monitor_app.ui.look import Look
from monitor_app.ui.parts import Button, Line


@pytest.fixture
def window(qtbot: QtBot, look: Look) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1366, 700)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def press(picker: FilePicker, text: str) -> None:
    next(b for b in picker.dialog.findChildren(Button) if b.text() == text).click()


def test_a_folder_is_chosen_by_keys(qtbot: QtBot, look: Look, window: QWidget, tmp_path: Path) -> None:
    (tmp_path / "backups").mkdir()
    (tmp_path / "a file.txt").write_text("x")
    got: list[Path] = []
    picker = ask_folder(look, window, "Where?", got.append)
    picker.go(tmp_path)
    assert [row.path.name for row in picker._model.rows()] == ["backups"]
    qtbot.keyClick(picker._list, Qt.Key.Key_Down)
    qtbot.keyClick(picker._list, Qt.Key.Key_Return)
    assert picker.folder == tmp_path / "backups"
    press(picker, "Use this folder")
    assert got == [tmp_path / "backups"]


def test_only_files_of_the_wanted_kind_can_be_opened(look: Look, window: QWidget, tmp_path: Path) -> None:
    (tmp_path / "list.xlsx").write_bytes(b"x")
    (tmp_path / "photo.jpg").write_bytes(b"x")
    got: list[Path] = []
    picker = ask_open(look, window, "Which?", (".xlsx", ".md"), got.append)
    picker.go(tmp_path)
    assert [row.path.name for row in picker._model.rows()] == ["list.xlsx"]
    picker._list.choose(str(tmp_path / "list.xlsx"))
    picker._check()
    press(picker, "Open")
    assert got == [tmp_path / "list.xlsx"]


def test_a_file_is_replaced_only_after_a_second_press(look: Look, window: QWidget, tmp_path: Path) -> None:
    (tmp_path / "report.pdf").write_bytes(b"x")
    got: list[Path] = []
    picker = ask_save(look, window, "Where?", "report.pdf", got.append)
    picker.go(tmp_path)
    press(picker, "Save here")
    assert got == []
    press(picker, "Save here")
    assert got == [tmp_path / "report.pdf"]


def test_a_name_that_leaves_the_folder_is_not_taken(look: Look, window: QWidget, tmp_path: Path) -> None:
    picker = ask_save(look, window, "Where?", "../elsewhere.pdf", lambda path: None)
    picker.go(tmp_path)
    assert not next(b for b in picker.dialog.findChildren(Button) if b.text() == "Save here").isEnabled()


def test_a_new_folder_can_be_made(qtbot: QtBot, look: Look, window: QWidget, tmp_path: Path) -> None:
    picker = ask_folder(look, window, "Where?", lambda path: None)
    picker.go(tmp_path)
    press(picker, "New folder")
    line = next(widget for widget in picker.findChildren(Line) if widget.isVisible())
    qtbot.keyClicks(line, "stick")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert picker.folder == tmp_path / "stick"


def test_a_folder_that_cannot_be_read_says_so_and_stays_where_it_was(
    look: Look, window: QWidget, tmp_path: Path
) -> None:
    picker = ask_folder(look, window, "Where?", lambda path: None)
    picker.go(tmp_path)
    picker.go(tmp_path / "gone")
    assert picker.folder == tmp_path


def test_nothing_is_left_in_any_settings_file(tmp_path: Path) -> None:
    script = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication, QWidget
from monitor_app.base import installed_resources, speak
from monitor_app.ui.files import ask_folder, ask_save
from monitor_app.ui.look import Look
app = QApplication([])
r = installed_resources()
look = Look(app, r, speak("en", r))
look.wear("light")
window = QWidget()
window.show()
for picker in (ask_folder(look, window, "Where?", print), ask_save(look, window, "Where?", "n.pdf", print)):
    picker.go(Path(sys.argv[1]) / "secret-place")
    app.processEvents()
    picker.dialog.close_dialog()
    app.processEvents()
app.quit()
"""
    home = tmp_path / "home"
    (home / "secret-place").mkdir(parents=True)
    env = {**os.environ, "HOME": str(home), "XDG_CONFIG_HOME": str(home / ".config"), "QT_QPA_PLATFORM": "offscreen"}
    env.pop("QT_LOGGING_RULES", None)
    subprocess.run([sys.executable, "-c", script, str(home)], env=env, check=True, capture_output=True, timeout=60)
    left = [path for path in home.rglob("*") if path.is_file() and b"secret-place" in path.read_bytes()]
    assert left == []
    assert not list(home.rglob("QtProject*"))
