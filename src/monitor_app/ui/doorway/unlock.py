"""Unlock: a profile, its passphrase, Open. Shows nothing but profile labels the owner chose."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from monitor_app.ui.doorway.page import DoorwayPage
from monitor_app.ui.doorway.passphrase import PassphraseField
from monitor_app.ui.doorway.radio_card import RadioCard
from monitor_app.ui.look import Look
from monitor_app.ui.parts.button import Button
from monitor_app.ui.parts.flow import Flow
from monitor_app.ui.parts.label import Label
from monitor_app.ui.parts.row import line, row

if TYPE_CHECKING:
    from monitor_app.ui.parts.message import MessageView


_TWO_ACROSS = 125
"""The text size in percent up to which two profiles stand in one line."""


@dataclass(frozen=True, slots=True)
class Profile:
    """A vault on this laptop: `key` for the program, the label its owner chose; `training`: invented data only."""

    key: str
    label: str
    training: bool = False


@dataclass(frozen=True, slots=True)
class UnlockView:
    """`wait_s`: seconds until the next try; `wrong`: the last try was; `working`: the key is being made."""

    profiles: tuple[Profile, ...]
    chosen: str = ""
    wait_s: int = 0
    wrong: bool = False
    working: bool = False
    message: MessageView | None = None


class UnlockPage(DoorwayPage):
    """Signals: `open_asked(profile, passphrase)`; `forgotten_asked(profile)`; `new_asked()`; `restore_asked()`."""

    open_asked = Signal(str, str)
    forgotten_asked = Signal(str)
    new_asked = Signal()
    restore_asked = Signal()

    def __init__(self, look: Look, view: UnlockView) -> None:
        words = look.words
        many = len(view.profiles) > 1
        sentence = words("Choose a profile, then type its passphrase.") if many else words("Type your passphrase.")
        super().__init__(look, words("Open your work"), sentence)
        self._view = view
        self._cards: dict[str, RadioCard] = {}
        self._chosen = view.chosen or (view.profiles[0].key if view.profiles else "")
        if many:
            self.inside.addSpacing(look.px(12))
            self.inside.addWidget(Label(words("Profile"), "label", "text2"))
            self.inside.addWidget(self._profiles(view))
        self.inside.addSpacing(look.px(10))
        help_ = words("Wrong tries only slow the next one down. Nothing is deleted.")
        self.passphrase = PassphraseField(look, words("Passphrase"), help_)
        self.passphrase.entered.connect(self._open)
        self.inside.addWidget(self.passphrase)
        self.add_message()
        self._button = Button(look, words("Open"), "lock-simple-open", rank="primary", height=48)
        self._button.clicked.connect(self._open)
        self.inside.addSpacing(look.px(4))
        self.inside.addWidget(self._button)
        self.inside.addSpacing(look.px(12))
        self.inside.addWidget(line())
        self.inside.addWidget(self._ways())
        self.inside.addSpacing(look.px(24))
        self.add_foot(
            words(
                "This screen shows no visit, no place and no date. "
                "Keep profile names neutral: anyone can read them here."
            )
        )
        self.setFocusProxy(self.passphrase)
        self._wait_s = 0
        self._second = QTimer(self)
        self._second.setInterval(1000)
        self._second.setTimerType(Qt.TimerType.PreciseTimer)
        self._second.timeout.connect(self._tick)
        self.present(view)

    def present(self, view: UnlockView) -> None:
        """Shows how the last try went. The profiles stay those the page was made with."""
        self._view = view
        self._wait_s = view.wait_s
        if view.wrong:
            self.passphrase.clear()
        if view.wait_s:
            self._second.start()
        else:
            self._second.stop()
        self.say(view.message)
        self._say_state()
        if not view.working:
            self.passphrase.setFocus()

    def _profiles(self, view: UnlockView) -> QWidget:
        words = self.look.words
        holder = QWidget()
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(self.look.px(8))
        pair: list[QWidget] = []
        for profile in view.profiles:
            about = words("Invented data only") if profile.training else words("Opened with a passphrase")
            card = RadioCard(self.look, profile.label, about)
            card.setChecked(profile.key == self._chosen)
            card.toggled.connect(lambda on, key=profile.key: self._choose(key) if on else None)
            self._cards[profile.key] = card
            pair.append(card)
        # two in a line where their words fit, as exclusive siblings under one parent
        across = 2 if self.look.percent <= _TWO_ACROSS else 1
        for place in range(0, len(pair), across):
            layout.addLayout(row(self.look, *pair[place : place + across], gap=12))
        return holder

    def _ways(self) -> QWidget:
        words = self.look.words
        ways = Flow(self.look, gap=8)
        for text, icon, deed in (
            (words("I forgot my passphrase"), "key", lambda: self.forgotten_asked.emit(self._chosen)),
            (words("New profile"), "user-plus", self.new_asked.emit),
            (words("Restore a backup"), "box-arrow-down", self.restore_asked.emit),
        ):
            button = Button(self.look, text, icon, rank="quiet", height=44)
            button.clicked.connect(deed)
            ways.add(button)
        return ways

    def _choose(self, key: str) -> None:
        self._chosen = key
        self.passphrase.say_wrong("")
        self.passphrase.setFocus()

    def _open(self) -> None:
        if self._button.isEnabled() and self.passphrase.text():
            self.open_asked.emit(self._chosen, self.passphrase.text())

    def _tick(self) -> None:
        self._wait_s = max(0, self._wait_s - 1)
        if not self._wait_s:
            self._second.stop()
        self._say_state()

    def _say_state(self) -> None:
        words = self.look.words
        ready = not self._wait_s and not self._view.working
        self._button.setEnabled(ready)
        self._button.set_face(words("Opening…") if self._view.working else words("Open"), "lock-simple-open")
        self.passphrase.line.setReadOnly(self._view.working)
        if not self._view.wrong:
            self.passphrase.say_wrong("")
        elif self._wait_s:
            self.passphrase.say_wrong(
                words("That passphrase does not open this profile. Next try in {seconds} s.", seconds=self._wait_s)
            )
        else:
            self.passphrase.say_wrong(words("That passphrase does not open this profile. You can try again."))
