"""The five shapes of a judgement: ticked disc, half disc, diamond, dash, dotted ring. The same in print."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from monitor_app.ui.look.tokens import Tone

Judged = Literal["met", "partly", "not_met", "na", "not_assessed"]
JUDGED: tuple[Judged, ...] = ("met", "partly", "not_met", "na", "not_assessed")

TONE_OF: dict[Judged, Tone] = {
    "met": "met",
    "partly": "partly",
    "not_met": "notmet",
    "na": "na",
    "not_assessed": "na",
}


def paint_shape(painter: QPainter, judged: Judged, box: QRectF, ink: QColor, ground: QColor) -> None:
    """Paints a shape into a square box. `ground` is the colour behind it, for the tick that is cut out of the disc."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    side = box.width()
    stroke = max(1.5, side / 11)
    inner = box.adjusted(stroke / 2, stroke / 2, -stroke / 2, -stroke / 2)
    pen = QPen(ink, stroke)
    painter.setPen(pen)
    if judged == "met":
        _ticked_disc(painter, box, ink, ground)
    elif judged == "partly":
        painter.drawEllipse(inner)
        painter.setBrush(ink)
        painter.drawPie(inner, 90 * 16, 180 * 16)
    elif judged == "not_met":
        _diamond(painter, box, ink)
    elif judged == "na":
        pen.setWidthF(side / 9)
        painter.setPen(pen)
        painter.drawLine(
            QPointF(box.left() + side * 0.1, box.center().y()), QPointF(box.right() - side * 0.1, box.center().y())
        )
    else:
        turn = inner.width() * 3.14159 / stroke
        pen.setDashPattern([turn / 8 * 0.62, turn / 8 * 0.38])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawEllipse(inner)
    painter.restore()


def _ticked_disc(painter: QPainter, box: QRectF, ink: QColor, ground: QColor) -> None:
    side = box.width()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawEllipse(box)
    pen = QPen(ground, side / 8.5)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    tick = ((0.29, 0.52), (0.44, 0.66), (0.71, 0.37))
    painter.drawPolyline(QPolygonF([QPointF(box.left() + x * side, box.top() + y * side) for x, y in tick]))


def _diamond(painter: QPainter, box: QRectF, ink: QColor) -> None:
    middle = box.center()
    reach = box.width() / 2
    painter.setPen(QPen(ink, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(ink)
    reach -= 0.75
    corners = ((0, -reach), (reach, 0), (0, reach), (-reach, 0))
    painter.drawPolygon(QPolygonF([QPointF(middle.x() + x, middle.y() + y) for x, y in corners]))
