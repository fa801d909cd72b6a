"""Note field: grows from 2 to 12 lines, tells what was typed 500 ms after the last key and when it is left."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFontMetrics, QHideEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QWidget

from monitor_app.ui.look import Look, masked

PAUSE_MS = 500


class NoteField(QPlainTextEdit):
    """Written words. Hidden by the veil except where the focus is. Undo lasts as long as the field.

    Signals: `typed(text)` 500 ms after the last key: keep it as a draft; `left(text)` when the focus goes, the field
    hides or `flush()` is called, and the words differ from those last told: make it an entry. Every `left` follows
    its `typed`.
    """

    typed = Signal(str)
    left = Signal(str)

    def __init__(
        self, look: Look, about: str = "", *, fewest: int = 2, most: int = 12, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._fewest = fewest
        self._most = most
        self._told = ""
        self._draft_told = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._tell_draft)
        self.setAccessibleName(about)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._changed)
        look.changed.connect(self._grow)
        look.veil.changed.connect(self.viewport().update)
        self._grow()

    def present(self, text: str, *, writable: bool = True, hint: str = "") -> None:
        """Shows stored words. While a person writes here, other words arriving are not put under the cursor."""
        if text != self.toPlainText() and not (self.hasFocus() and self.toPlainText() != self._told):
            self.blockSignals(True)
            self.setPlainText(text)
            self.blockSignals(False)
            self._told = self._draft_told = text
        elif text == self.toPlainText() and not self.hasFocus():
            self._told = self._draft_told = text
        self.setReadOnly(not writable)
        if self.property("read_only") != (not writable):
            self.setProperty("read_only", not writable)
            self.style().unpolish(self)
            self.style().polish(self)
        self.setPlaceholderText(hint)
        self._grow()

    def flush(self) -> None:
        """Tells at once what has not been told: on lock, close and before an exchange."""
        self._tell_draft()
        text = self.toPlainText()
        if text != self._told:
            self._told = text
            self.left.emit(text)

    def _changed(self) -> None:
        self._grow()
        self._pause.start()

    def _tell_draft(self) -> None:
        self._pause.stop()
        text = self.toPlainText()
        if text != self._draft_told:
            self._draft_told = text
            self.typed.emit(text)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.flush()
        self.viewport().update()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.flush()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(240), self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(120), self._height_for(self._fewest))

    def _height_for(self, lines: int) -> int:
        spacing = QFontMetrics(self._look.font("body")).lineSpacing()
        return lines * spacing + 2 * self._look.px(6) + 2 * int(self.document().documentMargin()) + 2

    def _grow(self) -> None:
        lines = int(self.document().size().height())
        over = lines > self._most
        self.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAsNeeded if over else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        height = self._height_for(min(max(lines, self._fewest), self._most))
        if height != self.height() or self.minimumHeight() != height:
            self.setFixedHeight(height)
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._look.veil.hides or self.hasFocus() or not self.toPlainText():
            super().paintEvent(event)
            return
        painter = QPainter(self.viewport())
        painter.setPen(QColor(self._look.tokens.text2))
        painter.setFont(self._look.font("body"))
        margin = self.document().documentMargin()
        where = QRectF(self.viewport().rect()).adjusted(margin, margin, -margin, -margin)
        painter.drawText(where, int(Qt.TextFlag.TextWordWrap), masked(self.toPlainText()))
