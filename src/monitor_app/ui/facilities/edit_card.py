"""A place being added, or what the register says of one being corrected."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from monitor_app.base import Canonical
from monitor_app.standards import FacilityKind
from monitor_app.ui.facilities.place_form import NewPlace, PlaceForm
from monitor_app.ui.look import Look
from monitor_app.ui.parts import Button, Card, Field, Label, NoteField, Switch, row


@dataclass(frozen=True, slots=True)
class Edited:
    """What was typed."""

    place: NewPlace
    closed: bool
    note: str

    def values(self) -> dict[str, Canonical]:
        """The fields of the register."""
        place = self.place
        return {
            "name.en": place.name.strip(),
            "name.fr": place.name_fr.strip(),
            "kind": place.kind,
            "city": place.city.strip(),
            "province": place.province.strip(),
            "time_zone": place.time_zone,
            "closed": self.closed,
            "note": self.note.strip(),
        }


class EditCard(QWidget):
    """Signals: `asked(Edited)` when nothing is missing; `left()`."""

    asked = Signal(object)
    left = Signal()

    def __init__(
        self, look: Look, kinds: Mapping[str, FacilityKind], now: datetime, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        words = look.words
        self._words = words
        self._asked_once = False
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        card = Card(look, edge="primary", gap=12)
        outer.addWidget(card)
        self._title = Label("", "section", wrap=True)
        card.inside.addWidget(self._title)
        self._form = PlaceForm(look, kinds, now)
        self._form.changed.connect(self._typed)
        card.inside.addWidget(self._form)
        self._closed = Switch(look, words("Nobody is held there any more"))
        self._note = NoteField(look)
        self._note_field = Field(look, words("Note for the team"), self._note)
        card.inside.addWidget(self._note_field)
        card.inside.addWidget(self._closed)
        self._keep = Button(look, "", "check", rank="primary", height=44)
        self._keep.clicked.connect(self._ask)
        leave = Button(look, words("Leave it as it is"), height=44)
        leave.clicked.connect(self.left)
        card.inside.addLayout(row(look, None, leave, self._keep, gap=10))

    def begin(self, place: NewPlace, *, closed: bool, note: str, new: bool) -> None:
        """Shows the fields of a place."""
        words = self._words
        self._asked_once = False
        self._title.setText(words("A new place for the register") if new else words("Correct the register"))
        self._keep.set_face(words("Add it") if new else words("Keep the corrections"), "check")
        self._form.present(place)
        self._form.say_missing({})
        self._note.present(note)
        self._note_field.setHidden(new)
        self._closed.setHidden(new)
        self._closed.setChecked(closed)
        self.show()
        self._form.focus_field("name")

    def _typed(self) -> None:
        if self._asked_once:
            self._form.say_missing(self._form.place().missing(self._words))

    def _ask(self) -> None:
        self._asked_once = True
        place = self._form.place()
        missing = place.missing(self._words)
        self._form.say_missing(missing)
        if not missing:
            self.asked.emit(Edited(place, self._closed.isChecked(), self._note.toPlainText()))
