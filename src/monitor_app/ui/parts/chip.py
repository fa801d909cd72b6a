"""Chip: a toggle drawn 32 or 36 high that takes 44 by touch; on = tick, tint, outline. A theme chip has a remove x."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from monitor_app.ui.look import Look, Tone
from monitor_app.ui.look.ring import RADIUS, RECT
from monitor_app.ui.parts.strokes import begin, box

_REACH = 44


@dataclass(frozen=True, slots=True)
class ChipView:
    """A chip: `key` for the program, `text` for people; `about` goes before it for a screen reader ("Source")."""

    key: str
    text: str
    on: bool = False
    icon: str = ""
    about: str = ""
    removable: bool = False
    writable: bool = True
    tone: Tone = "primary"


class Chip(QWidget):
    """Signals: `toggled(key, on)` by Space, Enter or touch; `removed(key)` by Delete or the x."""

    toggled = Signal(str, bool)
    removed = Signal(str)

    def __init__(self, look: Look, view: ChipView, *, height: int = 32, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._height = height
        self._view = view
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)
        self.present(view)

    def present(self, view: ChipView) -> None:
        """Shows a chip."""
        self._view = view
        self.setEnabled(view.writable)
        about = f"{view.about}: {view.text}" if view.about else view.text
        words = self._look.words
        if view.removable:
            self.setAccessibleName(about)
        elif view.on:
            self.setAccessibleName(words("{chip}, on", chip=about))
        else:
            self.setAccessibleName(words("{chip}, off", chip=about))
        self._mark_ring()
        self.updateGeometry()
        self.update()

    def view(self) -> ChipView:
        return self._view

    def sizeHint(self) -> QSize:
        px = self._look.px
        view = self._view
        words = QFontMetrics(self._font()).horizontalAdvance(view.text)
        lead = px(16 + 6) if view.icon or (view.on and not view.removable) else 0
        tail = px(8 + 12) if view.removable else 0
        return QSize(words + lead + tail + 2 * px(12), max(px(self._height), px(_REACH)))

    def _drawn(self) -> QRect:
        height = self._look.px(self._height)
        return QRect(0, (self.height() - height) // 2, self.width(), height)

    def _mark_ring(self) -> None:
        self.setProperty(RADIUS, self._look.px(self._height) / 2)
        self.setProperty(RECT, self._drawn())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._mark_ring()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = begin(self)
        px = self._look.px
        tokens = self._look.tokens
        view = self._view
        is_on = view.on or view.removable
        hue = tokens.hue(view.tone)
        ground = (hue.tint if tokens.outline == 1 else tokens.selected) if is_on else tokens.surface
        drawn = self._drawn()
        box(
            painter,
            QRectF(drawn),
            px(self._height) / 2,
            ground,
            hue.ink if is_on else tokens.border_strong,
            tokens.outline,
        )
        ink = hue.ink if is_on else tokens.text if self.isEnabled() else tokens.text3
        left = px(12)
        icon = view.icon or ("check" if view.on and not view.removable else "")
        if icon:
            painter.drawPixmap(left, drawn.center().y() - px(16) // 2 + 1, self._look.pixmap(icon, ink, 16))
            left += px(16 + 6)
        painter.setFont(self._font())
        painter.setPen(QColor(ink))
        room = self.width() - left - px(12) - (px(8 + 12) if view.removable else 0)
        text = QFontMetrics(self._font()).elidedText(view.text, Qt.TextElideMode.ElideMiddle, room + px(4))
        painter.drawText(
            QRect(left, drawn.top(), self.width() - left, drawn.height()),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
            text,
        )
        if view.removable:
            x = self.width() - px(12 + 12)
            painter.drawPixmap(x, drawn.center().y() - px(12) // 2 + 1, self._look.pixmap("x", ink, 12))

    def _font(self) -> QFont:
        return self._look.font(
            "label" if self._view.on or self._view.removable else "support", 600 if self._is_on() else 500
        )

    def _is_on(self) -> bool:
        return self._view.on or self._view.removable

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        where = event.position().toPoint()
        if event.button() != Qt.MouseButton.LeftButton or not self.rect().contains(where):
            return
        if self._view.removable:
            if where.x() >= self.width() - self._look.px(_REACH):
                self.removed.emit(self._view.key)
        else:
            self._toggle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self._view.removable:
            self._toggle()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self._view.removable:
            self.removed.emit(self._view.key)
        else:
            super().keyPressEvent(event)

    def _toggle(self) -> None:
        view = self._view
        self.present(ChipView(view.key, view.text, not view.on, view.icon, view.about, False, view.writable, view.tone))
        self.toggled.emit(view.key, not view.on)
