"""What every painted part draws with: a rounded box, and a line of words beside an icon."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget


def begin(widget: QWidget) -> QPainter:
    """A smooth painter on a widget. The caller ends it by letting go."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    return painter


def box(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    fill: str | None = None,
    outline: str | None = None,
    width: float = 1,
) -> None:
    """A rounded box; its outline lies inside `rect`. Colours "#RRGGBB" or None."""
    painter.save()
    painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
    if outline:
        painter.setPen(QPen(QColor(outline), width))
        rect = rect.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
    radius = min(radius, rect.height() / 2)
    painter.drawRoundedRect(rect, radius, radius)
    painter.restore()
