"""The settings page: language, theme, text size, keys, idle lock; passphrase, recovery sheet, backup."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from monitor_app.base import Language, Words
from monitor_app.ui.look import Look
from monitor_app.ui.parts.button import Button
from monitor_app.ui.parts.card import Card
from monitor_app.ui.parts.choice import Choice, ChoiceView, Option
from monitor_app.ui.parts.flow import Flow
from monitor_app.ui.parts.label import Label
from monitor_app.ui.parts.message import Message, MessageView
from monitor_app.ui.parts.row import Scroll
from monitor_app.ui.parts.switch import Switch

ThemeChoice = Literal["system", "light", "dark", "contrast"]
THEMES: tuple[ThemeChoice, ...] = ("system", "light", "dark", "contrast")
PERCENTS = (100, 125, 150, 175, 200)
IDLE_MINUTES = (1, 2, 5, 10, 15)
WIDEST = 880


@dataclass(frozen=True, slots=True)
class Preferences:
    """What this laptop prefers. `letter_keys`: single letters act outside text fields."""

    language: Language = "en"
    theme: ThemeChoice = "system"
    percent: int = 100
    letter_keys: bool = True
    idle_minutes: int = 5


@dataclass(frozen=True, slots=True)
class Safekeeping:
    """`sheet_confirmed`: the recovery sheet was typed back; `backup_line`: when the last backup was made, in words."""

    sheet_confirmed: bool
    backup_line: str = ""
    working: bool = False


class SettingsPage(QWidget):
    """Signals: `changed(Preferences)` at once; `passphrase_asked()`; `sheet_asked()`; `backup_asked()`;
    `certificate_asked()`: the programme's certificate is to be saved as a file."""

    changed = Signal(object)
    passphrase_asked = Signal()
    sheet_asked = Signal()
    backup_asked = Signal()
    certificate_asked = Signal()

    def __init__(self, look: Look, preferences: Preferences, safe: Safekeeping, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._preferences = preferences
        self.setObjectName("page")
        self.setAccessibleName(look.words("Settings"))
        self._reminder = Message(look)
        self._reminder.acted.connect(lambda _key: self.sheet_asked.emit())
        self._said = Message(look)
        self._backup_line = Label("", "support", "text2", wrap=True)
        self._backup = Button(look, look.words("Back up now"), "hard-drive", height=44)
        self._backup.clicked.connect(self.backup_asked)
        scroll = self._scroll = Scroll(look, margin=24, gap=14)
        column = QWidget()
        column.setMaximumWidth(look.px(WIDEST))
        inside = QVBoxLayout(column)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(look.px(14))
        for part in (self._reminder, self._said, self._looks(), self._keys(), self._kept(), self._checked()):
            inside.addWidget(part)
        # beside a stretch, so that the height is reckoned at the width it really gets
        beside = QHBoxLayout()
        beside.addWidget(column, 1)
        beside.addStretch(0)
        scroll.inside.addLayout(beside)
        scroll.inside.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        self.present_safe(safe)

    def preferences(self) -> Preferences:
        return self._preferences

    def present_safe(self, safe: Safekeeping) -> None:
        """Shows how the vault is kept safe."""
        words = self._look.words
        reminder = MessageView(
            words("Your recovery sheet is not confirmed yet"),
            words("If you forget the passphrase, only the organisation’s sheets open this profile. Make a new sheet."),
            "look",
            (("sheet", words("Make a recovery sheet")),),
        )
        self._reminder.present(None if safe.sheet_confirmed else reminder)
        self._backup_line.setText(safe.backup_line or words("No backup yet."))
        self._backup.setEnabled(not safe.working)
        self._backup.set_face(words("Backing up and checking…") if safe.working else words("Back up now"), "hard-drive")

    def say(self, message: MessageView | None) -> None:
        """Says how a deed went, where it is seen: at the top."""
        self._said.present(message)
        if message is not None:
            self._scroll.verticalScrollBar().setValue(0)

    def regions(self) -> list[QWidget]:
        """For F6."""
        return [self]

    def _looks(self) -> Card:
        look, words = self._look, self._look.words
        card = Card(look, gap=10)
        card.inside.addWidget(Label(words("Language and look"), "panel"))
        languages = (Option("en", "English"), Option("fr", "Français"))
        self._add_choice(card, words("Language"), languages, self._preferences.language, self._speak)
        self._add_choice(card, words("Theme"), _themes(words), self._preferences.theme, self._wear)
        sizes = tuple(Option(str(n), words("{n} %", n=n)) for n in PERCENTS)
        self._add_choice(card, words("Text size"), sizes, str(self._preferences.percent), self._grow)
        return card

    def _keys(self) -> Card:
        look, words = self._look, self._look.words
        card = Card(look, gap=10)
        card.inside.addWidget(Label(words("Keys and locking"), "panel"))
        letters = Switch(
            look, words("Single letters act outside text fields (J, K, N, ?)"), on=self._preferences.letter_keys
        )
        letters.toggled.connect(lambda on: self._tell(replace(self._preferences, letter_keys=on)))
        card.inside.addWidget(letters)
        minutes = tuple(Option(str(n), words.n("{n} minute", "{n} minutes", n)) for n in IDLE_MINUTES)
        label = words("Lock when nobody touches the laptop for")
        self._add_choice(card, label, minutes, str(self._preferences.idle_minutes), self._wait)
        return card

    def _kept(self) -> Card:
        look, words = self._look, self._look.words
        card = Card(look, gap=10)
        card.inside.addWidget(Label(words("Kept safe"), "panel"))
        card.inside.addWidget(self._backup_line)
        passphrase = Button(look, words("Change the passphrase"), "key", height=44)
        passphrase.clicked.connect(self.passphrase_asked)
        sheet = Button(look, words("New recovery sheet"), "file-text", height=44)
        sheet.clicked.connect(self.sheet_asked)
        buttons = Flow(look, gap=8, line_gap=8)
        for button in (self._backup, passphrase, sheet):
            buttons.add(button)
        card.inside.addWidget(buttons)
        return card

    def _checked(self) -> Card:
        look, words = self._look, self._look.words
        card = Card(look, gap=10)
        card.inside.addWidget(Label(words("Who signed"), "panel"))
        line = words(
            "Whoever receives a report can check who signed it with the certificate of the programme. It holds no "
            "secret. Hand it over yourself, not together with the report."
        )
        card.inside.addWidget(Label(line, "support", "text2", wrap=True))
        save = Button(look, words("Save the certificate"), "download-simple", height=44)
        save.clicked.connect(self.certificate_asked)
        buttons = Flow(look, gap=8, line_gap=8)
        buttons.add(save)
        card.inside.addWidget(buttons)
        return card

    def _add_choice(self, card: Card, label: str, options: tuple[Option, ...], chosen: str, then: object) -> None:
        choice = Choice(self._look)
        choice.present(ChoiceView(label, options, chosen))
        choice.chosen.connect(then)
        choice.setMaximumWidth(choice.findChildren(QWidget)[0].sizeHint().width() + self._look.px(120))
        card.inside.addWidget(Label(label, "label", "text2", wrap=True))
        card.inside.addWidget(choice)

    def _speak(self, key: str) -> None:
        self._tell(replace(self._preferences, language="fr" if key == "fr" else "en"))

    def _wear(self, key: str) -> None:
        for theme in THEMES:
            if theme == key:
                self._tell(replace(self._preferences, theme=theme))

    def _grow(self, key: str) -> None:
        self._tell(replace(self._preferences, percent=int(key)))

    def _wait(self, key: str) -> None:
        self._tell(replace(self._preferences, idle_minutes=int(key)))

    def _tell(self, preferences: Preferences) -> None:
        self._preferences = preferences
        self.changed.emit(preferences)


def _themes(words: Words) -> tuple[Option, ...]:
    said = {
        "system": words("As the system"),
        "light": words("Light"),
        "dark": words("Dark"),
        "contrast": words("High contrast"),
    }
    return tuple(Option(key, said[key]) for key in THEMES)
