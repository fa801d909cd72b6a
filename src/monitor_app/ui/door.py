"""The door: what happens before a vault is open, and how one is opened. Joins the doorway's pages to the verbs.

GUI thread; all that takes time is done by the clerk. `opened` is told once, with the vault kept by the clerk.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from monitor_app.actions.profiles import Profile, Profiles, read_profiles, write_profiles
from monitor_app.base import Cancelled, Language, Problem, speak
from monitor_app.ui.around import Around
from monitor_app.ui.background import Clerk
from monitor_app.ui.doorway.frame import Frame
from monitor_app.ui.doorway.unlock import Profile as Shown
from monitor_app.ui.doorway.unlock import UnlockPage, UnlockView
from monitor_app.ui.look import Look
from monitor_app.ui.parts.message import MessageView, message_of

if TYPE_CHECKING:
    from monitor_app.ui.doorway.welcome import WelcomePage

WRONG = "vault.wrong-passphrase"
WAIT = "vault.wait"


class Waits(Protocol):
    """A page that waits while a vault is being opened or made."""

    def set_working(self, working: bool) -> None: ...

    def say(self, message: MessageView | None) -> None: ...


class Door(QObject):
    """Signals: `opened(Profile)`; `framed(QWidget)`: show this in the window."""

    opened = Signal(object)
    framed = Signal(object)

    def __init__(self, look: Look, around: Around, clerk: Clerk[Any]) -> None:
        super().__init__(look)
        self._look = look
        self._around = around
        self._clerk = clerk
        self._delays: dict[Path, Any] = {}
        self._chosen = ""
        self._opening = False
        self._leaving = threading.Event()
        self.profiles: Profiles = read_profiles(around.settings)
        self._again: Callable[[], None] | None = None

    def start(self) -> None:
        """The first page: locked, unlock, or welcome."""
        if self._around.locked and self.profiles.profiles:
            self._around = replace(self._around, locked=False)
            self._show_locked()
        elif self.profiles.profiles:
            self.show_unlock()
        else:
            self.show_welcome()

    def keep(self, profiles: Profiles) -> None:
        """Keeps what stands outside the vaults; where it cannot be kept, the work goes on without."""
        self.profiles = profiles
        try:
            write_profiles(self._around.settings, profiles)
        except Problem:
            return

    def put(self, page: QWidget, again: Callable[[], None] | None = None, *, with_promises: bool = True) -> None:
        """Shows a page inside the frame. `again` shows it anew in another language; without it none is offered, because
        what was typed or must be written down now would be gone."""
        self._again = again
        frame = Frame(self._look, self._around.version, with_promises=with_promises, with_language=again is not None)
        frame.language_chosen.connect(self._speak)
        frame.put(page)
        self.framed.emit(frame)
        page.setFocus()

    def leave(self) -> None:
        """The app is closing: a demo programme that is being made is given up, and nothing of it is left."""
        self._leaving.set()

    def show_welcome(self) -> None:
        from monitor_app.ui.doorway.welcome import WelcomePage  # noqa: PLC0415

        page = WelcomePage(self._look, with_back=bool(self.profiles.profiles))
        page.back.connect(self.show_unlock)
        page.demo_asked.connect(lambda: self._found_demo(page))
        page.found_asked.connect(self._show_founding)
        page.restore_asked.connect(self.show_restore)
        self.put(page, self.show_welcome)

    def show_unlock(self) -> None:
        page = UnlockPage(self._look, self._unlock_view())
        page.open_asked.connect(lambda key, passphrase: self._unlock(page, key, passphrase))
        page.forgotten_asked.connect(self.show_forgotten)
        page.new_asked.connect(self.show_welcome)
        page.restore_asked.connect(self.show_restore)
        self.put(page, self.show_unlock)

    def open_with(self, page: Waits, open_it: Callable[[], Any], profile: Profile) -> None:
        """Opens or makes a vault on the clerk's thread; a problem is said on the page, which can be used again."""

        def done(_vault: object) -> None:
            self.keep(self.profiles.with_profile(profile))
            self.opened.emit(profile)

        def failed(problem: Problem) -> None:
            if isValid(page):
                page.set_working(False)
                page.say(message_of(problem, self._look.words))

        page.set_working(True)
        page.say(None)
        self.keep_vault(open_it, done, failed)

    def keep_vault(
        self, open_it: Callable[[], Any], done: Callable[[Any], object], failed: Callable[[Problem], object]
    ) -> None:
        """Opens or makes a vault, one at a time: what is asked meanwhile is not done. The answer arrives even when the
        page that asked is gone, because the vault is open then."""
        if self._opening:
            return
        self._opening = True

        def opened(vault: Any) -> None:
            self._opening = False
            done(vault)

        def refused(problem: Problem) -> None:
            self._opening = False
            failed(problem)

        self._clerk.keep(self, open_it, opened, refused)

    def label(self, wanted: str) -> str:
        """The label of one more profile, told apart from those that are there."""
        taken = {one.label for one in self.profiles.profiles}
        numbered = (wanted if number == 1 else f"{wanted} {number}" for number in range(1, len(taken) + 2))
        return next(label for label in numbered if label not in taken)

    def new_folder(self) -> Path:
        """A folder for one more vault, named without a word of what it holds."""
        return self._around.vaults / f"profile-{self._around.world.randomness(6).hex()}"

    def _show_locked(self) -> None:
        from monitor_app.ui.doorway.locked import LockedPage  # noqa: PLC0415

        page = LockedPage(self._look)
        page.unlock_asked.connect(self.show_unlock)
        self.put(page, self._show_locked, with_promises=False)

    def _show_founding(self) -> None:
        from monitor_app.ui.door_founding import found_with_wizard  # noqa: PLC0415

        found_with_wizard(self, self._look, self._around, self._clerk)

    def show_forgotten(self, key: str) -> None:
        """The two ways back to a profile whose passphrase is forgotten."""
        from monitor_app.ui.door_recovery import recover_with_pages  # noqa: PLC0415

        profile = self._profile(key)
        if profile is not None:
            recover_with_pages(self, self._look, self._around, profile)

    def show_restore(self) -> None:
        """A backup becomes one more profile."""
        from monitor_app.ui.door_recovery import restore_with_page  # noqa: PLC0415

        restore_with_page(self, self._look, self._around)

    def _found_demo(self, page: WelcomePage) -> None:
        from monitor_app.actions.training import found_training  # noqa: PLC0415

        folder, around, words = self.new_folder(), self._around, self._look.words
        profile = Profile(folder, self.label(words("Training (passphrase: training)")), training=True)

        def step(_said: str) -> None:
            if self._leaving.is_set():
                raise Cancelled

        self.open_with(
            page, lambda: found_training(folder, around.resources, around.world, words.language, step), profile
        )

    def _unlock(self, page: UnlockPage, key: str, passphrase: str) -> None:
        from monitor_app.actions.open_programme import after_wrong_try, open_programme  # noqa: PLC0415

        profile = self._profile(key)
        if profile is None:
            return
        self._chosen = key
        world, delay = self._around.world, self._delays.get(profile.folder)

        def done(_vault: object) -> None:
            self._delays.pop(profile.folder, None)
            self.opened.emit(profile)

        def failed(problem: Problem) -> None:
            if problem.kind.code == WRONG:
                self._delays[profile.folder] = after_wrong_try(delay, world)
            if isValid(page):
                page.present(self._refused(problem, profile))

        page.present(replace(self._unlock_view(), working=True))
        self.keep_vault(lambda: open_programme(profile.folder, passphrase, world, delay), done, failed)

    def _refused(self, problem: Problem, profile: Profile) -> UnlockView:
        if problem.kind.code in (WRONG, WAIT):
            seconds = self._delays[profile.folder].seconds_left(self._around.world.clock.now())
            return replace(self._unlock_view(), wait_s=seconds, wrong=True)
        return replace(self._unlock_view(), message=message_of(problem, self._look.words))

    def _unlock_view(self) -> UnlockView:
        shown = tuple(Shown(str(one.folder), one.label, one.training) for one in self.profiles.profiles)
        return UnlockView(shown, self._chosen)

    def _profile(self, key: str) -> Profile | None:
        return next((one for one in self.profiles.profiles if str(one.folder) == key), None)

    def _speak(self, language: Language) -> None:
        self._look.speak(speak(language, self._around.resources))
        self.keep(replace(self.profiles, language=language))
        if self._again is not None:
            self._again()
