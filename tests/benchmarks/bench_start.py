"""The start: from the process being asked for to the unlock screen painted, against a bare window with one line edit.

Both are whole processes on an invisible screen (or the one QT_QPA_PLATFORM names), run in turns; the median counts.
Modules are compiled beforehand, as in an installed app. Ours goes the way of the app itself: settings read, threads
started, look worn, door opened at a known profile.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks.row import Row

from monitor_app.actions.profiles import Profile, Profiles, write_profiles

GOAL = 2.0
ROUNDS = 11
_REAL = "start to unlock screen, in a real window"

_FIRST_PAINT = """
import os, sys
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QLineEdit
class FirstPaint(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and isinstance(watched, QLineEdit) and watched.isVisible():
            sys.stdout.write("painted\\n")
            sys.stdout.flush()
            os._exit(0)
        return False
class Watched(QApplication):
    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.first = FirstPaint(self)
        self.installEventFilter(self.first)
"""
_BARE = """
from PySide6.QtWidgets import QVBoxLayout, QWidget
app = Watched([])
window = QWidget()
QVBoxLayout(window).addWidget(QLineEdit())
window.resize(1366, 768)
window.show()
app.exec()
"""
_OURS = """
import PySide6.QtWidgets
PySide6.QtWidgets.QApplication = Watched
from monitor_app.__main__ import window
window([])
"""


def start_to_unlock() -> list[Row]:
    """Ours against bare, in ms: drawn into memory, and in a real window where there is a display or Xvfb."""
    rows = [_measured("start to unlock screen, drawn into memory", {"QT_QPA_PLATFORM": "offscreen"})]
    if os.environ.get("DISPLAY"):
        rows.append(_measured(_REAL, {"QT_QPA_PLATFORM": "xcb"}))
    elif shutil.which("Xvfb"):
        with subprocess.Popen(
            ["Xvfb", "-displayfd", "1", "-screen", "0", "1366x768x24"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        ) as screen:
            assert screen.stdout is not None
            number = screen.stdout.readline().decode().strip()
            try:
                rows.append(_measured(_REAL, {"QT_QPA_PLATFORM": "xcb", "DISPLAY": f":{number}"}))
            finally:
                screen.terminate()
    return rows


def _measured(name: str, screen: dict[str, str]) -> Row:
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        env = {
            **os.environ,
            **screen,
            "LANG": "en_CA.UTF-8",
            "HOME": folder,
            "XDG_CONFIG_HOME": str(home / "config"),
            "XDG_DATA_HOME": str(home / "data"),
            "PYTHONPYCACHEPREFIX": str(home / "compiled"),
        }
        env.pop("PYTHONDONTWRITEBYTECODE", None)
        write_profiles(home / "config" / "monitor-app", Profiles().with_profile(Profile(home / "vault", "Profile A")))
        for script in (_BARE, _OURS):
            _start(script, env)
        bare, ours = [], []
        for _ in range(ROUNDS):
            bare.append(_start(_BARE, env))
            ours.append(_start(_OURS, env))
    baseline, figure = statistics.median(bare), statistics.median(ours)
    ratio = figure / baseline
    return Row(name, figure, "ms", baseline, ratio, f"<= {GOAL}x", ratio <= GOAL)


def _start(script: str, env: dict[str, str]) -> float:
    """Milliseconds from starting the process to its first painted line edit."""
    began = time.perf_counter()
    with subprocess.Popen([sys.executable, "-c", _FIRST_PAINT + script], env=env, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        said = process.stdout.readline()
        took = (time.perf_counter() - began) * 1000
        process.wait(timeout=30)
    if said != b"painted\n":
        raise RuntimeError("the window did not come up")
    return took


BENCHES: list[Callable[[], list[Row]]] = [start_to_unlock]
