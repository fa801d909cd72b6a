"""The crash page: a fault of the program, said plainly; what is saved stays saved; details hold no word of work."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication

from monitor_app.ui.crash import Crash
from monitor_app.ui.doorway.page import DoorwayPage
from monitor_app.ui.look import Look
from monitor_app.ui.parts.button import Button
from monitor_app.ui.parts.flow import Flow
from monitor_app.ui.parts.message import MessageView


class CrashPage(DoorwayPage):
    """Signals: `restart_asked()`, `quit_asked()`."""

    restart_asked = Signal()
    quit_asked = Signal()

    def __init__(self, look: Look, crash: Crash) -> None:
        words = look.words
        super().__init__(
            look,
            words("Monitor made a mistake and stopped"),
            words("Everything that was said to be saved is saved. Start again and go on with your passphrase."),
            width=640,
        )
        self._text = crash.text()
        buttons = Flow(look, gap=8, line_gap=8)
        self.restart = Button(look, words("Start again"), "arrow-clockwise", rank="primary", height=48)
        self.restart.clicked.connect(self.restart_asked)
        leave = Button(look, words("Quit"), height=48)
        leave.clicked.connect(self.quit_asked)
        copy = Button(look, words("Copy the technical details"), "copy", rank="quiet", height=48)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._text))
        for button in (self.restart, leave, copy):
            buttons.add(button)
        self.inside.addWidget(buttons)
        self.add_message()
        self.say(
            MessageView(
                words("What helps to find the fault"),
                words("The details name lines of the program. They hold no word of your work, no name and no place."),
                "news",
                details=self._text,
            )
        )
        self.setFocusProxy(self.restart)
