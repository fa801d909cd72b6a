"""How far a finding reaches, in numbers of what was looked at: "6 of 9 placements sampled". May stay empty."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QVBoxLayout, QWidget

from monitor_app.ui.look import Look
from monitor_app.ui.parts import Label, Line, row

_LARGEST = 1_000_000


class ReachLine(QWidget):
    """Signal: `changed(field, value)` for extent_found, extent_of (whole number or None) and extent_counted (text)."""

    changed = Signal(str, object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = look.words
        self._told: dict[str, str] = {}
        self._lines = {
            "extent_found": Line(look, height=36),
            "extent_of": Line(look, height=36),
            "extent_counted": Line(look, words("What was counted"), height=36),
        }
        names = {
            "extent_found": words("Found in how many"),
            "extent_of": words("Of how many looked at"),
            "extent_counted": words("What was counted"),
        }
        for field, line in self._lines.items():
            line.setAccessibleName(names[field])
            line.editingFinished.connect(lambda field=field: self._tell(field))
        for field in ("extent_found", "extent_of"):
            self._lines[field].setValidator(QIntValidator(0, _LARGEST, self))
            self._lines[field].setFixedWidth(look.px(72))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        across = row(
            look,
            Label(words("Found in"), "label", "text2"),
            self._lines["extent_found"],
            Label(words("of"), "label", "text2"),
            self._lines["extent_of"],
            gap=8,
        )
        across.addWidget(self._lines["extent_counted"], 1)
        layout.addLayout(across)

    def present(self, found: str, of: str, counted: str, *, writable: bool) -> None:
        """Shows the three parts; a line in use keeps what is being typed."""
        for field, text in (("extent_found", found), ("extent_of", of), ("extent_counted", counted)):
            line = self._lines[field]
            if not (line.hasFocus() and line.text() != self._told.get(field, "")):
                line.setText(text)
                self._told[field] = text
            line.setEnabled(writable)

    def flush(self) -> None:
        """Tells what was typed and not told."""
        for field in self._lines:
            self._tell(field)

    def _tell(self, field: str) -> None:
        text = self._lines[field].text().strip()
        if text == self._told.get(field, ""):
            return
        self._told[field] = text
        if field == "extent_counted":
            self.changed.emit(field, text)
        else:
            self.changed.emit(field, int(text) if text else None)
