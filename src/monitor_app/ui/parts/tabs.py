"""Tabs of a visit: a word and a count each; the chosen one has a petrol line under it. One drop-down where narrow."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from monitor_app.ui.look import Look
from monitor_app.ui.look.ring import RADIUS, RECT
from monitor_app.ui.parts.strokes import begin


@dataclass(frozen=True, slots=True)
class Tab:
    """`count` is said small beside the word: "86/142", "draft"."""

    key: str
    text: str
    count: str = ""


class Tabs(QWidget):
    """Arrows move, Enter, Space or a press chooses. Signal: `chosen(key)`."""

    chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._tabs: tuple[Tab, ...] = ()
        self._chosen = ""
        self._cursor = 0
        self._rects: list[QRect] = []
        self.setObjectName("topbar")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._arrange)

    def present(self, tabs: tuple[Tab, ...], chosen: str) -> None:
        """Shows tabs with one chosen."""
        self._tabs = tabs
        self._chosen = chosen
        self._cursor = next((i for i, tab in enumerate(tabs) if tab.key == chosen), 0)
        self._arrange()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(sum(self._width_of(tab) for tab in self._tabs), self._look.px(45))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(200), self._look.px(45))

    def _width_of(self, tab: Tab, margin: int = 12) -> int:
        px = self._look.px
        width = QFontMetrics(self._look.font("control", 700)).horizontalAdvance(tab.text) + 2 * px(margin)
        if tab.count:
            width += px(7) + QFontMetrics(self._look.font("caption")).horizontalAdvance(tab.count)
        return width

    def _arrange(self) -> None:
        px = self._look.px
        margin = 14
        while margin > 4 and sum(self._width_of(tab, margin) for tab in self._tabs) + px(20) > self.width():
            margin -= 2
        left = px(24 - margin)
        self._rects = []
        for tab in self._tabs:
            width = self._width_of(tab, margin)
            self._rects.append(QRect(left, 0, width, self.height()))
            left += width
        self._say()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _say(self) -> None:
        if self._cursor < len(self._rects):
            self.setProperty(RADIUS, 3)
            self.setProperty(RECT, self._rects[self._cursor].adjusted(5, 7, -5, -8))
            tab = self._tabs[self._cursor]
            words = self._look.words
            self.setAccessibleName(
                words("{tab}, tab {place} of {whole}", tab=tab.text, place=self._cursor + 1, whole=len(self._tabs))
            )

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = begin(self)
        px, tokens = self._look.px, self._look.tokens
        painter.fillRect(self.rect(), QColor(tokens.surface))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        for tab, rect in zip(self._tabs, self._rects, strict=True):
            is_chosen = tab.key == self._chosen
            font = self._look.font("control", 700 if is_chosen else 500)
            ink = tokens.primary.ink if is_chosen else tokens.text
            count = px(7) + QFontMetrics(self._look.font("caption")).horizontalAdvance(tab.count) if tab.count else 0
            words = QFontMetrics(font).horizontalAdvance(tab.text)
            left = rect.left() + (rect.width() - words - count) // 2
            painter.setFont(font)
            painter.setPen(QColor(ink))
            painter.drawText(QRect(left, 0, words + 4, rect.height()), flags, tab.text)
            if tab.count:
                painter.setFont(self._look.font("caption"))
                painter.setPen(QColor(ink if is_chosen else tokens.text2))
                painter.drawText(QRect(left + words + px(7), 0, count + 4, rect.height()), flags, tab.count)
            if is_chosen:
                painter.fillRect(QRect(left - px(4), rect.bottom() - px(3), words + count + px(8), px(3)), QColor(ink))
        painter.fillRect(QRect(0, self.height() - tokens.outline, self.width(), tokens.outline), QColor(tokens.border))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        for place, rect in enumerate(self._rects):
            if rect.contains(event.position().toPoint()) and event.button() == Qt.MouseButton.LeftButton:
                self._choose(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) and self._tabs:
            self._cursor = (self._cursor + (1 if event.key() == Qt.Key.Key_Right else -1)) % len(self._tabs)
            self._say()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._tabs:
            self._choose(self._cursor)
        else:
            super().keyPressEvent(event)

    def _choose(self, place: int) -> None:
        self._cursor = place
        self._say()
        key = self._tabs[place].key
        if key != self._chosen:
            self.chosen.emit(key)
