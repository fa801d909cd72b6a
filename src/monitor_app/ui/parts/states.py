"""Save state and share state: what is true about the work at this moment, and where it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from PySide6.QtCore import QElapsedTimer, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from monitor_app.base import Words
from monitor_app.ui.look import Look
from monitor_app.ui.parts.label import IconLabel, Label
from monitor_app.ui.parts.spoken import announce

_SAY_EVERY_MS = 10_000


@dataclass(frozen=True, slots=True)
class SaveView:
    """`state`: nothing written yet, writing, saved at `at` (aware), or cannot save since `at`. Said only when true."""

    state: Literal["nothing", "writing", "saved", "failed"]
    at: datetime | None = None


NOTHING_SAVED = SaveView("nothing")


def saved_words(words: Words, view: SaveView, *, short: bool = False) -> str:
    """The sentence of a save state; "" for nothing."""
    at = words.time(view.at, seconds=True) if view.at else ""
    if view.state == "writing":
        return words("Writing…")
    if view.state == "saved":
        return words("Saved {time}", time=at) if short else words("Saved on this laptop {time}", time=at)
    if view.state == "failed":
        return words("This laptop cannot save")
    return ""


class SaveState(QWidget):
    """A polite live region: a screen reader hears of it at most every 10 s."""

    def __init__(self, look: Look, *, short: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._short = short
        self._view = NOTHING_SAVED
        self._since_said = QElapsedTimer()
        self._icon = IconLabel(look, "check-circle-fill", "met", 16)
        self._label = Label("", "support")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.px(6))
        layout.addWidget(self._icon)
        layout.addWidget(self._label)
        layout.addStretch(1)

    def set_short(self, short: bool) -> None:
        """Fewer words where there is little room."""
        if short != self._short:
            self._short = short
            self.present(self._view)

    def present(self, view: SaveView) -> None:
        """Shows a state."""
        self._view = view
        words = saved_words(self._look.words, view, short=self._short)
        self._label.setText(words)
        self._icon.setVisible(view.state != "nothing")
        if view.state == "writing":
            self._icon.set_icon("circle-dashed", "na")
            self._label.set_ink("text")
        elif view.state == "failed":
            self._icon.set_icon("warning-octagon-fill", "notmet")
            self._label.set_ink("notmet")
        else:
            self._icon.set_icon("check-circle-fill", "met")
            self._label.set_ink("text")
        self.setAccessibleName(words)
        self._announce(words, urgent=view.state == "failed")

    def _announce(self, words: str, *, urgent: bool) -> None:
        since = self._since_said
        if words and (urgent or not since.isValid() or since.elapsed() >= _SAY_EVERY_MS):
            since.start()
            announce(self, words, urgent=urgent)


@dataclass(frozen=True, slots=True)
class ShareView:
    """`waiting`: changes no other device holds; `laptops`: devices that have seen everything, when nothing waits."""

    waiting: int
    laptops: int = 0


class ShareState(QWidget):
    """Opens the page where work is shared, once that exists. Signal: `asked()`."""

    asked = Signal()

    def __init__(self, look: Look, *, opens: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._opens = opens
        self._short = False
        self._view = ShareView(0)
        if opens:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._icon = IconLabel(look, "arrow-circle-up", "partly", 16)
        self._label = Label("", "support", "text2")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.px(6))
        layout.addWidget(self._icon)
        layout.addWidget(self._label)
        layout.addStretch(1)

    def set_short(self, short: bool) -> None:
        """Fewer words where there is little room; the accessible name stays whole."""
        if short != self._short:
            self._short = short
            self.present(self._view)

    def present(self, view: ShareView) -> None:
        """Shows how much is only here."""
        self._view = view
        words = self._look.words
        if view.waiting:
            said = words.n("{n} change not yet shared", "{n} changes not yet shared", view.waiting)
            self._icon.set_icon("arrow-circle-up", "partly")
        else:
            said = words.n("All shared, seen by {n} laptop", "All shared, seen by {n} laptops", view.laptops)
            self._icon.set_icon("check-circle", "met")
        short = (
            words.n("{n} not yet shared", "{n} not yet shared", view.waiting) if view.waiting else words("All shared")
        )
        self._label.setText(short if self._short else said)
        self.setAccessibleName(words("{state}, open Sync", state=said) if self._opens else said)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._opens and event.button() == Qt.MouseButton.LeftButton:
            self.asked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._opens and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.asked.emit()
        else:
            super().keyPressEvent(event)
