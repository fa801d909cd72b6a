"""Progress: a count as a bar, 6 px high. Progress of work, never a judgement; always beside the words."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from monitor_app.ui.look import Look, Tone
from monitor_app.ui.parts.strokes import begin, box

HEIGHT = 7


def paint_progress(painter: QPainter, look: Look, done: int, whole: int, bar: QRectF, tone: Tone = "primary") -> None:
    """Paints `done` of `whole` into a bar."""
    tokens = look.tokens
    box(painter, bar, bar.height() / 2, tokens.sunken, tokens.border if tokens.outline > 1 else None)
    if whole > 0 and done > 0:
        filled = QRectF(bar)
        filled.setWidth(max(bar.height(), bar.width() * min(done, whole) / whole))
        box(painter, filled, bar.height() / 2, tokens.hue(tone).ink)


class ProgressBar(QWidget):
    """Shows `done` of `whole`."""

    def __init__(self, look: Look, tone: Tone = "primary", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._tone: Tone = tone
        self._done = 0
        self._whole = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def present(self, done: int, whole: int, tone: Tone = "primary") -> None:
        """Shows a count; `whole` 0 is an empty bar."""
        self._done, self._whole, self._tone = done, whole, tone
        self.setAccessibleName(self._look.words("{done} of {whole}", done=done, whole=whole))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(80), self._look.px(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_progress(begin(self), self._look, self._done, self._whole, QRectF(self.rect()), self._tone)
