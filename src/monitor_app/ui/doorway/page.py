"""A page of the doorway: one column, a title, a line under it, and what the page adds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from monitor_app.ui.look import Look
from monitor_app.ui.parts.button import Button
from monitor_app.ui.parts.label import IconLabel, Label
from monitor_app.ui.parts.row import row

if TYPE_CHECKING:
    from monitor_app.ui.parts.message import Message, MessageView


class DoorwayPage(QWidget):
    """`inside` is its column. Signal: `back()` where `with_back`. `say(...)` shows a message in its place."""

    back = Signal()

    def __init__(self, look: Look, title: str, line: str = "", *, with_back: bool = False, width: int = 600) -> None:
        super().__init__()
        self.look = look
        self.inside = QVBoxLayout(self)
        self.inside.setContentsMargins(0, 0, 0, 0)
        self.inside.setSpacing(look.px(12))
        self.setFixedWidth(look.px(width))
        self.setAccessibleName(title)
        self._back_button: Button | None = None
        if with_back:
            self._back_button = Button(look, look.words("Back"), "arrow-left", rank="quiet", height=36)
            self._back_button.clicked.connect(self.back)
            self.inside.addLayout(row(look, self._back_button, None))
        if title:
            self.inside.addWidget(Label(title, "unlock", wrap=True))
        if line:
            self.inside.addWidget(Label(line, "lead", "text2", wrap=True))
        self._message: Message | None = None
        self._message_place = QVBoxLayout()

    def add_message(self) -> None:
        """Puts the place of the message here."""
        self.inside.addLayout(self._message_place)

    def say(self, message: MessageView | None) -> None:
        """Says what happened, or nothing any more."""
        if message is not None and self._message is None:
            from monitor_app.ui.parts.message import Message  # noqa: PLC0415  # a door that opens only when needed

            self._message = Message(self.look)
            self._message_place.addWidget(self._message)
        if self._message is not None:
            self._message.present(message)

    def allow_back(self, allowed: bool) -> None:
        """Whether the page can be left now: not while a vault is being made or opened."""
        if self._back_button is not None:
            self._back_button.setEnabled(allowed)

    def add_foot(self, sentence: str, icon: str = "info") -> None:
        """A quiet line at the end of the column."""
        words = Label(sentence, "support", "text3", wrap=True)
        foot = row(self.look, IconLabel(self.look, icon, "text3", 16), words, top=True)
        foot.setStretchFactor(words, 1)
        self.inside.addLayout(foot)
