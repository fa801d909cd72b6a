"""Pill: reports a state in a word, with a shape or an icon before it. Never a button."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from monitor_app.base import Words
from monitor_app.ui.look import TONE_OF, Judged, Look, Tone, paint_shape
from monitor_app.ui.parts.appear import appear
from monitor_app.ui.parts.judgement import judged_word
from monitor_app.ui.parts.strokes import begin, box

HEIGHT = 26


@dataclass(frozen=True, slots=True)
class PillView:
    """A word, its tone, and an icon or the shape of a judgement."""

    text: str
    tone: Tone = "na"
    icon: str = ""
    shape: Judged | None = None


def judgement_pill(words: Words, judged: Judged) -> PillView:
    """The pill of a judgement."""
    return PillView(judged_word(words, judged), TONE_OF[judged], shape=judged)


def pill_size(look: Look, view: PillView) -> QSize:
    """How large a pill is drawn, in px."""
    words = QFontMetrics(look.font("caption", 600)).horizontalAdvance(view.text)
    lead = look.px(14 + 6) if view.icon or view.shape else 0
    return QSize(words + lead + 2 * look.px(10) + 1, look.px(HEIGHT))


def paint_pill(painter: QPainter, look: Look, view: PillView, where: QRect) -> None:
    """Paints a pill at its size, left and middle of `where`; for delegates as well as for the widget."""
    px = look.px
    tokens = look.tokens
    hue = tokens.hue(view.tone)
    size = pill_size(look, view)
    drawn = QRect(where.left(), where.center().y() - size.height() // 2 + 1, size.width(), size.height())
    outline = hue.ink if tokens.outline > 1 else None
    box(painter, QRectF(drawn), px(HEIGHT) / 2, hue.tint, outline, tokens.outline)
    left = drawn.left() + px(10)
    middle = drawn.center().y() + 1
    if view.shape:
        side = px(12)
        paint_shape(painter, view.shape, QRectF(left, middle - side / 2, side, side), QColor(hue.ink), QColor(hue.tint))
    elif view.icon:
        painter.drawPixmap(left, middle - px(14) // 2, look.pixmap(view.icon, hue.ink, 14))
    if view.icon or view.shape:
        left += px(14 + 6)
    painter.setFont(look.font("caption", 600))
    painter.setPen(QColor(hue.ink))
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    painter.drawText(QRect(left, drawn.top(), drawn.right() - left + 4, drawn.height()), flags, view.text)


class Pill(QWidget):
    """Read as text by a screen reader; takes no focus."""

    def __init__(self, look: Look, view: PillView | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._view = view or PillView("")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)
        self.present(self._view)

    def present(self, view: PillView) -> None:
        """Shows a pill; an empty word hides it."""
        self._view = view
        self.setAccessibleName(view.text)
        appear(self, bool(view.text))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return pill_size(self._look, self._view)

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_pill(begin(self), self._look, self._view, self.rect())
