"""Panes: a list at the left, the work in the middle, the context at the right; in a narrow window one at a time."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from monitor_app.ui.look import Look
from monitor_app.ui.parts import Choice, ChoiceView, Option, line

NARROW_PX = 1130
"""Width of the page (the window less its rail) below which the panes fold; text over 125 % folds them too."""
_LARGE_TEXT = 125


@dataclass(frozen=True, slots=True)
class Pane:
    """A widget, the word of its button in a narrow window, and its width in px (0: whatever is left)."""

    key: str
    widget: QWidget
    name: str
    width: int = 0


class Panes(QWidget):
    """Signal: `folded(bool)` when the panes fold or unfold."""

    folded = Signal(bool)

    def __init__(self, look: Look, panes: tuple[Pane, Pane, Pane], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._panes = panes
        self._is_folded = False
        self._shown = panes[1].key
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self._bar = QWidget()
        self._bar.setObjectName("side")
        held = QHBoxLayout(self._bar)
        held.setContentsMargins(look.px(12), look.px(8), look.px(12), look.px(8))
        self._choice = Choice(look, height=40)
        self._choice.chosen.connect(self.show_pane)
        held.addWidget(self._choice)
        outer.addWidget(self._bar)
        across = QHBoxLayout()
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        self._lines = []
        for place, pane in enumerate(panes):
            if place:
                divider = line(upright=True)
                self._lines.append(divider)
                across.addWidget(divider)
            across.addWidget(pane.widget, 0 if pane.width else 1)
        outer.addLayout(across, 1)
        look.changed.connect(self._arrange)
        self._arrange()

    def show_pane(self, key: str) -> None:
        """Brings a pane to the front where only one is shown."""
        self._shown = key
        self._arrange()

    def regions(self) -> list[QWidget]:
        """The panes that are shown, in reading order."""
        shown = [pane.widget for pane in self._panes if pane.widget.isVisible()]
        return [self._bar, *shown] if self._is_folded else shown

    def is_folded(self) -> bool:
        return self._is_folded

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        folds = self.width() < NARROW_PX or self._look.percent > _LARGE_TEXT
        self._bar.setVisible(folds)
        options = tuple(Option(pane.key, pane.name) for pane in self._panes)
        self._choice.present(ChoiceView(self._look.words("Part of the page"), options, self._shown))
        for divider in self._lines:
            divider.setVisible(not folds)
        for pane in self._panes:
            pane.widget.setVisible(not folds or pane.key == self._shown)
            if pane.width and not folds:
                pane.widget.setFixedWidth(self._look.px(pane.width))
            else:
                pane.widget.setMinimumWidth(0)
                pane.widget.setMaximumWidth(16_777_215)
        if folds != self._is_folded:
            self._is_folded = folds
            self.folded.emit(folds)
