"""Where and what: the place, a new one if need be, the kind of visit, announced or not; and the checklists."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from monitor_app.actions.checklists import Checklist
from monitor_app.actions.facilities import Facility
from monitor_app.base import EntityId, id_from_hex
from monitor_app.monitoring import VisitKind, name_of
from monitor_app.standards import FacilityKind
from monitor_app.ui.facilities.place_form import PlaceForm
from monitor_app.ui.look import Look
from monitor_app.ui.parts import Card, Chip, ChipView, Choice, ChoiceView, Combo, Field, Flow, Label, Option
from monitor_app.ui.plan.draft import NEW_PLACE, Draft


class WhereCard(QWidget):
    """Signals: `place_chosen(key)`; `place_typed()`; `kind_chosen(VisitKind)`; `announced_chosen(bool)`."""

    place_chosen = Signal(str)
    place_typed = Signal()
    kind_chosen = Signal(object)
    announced_chosen = Signal(bool)

    def __init__(
        self, look: Look, kinds: Mapping[str, FacilityKind], now: datetime, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        words = look.words
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        card = Card(look, gap=14)
        outer.addWidget(card)
        card.inside.addWidget(Label(words("Where and why"), "panel"))
        self._place = Combo(look)
        self._place.activated.connect(lambda _: self.place_chosen.emit(self._place.chosen_key()))
        self._field = Field(look, words("Place"), self._place)
        card.inside.addWidget(self._field)
        self.new_place = Card(look, ground="canvas", gap=10)
        self.new_place.inside.addWidget(Label(words("A new place for the register"), "label"))
        self.form = PlaceForm(look, kinds, now)
        self.form.changed.connect(self.place_typed)
        self.new_place.inside.addWidget(self.form)
        card.inside.addWidget(self.new_place)
        self._kind, self._announced = Choice(look), Choice(look)
        self._kind.chosen.connect(lambda key: self.kind_chosen.emit(VisitKind(key)))
        self._announced.chosen.connect(lambda key: self.announced_chosen.emit(key == "yes"))
        card.inside.addWidget(Field(look, words("Kind of visit"), self._kind))
        card.inside.addWidget(Field(look, words("Does the facility know of it?"), self._announced))

    def present(self, draft: Draft, places: tuple[Facility, ...], *, may_add: bool, writable: bool) -> None:
        """Shows the draft; `writable` is False where the place cannot change any more."""
        words = self._look.words
        options = [Option(place.id.hex(), _named(place, words.language)) for place in places]
        if may_add:
            options.append(Option(NEW_PLACE, words("A place that is not in the register yet")))
        self._place.present(tuple(options), draft.facility)
        self._place.setEnabled(writable)
        self.new_place.setVisible(draft.facility == NEW_PLACE)
        kinds = tuple(Option(kind.value, words(name_of(kind))) for kind in VisitKind)
        self._kind.present(ChoiceView(words("Kind of visit"), kinds, draft.kind.value))
        told = (Option("no", words("Unannounced")), Option("yes", words("Announced")))
        chosen = "yes" if draft.announced else "no"
        self._announced.present(ChoiceView(words("Does the facility know of it?"), told, chosen))

    def say_missing(self, missing: Mapping[str, str]) -> None:
        """Says at each field what is wrong with it."""
        self._field.say_wrong(missing.get("facility", ""))
        self.form.say_missing({name[6:]: said for name, said in missing.items() if name.startswith("place.")})

    def focus_place(self) -> None:
        """Puts the focus on the first field."""
        self._place.setFocus()


class ChecklistsCard(QWidget):
    """Signal: `toggled(id, on)`. A checklist is pinned to the version shown."""

    toggled = Signal(object, bool)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        words = look.words
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        card = Card(look, gap=8)
        outer.addWidget(card)
        card.inside.addWidget(Label(words("Checklists"), "panel"))
        hint = words("The visit keeps the version shown here, also when a newer one is published.")
        card.inside.addWidget(Label(hint, "support", "text2", wrap=True))
        self._flow = Flow(look, gap=8)
        card.inside.addWidget(self._flow)
        self._wrong = Label("", "support", "notmet", wrap=True)
        card.inside.addWidget(self._wrong)
        self._chips: dict[EntityId, Chip] = {}

    def present(self, checklists: tuple[Checklist, ...], chosen: tuple[EntityId, ...]) -> None:
        """Shows the checklists with those chosen ticked."""
        words = self._look.words
        for one in checklists:
            text = words("{title}, version {version}", title=one.title(words.language), version=one.version)
            count = words.n("{n} question", "{n} questions", one.questions)
            view = ChipView(one.id.hex(), f"{text} · {count}", one.id in chosen, about=words("Checklist"))
            if one.id in self._chips:
                self._chips[one.id].present(view)
                continue
            chip = self._chips[one.id] = Chip(self._look, view, height=36)
            chip.toggled.connect(lambda key, on: self.toggled.emit(EntityId(id_from_hex(key)), on))
            self._flow.add(chip)

    def say_missing(self, sentence: str) -> None:
        """Says that one is needed."""
        self._wrong.setText(sentence)
        self._wrong.setHidden(not sentence)


def _named(place: Facility, language: str) -> str:
    town = f" · {place.city}" if place.city and place.city not in place.name(language) else ""
    return f"{place.name(language)}{town}"
