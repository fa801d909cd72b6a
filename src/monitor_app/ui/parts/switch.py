"""Switch: on or off, with its word beside it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from monitor_app.ui.look import Look
from monitor_app.ui.parts.strokes import begin, box


class Switch(QAbstractButton):
    """Space and Enter turn it. Signal: `toggled(on)`."""

    def __init__(self, look: Look, text: str, *, on: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setCheckable(True)
        self.setChecked(on)
        self.setText(text)
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        px = self._look.px
        words = QFontMetrics(self._look.font("control")).horizontalAdvance(self.text())
        return QSize(px(38 + 10) + words + 4, px(44))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = begin(self)
        px = self._look.px
        tokens = self._look.tokens
        track = QRectF(1, (self.height() - px(22)) / 2, px(38), px(22))
        is_on = self.isChecked()
        line = tokens.primary.ink if is_on else tokens.border_strong
        box(
            painter,
            track,
            track.height() / 2,
            tokens.primary.ink if is_on else tokens.surface,
            line,
            max(1.5, tokens.outline),
        )
        reach = px(7)
        centre = QPointF(track.right() - px(11) if is_on else track.left() + px(11), track.center().y())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.on_primary if is_on else tokens.border_strong))
        painter.drawEllipse(centre, reach, reach)
        painter.setFont(self._look.font("control"))
        painter.setPen(QColor(tokens.text if self.isEnabled() else tokens.text3))
        words = self.rect().adjusted(px(38 + 10), 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.toggle()
        else:
            super().keyPressEvent(event)
