"""Beside: a centre with a panel at its side; in a narrow window or with large letters the panel folds into a button."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from monitor_app.ui.look import Look
from monitor_app.ui.parts.button import Button
from monitor_app.ui.parts.row import line, row

NARROW_PX = 1200
LARGE_PERCENT = 125


class Beside(QWidget):
    """`centre` fills, `side` is `width` px of the design wide. Folded, the button `word` swaps them."""

    def __init__(
        self,
        look: Look,
        centre: QWidget,
        side: QWidget,
        word: str,
        icon: str = "columns",
        *,
        width: int = 276,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._centre = centre
        self._side = side
        self._word = word
        self._icon = icon
        self._width = width
        self._folded = False
        self._turned = False
        self.setObjectName("page")
        self._button = Button(look, word, icon)
        self._button.clicked.connect(self._turn)
        self._bar = QWidget()
        bar = row(look, None, self._button)
        bar.setContentsMargins(look.px(24), look.px(12), look.px(24), 0)
        self._bar.setLayout(bar)
        self._line = line(upright=True)
        across = QHBoxLayout()
        across.setSpacing(0)
        across.addWidget(centre, 1)
        across.addWidget(self._line)
        across.addWidget(side)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._bar)
        outer.addLayout(across, 1)
        look.changed.connect(self._fit)
        self._fit()

    def is_folded(self) -> bool:
        return self._folded

    def show_centre(self) -> None:
        """Brings the centre back where the panel stood in its place."""
        self._turned = False
        self._fit()

    def show_side(self) -> None:
        """Where the panel is folded, puts it in place of the centre."""
        self._turned = True
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _turn(self) -> None:
        self._turned = not self._turned
        self._fit()

    def _fit(self) -> None:
        self._folded = self._look.percent > LARGE_PERCENT or self.window().width() < NARROW_PX
        self._turned = self._turned and self._folded
        self._bar.setVisible(self._folded)
        self._line.setVisible(not self._folded)
        self._centre.setVisible(not self._turned)
        self._side.setVisible(self._turned or not self._folded)
        self._side.setMinimumWidth(0 if self._turned else self._look.px(self._width))
        self._side.setMaximumWidth(16777215 if self._turned else self._look.px(self._width))
        words = self._look.words
        self._button.set_face(
            words("Back") if self._turned else self._word, "arrow-left" if self._turned else self._icon
        )
