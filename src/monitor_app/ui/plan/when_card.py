"""The days of a visit: typed, or picked in a month."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from monitor_app.base import Words
from monitor_app.ui.look import Look
from monitor_app.ui.parts import Card, Field, Label, Line, column, read_date, row
from monitor_app.ui.plan.draft import Draft
from monitor_app.ui.plan.month import Month, MonthView


class DayLine(Line):
    """A day typed as 2026-11-18 or 18 Nov 2026. Signal: `typed(date | None)` when it is left, or Enter is pressed."""

    typed = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, look.words("2026-11-18 or 18 Nov 2026"), parent=parent)
        self._words = look.words
        self.editingFinished.connect(self._tell)

    def present(self, day: date | None) -> None:
        """Shows a day, unless somebody is typing here."""
        if not (self.hasFocus() and self.isModified()):
            self.setText(self._words.day(day) if day else "")

    def is_wrong(self) -> bool:
        """Something is typed that is no day."""
        return bool(self.text().strip()) and read_date(self.text()) is None

    def _tell(self) -> None:
        self.setModified(False)
        if not self.is_wrong():
            self.typed.emit(read_date(self.text()))


class WhenCard(QWidget):
    """Signals: `first_typed(day)`, `last_typed(day)`, `picked(day)` in the month."""

    first_typed = Signal(object)
    last_typed = Signal(object)
    picked = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = look.words
        self._words = words
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        card = Card(look, gap=12)
        outer.addWidget(card)
        card.inside.addWidget(Label(words("When"), "panel"))
        self.first, self.last = DayLine(look), DayLine(look)
        self._first = Field(look, words("First day"), self.first)
        self._last = Field(look, words("Last day"), self.last)
        self._zone = Label("", "support", "text2", wrap=True)
        self._said = Label("", "control", "primary", wrap=True)
        self.month = Month(look)
        hint = Label(words("Pick the first day, then the last one."), "support", "text2", wrap=True)
        typed = column(look, self._first, self._last, self._said, self._zone, hint, None, gap=12)
        across = row(look, gap=28)
        across.addLayout(typed, 1)
        across.addWidget(self.month, 0, Qt.AlignmentFlag.AlignTop)
        card.inside.addLayout(across)
        self.first.typed.connect(self.first_typed)
        self.last.typed.connect(self.last_typed)
        self.month.picked.connect(self.picked)

    def present(self, draft: Draft, today: date, time_zone: str) -> None:
        """Shows the days chosen so far, and the zone they are read in."""
        words = self._words
        self.first.present(draft.first_day)
        self.last.present(draft.last_day)
        self.month.present(MonthView(draft.first_day, draft.last_day, today))
        self._said.setText(_span(draft, self._words))
        self._said.setHidden(not self._said.text())
        self._zone.setText(words("These are days in {zone}.", zone=time_zone) if time_zone else "")
        self._zone.setHidden(not time_zone)

    def say_missing(self, missing: dict[str, str]) -> None:
        """Says what is wrong with the days."""
        no_day = self._words("This is no day. Type it as 2026-11-18 or 18 Nov 2026.")
        self._first.say_wrong(no_day if self.first.is_wrong() else missing.get("first_day", ""))
        self._last.say_wrong(no_day if self.last.is_wrong() else missing.get("last_day", ""))


def _span(draft: Draft, words: Words) -> str:
    if draft.first_day is None or draft.last_day is None or draft.last_day < draft.first_day:
        return ""
    days = (draft.last_day - draft.first_day).days + 1
    return f"{words.days(draft.first_day, draft.last_day)} · {words.n('{n} day', '{n} days', days)}"
