"""Buttons: 48, 44, 40 or 36 high. One primary per region, and its word says what happens."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from monitor_app.ui.look import Look
from monitor_app.ui.parts.strokes import begin, box

Rank = Literal["primary", "secondary", "quiet"]
"""primary: filled petrol; secondary: outlined; quiet: petrol words without a box."""
Height = Literal[36, 40, 44, 48]


class Button(QAbstractButton):
    """A button with a word and perhaps an icon. Space and Enter press it. Signal: `clicked`."""

    def __init__(
        self,
        look: Look,
        text: str,
        icon: str = "",
        *,
        rank: Rank = "secondary",
        height: Height = 40,
        icon_only: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._icon = icon
        self._rank: Rank = rank
        self._height = height
        self._icon_only = icon_only
        self._under_mouse = False
        self._small = False
        self.setText(text)
        self.setAccessibleName(text)
        if icon_only:
            self.setToolTip(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def set_icon_only(self, icon_only: bool) -> None:
        """Drops or brings back the word; the accessible name stays."""
        self._icon_only = icon_only
        self.setToolTip(self.text() if icon_only else "")
        self.updateGeometry()
        self.update()

    def set_small(self) -> None:
        """Words as small as the text around them, for a crumb or a link in a line."""
        self._small = True
        self.updateGeometry()

    def set_face(self, text: str, icon: str) -> None:
        """Another word and icon on the same button."""
        self._icon = icon
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        height = self._look.px(self._height)
        if self._icon_only:
            return QSize(height, height)
        words = QFontMetrics(self._word_font()).horizontalAdvance(self.text())
        margin = 2 if self._small else self._look.px(10 if self._rank == "quiet" else 16 if self._height > 36 else 12)
        icon = self._look.px(18 + 8) if self._icon else 0
        height = QFontMetrics(self._word_font()).height() if self._small else height
        return QSize(words + icon + 2 * margin + 2, height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = begin(self)
        tokens = self._look.tokens
        rect = QRectF(self.rect())
        radius = self._look.px(6)
        if not self.isEnabled():
            fill, outline, ink = tokens.sunken, tokens.border, tokens.text3
            if self._rank == "quiet":
                fill, outline = "", ""
        elif self._rank == "primary":
            fill, outline, ink = tokens.primary.ink, "", tokens.on_primary
        elif self._rank == "secondary":
            fill, outline, ink = tokens.surface, tokens.border_strong, tokens.text
        else:
            fill, outline, ink = "", "", tokens.primary.ink
        box(painter, rect, radius, fill or None, outline or None, tokens.outline)
        if self.isEnabled() and (self.isDown() or self._under_mouse):
            veil = QColor(tokens.on_primary if self._rank == "primary" else tokens.primary.ink)
            veil.setAlphaF(0.18 if self.isDown() else 0.08)
            painter.setBrush(veil)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(rect, radius, radius)
        self._paint_words(painter, ink)

    def _paint_words(self, painter: QPainter, ink: str) -> None:
        font = self._word_font()
        metrics = QFontMetrics(font)
        side = self._look.px(18) if self._icon else 0
        gap = self._look.px(8) if self._icon and not self._icon_only else 0
        words = 0 if self._icon_only else metrics.horizontalAdvance(self.text())
        left = (self.width() - side - gap - words) // 2
        if self._icon:
            painter.drawPixmap(left, (self.height() - side) // 2, self._look.pixmap(self._icon, ink))
        if not self._icon_only:
            painter.setFont(font)
            painter.setPen(QColor(ink))
            where = QRect(left + side + gap, 0, words + 2, self.height())
            painter.drawText(where, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())

    def _word_font(self) -> QFont:
        if self._small:
            return self._look.font("support", 500)
        if self._rank == "primary" and self._height >= 44:
            return self._look.font("panel")
        return self._look.font("control", 700 if self._rank == "primary" else 600)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._under_mouse = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._under_mouse = False
        self.update()
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)
