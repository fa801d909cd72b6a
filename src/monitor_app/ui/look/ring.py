"""The focus ring: 3 px outside a 2 px gap, around whatever has the focus, never removed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QScrollArea, QWidget
from shiboken6 import isValid

from monitor_app.ui.look.look import Look

GAP = 2
WIDTH = 3
REACH = GAP + WIDTH

RECT = "ring_rect"
"""Property of a widget: the part of it (QRect) that is ringed; without it the whole widget."""
RADIUS = "ring_radius"
"""Property of a widget: the corner radius in px; without it 6."""
ON_RAIL = "on_rail"
"""Property of a widget: it and its children stand on the dark rail."""


class _Band(QWidget):
    """The painted ring. Lies above its siblings, takes no mouse and no focus."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.radius = 6.0
        self.on_rail = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._look.tokens
        painter.setPen(QPen(QColor(tokens.rail_focus if self.on_rail else tokens.focus), WIDTH))
        edge = WIDTH / 2
        radius = self.radius + GAP + edge
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), radius, radius)


class Ring(QObject):
    """Follows the focus of the application with one band. Make one per application; it ends with the look."""

    def __init__(self, app: QApplication, look: Look) -> None:
        super().__init__(look)
        self._look = look
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        self._band: _Band | None = None
        app.focusChanged.connect(self._focus_changed)
        look.changed.connect(self._place)

    def _focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._watched.clear()
        self._target = None
        if new is None:
            self._hide()
            return
        ground = _ground(new)
        self._target = new
        walk: QWidget | None = new
        while walk is not None and walk is not ground:
            walk.installEventFilter(self)
            self._watched.append(walk)
            walk = walk.parentWidget()
        if self._band is None or not isValid(self._band):
            self._band = _Band(self._look, ground)
        elif self._band.parentWidget() is not ground:
            self._band.setParent(ground)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (
            QEvent.Type.Move,
            QEvent.Type.Resize,
            QEvent.Type.Show,
            QEvent.Type.Hide,
            QEvent.Type.DynamicPropertyChange,
            QEvent.Type.ZOrderChange,
        ):
            self._place()
        return False

    def _hide(self) -> None:
        if self._band is not None and isValid(self._band):
            self._band.hide()

    def _place(self) -> None:
        target = self._target
        if target is None or not isValid(target) or self._band is None or not isValid(self._band):
            return
        ground = self._band.parentWidget()
        if ground is None:
            return
        inner = target.property(RECT)
        if not isinstance(inner, QRect):
            inner = target.rect()
        if inner.isEmpty() or not target.isVisible():
            self._band.hide()
            return
        corner = target.mapTo(ground, QPoint(0, 0)) + inner.topLeft()
        radius = target.property(RADIUS)
        self._band.radius = float(radius) if isinstance(radius, int | float) else float(self._look.px(6))
        self._band.on_rail = _stands_on_rail(target)
        self._band.setGeometry(QRect(corner, inner.size()).adjusted(-REACH, -REACH, REACH, REACH))
        self._band.show()
        self._band.raise_()
        self._band.update()


def _ground(widget: QWidget) -> QWidget:
    """What the band lies on: the scrolled content, so that it scrolls along and is clipped with it; or the window."""
    walk = widget
    while not walk.isWindow():
        parent = walk.parentWidget()
        if parent is None:
            return walk
        holder = parent.parentWidget()
        if isinstance(holder, QAbstractScrollArea) and holder.viewport() is parent:
            return walk if isinstance(holder, QScrollArea) and walk is not widget else parent
        walk = parent
    return walk


def _stands_on_rail(widget: QWidget) -> bool:
    walk: QWidget | None = widget
    while walk is not None:
        if walk.property(ON_RAIL):
            return True
        walk = walk.parentWidget()
    return False
