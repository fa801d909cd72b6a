"""Line: one line to type in."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from monitor_app.ui.look import Look


class Line(QLineEdit):
    """One line to type in, 36 to 48 high."""

    def __init__(self, look: Look, hint: str = "", *, height: int = 44, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setProperty("tall", str(height))
        self.setPlaceholderText(hint)

    def set_wrong(self, wrong: bool) -> None:
        """A red outline, or none; the words that say why stand in the field around it."""
        self._mark("wrong", wrong)

    def set_right(self, right: bool) -> None:
        """A green outline, or none."""
        self._mark("right", right)

    def _mark(self, name: str, value: bool) -> None:
        if bool(self.property(name)) != value:
            self.setProperty(name, value)
            self.style().unpolish(self)
            self.style().polish(self)
