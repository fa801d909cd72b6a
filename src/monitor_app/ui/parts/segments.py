"""A row of segments, one or none chosen: the body of Judgement, Choice and SegmentedChoice. One focus stop, painted.

Narrowing: first the margins shrink, then the key digits go, then the row breaks in two; the words stay whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from monitor_app.ui.look import Judged, Look, Tone, paint_shape
from monitor_app.ui.look.ring import RADIUS, RECT
from monitor_app.ui.parts.spoken import tell_name
from monitor_app.ui.parts.strokes import begin, box

_WIDE = 16
_NARROW = 6
_BETWEEN = 6


@dataclass(frozen=True, slots=True)
class Segment:
    """One of the answers: `key` for the program, `text` for people, `digit` the key hint, `tone` once chosen."""

    key: str
    text: str
    tone: Tone = "primary"
    shape: Judged | None = None
    digit: str = ""


class Segments(QWidget):
    """Paints segments and lets a person choose one by mouse, touch, arrows and Space, a digit or a first letter.

    Signals: `chosen(key)`, "" when cleared by 0 or Backspace; `entered()` on Enter.
    """

    chosen = Signal(str)
    entered = Signal()

    def __init__(self, look: Look, *, clearable: bool = False, height: int = 44, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._segments: tuple[Segment, ...] = ()
        self._chosen = ""
        self._cursor = 0
        self._clearable = clearable
        self._height = height
        self._first_letters = True
        self._rects: list[QRect] = []
        self._digits_shown = True
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty(RADIUS, look.px(6))
        look.changed.connect(self._dressed)

    def present(self, segments: Sequence[Segment], chosen: str) -> None:
        """Shows these segments with one chosen ("" for none)."""
        self._segments = tuple(segments)
        self._first_letters = not any(segment.digit for segment in segments)
        self.choose(chosen)
        self._arrange()
        self.updateGeometry()

    def choose(self, key: str) -> None:
        """Shows another choice, without a signal."""
        self._chosen = key
        for index, segment in enumerate(self._segments):
            if segment.key == key:
                self._cursor = index
        self._cursor = min(self._cursor, max(0, len(self._segments) - 1))
        self._mark_ring()
        self.update()

    def chosen_key(self) -> str:
        return self._chosen

    def say_name(self, name: str) -> None:
        """A new accessible name, told to a screen reader."""
        if name != self.accessibleName():
            self.setAccessibleName(name)
            tell_name(self)

    def sizeHint(self) -> QSize:
        return QSize(sum(self._width_of(s, _WIDE, True) for s in self._segments) + 2, self._look.px(self._height))

    def minimumSizeHint(self) -> QSize:
        rows = _two_rows(self._segments) if len(self._segments) > 3 else (self._segments,)
        widths = [sum(self._width_of(s, _NARROW, False) for s in row) for row in rows]
        return QSize(max(widths, default=0) + 2, self._look.px(self._height))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        rows = len(self._rows_at(width)[0])
        return self._look.px(self._height) * rows + self._look.px(_BETWEEN) * (rows - 1)

    def _rows_at(self, width: int) -> tuple[tuple[tuple[Segment, ...], ...], int, bool]:
        """Rows, margin and whether digits are shown, at a width in px."""
        for margin, digits in ((_WIDE, True), (12, True), (9, True), (_NARROW, True), (_NARROW, False)):
            if sum(self._width_of(s, margin, digits) for s in self._segments) + 2 <= width:
                return (self._segments,), margin, digits
        if len(self._segments) <= 3:
            return (self._segments,), _NARROW, False
        rows = _two_rows(self._segments)
        for margin, digits in ((_WIDE, True), (_NARROW, True)):
            if max(sum(self._width_of(s, margin, digits) for s in row) for row in rows) + 2 <= width:
                return rows, margin, digits
        return rows, _NARROW, False

    def _width_of(self, segment: Segment, margin: int, digits: bool) -> int:
        px = self._look.px
        width = QFontMetrics(self._bold()).horizontalAdvance(segment.text) + 2 * px(margin)
        width += px(18 + 7) if segment.shape or segment.key == self._chosen else 0
        if segment.digit and digits:
            width += px(6) + QFontMetrics(self._look.font("caption")).horizontalAdvance(segment.digit)
        return width

    def _arrange(self) -> None:
        rows, margin, self._digits_shown = self._rows_at(self.width())
        height = self._look.px(self._height)
        self._rects = []
        for number, row in enumerate(rows):
            natural = [self._width_of(s, margin, self._digits_shown) for s in row]
            spare = self.width() - sum(natural)
            left = 0
            for index, width in enumerate(natural):
                share = spare * (index + 1) // len(natural) - spare * index // len(natural)
                self._rects.append(QRect(left, number * (height + self._look.px(_BETWEEN)), width + share, height))
                left += width + share
        self._mark_ring()

    def _mark_ring(self) -> None:
        if self._cursor < len(self._rects):
            self.setProperty(RECT, self._rects[self._cursor])

    def _dressed(self) -> None:
        self.setProperty(RADIUS, self._look.px(6))
        self._arrange()
        self.updateGeometry()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self.update()

    def _bold(self) -> QFont:
        return self._look.font("control", 700)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = begin(self)
        tokens = self._look.tokens
        radius = self._look.px(6)
        open_ = self.isEnabled()
        tops = sorted({rect.top() for rect in self._rects})
        for top in tops:
            row = [rect for rect in self._rects if rect.top() == top]
            whole = QRectF(row[0].united(row[-1]))
            box(
                painter, whole, radius, tokens.surface if open_ else tokens.sunken, tokens.border_strong, tokens.outline
            )
            painter.setPen(QColor(tokens.border if tokens.outline == 1 else tokens.border_strong))
            for rect in row[1:]:
                painter.drawLine(rect.left(), rect.top() + 2, rect.left(), rect.bottom() - 2)
        for segment, rect in zip(self._segments, self._rects, strict=True):
            self._paint_segment(painter, segment, rect)

    def _paint_segment(self, painter: QPainter, segment: Segment, rect: QRect) -> None:
        tokens = self._look.tokens
        px = self._look.px
        is_chosen = segment.key == self._chosen
        hue = tokens.hue(segment.tone)
        ground = tokens.surface if self.isEnabled() else tokens.sunken
        if is_chosen:
            ground = hue.tint if tokens.outline == 1 else tokens.selected
            box(painter, QRectF(rect), px(6), ground, hue.ink, 2 if tokens.outline == 1 else 3)
        ink = hue.ink if is_chosen else tokens.text if self.isEnabled() else tokens.text3
        font = self._bold() if is_chosen else self._look.font("control")
        words = QFontMetrics(font).horizontalAdvance(segment.text)
        small = self._look.font("caption")
        digit = segment.digit if self._digits_shown else ""
        digits = px(6) + QFontMetrics(small).horizontalAdvance(digit) if digit else 0
        mark = px(18 + 7) if segment.shape or is_chosen else 0
        left = rect.left() + (rect.width() - mark - words - digits) // 2
        if segment.shape:
            side = px(17)
            where = QRectF(left, rect.center().y() - side / 2 + 1, side, side)
            paint_shape(painter, segment.shape, where, QColor(ink if is_chosen else tokens.na.ink), QColor(ground))
        elif is_chosen:
            painter.drawPixmap(left, rect.top() + (rect.height() - px(16)) // 2, self._look.pixmap("check", ink, 16))
        painter.setPen(QColor(ink))
        painter.setFont(font)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(QRect(left + mark, rect.top(), words + 4, rect.height()), flags, segment.text)
        if digit:
            painter.setFont(small)
            painter.setPen(QColor(ink if is_chosen else tokens.text3))
            painter.drawText(QRect(left + mark + words + px(6), rect.top(), digits + 4, rect.height()), flags, digit)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        for index, rect in enumerate(self._rects):
            if rect.contains(event.position().toPoint()) and event.button() == Qt.MouseButton.LeftButton:
                self._choose_by_person(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        count = len(self._segments)
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and count:
            step = 1 if (key == Qt.Key.Key_Right) == (self.layoutDirection() == Qt.LayoutDirection.LeftToRight) else -1
            self._cursor = (self._cursor + step) % count
            self._mark_ring()
        elif key == Qt.Key.Key_Space and count:
            self._choose_by_person(self._cursor)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif key in (Qt.Key.Key_0, Qt.Key.Key_Backspace) and self._clearable:
            self._clear()
        else:
            index = self._named_by(event.text())
            if (
                index is None
                or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier & ~Qt.KeyboardModifier.ShiftModifier
            ):
                super().keyPressEvent(event)
            else:
                self._choose_by_person(index)

    def _named_by(self, typed: str) -> int | None:
        if not typed.strip():
            return None
        for index, segment in enumerate(self._segments):
            if segment.digit == typed:
                return index
        if self._first_letters:
            for index, segment in enumerate(self._segments):
                if segment.text[:1].casefold() == typed.casefold():
                    return index
        return None

    def _choose_by_person(self, index: int) -> None:
        self._cursor = index
        key = self._segments[index].key
        changed = key != self._chosen
        self.choose(key)
        self._arrange()
        if changed:
            self.chosen.emit(key)

    def _clear(self) -> None:
        if self._chosen:
            self.choose("")
            self._arrange()
            self.chosen.emit("")


def _two_rows(segments: tuple[Segment, ...]) -> tuple[tuple[Segment, ...], ...]:
    half = (len(segments) + 1) // 2
    return segments[:half], segments[half:]
