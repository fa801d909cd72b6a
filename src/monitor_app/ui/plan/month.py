"""A month to pick days from, in the look of the app: arrows move by days and weeks, Page keys by months."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from monitor_app.base import Words, mark
from monitor_app.ui.look import Look
from monitor_app.ui.look.ring import RADIUS, RECT
from monitor_app.ui.parts.strokes import begin, box

_CELL = 40
_HEAD = 40
_WEEK = 26
_ROWS = 6

MONTHS = (
    mark("January {year}"),
    mark("February {year}"),
    mark("March {year}"),
    mark("April {year}"),
    mark("May {year}"),
    mark("June {year}"),
    mark("July {year}"),
    mark("August {year}"),
    mark("September {year}"),
    mark("October {year}"),
    mark("November {year}"),
    mark("December {year}"),
)
DAYS = (mark("Mo"), mark("Tu"), mark("We"), mark("Th"), mark("Fr"), mark("Sa"), mark("Su"))


@dataclass(frozen=True, slots=True)
class MonthView:
    """The days chosen (inclusive) and today; `shown` is any day of the month to show."""

    first: date | None
    last: date | None
    today: date


def month_title(day: date, words: Words) -> str:
    """November 2026."""
    return words(MONTHS[day.month - 1], year=day.year)


def weeks(year: int, month: int) -> list[list[date]]:
    """The weeks of a month from Monday, with the days of its neighbours that fill them."""
    return calendar.Calendar(calendar.MONDAY).monthdatescalendar(year, month)


def moved(day: date, key: int) -> date:
    """The day a key moves to."""
    if key in _STEPS:
        return day + timedelta(days=_STEPS[key])
    step = -1 if key == Qt.Key.Key_PageUp else 1
    return shifted(day, step)


def shifted(day: date, months: int) -> date:
    """The same day some months on, or the last one of a shorter month."""
    number = day.year * 12 + day.month - 1 + months
    year, month = divmod(number, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


_STEPS: dict[int, int] = {
    int(Qt.Key.Key_Left): -1,
    int(Qt.Key.Key_Right): 1,
    int(Qt.Key.Key_Up): -7,
    int(Qt.Key.Key_Down): 7,
}


class Month(QWidget):
    """One focus stop, painted. Signal: `picked(date)`."""

    picked = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._view = MonthView(None, None, date.min)
        self._cursor = date(2000, 1, 1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        look.changed.connect(self._dressed)

    def present(self, view: MonthView) -> None:
        """Shows the chosen days; the month of the first one, or of today."""
        fresh = self._view.today == date.min
        self._view = view
        if fresh or (view.first and not self.hasFocus()):
            self._cursor = view.first or view.today
        self._say()

    def sizeHint(self) -> QSize:
        px = self._look.px
        return QSize(7 * px(_CELL), px(_HEAD) + px(_WEEK) + _ROWS * px(_CELL))

    def _dressed(self) -> None:
        self.updateGeometry()
        self._say()

    def _cells(self) -> list[tuple[date, QRect]]:
        px = self._look.px
        side, top = px(_CELL), px(_HEAD) + px(_WEEK)
        return [
            (day, QRect(column * side, top + week * side, side, side))
            for week, days in enumerate(weeks(self._cursor.year, self._cursor.month))
            for column, day in enumerate(days)
        ]

    def _arrows(self) -> tuple[QRect, QRect]:
        side = self._look.px(_HEAD)
        return QRect(0, 0, side, side), QRect(self.width() - side, 0, side, side)

    def _say(self) -> None:
        words = self._look.words
        cell = next((rect for day, rect in self._cells() if day == self._cursor), QRect())
        self.setProperty(RADIUS, self._look.px(6))
        self.setProperty(RECT, cell.adjusted(3, 3, -3, -3))
        view = self._view
        chosen = words("nothing chosen")
        if view.first and view.last:
            chosen = words.days(view.first, view.last)
        self.setAccessibleName(words("Calendar, {day}. Chosen: {days}", day=words.day(self._cursor), days=chosen))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = begin(self)
        look, px, tokens = self._look, self._look.px, self._look.tokens
        before, after = self._arrows()
        for icon, where in (("caret-left", before), ("caret-right", after)):
            side = px(18)
            painter.drawPixmap(
                where.center().x() - side // 2, where.center().y() - side // 2, look.pixmap(icon, tokens.text)
            )
        painter.setPen(QColor(tokens.text))
        painter.setFont(look.font("control", 700))
        head = QRect(0, 0, self.width(), px(_HEAD))
        painter.drawText(head, Qt.AlignmentFlag.AlignCenter, month_title(self._cursor, look.words))
        painter.setFont(look.font("caption"))
        painter.setPen(QColor(tokens.text3))
        for column, name in enumerate(DAYS):
            where = QRect(column * px(_CELL), px(_HEAD), px(_CELL), px(_WEEK))
            painter.drawText(where, Qt.AlignmentFlag.AlignCenter, look.words(name))
        for day, where in self._cells():
            self._paint_day(painter, day, where)

    def _paint_day(self, painter: QPainter, day: date, where: QRect) -> None:
        look, px, tokens, view = self._look, self._look.px, self._look.tokens, self._view
        first, last = view.first, view.last
        is_end = day in (first, last)
        within = first is not None and last is not None and first <= day <= last
        inner = QRectF(where).adjusted(px(2), px(2), -px(2), -px(2))
        if within and not is_end:
            box(painter, QRectF(where).adjusted(0, px(4), 0, -px(4)), 0, tokens.selected)
        if is_end:
            box(painter, inner, px(6), tokens.primary.ink)
        elif day == view.today:
            box(painter, inner, px(6), None, tokens.border_strong, tokens.outline)
        ink = tokens.text if day.month == self._cursor.month else tokens.text3
        painter.setPen(QColor(tokens.on_primary if is_end else ink))
        painter.setFont(look.font("control", 700 if is_end or day == view.today else 500))
        painter.drawText(where, Qt.AlignmentFlag.AlignCenter, str(day.day))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        where = event.position().toPoint()
        before, after = self._arrows()
        if before.contains(where) or after.contains(where):
            self._cursor = shifted(self._cursor, -1 if before.contains(where) else 1)
            self._say()
            return
        day = next((day for day, rect in self._cells() if rect.contains(where)), None)
        if day is not None:
            self._pick(day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in _STEPS or key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._cursor = moved(self._cursor, key)
            self._say()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._pick(self._cursor)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._say()

    def _pick(self, day: date) -> None:
        self._cursor = day
        self._say()
        self.picked.emit(day)
