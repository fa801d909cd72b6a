"""Pictures of every screen, of a demo vault: for the README, for people without a display, and to look at our own work.

The window is real, only drawn into memory: the same pages, the same verbs, the same threads.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtWidgets import QApplication

from monitor_app.actions.open_response import open_response, responses
from monitor_app.actions.profiles import Profile, Profiles
from monitor_app.actions.visits import VisitRow, visits
from monitor_app.base import EntityId, Problem, SpaceId
from monitor_app.base.problems import work as problems
from monitor_app.monitoring import Judgement, VisitState
from monitor_app.ui.app import App
from monitor_app.ui.around import Around
from monitor_app.ui.look.tokens import Theme
from monitor_app.ui.visit_frame import TABS

WIDTH, HEIGHT = 1366, 768
Question = tuple[EntityId, str]
"""A question of a response."""

_PATIENCE_S = 60
_SETTLED = 4


def take_pictures(vault: Path, passphrase: str, folder: Path, around: Around) -> list[Path]:
    """Opens the vault in a window of 1366 x 768 and draws each screen into `folder`; returns the files made."""
    application = QApplication.instance() or QApplication(["monitor-app"])
    if not isinstance(application, QApplication):
        raise TypeError("pictures need an application with widgets")
    folder.mkdir(parents=True, exist_ok=True)
    nowhere = replace(around, settings=folder / "no-settings", restart=lambda: None)
    app = App(application, nowhere)
    try:
        return list(_Camera(application, app, folder).play(vault, passphrase, around))
    finally:
        app.close()
        app.window.close()
        app.window.deleteLater()
        application.processEvents()


def _telling_question(vault: Any, space: SpaceId) -> Question | None:
    """A judgement with a note and sources, answered with something to look at."""
    for response, _ in responses(vault, space):
        opened = open_response(vault, space, response)
        for question in opened.definition.questions():
            state = opened.answers.get(question.path)
            partly = state is not None and [one.text for one in state.values] == [Judgement.PARTLY.value]
            if partly and state is not None and state.notes and state.sources and question.provisions:
                return response, question.path
    return None


class _Camera:
    def __init__(self, application: QApplication, app: App, folder: Path) -> None:
        self._application = application
        self._app = app
        self._folder = folder
        self._number = 0

    def play(self, vault: Path, passphrase: str, around: Around) -> Iterator[Path]:
        app, door = self._app, self._app.door
        app.window.setWindowState(Qt.WindowState.WindowNoState)
        app.window.resize(WIDTH, HEIGHT)
        app.window.show()
        yield self._take("welcome")
        door.profiles = Profiles(None, 100, (Profile(vault, app.look.words("Training"), training=True),))
        door.show_unlock()
        yield self._take("unlock")
        door.show_forgotten(str(vault))
        yield self._take("forgotten-passphrase")
        self._open(vault, passphrase, around)
        yield self._take("visits")
        rows = self._ask(visits)
        running = next((row for row in rows if row.visit.state is VisitState.IN_PROGRESS), rows[0])
        question = self._ask(lambda vault: _telling_question(vault, running.visit.space))
        yield from self._visit(running, question)
        signed = [row for row in rows if row.visit.state is VisitState.SIGNED]
        if signed:
            app.programme.open_visit(max(signed, key=lambda row: row.visit.version).visit.space, "report")
            yield self._take("report-signed")
        app.programme.open_plan()
        yield self._take("plan-a-visit")
        app.programme.open_facilities()
        yield self._take("facilities")
        app.programme.open_standards("mandela:30")
        yield self._take("standards")
        app.programme.open("settings")
        yield self._take("settings")
        looks: tuple[tuple[Theme, int, str], ...] = (
            ("dark", 100, "checklist-dark"),
            ("light", 150, "checklist-text-150"),
        )
        for theme, percent, name in looks:
            app.look.wear(theme, percent)
            self._open_question(running, question)
            yield self._take(name)

    def _visit(self, row: VisitRow, question: Question | None) -> Iterator[Path]:
        for tab in TABS:
            if tab == "checklist":
                self._open_question(row, question)
            else:
                self._app.programme.open_visit(row.visit.space, tab)
            yield self._take(tab)

    def _open_question(self, row: VisitRow, question: Question | None) -> None:
        if question is None:
            self._app.programme.open_visit(row.visit.space, "checklist")
        else:
            self._app.programme.open_visit(row.visit.space, None).open_question(*question)

    def _open(self, vault: Path, passphrase: str, around: Around) -> None:
        from monitor_app.actions.open_programme import open_programme  # noqa: PLC0415

        opened: list[object] = []
        self._app.clerk.keep(None, lambda: open_programme(vault, passphrase, around.world), opened.append)
        self._until(lambda: bool(opened))
        self._app.door.opened.emit(Profile(vault, "Training", training=True))
        self._until(lambda: self._app.programme is not None)

    def _ask(self, query: Callable[[Any], Any]) -> Any:
        found: list[Any] = []
        self._app.clerk.ask(None, query, found.append)
        self._until(lambda: bool(found))
        return found[0]

    def _take(self, name: str) -> Path:
        self._settle()
        self._number += 1
        path = self._folder / f"{self._number:02d}-{name}.png"
        if not self._app.window.grab().save(str(path)):
            raise Problem(problems.CANNOT_SAVE_THERE)
        return path

    def _settle(self) -> None:
        """Waits until neither thread has work and the page has had time to show it."""
        quiet = 0

        def settled() -> bool:
            nonlocal quiet
            busy = self._app.courier.busy() or (self._app.clerk.busy() and self._app.programme is not None)
            quiet = 0 if busy else quiet + 1
            return quiet > _SETTLED * 10

        self._until(settled)

    def _until(self, done: Callable[[], bool]) -> None:
        end = time.monotonic() + _PATIENCE_S
        while not done() and time.monotonic() < end:
            self._application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
            time.sleep(0.01)
