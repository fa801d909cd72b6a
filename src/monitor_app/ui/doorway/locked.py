"""Locked: nothing to see. Everything is saved; the passphrase opens it again."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from monitor_app.ui.doorway.page import DoorwayPage
from monitor_app.ui.look import Look
from monitor_app.ui.parts.button import Button
from monitor_app.ui.parts.card import Card
from monitor_app.ui.parts.label import IconLabel, Label
from monitor_app.ui.parts.row import row


class LockedPage(DoorwayPage):
    """Signal: `unlock_asked()`; Enter presses the button."""

    unlock_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, "", width=420)
        words = look.words
        self.setAccessibleName(words("Locked"))
        card = Card(look, margin=28, gap=12)
        card.inside.addLayout(row(look, None, IconLabel(look, "mark", "primary", 44), None))
        title = Label(words("Locked"), "section")
        line = Label(words("Everything is saved. Go on with your passphrase."), "body", "text2", wrap=True)
        for label in (title, line):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            card.inside.addWidget(label)
        card.inside.addSpacing(look.px(16))
        self.unlock = Button(look, words("Unlock"), "lock-simple-open", rank="primary", height=44)
        self.unlock.clicked.connect(self.unlock_asked)
        card.inside.addLayout(row(look, None, self.unlock, None))
        self.inside.addWidget(card)
        self.setFocusProxy(self.unlock)
