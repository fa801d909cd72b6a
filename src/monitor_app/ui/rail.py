"""The rail: the pages of the programme, 208 px wide with words, 64 px with icons inside a visit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QFontMetrics, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from monitor_app.ui.look import Look
from monitor_app.ui.look.ring import ON_RAIL
from monitor_app.ui.parts.strokes import begin, box

WIDE = 208
NARROW = 64


@dataclass(frozen=True, slots=True)
class RailEntry:
    """A page of the programme. `below`: at the foot of the rail. The icon has a filled twin `ICON-fill`."""

    key: str
    text: str
    icon: str
    below: bool = False


class Rail(QWidget):
    """Up and Down move, Enter or a press opens. Signal: `asked(key)`."""

    asked = Signal(str)

    def __init__(self, look: Look, entries: Sequence[RailEntry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._narrow = False
        self.setProperty(ON_RAIL, True)
        self.setAccessibleName(look.words("Pages"))
        self._layout = QVBoxLayout(self)
        self._mark = _Mark(look)
        self._layout.addWidget(self._mark)
        self._buttons: dict[str, _Entry] = {}
        for entry in entries:
            if entry.below and not any(b.entry.below for b in self._buttons.values()):
                self._layout.addStretch(1)
            button = _Entry(look, entry)
            button.clicked.connect(lambda _=False, key=entry.key: self.asked.emit(key))
            button.stepped.connect(self._step)
            self._buttons[entry.key] = button
            self._layout.addWidget(button)
        if not any(b.entry.below for b in self._buttons.values()):
            self._layout.addStretch(1)
        look.changed.connect(self._dressed)
        self._dressed()

    def choose(self, key: str) -> None:
        """Shows which page is open."""
        for name, button in self._buttons.items():
            button.set_chosen(name == key)

    def set_narrow(self, narrow: bool) -> None:
        """Icons only: inside a visit, where the room is needed."""
        self._narrow = narrow
        self._mark.narrow = narrow
        for button in self._buttons.values():
            button.set_narrow(narrow)
        self._dressed()

    def focus_rail(self) -> None:
        """The chosen page's entry gets the focus."""
        chosen = next((b for b in self._buttons.values() if b.chosen), None) or next(iter(self._buttons.values()), None)
        if chosen is not None:
            chosen.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _step(self, step: int) -> None:
        buttons = list(self._buttons.values())
        place = next((i for i, b in enumerate(buttons) if b.hasFocus()), 0)
        buttons[(place + step) % len(buttons)].setFocus(Qt.FocusReason.TabFocusReason)

    def _dressed(self) -> None:
        px = self._look.px
        self.setFixedWidth(px(NARROW if self._narrow else WIDE))
        self._layout.setContentsMargins(px(8), px(8), px(8), px(12))
        self._layout.setSpacing(px(2))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        begin(self).fillRect(self.rect(), QColor(self._look.tokens.rail))


class _Mark(QWidget):
    """Our mark and the name of the app."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.narrow = False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(48), self._look.px(52))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = begin(self)
        px = self._look.px
        painter.drawPixmap(px(10), px(7), self._look.pixmap("mark", "#FFFFFF", 29))
        if not self.narrow:
            painter.setFont(self._look.font("section", 600))
            painter.setPen(QColor("#FFFFFF"))
            painter.drawText(QRect(px(50), 0, self.width(), px(43)), Qt.AlignmentFlag.AlignVCenter, "Monitor")


class _Entry(QAbstractButton):
    """One entry, 44 px high."""

    stepped = Signal(int)

    def __init__(self, look: Look, entry: RailEntry) -> None:
        super().__init__()
        self._look = look
        self.entry = entry
        self.chosen = False
        self._narrow = False
        self.setText(entry.text)
        self.setAccessibleName(entry.text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_chosen(self, chosen: bool) -> None:
        self.chosen = chosen
        words = self._look.words
        self.setAccessibleName(words("{page}, open", page=self.entry.text) if chosen else self.entry.text)
        self.update()

    def set_narrow(self, narrow: bool) -> None:
        self._narrow = narrow
        self.setToolTip(self.entry.text if narrow else "")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(48), self._look.px(44))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = begin(self)
        px, tokens = self._look.px, self._look.tokens
        if self.chosen:
            box(painter, QRectF(self.rect()), px(6), tokens.rail_selected)
        elif self.underMouse():
            shade = QColor(tokens.rail_selected)
            shade.setAlphaF(0.35)
            painter.setBrush(shade)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(self.rect(), px(6), px(6))
        ink = tokens.on_rail_selected if self.chosen else tokens.rail_text
        name = f"{self.entry.icon}-fill" if self.chosen else self.entry.icon
        left = (self.width() - px(20)) // 2 if self._narrow else px(12)
        painter.drawPixmap(left, (self.height() - px(20)) // 2, self._look.pixmap(name, ink, 20))
        if not self._narrow:
            font = self._look.font("control", 700 if self.chosen else 600)
            painter.setFont(font)
            painter.setPen(QColor(ink))
            where = self.rect().adjusted(px(44), 0, -px(6), 0)
            text = QFontMetrics(font).elidedText(self.entry.text, Qt.TextElideMode.ElideRight, where.width())
            painter.drawText(where, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() == Qt.Key.Key_Down:
            self.stepped.emit(1)
        elif event.key() == Qt.Key.Key_Up:
            self.stepped.emit(-1)
        else:
            super().keyPressEvent(event)
