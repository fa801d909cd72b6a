"""Flow: widgets in reading order, going on in the next line when one is full. For chips, pills and buttons."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from monitor_app.ui.look import Look


class Flow(QWidget):
    """Holds widgets at their own size. `gap` and `line_gap` in px of the design; `to_end` packs them to the right."""

    def __init__(
        self, look: Look, *, gap: int = 8, line_gap: int = 0, to_end: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._gap = gap
        self._line_gap = line_gap
        self._to_end = to_end
        self._held: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, widget: QWidget) -> None:
        """Adds a widget at the end; it belongs to the flow from now on."""
        widget.setParent(self)
        self._held.append(widget)
        widget.show()
        self.updateGeometry()
        self._arrange(self.width(), apply=True)

    def clear(self) -> None:
        """Takes every widget out and lets it go."""
        for widget in self._held:
            widget.hide()
            widget.deleteLater()
        self._held.clear()
        self.updateGeometry()

    def held(self) -> list[QWidget]:
        return list(self._held)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(width, apply=False)

    def sizeHint(self) -> QSize:
        shown = [w for w in self._held if not w.isHidden()]
        gap = self._look.px(self._gap)
        width = sum(w.sizeHint().width() for w in shown) + gap * max(0, len(shown) - 1)
        return QSize(width, max((w.sizeHint().height() for w in shown), default=0))

    def minimumSizeHint(self) -> QSize:
        shown = [w for w in self._held if not w.isHidden()]
        return QSize(
            max((w.minimumSizeHint().width() for w in shown), default=0),
            max((w.sizeHint().height() for w in shown), default=0),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(self.width(), apply=True)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._arrange(self.width(), apply=True)
        return super().event(event)

    def _arrange(self, width: int, *, apply: bool) -> int:
        gap = self._look.px(self._gap)
        line: list[tuple[QWidget, QSize]] = []
        used = top = tall = 0
        for widget in self._held:
            if widget.isHidden():
                continue
            size = widget.sizeHint().expandedTo(widget.minimumSizeHint())
            if line and used + gap + size.width() > width:
                self._place(line, top, tall, width - used, apply)
                top += tall + self._look.px(self._line_gap)
                line, used, tall = [], 0, 0
            used += size.width() + (gap if line else 0)
            tall = max(tall, size.height())
            line.append((widget, size))
        self._place(line, top, tall, width - used, apply)
        return top + tall

    def _place(self, line: list[tuple[QWidget, QSize]], top: int, tall: int, spare: int, apply: bool) -> None:
        if not apply:
            return
        left = max(0, spare) if self._to_end else 0
        for widget, size in line:
            width = min(size.width(), max(self.width(), widget.minimumSizeHint().width()))
            widget.setGeometry(QRect(left, top + (tall - size.height()) // 2, width, size.height()))
            left += width + self._look.px(self._gap)
