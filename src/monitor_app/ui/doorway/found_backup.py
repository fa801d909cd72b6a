"""Founding, last: a folder for backups, on another disk or a stick."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal

from monitor_app.ui.doorway.page import DoorwayPage
from monitor_app.ui.files import ask_folder
from monitor_app.ui.look import Look
from monitor_app.ui.parts.button import Button
from monitor_app.ui.parts.label import Label
from monitor_app.ui.parts.message import MessageView
from monitor_app.ui.parts.row import row


class BackupPage(DoorwayPage):
    """Signals: `backup_asked(folder)`, a Path; `finished()`, with or without one."""

    backup_asked = Signal(object)
    finished = Signal()

    def __init__(self, look: Look) -> None:
        words = look.words
        super().__init__(
            look,
            words("The programme is founded"),
            words("One thing more: a backup. It is encrypted, opened once to check it, and useless to a stranger."),
        )
        self.inside.insertWidget(0, Label(words("Step {n} of 5", n=5), "caption", "text3"))
        self.make = Button(look, words("Back up to a folder or a stick"), "hard-drive", height=48)
        self.make.clicked.connect(lambda: ask_folder(look, self, words("Where is the backup kept?"), self._chosen))
        self.done = Button(look, words("Begin"), "arrow-right", rank="primary", height=48)
        self.done.clicked.connect(self.finished)
        self.add_message()
        self.inside.addLayout(row(look, self.make, None, self.done))
        self.add_foot(words("You can back up at any time under Settings."))
        self.setFocusProxy(self.make)

    def set_working(self, working: bool) -> None:
        """While the backup is made and checked."""
        words = self.look.words
        text = words("Backing up and checking…") if working else words("Back up to a folder or a stick")
        self.make.set_face(text, "hard-drive")
        self.make.setEnabled(not working)
        self.done.setEnabled(not working)

    def say_made(self) -> None:
        """The backup was made and opened."""
        words = self.look.words
        self.set_working(False)
        self.say(MessageView(words("The backup is made and was opened to check it."), weight="done"))
        self.done.setFocus()

    def _chosen(self, folder: Path) -> None:
        self.set_working(True)
        self.backup_asked.emit(folder)
