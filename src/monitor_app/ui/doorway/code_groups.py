"""Code groups: the eight groups of a recovery sheet, five characters each, checked as they are typed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from monitor_app.ui.look import Look
from monitor_app.ui.parts.field import Line

GROUPS = 8
LENGTH = 5

RightGroup = Callable[[int, str], bool]
"""(group number from 1, what was typed) -> it is a right group for that place."""


class CodeGroups(QWidget):
    """Goes on to the next group by itself; a whole code can be pasted into the first. Signal: `changed(right)`: how
    many groups are right now."""

    changed = Signal(int)

    def __init__(self, look: Look, is_right: RightGroup, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_right = is_right
        self._lines: list[_Group] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look.px(10))
        grid.setVerticalSpacing(look.px(12))
        for place in range(GROUPS):
            line = _Group(look)
            line.setAccessibleName(look.words("Group {number} of 8", number=place + 1))
            line.textEdited.connect(lambda text, place=place: self._edited(place, text))
            line.emptied.connect(lambda place=place: self._focus(place - 1))
            self._lines.append(line)
            grid.addWidget(line, place // 4, place % 4)
        self.setFocusProxy(self._lines[0])

    def typed(self) -> tuple[str, ...]:
        """The eight groups as they stand."""
        return tuple(line.text() for line in self._lines)

    def right(self) -> int:
        """How many groups are right."""
        return sum(self._rightness(place) for place in range(GROUPS))

    def _rightness(self, place: int) -> bool:
        text = self._lines[place].text()
        return len(text) == LENGTH and self._is_right(place + 1, text)

    def _edited(self, place: int, text: str) -> None:
        signs = "".join(sign for sign in text.upper() if sign.isalnum())
        for at in range(place, GROUPS):
            part, signs = signs[:LENGTH], signs[LENGTH:]
            line = self._lines[at]
            if line.text() != part:
                line.setText(part)
            right = self._rightness(at)
            line.set_right(right)
            line.set_wrong(len(part) == LENGTH and not right)
            if not signs:
                if right:
                    self._focus(at + 1)
                break
        self.changed.emit(self.right())

    def _focus(self, place: int) -> None:
        if 0 <= place < GROUPS:
            self._lines[place].setFocus(Qt.FocusReason.TabFocusReason)


class _Group(Line):
    """Signal: `emptied()`, Backspace in an empty group: back to the one before."""

    emptied = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, height=48)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        font = QFont(look.font("question"))
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 1.5)
        self.setFont(font)
        hint = Qt.InputMethodHint
        self.setInputMethodHints(hint.ImhSensitiveData | hint.ImhNoPredictiveText | hint.ImhUppercaseOnly)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Backspace and not self.text():
            self.emptied.emit()
        else:
            super().keyPressEvent(event)
