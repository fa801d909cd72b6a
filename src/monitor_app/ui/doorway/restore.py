"""Restore a backup: which folder, its passphrase; a copy that goes on beside the original without harm."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal

from monitor_app.ui.doorway.page import DoorwayPage
from monitor_app.ui.doorway.passphrase import PassphraseField
from monitor_app.ui.files import ask_folder
from monitor_app.ui.look import Look
from monitor_app.ui.parts.button import Button
from monitor_app.ui.parts.card import Card
from monitor_app.ui.parts.label import IconLabel, Label
from monitor_app.ui.parts.row import row


class RestorePage(DoorwayPage):
    """Signal: `restore_asked(folder, passphrase)`, folder a Path."""

    restore_asked = Signal(object, str)

    def __init__(self, look: Look) -> None:
        words = look.words
        super().__init__(
            look,
            words("Restore a backup"),
            words("The backup becomes a profile of this laptop. What is on this laptop now stays as it is."),
            with_back=True,
        )
        self._folder: Path | None = None
        self._working = False
        self._shown = Label(words("No folder chosen"), "body", "text2", wrap=True)
        self.choose = Button(look, words("Choose the backup folder"), "folder-open", height=44)
        self.choose.clicked.connect(lambda: ask_folder(look, self, words("Where is the backup?"), self.chosen))
        card = Card(look)
        card.inside.addLayout(row(look, IconLabel(look, "hard-drive", "text2", 20), self._shown, None, self.choose))
        self.inside.addWidget(card)
        help_ = words("The passphrase of the time when the backup was made.")
        self.passphrase = PassphraseField(look, words("Passphrase of the backup"), help_)
        self.passphrase.typed.connect(lambda _text: self._check())
        self.passphrase.entered.connect(self._ask)
        self.inside.addWidget(self.passphrase)
        self.add_message()
        self._button = Button(look, words("Restore"), "box-arrow-down", rank="primary", height=48)
        self._button.clicked.connect(self._ask)
        self.inside.addWidget(self._button)
        self._check()
        self.setFocusProxy(self.choose)

    def chosen(self, folder: Path) -> None:
        """Takes the folder that was chosen."""
        self._folder = folder
        self._shown.setText(folder.name or str(folder))
        self.passphrase.setFocus()
        self._check()

    def set_working(self, working: bool) -> None:
        """While the backup is opened and checked."""
        words = self.look.words
        self._working = working
        self.allow_back(not working)
        self._button.set_face(words("Checking and restoring…") if working else words("Restore"), "box-arrow-down")
        self._check()

    def _check(self) -> None:
        self._button.setEnabled(self._folder is not None and bool(self.passphrase.text()) and not self._working)

    def _ask(self) -> None:
        if self._button.isEnabled():
            self.restore_asked.emit(self._folder, self.passphrase.text())
