"""Icons: the bundled outlines, drawn in the colour of a token. Source: Phosphor, MIT; the mark is ours."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from monitor_app.base import Resources


class Icons:
    """Draws icons by name, each (name, colour, size, density) once. GUI thread."""

    def __init__(self, resources: Resources) -> None:
        self._resources = resources
        self._drawn: dict[tuple[str, str, int, float], QPixmap] = {}

    def pixmap(self, name: str, colour: str, size_px: int, density: float) -> QPixmap:
        """A square picture, `size_px` wide in window pixels. Raises OSError for a name that is not bundled."""
        key = (name, colour, size_px, density)
        drawn = self._drawn.get(key)
        if drawn is None:
            drawn = self._drawn[key] = self._draw(name, colour, size_px, density)
        return drawn

    def _draw(self, name: str, colour: str, size_px: int, density: float) -> QPixmap:
        svg = self._resources.bytes("icons", f"{name}.svg").replace(b"currentColor", colour.encode())
        side = max(1, round(size_px * density))
        picture = QPixmap(side, side)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        QSvgRenderer(QByteArray(svg)).render(painter, QRectF(0, 0, side, side))
        painter.end()
        picture.setDevicePixelRatio(density)
        return picture
