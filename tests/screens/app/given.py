"""A person at the whole app: the real window, vault and threads; keys and mouse; only the passphrases are light."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from monitor_app import crypto
from monitor_app.actions.found_programme import Founding, found_programme
from monitor_app.actions.keep_safe import confirm_recovery_sheet
from monitor_app.actions.profiles import Profile, Profiles, write_profiles
from monitor_app.actions.world import World
from monitor_app.base import SystemClock, installed_resources, system_randomness
from monitor_app.ui.app import App
from monitor_app.ui.around import Around
from monitor_app.ui.files import FilePicker
from monitor_app.ui.parts import Button, Dialog, Label, Line

T = TypeVar("T", bound=QWidget)
LIGHT = crypto.Argon2Params(memory_kib=8 * 1024, passes=1, lanes=1)
PASSPHRASE = "kettle marble fjord window nine"
NEW_PASSPHRASE = "anchor velvet morning copper seven"


@dataclass(slots=True)
class Laptop:
    """What stands around the app: its folders, and how often the process would have been replaced."""

    folder: Path
    restarts: list[bool] = field(default_factory=list)

    def around(self, *, locked: bool = False) -> Around:
        return Around(
            resources=installed_resources(),
            world=World(SystemClock(), system_randomness, LIGHT, LIGHT.memory_kib),
            settings=self.folder / "settings",
            vaults=self.folder / "vaults",
            restart=lambda: self.restarts.append(True),
            language="en",
            version="0.1.0",
            locked=locked,
        )

    def found(self) -> tuple[str, ...]:
        """A programme founded before, as the one profile of the laptop; its recovery code in eight groups."""
        around = self.around()
        made = found_programme(
            around.vaults / "profile",
            Founding("Visitor A", "Example monitors", "", PASSPHRASE),
            around.resources,
            around.world,
        )
        confirm_recovery_sheet(made.vault, made.recovery_groups, {1: made.recovery_groups[0]})
        made.vault.lock()
        write_profiles(around.settings, Profiles("en", 100, (Profile(around.vaults / "profile", "My work"),)))
        return made.recovery_groups


class Person:
    """Looks at what is visible, presses buttons by their words, types where the focus is."""

    def __init__(self, app: App, bot: QtBot) -> None:
        self.app = app
        self.bot = bot

    @property
    def window(self) -> QWidget:
        return self.app.window

    def until(self, done: Callable[[], object], timeout_ms: int = 20_000) -> None:
        self.bot.waitUntil(lambda: bool(done()), timeout=timeout_ms)

    def rest(self) -> None:
        """Until neither thread has work and the window has shown it."""
        self.bot.wait(20)
        self.until(lambda: not self.app.clerk.busy() and not self.app.courier.busy())
        self.bot.wait(20)
        self.until(lambda: not self.app.clerk.busy() and not self.app.courier.busy())

    def all(self, kind: type[T]) -> list[T]:
        """The visible widgets of a kind; only those of the sheet that lies on top, where one does."""
        sheets = [one for one in self.window.findChildren(Dialog) if one.isVisible()]
        place: QWidget = sheets[-1] if sheets else self.window
        return [one for one in place.findChildren(kind) if one.isVisible()]

    def one(self, kind: type[T], name: str = "") -> T:
        found = [one for one in self.all(kind) if one.accessibleName().startswith(name)]
        assert found, f"no {kind.__name__} {name!r}"
        return found[0]

    def sees(self, words: str) -> bool:
        """Whether a sentence is on the screen."""
        return any(words in label.text() for label in self.all(Label))

    def button(self, word: str) -> Button:
        found = [one for one in self.all(Button) if word in (one.text(), one.accessibleName())]
        assert found, f"no button {word!r}; there are {[one.text() for one in self.all(Button)]}"
        return found[0]

    def can_press(self, word: str) -> bool:
        return any(word in (one.text(), one.accessibleName()) and one.isEnabled() for one in self.all(Button))

    def press(self, word: str) -> None:
        button = self.button(word)
        assert button.isEnabled(), f"{word!r} cannot be pressed"
        self.bot.mouseClick(button, Qt.MouseButton.LeftButton)
        self.bot.wait(5)

    def focused(self) -> QWidget:
        found = QApplication.focusWidget()
        assert found is not None, f"{QApplication.activeWindow()} {self.window.focusWidget()}"
        assert found.isVisible()
        return found

    def type(self, text: str) -> None:
        """Where the focus is, as a person does."""
        self.bot.keyClicks(self.focused(), text)

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.bot.keyClick(self.focused(), key, held)
        self.bot.wait(5)

    def lines(self) -> list[Line]:
        return self.all(Line)

    def note(self, name: str) -> QPlainTextEdit:
        return self.one(QPlainTextEdit, name)

    def unlock(self, passphrase: str = PASSPHRASE) -> None:
        self.type(passphrase)
        self.key(Qt.Key.Key_Return)

    def enter(self, passphrase: str = PASSPHRASE) -> None:
        """Unlocks and waits for home."""
        self.unlock(passphrase)
        self.until(lambda: self.app.programme is not None)
        self.rest()

    def pick(self, folder: Path, act: str) -> None:
        """In the sheet that asks for a file or folder."""
        self.one(FilePicker).go(folder)
        self.press(act)

    def ask(self, verb: Callable[[Any], Any]) -> Any:
        found: list[Any] = []
        self.app.clerk.ask(None, verb, found.append)
        self.until(lambda: found)
        return found[0]
