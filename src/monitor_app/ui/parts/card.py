"""Card: a box of 8 px corners on the canvas; a coloured left edge says open (petrol) or conflict (plum)."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from monitor_app.ui.look import Look, Tone
from monitor_app.ui.parts.strokes import begin, box

Ground = Literal["surface", "canvas", "sunken"] | Tone


class Card(QWidget):
    """A box with a vertical layout, `card.inside`. `edge`: left edge and outline in that tone.

    `edge_room` keeps room for an edge that comes and goes, so that nothing moves.
    """

    def __init__(
        self,
        look: Look,
        *,
        edge: Tone | None = None,
        outline: Tone | None = None,
        ground: Ground = "surface",
        edge_room: bool = False,
        dashed: bool = False,
        margin: int = 16,
        gap: int = 8,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._edge = edge
        self._outline = outline
        self._ground: Ground = ground
        self._edge_room = edge_room or edge is not None
        self._dashed = dashed
        self._margin = margin
        self._gap = gap
        self.inside = QVBoxLayout(self)
        look.changed.connect(self._dressed)
        self._dressed()

    def set_edge(self, edge: Tone | None) -> None:
        self._edge = edge
        self._dressed()

    def set_ground(self, ground: Ground, outline: Tone | None) -> None:
        self._ground = ground
        self._outline = outline
        self.update()

    def _dressed(self) -> None:
        px = self._look.px
        margin = px(self._margin)
        self.inside.setContentsMargins(margin + (px(4) if self._edge_room else 0), margin, margin, margin)
        self.inside.setSpacing(px(self._gap))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = begin(self)
        tokens = self._look.tokens
        rect = QRectF(self.rect())
        radius = self._look.px(8)
        tone = self._edge or self._outline
        line = tokens.hue(tone).ink if tone else tokens.border
        if self._dashed:
            box(painter, rect, radius, self._fill())
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(line), tokens.outline, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
            return
        box(painter, rect, radius, self._fill(), line, tokens.outline)
        if self._edge:
            shape = QPainterPath()
            shape.addRoundedRect(rect, radius, radius)
            painter.setClipPath(shape)
            painter.fillRect(QRectF(0, 0, self._look.px(5), rect.height()), QColor(line))

    def _fill(self) -> str:
        tokens = self._look.tokens
        if self._ground == "surface":
            return tokens.surface
        if self._ground == "canvas":
            return tokens.canvas
        if self._ground == "sunken":
            return tokens.sunken
        return tokens.hue(self._ground).tint
