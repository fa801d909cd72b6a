"""Welcome: the first screen: try the demo programme, found a programme, join one, restore a backup."""

from __future__ import annotations

from PySide6.QtCore import Signal

from monitor_app.ui.doorway.page import DoorwayPage
from monitor_app.ui.look import Look
from monitor_app.ui.parts.button import Button, Rank
from monitor_app.ui.parts.card import Card
from monitor_app.ui.parts.label import IconLabel, Label
from monitor_app.ui.parts.row import column, row


class WelcomePage(DoorwayPage):
    """Signals: `demo_asked()`, `found_asked()`, `restore_asked()`; joining is explained on the page itself."""

    demo_asked = Signal()
    found_asked = Signal()
    restore_asked = Signal()

    def __init__(self, look: Look, *, with_back: bool = False) -> None:
        words = look.words
        super().__init__(
            look,
            words("Welcome"),
            words("Monitor helps you prepare, carry out and report visits to places of detention. How do you begin?"),
            with_back=with_back,
            width=640,
        )
        self.inside.addSpacing(look.px(8))
        self.demo = self._way(
            "graduation-cap",
            words("Try the demo programme"),
            words("Invented visits to look around in. They are made on this laptop, in a profile of their own."),
            words("Try it"),
            "primary",
        )
        self.demo.clicked.connect(self.demo_asked)
        self.found = self._way(
            "buildings",
            words("Found a programme"),
            words(
                "For the coordinator. You choose a passphrase and write down what opens the programme if it is lost."
            ),
            words("Found one"),
            "secondary",
        )
        self.found.clicked.connect(self.found_asked)
        self._join()
        self.add_message()
        self.restore = Button(look, words("Restore a backup"), "box-arrow-down", rank="quiet", height=44)
        self.restore.clicked.connect(self.restore_asked)
        self.inside.addLayout(row(look, self.restore, None))
        self.setFocusProxy(self.demo)

    def set_working(self, working: bool) -> None:
        """While the demo programme is being made."""
        words = self.look.words
        self.demo.set_face(words("Making it…") if working else words("Try it"), "")
        self.allow_back(not working)
        for button in (self.demo, self.found, self.restore):
            button.setEnabled(not working)

    def _way(self, icon: str, title: str, line: str, act: str, rank: Rank) -> Button:
        look = self.look
        card = Card(look, margin=16)
        text = column(look, Label(title, "panel", wrap=True), Label(line, "support", "text2", wrap=True), gap=4)
        button = Button(look, act, rank=rank, height=44)
        button.setAccessibleName(title)
        across = row(look, IconLabel(look, icon, "primary", 24), gap=14)
        across.addLayout(text, 1)
        across.addWidget(button)
        card.inside.addLayout(across)
        self.inside.addWidget(card)
        return button

    def _join(self) -> None:
        look, words = self.look, self.look.words
        card = Card(look, margin=16, ground="canvas")
        line = words(
            "You need an invitation from its coordinator, on a stick. "
            "This version cannot read invitations yet. A later one can."
        )
        text = column(
            look, Label(words("Join a programme"), "panel"), Label(line, "support", "text2", wrap=True), gap=4
        )
        across = row(look, IconLabel(look, "user-plus", "text2", 24), gap=14)
        across.addLayout(text, 1)
        card.inside.addLayout(across)
        self.inside.addWidget(card)
