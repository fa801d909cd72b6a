"""The app: window, threads, door and programme, wired. One class that owns what lives as long as the process."""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from monitor_app.base import Language, Problem, speak
from monitor_app.ui.around import Around
from monitor_app.ui.background import Clerk, Courier
from monitor_app.ui.crash import Alarm, Crash, watch
from monitor_app.ui.door import Door
from monitor_app.ui.look import Look
from monitor_app.ui.look.ring import Ring
from monitor_app.ui.window import Window

WIDTH, HEIGHT = 1366, 768
_VERIFY_EVERY_MS = 40
_FLUSH_EVERY_MS = 60_000
_SLICE = 1_000
_HARDEN_AFTER_MS = 50
_SETTLED_MS = 500


@dataclass(frozen=True, slots=True)
class _Entered:
    """What the app asks an open vault first; `is_reminded`: the recovery sheet was not typed back yet."""

    prefers: Any
    notices: Sequence[Problem] = ()
    clock_warning: Any = None
    is_reminded: bool = False


class App:
    """Made on the GUI thread. `lock` and closing let the clerk finish, turn drafts into entries and close the vault."""

    def __init__(self, application: QApplication, around: Around, *, styled: bool = False) -> None:
        self._application = application
        self._around = around
        self.clerk: Clerk[Any] = Clerk(self.crashed, self._problem)
        self.courier = Courier(self.crashed, self._problem)
        self.look = Look(application, around.resources, speak(around.language, around.resources), styled=styled)
        self._ring = Ring(application, self.look)
        self.door = Door(self.look, around, self.clerk)
        profiles = self.door.profiles
        if profiles.language:
            self.look.speak(speak(profiles.language, around.resources))
        self.look.wear(None, profiles.text_size)
        self.window = Window(self.look)
        self.window.fit(WIDTH, HEIGHT)
        self.window.closing.connect(self.close)
        self.door.framed.connect(self.window.put)
        self.door.opened.connect(self._opened)
        self.programme: Any = None
        self._settings: Any = None
        self._closed = False
        self._has_crashed = False
        self._checking = QTimer(self.look)
        self._checking.setInterval(_VERIFY_EVERY_MS)
        self._checking.timeout.connect(self._check_on)
        self._minute = QTimer(self.look)
        self._minute.setInterval(_FLUSH_EVERY_MS)
        self._minute.timeout.connect(self._flush)
        QTimer.singleShot(_HARDEN_AFTER_MS, self.look, around.harden)
        self.door.start()

    def lock(self) -> None:
        """Closes the vault and replaces the process: Python keeps copies of keys and notes in memory."""
        self.close()
        self._around.restart()

    def close(self) -> None:
        """Everything typed is kept, the vault is closed, the threads end. A second call does nothing."""
        if self._closed:
            return
        self._closed = True
        self._checking.stop()
        self._minute.stop()
        if self.programme is not None and not self._has_crashed:
            self.programme.shell.flush()
        QGuiApplication.clipboard().clear()
        self.door.leave()
        self.courier.close()
        self.clerk.close(lambda vault: vault.lock())

    def _opened(self, profile: Any) -> None:
        from monitor_app.actions.keep_safe import safe_state  # noqa: PLC0415
        from monitor_app.actions.preferences import liked  # noqa: PLC0415

        def look_in(vault: Any) -> _Entered:
            is_reminded = not profile.training and not safe_state(vault).sheet_confirmed
            return _Entered(liked(vault), vault.notices, vault.clock_warning, is_reminded)

        self.clerk.ask(self.look, look_in, self._enter)

    def _enter(self, found: _Entered) -> None:
        from monitor_app.standards import load_library  # noqa: PLC0415
        from monitor_app.ui.desk import Desk  # noqa: PLC0415
        from monitor_app.ui.programme import Programme  # noqa: PLC0415
        from monitor_app.ui.settings.page import Preferences  # noqa: PLC0415
        from monitor_app.ui.settings_desk import SettingsDesk  # noqa: PLC0415

        prefers = found.prefers
        self.look.wear(None if prefers.theme == "system" else prefers.theme, self.door.profiles.text_size)
        self.look.letter_keys = prefers.letter_keys
        world = self._around.world
        library = load_library(self._around.resources)
        desk = Desk(self.look, self.clerk, self.courier, self._around.resources, library, world.clock, world.randomness)
        preferences = Preferences(
            self.look.words.language, prefers.theme, self.look.percent, prefers.letter_keys, prefers.idle_minutes
        )
        self.programme = Programme(desk, prefers.idle_minutes)
        self.programme.lock_asked.connect(self.lock)
        self._settings = SettingsDesk(desk, self._around, self.programme, preferences)
        self._settings.liked.connect(self._wear)
        self.programme.settings_asked.connect(lambda: self._settings.show())
        self.window.put(self.programme.shell)
        self.programme.open_visits()
        self._say_notices(found)
        self._checking.start()
        self._minute.start()

    def _wear(self, preferences: Any) -> None:
        theme = None if preferences.theme == "system" else preferences.theme
        spoke, percent = self.look.words.language, self.look.percent
        self.look.letter_keys = preferences.letter_keys
        self.programme.shell.set_idle_minutes(preferences.idle_minutes)
        self.door.keep(replace(self.door.profiles, language=preferences.language, text_size=preferences.percent))
        self.look.wear(theme, preferences.percent)
        if preferences.language != spoke or preferences.percent != percent:
            self._speak(preferences.language)
            QTimer.singleShot(0, self.look, self._anew)

    def _speak(self, language: Language) -> None:
        self.look.speak(speak(language, self._around.resources))

    def _anew(self) -> None:
        """The shell made anew in another language or size, at the settings."""
        self.clerk.ask(self.look, self._read_anew, self._enter_settings)

    @staticmethod
    def _read_anew(vault: Any) -> _Entered:
        from monitor_app.actions.preferences import liked  # noqa: PLC0415

        return _Entered(liked(vault))

    def _enter_settings(self, found: _Entered) -> None:
        self._enter(found)
        self._settings.show()

    def _flush(self) -> None:
        """What is typed becomes an entry after a minute."""
        if self.programme is not None and not self._closed:
            self.programme.shell.flush()
            self.clerk.ask(self.look, lambda vault: vault.flush_drafts())

    def _check_on(self) -> None:
        """Goes on checking the whole journal, a slice at a time, while nobody waits for the clerk."""
        if self.clerk.busy():
            return

        def went(found: tuple[Any, Sequence[Any]]) -> None:
            state, faults = found
            if faults:
                self._checking.stop()
                self._say_fault(faults[0])
            elif state.done:
                self._checking.stop()

        self.clerk.ask(self.look, lambda vault: (vault.verify_slice(_SLICE), vault.faults), went)

    def _say_notices(self, found: _Entered) -> None:
        from monitor_app.ui.parts.message import MessageView, message_of  # noqa: PLC0415

        words, shell = self.look.words, self.programme.shell
        if found.notices:
            shell.say(message_of(found.notices[0], words, "look", closable=True))
        elif found.clock_warning is not None:
            line = words(
                "What you wrote last is from {newest}. Nothing is lost. Set the clock right before you go on.",
                newest=words.moment(found.clock_warning.newest),
            )
            shell.say(MessageView(words("The clock of this laptop stands in the past"), line, "look", closable=True))
        elif found.is_reminded:
            title = words("Your recovery sheet is not confirmed yet")
            line = words("Under Settings you can make a new one and confirm it.")
            shell.say(MessageView(title, line, "look", closable=True))

    def _say_fault(self, fault: Any) -> None:
        from monitor_app.actions.journal_fault import problem_of_fault  # noqa: PLC0415
        from monitor_app.ui.parts.message import message_of  # noqa: PLC0415

        self.programme.shell.say(message_of(problem_of_fault(fault), self.look.words))

    def _problem(self, problem: Problem) -> None:
        from monitor_app.ui.parts.message import message_of  # noqa: PLC0415

        if self.programme is not None:
            self.programme.shell.say(message_of(problem, self.look.words, closable=True))

    def crashed(self, crash: Crash) -> None:
        """A mistake of ours reached the window: says so on a page of its own, with the way out. The first one counts;
        what follows from it is not told."""
        from monitor_app.ui.doorway.crashed import CrashPage  # noqa: PLC0415

        if self._has_crashed or self._closed:
            return
        self._has_crashed = True
        if self.programme is not None:
            with suppress(Exception):  # the page may be what is broken; what was typed is kept if it can be
                self.programme.shell.flush()
        self._checking.stop()
        self._minute.stop()
        page = CrashPage(self.look, crash)
        page.restart_asked.connect(self.lock)
        page.quit_asked.connect(self._quit)
        self.door.put(page, with_promises=False)
        self.programme = None

    def _quit(self) -> None:
        self.close()
        self._application.quit()


def open_window(arguments: Sequence[str], around: Callable[[], Around]) -> int:
    """Starts Qt and the app; returns when the last window is closed. Garbage waits for the first paint."""
    application = QApplication([*arguments, "-style", "Fusion"])
    QTimer.singleShot(_SETTLED_MS, gc.enable)
    application.setApplicationName("Monitor")
    app = App(application, around(), styled=True)
    alarm = Alarm(app.crashed)
    watch(alarm.ring)
    application.aboutToQuit.connect(app.close)
    app.window.show()
    return application.exec()
