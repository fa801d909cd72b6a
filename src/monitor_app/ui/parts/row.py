"""Rows, columns and lines: the few layouts every screen is made of, with the spacing of the design."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from monitor_app.ui.look import Look

Piece = QWidget | int | None
"""A widget, a fixed gap in px of the design, or None for whatever room is left."""


def row(look: Look, *pieces: Piece, gap: int = 8, top: bool = False) -> QHBoxLayout:
    """Widgets side by side; `top` keeps them at the upper edge."""
    layout = QHBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(look.px(gap))
    for piece in pieces:
        if piece is None:
            layout.addStretch(1)
        elif isinstance(piece, int):
            layout.addSpacing(look.px(piece))
        elif top:
            layout.addWidget(piece, 0, Qt.AlignmentFlag.AlignTop)
        else:
            layout.addWidget(piece)
    return layout


def column(look: Look, *pieces: Piece, gap: int = 8) -> QVBoxLayout:
    """Widgets one under the other."""
    layout = QVBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(look.px(gap))
    for piece in pieces:
        if piece is None:
            layout.addStretch(1)
        elif isinstance(piece, int):
            layout.addSpacing(look.px(piece))
        else:
            layout.addWidget(piece)
    return layout


def line(*, upright: bool = False) -> QFrame:
    """A divider, 1 px."""
    drawn = QFrame()
    drawn.setObjectName("upright" if upright else "line")
    return drawn


class Scroll(QScrollArea):
    """A column that scrolls up and down; `scroll.inside` is its vertical layout. `side` has a white ground."""

    def __init__(
        self, look: Look, *, margin: int = 24, gap: int = 12, side: bool = False, parent: QWidget | None = None
    ):
        super().__init__(parent)
        self.setObjectName("side" if side else "")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._look = look
        self._margin = margin
        self._gap = gap
        self.content = QWidget()
        self.content.setObjectName("side_scrolled" if side else "scrolled")
        self.inside = QVBoxLayout(self.content)
        self.setWidget(self.content)
        look.changed.connect(self._dressed)
        self._dressed()

    def _dressed(self) -> None:
        margin = self._look.px(self._margin)
        self.inside.setContentsMargins(margin, margin, margin, margin)
        self.inside.setSpacing(self._look.px(self._gap))
