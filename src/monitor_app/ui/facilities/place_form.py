"""The fields of a place: for a new one, while a visit is planned or in the register, and to correct a known one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from monitor_app.actions.facilities import NewFacility
from monitor_app.base import Words
from monitor_app.standards import FacilityKind
from monitor_app.ui.facilities.time_zones import zone_views
from monitor_app.ui.look import Look
from monitor_app.ui.parts import Combo, Field, Label, Line, Option


@dataclass(frozen=True, slots=True)
class NewPlace:
    """A place as it is being typed."""

    name: str = ""
    name_fr: str = ""
    kind: str = ""
    city: str = ""
    province: str = ""
    time_zone: str = ""

    def missing(self, words: Words) -> dict[str, str]:
        """Field -> what is wrong with it."""
        found = {}
        if not self.name.strip():
            found["name"] = words("Type the name of the place.")
        if not self.kind:
            found["kind"] = words("Choose the kind of place.")
        if not self.time_zone:
            found["time_zone"] = words("Choose the time zone: all times of the visit print in it.")
        return found

    def facility(self) -> NewFacility:
        """What the register takes."""
        return NewFacility(self.name, self.kind, self.city, self.province, self.time_zone, self.name_fr)


class PlaceForm(QWidget):
    """Shows a place to be typed. Signal: `changed()`; `place()` tells what is typed."""

    changed = Signal()

    def __init__(
        self, look: Look, kinds: Mapping[str, FacilityKind], now: datetime, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        words = look.words
        self._lines = {name: Line(look) for name in ("name", "name_fr", "city", "province")}
        self._combos = {name: Combo(look) for name in ("kind", "time_zone")}
        self._kinds = tuple(Option(kind.key, kind.name.said(words.language)) for kind in kinds.values())
        self._zones = tuple(Option(zone.name, zone.text) for zone in zone_views(now))
        self._notes = {kind.key: kind.note.said(words.language) for kind in kinds.values()}
        self._fields = {
            "name": Field(look, words("Name"), self._lines["name"]),
            "name_fr": Field(look, words("Name in French"), self._lines["name_fr"], words("If it has one.")),
            "kind": Field(look, words("Kind of place"), self._combos["kind"]),
            "time_zone": Field(look, words("Time zone"), self._combos["time_zone"]),
            "city": Field(look, words("Town"), self._lines["city"]),
            "province": Field(look, words("Province or region"), self._lines["province"]),
        }
        self._note = Label("", "support", "text2", wrap=True)
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.px(16))
        grid.setVerticalSpacing(look.px(12))
        for place, field in enumerate(self._fields.values()):
            grid.addWidget(field, place // 2, place % 2, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(look.px(10))
        outer.addLayout(grid)
        outer.addWidget(self._note)
        for line in self._lines.values():
            line.textChanged.connect(self._tell)
        for combo in self._combos.values():
            combo.currentIndexChanged.connect(self._tell)
        self.present(NewPlace())

    def present(self, place: NewPlace) -> None:
        """Shows a place."""
        for name, line in self._lines.items():
            line.blockSignals(True)
            line.setText(getattr(place, name))
            line.blockSignals(False)
        self._combos["kind"].present(self._kinds, place.kind)
        zones = self._zones
        if place.time_zone and all(zone.key != place.time_zone for zone in zones):
            zones = (Option(place.time_zone, place.time_zone), *zones)
        self._combos["time_zone"].present(zones, place.time_zone)
        self._say_note()

    def place(self) -> NewPlace:
        """What is typed and chosen."""
        typed = {name: line.text() for name, line in self._lines.items()}
        return NewPlace(
            **typed, kind=self._combos["kind"].chosen_key(), time_zone=self._combos["time_zone"].chosen_key()
        )

    def say_missing(self, missing: Mapping[str, str]) -> None:
        """Says at each field what is wrong with it; a field that is fine is quiet."""
        for name, field in self._fields.items():
            field.say_wrong(missing.get(name, ""))

    def focus_field(self, name: str) -> None:
        """Puts the focus on a field."""
        self._fields[name].setFocus()

    def _tell(self, *_: object) -> None:
        self._say_note()
        self.changed.emit()

    def _say_note(self) -> None:
        note = self._notes.get(self._combos["kind"].chosen_key(), "")
        self._note.setText(note)
        self._note.setHidden(not note)
