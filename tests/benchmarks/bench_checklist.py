"""The checklist page's figure: from the tab being asked for to the first card on the screen, in a running visit.

The holding-centre checklist (148 judgements), two thirds answered, every third with a note; the page is made anew
each time, on an invisible screen.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from tests.benchmarks.row import Row
from tests.screens.checklist.given import Given, at_desk, running_visit

from monitor_app import forms
from monitor_app.actions.answer import answer, write_note
from monitor_app.actions.open_response import open_response
from monitor_app.base import installed_resources, speak
from monitor_app.monitoring import Judgement
from monitor_app.ui.checklist.page import ChecklistPage
from monitor_app.ui.desk import Desk
from monitor_app.ui.look import Look
from monitor_app.ui.parts import QuestionCard

GOAL_MS = 300
ROUNDS = 7
_PATIENCE_S = 20.0


class _FirstPaint(QObject):
    """Notes when a question card was painted for the first time."""

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self._app = app
        self.at: float | None = None
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self.at is None and event.type() == QEvent.Type.Paint and isinstance(watched, QuestionCard):
            self.at = time.perf_counter()
        return False

    def wait(self, started: float) -> float:
        """Milliseconds from `started` to the first paint."""
        while self.at is None:
            self._app.processEvents()
            if time.perf_counter() - started > _PATIENCE_S:
                raise RuntimeError("no card was painted")
        self._app.removeEventFilter(self)
        return (self.at - started) * 1000


def filled(folder: Path) -> Given:
    """A running visit with a well filled checklist."""
    made = running_visit(folder)
    opened = open_response(made.vault, made.space, made.response)
    live = opened.live(forms.Context(made.clock.now()))
    for place, (path, question) in enumerate(live.shown()):
        if question.role == "judgement" and place % 3:
            answer(made.vault, made.space, made.response, path, tuple(Judgement)[place % 3].value)
            if place % 2:
                write_note(made.vault, made.space, made.response, path, "Two people asked apart say the same. " * 3)
    return made


def one_opening(app: QApplication, desk: Desk, given: Given, window: QWidget) -> float:
    """Opens the page once; milliseconds to its first card."""
    layout = window.layout()
    if layout is None:
        raise RuntimeError("the window has no layout")
    first = _FirstPaint(app)
    started = time.perf_counter()
    page = ChecklistPage(desk, given.space)
    layout.addWidget(page)
    page.refresh()
    took = first.wait(started)
    while desk.clerk.busy():
        app.processEvents()
    page.hide()
    layout.removeWidget(page)
    page.deleteLater()
    app.processEvents()
    while desk.clerk.busy():
        app.processEvents()
    return took


def open_checklist() -> Row:
    """Open the 148-question checklist of a running visit, to first paint."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else QApplication([])
    resources = installed_resources()
    look = Look(app, resources, speak("en", resources))
    look.wear("light", 100)
    with tempfile.TemporaryDirectory() as folder:
        given = filled(Path(folder) / "vault")
        with at_desk(look, given) as desk:
            window = QWidget()
            QVBoxLayout(window).setContentsMargins(0, 0, 0, 0)
            window.resize(1366, 700)
            window.show()
            one_opening(app, desk, given, window)
            figure = statistics.median(one_opening(app, desk, given, window) for _ in range(ROUNDS))
            window.close()
    return Row(
        "open the 148-question checklist, to first paint",
        figure,
        "ms",
        None,
        None,
        f"<= {GOAL_MS} ms",
        figure <= GOAL_MS,
    )


BENCHES: list[Callable[[], Row]] = [open_checklist]
