"""A key as it stands on the keyboard, beside the button it presses."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from monitor_app.ui.look import Look
from monitor_app.ui.parts.strokes import begin, box


class KeyCap(QWidget):
    """Shows "Ctrl+N". A screen reader hears of keys from the list behind `?`."""

    def __init__(self, look: Look, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._key = key
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        px = self._look.px
        return QSize(QFontMetrics(self._look.font("caption", 600)).horizontalAdvance(self._key) + px(14), px(20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = begin(self)
        tokens = self._look.tokens
        box(painter, QRectF(self.rect()), self._look.px(4), tokens.surface, tokens.border, tokens.outline)
        painter.setFont(self._look.font("caption", 600))
        painter.setPen(QColor(tokens.text3))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._key)
