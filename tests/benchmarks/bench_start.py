"""The start: from the process being asked for to the unlock screen painted, against a bare window with one line edit.

Both are whole processes on an invisible screen (or the one QT_QPA_PLATFORM names), run in turns; the median counts.
Modules are compiled beforehand, as in an installed app. Ours goes the way of the app itself: settings read, threads
started, look worn, door opened at a known profile.
"""

from __future__ import annotations

import os
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
app = QApplication([])
first = FirstPaint(app)
app.installEventFilter(first)
"""
_BARE = """
from PySide6.QtWidgets import QVBoxLayout, QWidget
window = QWidget()
QVBoxLayout(window).addWidget(QLineEdit())
window.resize(1366, 768)
window.show()
app.exec()
"""
_OURS = """
from monitor_app.__main__ import window
window([])
"""


def start_to_unlock() -> Row:
    """Ours against bare, in ms."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        env = {
            **os.environ,
            "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
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
    return Row("start to unlock screen", figure, "ms", baseline, ratio, f"<= {GOAL}x", ratio <= GOAL)


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


BENCHES: list[Callable[[], Row]] = [start_to_unlock]
