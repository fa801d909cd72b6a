"""Confirm a provision as read in its text, or correct number and wording; in place of the provision in the panel."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from monitor_app.base import Problem
from monitor_app.standards import Provision
from monitor_app.ui.look import Look
from monitor_app.ui.parts import Button, Field, Flow, Label, Line, Message, NoteField, Switch, message_of


@dataclass(frozen=True, slots=True)
class Confirmation:
    """What a coordinator checked. `correction` holds only what differs from the library's own text."""

    key: str
    source: str
    correction: dict[str, str]
    french_confirmed: bool


class ConfirmForm(QWidget):
    """Signals: `asked(Confirmation)`; `left()`."""

    asked = Signal(object)
    left = Signal()

    def __init__(self, look: Look, provision: Provision, citation: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = look.words
        self._words = words
        self._provision = provision
        self._before = {
            "ref.en": provision.ref.en,
            "ref.fr": provision.ref.fr,
            "paraphrase.en": provision.paraphrase.en,
            "paraphrase.fr": provision.paraphrase.fr,
        }
        self._source = Line(look)
        self._refs = {name: Line(look) for name in ("ref.en", "ref.fr")}
        self._notes = {name: NoteField(look, fewest=3) for name in ("paraphrase.en", "paraphrase.fr")}
        self._french = Switch(look, words("The French is confirmed too"), on=provision.french_confirmed)
        self._message = Message(look)
        for name, one in self._refs.items():
            one.setText(self._before[name])
        for name, note in self._notes.items():
            note.present(self._before[name])
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(look.px(12))
        inside.addWidget(Label(citation, "panel", wrap=True))
        hint = words("Read the text itself. What you keep here is used in every report from now on; signed ones stay.")
        inside.addWidget(Label(hint, "support", "text2", wrap=True))
        help_ = words("The text you read, with its date or address.")
        self._source_field = Field(look, words("Source"), self._source, help_)
        fields = (
            self._source_field,
            Field(look, words("Number in English"), self._refs["ref.en"]),
            Field(look, words("Our sentence in English"), self._notes["paraphrase.en"]),
            Field(look, words("Number in French"), self._refs["ref.fr"]),
            Field(look, words("Our sentence in French"), self._notes["paraphrase.fr"]),
        )
        for field in fields:
            inside.addWidget(field)
        inside.addWidget(self._french)
        inside.addWidget(self._message)
        buttons = Flow(look, gap=10, line_gap=8)
        leave = Button(look, words("Leave it as it is"), height=44)
        leave.clicked.connect(self.left)
        confirm = Button(look, words("Confirm"), "check", rank="primary", height=44)
        confirm.clicked.connect(self._ask)
        buttons.add(leave)
        buttons.add(confirm)
        inside.addWidget(buttons)
        inside.addStretch(1)

    def focus_first(self) -> None:
        """Puts the focus on the source."""
        self._source.setFocus()

    def confirmation(self) -> Confirmation:
        """What is typed."""
        typed = {name: one.text().strip() for name, one in self._refs.items()}
        typed |= {name: note.toPlainText().strip() for name, note in self._notes.items()}
        differing = {name: text for name, text in typed.items() if text and text != self._before[name]}
        return Confirmation(self._provision.key, self._source.text().strip(), differing, self._french.isChecked())

    def say(self, problem: Problem) -> None:
        """Says what went wrong."""
        self._message.present(message_of(problem, self._words))

    def _ask(self) -> None:
        found = self.confirmation()
        self._source_field.say_wrong("" if found.source else self._words("Say in which text you checked it."))
        if found.source:
            self.asked.emit(found)
        else:
            self._source.setFocus()
