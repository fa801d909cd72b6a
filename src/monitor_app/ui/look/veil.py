"""The veil: whether written words are hidden from a stranger's eyes, and whether somebody peeks at the moment."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

_BLOCK = "▪"


class Veil(QObject):
    """Hides words (F9) and shows them while F8 is held. `changed` tells every veiled widget to paint anew."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._down = False
        self._peeking = False

    @property
    def down(self) -> bool:
        """Words are to be hidden, whether or not somebody peeks now."""
        return self._down

    @property
    def hides(self) -> bool:
        """Words are hidden at this moment."""
        return self._down and not self._peeking

    def set_down(self, down: bool) -> None:
        self._down = down
        self.changed.emit()

    def peek(self, peeking: bool) -> None:
        if peeking != self._peeking:
            self._peeking = peeking
            self.changed.emit()


def masked(text: str) -> str:
    """The text with every letter a block; spaces and line ends stay, so that the shape of it can be seen."""
    return "".join(letter if letter.isspace() else _BLOCK for letter in text)
