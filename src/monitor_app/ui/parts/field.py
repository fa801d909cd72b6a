"""Field: a label, a control under it, and a line below that helps or says what is wrong."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from monitor_app.ui.look import Look
from monitor_app.ui.parts.appear import appear
from monitor_app.ui.parts.choice import Option
from monitor_app.ui.parts.label import Label
from monitor_app.ui.parts.line_edit import Line
from monitor_app.ui.parts.strokes import begin

__all__ = ["Combo", "Field", "Line"]


class Combo(QComboBox):
    """One of many words. A turn of the wheel never changes it by accident."""

    def __init__(self, look: Look, *, height: int = 44, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setProperty("tall", str(height))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)

    def present(self, options: tuple[Option, ...], chosen: str) -> None:
        """Shows words to choose from, without a signal."""
        self.blockSignals(True)
        self.clear()
        for option in options:
            self.addItem(option.text, option.key)
        self.setCurrentIndex(self.findData(chosen))
        self.blockSignals(False)

    def chosen_key(self) -> str:
        """The key of the chosen word, "" for none."""
        key = self.currentData()
        return key if isinstance(key, str) else ""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        room = self.width() - self._look.px(12 + 12 + 36)
        words: str = option.currentText
        option.currentText = option.fontMetrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()
        side = self._look.px(16)
        where = self.width() - side - self._look.px(10), (self.height() - side) // 2
        begin(self).drawPixmap(*where, self._look.pixmap("caret-down", self._look.tokens.text2, 16))


class Field(QWidget):
    """Label above, control, help below. The control gets the label as its accessible name."""

    def __init__(
        self, look: Look, label: str, control: QWidget, help_: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.control = control
        self._help = help_
        self._label = Label(label, "label", "text2", wrap=True)
        self._label.setBuddy(control)
        self._line = Label(help_, "support", "text3", wrap=True)
        appear(self._line, bool(help_))
        control.setAccessibleName(label)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.px(6))
        layout.addWidget(self._label)
        layout.addWidget(control)
        layout.addWidget(self._line)
        self.setFocusProxy(control)

    def say_wrong(self, sentence: str) -> None:
        """Says what is wrong below the control; "" brings the help back."""
        self._line.setText(sentence or self._help)
        self._line.set_ink("notmet" if sentence else "text3")
        appear(self._line, bool(sentence or self._help))
        if isinstance(self.control, Line):
            self.control.set_wrong(bool(sentence))
        self.control.setAccessibleDescription(sentence)

    def say_help(self, sentence: str) -> None:
        """Another helping line."""
        self._help = sentence
        self.say_wrong("")
