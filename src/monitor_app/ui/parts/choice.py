"""Choice: one of a few words in a row, a tick on the chosen one (consent, severity, reach, language, theme)."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from monitor_app.ui.look import Look, Tone
from monitor_app.ui.parts.segments import Segment, Segments


@dataclass(frozen=True, slots=True)
class Option:
    """One word to choose. `tone` colours it when chosen: report with it, or leave it petrol."""

    key: str
    text: str
    tone: Tone = "primary"


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """What a choice shows; `about` names it for a screen reader ("Severity")."""

    about: str
    options: tuple[Option, ...]
    chosen: str = ""
    writable: bool = True
    clearable: bool = False


class Choice(QWidget):
    """Arrows move, Space or the first letter chooses. Signal: `chosen(key)`."""

    chosen = Signal(str)

    def __init__(self, look: Look, *, clearable: bool = False, height: int = 44, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._view = ChoiceView("", ())
        self._segments = Segments(look, clearable=clearable, height=height, parent=self)
        self._segments.chosen.connect(self._by_person)
        self.setFocusProxy(self._segments)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._segments)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def present(self, view: ChoiceView) -> None:
        """Shows the options with one chosen."""
        self._view = view
        self._segments.present([Segment(o.key, o.text, o.tone) for o in view.options], view.chosen)
        self._segments.setEnabled(view.writable)
        self._say()

    def chosen_key(self) -> str:
        return self._segments.chosen_key()

    def _by_person(self, key: str) -> None:
        self._say()
        self.chosen.emit(key)

    def _say(self) -> None:
        words = self._look.words
        chosen = self._segments.chosen_key()
        text = next((o.text for o in self._view.options if o.key == chosen), words("nothing chosen"))
        self._segments.say_name(f"{self._view.about}, {text}" if self._view.about else text)
