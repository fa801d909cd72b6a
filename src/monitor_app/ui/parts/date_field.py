"""Date field: typed as 2026-11-18 or 18 Nov 2026, or picked from a calendar; shown as a person reads it once left."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal
from PySide6.QtWidgets import QCalendarWidget, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from monitor_app.base import Language
from monitor_app.ui.look import Look
from monitor_app.ui.parts.button import Button
from monitor_app.ui.parts.field import Line

_MONTHS: tuple[tuple[str, ...], ...] = (
    ("jan",),
    ("feb", "fev"),
    ("mar",),
    ("apr", "avr"),
    ("may", "mai"),
    ("jun", "juin"),
    ("jul", "juil"),
    ("aug", "aou"),
    ("sep",),
    ("oct",),
    ("nov",),
    ("dec",),
)


def read_date(text: str) -> date | None:
    """The day a person typed, in English or French; None where it can be read as no day, or as two."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower().strip()
    iso = re.fullmatch(r"(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})", plain)
    if iso:
        return _day(int(iso[1]), int(iso[2]), int(iso[3]))
    named = re.fullmatch(r"(\d{1,2})(?:er|st|nd|rd|th)?[ -]([a-z]{3,9})\.?,?[ -](\d{4})", plain)
    if named is None:
        return None
    for index, starts in enumerate(_MONTHS):
        if named[2].startswith(starts):
            return _day(int(named[3]), index + 1, int(named[1]))
    return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


class DateField(QWidget):
    """Signal: `chosen(date | None)` when a day is picked, or typed and left. `is_wrong()`: words that are no day."""

    chosen = Signal(object)

    def __init__(self, look: Look, *, height: int = 44, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._value: date | None = None
        self._line = Line(look, look.words("2026-11-18 or 18 Nov 2026"), height=height)
        self._line.editingFinished.connect(self._typed)
        words = look.words("Pick a day")
        self._pick = Button(look, words, "calendar-blank", height=44 if height >= 44 else 36, icon_only=True)
        self._pick.clicked.connect(self._open)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.px(6))
        layout.addWidget(self._line, 1)
        layout.addWidget(self._pick)
        self.setFocusProxy(self._line)

    def present(self, value: date | None) -> None:
        """Shows a day, or none."""
        self._value = value
        self._line.setText(self._look.words.day(value) if value else "")
        self._line.set_wrong(False)

    def value(self) -> date | None:
        return self._value

    def is_wrong(self) -> bool:
        """Something is typed that is no day."""
        return bool(self._line.text().strip()) and read_date(self._line.text()) is None

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self._line.setAccessibleName(name)
        self._pick.setAccessibleName(f"{name}, {self._look.words('Pick a day')}")

    def _typed(self) -> None:
        if self.is_wrong():
            self._line.set_wrong(True)
            return
        value = read_date(self._line.text())
        changed = value != self._value
        self.present(value)
        if changed:
            self.chosen.emit(value)

    def _open(self) -> None:
        look = self._look
        popup = QFrame(self, Qt.WindowType.Popup)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        popup.setObjectName("popup")
        calendar = QCalendarWidget(popup)
        calendar.setLocale(_locale(look.words.language))
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        if self._value:
            calendar.setSelectedDate(QDate(self._value.year, self._value.month, self._value.day))
        QVBoxLayout(popup).addWidget(calendar)

        def picked(day: QDate) -> None:
            value = date(day.year(), day.month(), day.day())
            popup.close()
            self.present(value)
            self.chosen.emit(value)

        calendar.activated.connect(picked)
        calendar.clicked.connect(picked)
        popup.adjustSize()
        popup.move(self.mapToGlobal(QPoint(0, self.height() + look.px(4))))
        popup.show()
        calendar.setFocus()


def _locale(language: Language) -> QLocale:
    spoken = QLocale.Language.French if language == "fr" else QLocale.Language.English
    return QLocale(spoken, QLocale.Country.Canada)
