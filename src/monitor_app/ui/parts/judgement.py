"""Judgement: Met, Partly met, Not met, N/A, Not assessed; keys 1 to 5, arrows and Space, 0 or Backspace clears."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from monitor_app.base import Words
from monitor_app.ui.look import JUDGED, TONE_OF, Judged, Look
from monitor_app.ui.parts.segments import Segment, Segments


@dataclass(frozen=True, slots=True)
class JudgementView:
    """What a judgement shows. `about` is what is judged, for a screen reader ("3.4"); "" chosen is not answered."""

    about: str
    chosen: Judged | str = ""
    writable: bool = True


def judged_word(words: Words, judged: Judged) -> str:
    """The word of a judgement."""
    said = {
        "met": words("Met"),
        "partly": words("Partly met"),
        "not_met": words("Not met"),
        "na": words("N/A"),
        "not_assessed": words("Not assessed"),
    }
    return said[judged]


class Judgement(QWidget):
    """Signals: `judged(key)`, one of the five or "" when cleared; `entered()`, Enter: on to the note."""

    judged = Signal(str)
    entered = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._about = ""
        self._segments = Segments(look, clearable=True, parent=self)
        self._segments.chosen.connect(self._chosen)
        self._segments.entered.connect(self.entered)
        self.setFocusProxy(self._segments)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._segments)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def present(self, view: JudgementView) -> None:
        """Shows a judgement."""
        self._about = view.about
        words = self._look.words
        self._segments.present(
            [
                Segment(key, judged_word(words, key), TONE_OF[key], key, str(index + 1))
                for index, key in enumerate(JUDGED)
            ],
            view.chosen,
        )
        self._segments.setEnabled(view.writable)
        self._say()

    def _chosen(self, key: str) -> None:
        self._say()
        self.judged.emit(key)

    def _say(self) -> None:
        words = self._look.words
        chosen = self._segments.chosen_key()
        for index, key in enumerate(JUDGED):
            if key == chosen:
                name = words(
                    "{about}, judgement, {answer}, {place} of 5",
                    about=self._about,
                    answer=judged_word(words, key),
                    place=index + 1,
                )
                break
        else:
            name = words("{about}, judgement, not answered", about=self._about)
        self._segments.say_name(name)
