"""The texts a person writes for the report: one button each, with what is still empty in the report's language."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from monitor_app.actions.passage import PASSAGE_NAMES, Passage
from monitor_app.ui.look import Look
from monitor_app.ui.parts import Button, Label, row


class PassageRows(QWidget):
    """Signal: `asked(passage)`."""

    asked = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        words = look.words
        layout = QVBoxLayout(self)
        layout.setContentsMargins(look.px(6), look.px(8), look.px(12), look.px(10))
        layout.setSpacing(0)
        head = Label(words("Texts you write"), "label", "text2")
        head.setContentsMargins(look.px(10), 0, 0, look.px(2))
        layout.addWidget(head)
        self._states: dict[Passage, Label] = {}
        self._buttons: dict[Passage, Button] = {}
        for passage in Passage:
            button = Button(look, words(PASSAGE_NAMES[passage]), "pencil-simple", rank="quiet", height=36)
            button.clicked.connect(lambda _=False, passage=passage: self.asked.emit(passage.value))
            state = Label("", "caption", "text3")
            self._buttons[passage], self._states[passage] = button, state
            layout.addLayout(row(look, button, None, state, gap=4))

    def present(self, texts: Mapping[Passage, Mapping[str, str]], language: str) -> None:
        """Says which are empty in the report's language."""
        words = self._look.words
        for passage, state in self._states.items():
            is_empty = not texts.get(passage, {}).get(language)
            state.setText(words("empty") if is_empty else "")
            name = words(PASSAGE_NAMES[passage])
            self._buttons[passage].setAccessibleName(words("{text}, empty", text=name) if is_empty else name)
