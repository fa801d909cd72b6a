"""Radio card: one of a few ways, with a line that explains it. Space or a press chooses, arrows go to the next."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from monitor_app.ui.look import Look
from monitor_app.ui.parts.strokes import begin, box


class RadioCard(QAbstractButton):
    """Siblings exclude each other. Signal: `toggled(on)`."""

    def __init__(
        self, look: Look, title: str, line: str = "", *, framed: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._line = line
        self._framed = framed
        self.setText(title)
        self.setAccessibleName(f"{title}. {line}" if line else title)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        px = self._look.px
        words = max(
            QFontMetrics(self._look.font("panel")).horizontalAdvance(self.text()),
            QFontMetrics(self._look.font("support")).horizontalAdvance(self._line),
        )
        return QSize(words + px(64), px(60) if self._line else px(44))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(160), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = begin(self)
        px, tokens = self._look.px, self._look.tokens
        on = self.isChecked()
        left = px(16) if self._framed else 1
        if self._framed:
            fill = tokens.selected if on else tokens.surface
            line = tokens.primary.ink if on else tokens.border_strong
            box(painter, QRectF(self.rect()), px(6), fill, line, 2 if on else tokens.outline)
        centre = QPointF(left + px(10), self.height() / 2)
        painter.setPen(QPen(QColor(tokens.primary.ink if on else tokens.border_strong), px(2)))
        painter.setBrush(QColor(tokens.surface))
        painter.drawEllipse(centre, px(9), px(9))
        if on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.primary.ink))
            painter.drawEllipse(centre, px(5), px(5))
        at = left + px(33)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        wide = self.width() - at - px(10)
        middle = self.height() // 2
        font = self._look.font("panel", 600)
        painter.setFont(font)
        painter.setPen(QColor(tokens.text))
        title = QRect(at, middle - px(20) if self._line else 0, wide, px(22) if self._line else self.height())
        painter.drawText(title, flags, QFontMetrics(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, wide))
        if self._line:
            small = self._look.font("support")
            painter.setFont(small)
            painter.setPen(QColor(tokens.text2))
            where = QRect(at, middle, wide, px(20))
            painter.drawText(
                where, flags, QFontMetrics(small).elidedText(self._line, Qt.TextElideMode.ElideRight, wide)
            )
