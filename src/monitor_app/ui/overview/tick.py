"""A line that can be ticked off: a disc, and words that take as many lines as they need."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from monitor_app.ui.look import Look, masked
from monitor_app.ui.parts.strokes import begin

_WRAPPED = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap)
_LEAD = 32
_TALL = 10_000


class Tick(QAbstractButton):
    """Space and Enter tick it. Its words are veiled with the notes. Signal: `clicked(on)`, for a person's tick only."""

    def __init__(self, look: Look, text: str, *, on: bool, writable: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setCheckable(True)
        self.setChecked(on)
        self.setText(text.replace("&", "&&"))
        self._shown = text
        self.setEnabled(writable)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self.updateGeometry)
        look.veil.changed.connect(self._veiled)
        self.toggled.connect(self._say)
        self._say()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        px = self._look.px
        metrics = QFontMetrics(self._look.font("body"))
        words = metrics.boundingRect(0, 0, max(px(60), width - px(_LEAD)), _TALL, _WRAPPED, self._shown).height()
        return max(px(44), words + px(14))

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(240), self.heightForWidth(max(self.width(), self._look.px(240))))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = begin(self)
        px, tokens = self._look.px, self._look.tokens
        done = self.isChecked()
        icon = "check-circle-fill" if done else "circle-dashed"
        middle = self.height() // 2
        painter.drawPixmap(
            px(2), middle - px(10), self._look.pixmap(icon, tokens.met.ink if done else tokens.text2, 20)
        )
        painter.setFont(self._look.font("body"))
        painter.setPen(QColor(tokens.text2 if done else tokens.text))
        words = masked(self._shown) if self._look.veil.hides else self._shown
        painter.drawText(QRect(px(_LEAD), 0, self.width() - px(_LEAD), self.height()), _WRAPPED, words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def _veiled(self) -> None:
        self._say()
        self.update()

    def _say(self) -> None:
        words = self._look.words
        text = masked(self._shown) if self._look.veil.hides else self._shown
        self.setAccessibleName(
            words("{text}, done", text=text) if self.isChecked() else words("{text}, open", text=text)
        )
