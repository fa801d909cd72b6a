"""Founding, second: the passphrase; then the keys are made."""

from __future__ import annotations

from PySide6.QtCore import Signal

from monitor_app.ui.doorway.new_passphrase import NewPassphrase, Suggest
from monitor_app.ui.doorway.page import DoorwayPage
from monitor_app.ui.doorway.passphrase import Measure
from monitor_app.ui.look import Look
from monitor_app.ui.parts.button import Button
from monitor_app.ui.parts.label import Label
from monitor_app.ui.parts.row import row


class FirstPassphrasePage(DoorwayPage):
    """Signal: `given(passphrase)`."""

    given = Signal(str)

    def __init__(self, look: Look, measure: Measure, suggest: Suggest) -> None:
        words = look.words
        super().__init__(
            look,
            words("Choose your passphrase"),
            words(
                "It opens everything on this laptop. Nobody can send you a new one, so a sheet for emergencies follows."
            ),
            with_back=True,
        )
        self.inside.insertWidget(1, Label(words("Step {n} of 5", n=2), "caption", "text3"))
        self.new = NewPassphrase(look, measure, suggest)
        self.new.changed.connect(self._check)
        self.new.entered.connect(self._give)
        self.inside.addWidget(self.new)
        self.add_message()
        self._next = Button(look, words("Found the programme"), "check", rank="primary", height=48)
        self._next.clicked.connect(self._give)
        self.inside.addLayout(row(look, None, self._next))
        self._working = False
        self._check()
        self.setFocusProxy(self.new)

    def set_working(self, working: bool) -> None:
        """While the keys are being made."""
        words = self.look.words
        self._working = working
        self.allow_back(not working)
        self._next.set_face(words("Making the keys…") if working else words("Found the programme"), "check")
        self._check()

    def _check(self) -> None:
        self._next.setEnabled(self.new.ready() and not self._working)

    def _give(self) -> None:
        if self._next.isEnabled():
            self.given.emit(self.new.text())
