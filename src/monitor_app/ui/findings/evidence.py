"""The evidence of the open finding: its pieces, how many kinds of source support it, and the way to add one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from monitor_app.ui.findings.piece_line import PieceLine
from monitor_app.ui.findings.pieces import PieceView
from monitor_app.ui.look import Look
from monitor_app.ui.parts import Button, Card, Label, line, row


class EvidenceCard(QWidget):
    """Signals: `asked()` to add; `changed(key, field, value)`; `removed(key)`; `opened(response, path)`."""

    asked = Signal()
    changed = Signal(str, str, object)
    removed = Signal(str)
    opened = Signal(str, str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._views: tuple[PieceView, ...] = ()
        self._unfolded = ""
        self._lines: dict[str, PieceLine] = {}
        words = look.words
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        card = Card(look, margin=0, gap=0)
        outer.addWidget(card)
        self._summary = Label("", "support", "plum")
        self._add = Button(look, words("Add evidence"), "plus", rank="quiet", height=40)
        self._add.clicked.connect(self.asked)
        head = row(look, Label(words("Evidence"), "panel"), self._summary, None, self._add, gap=12)
        head.setContentsMargins(look.px(18), look.px(6), look.px(10), look.px(6))
        card.inside.addLayout(head)
        self._empty = Label(
            words("Nothing is linked yet. A report asks for at least one answer or text that supports the finding."),
            "support",
            "text2",
            wrap=True,
        )
        self._empty.setContentsMargins(look.px(18), 0, look.px(18), look.px(14))
        card.inside.addWidget(self._empty)
        self._pieces = QVBoxLayout()
        self._pieces.setSpacing(0)
        card.inside.addLayout(self._pieces)

    def present(self, views: tuple[PieceView, ...], summary: str, *, writable: bool) -> None:
        """Shows the pieces; the one that is unfolded stays so."""
        self._summary.setText(summary)
        self._empty.setHidden(bool(views))
        self._add.setEnabled(writable)
        if views != self._views:
            self._views = views
            self._build()

    def _build(self) -> None:
        now = QApplication.focusWidget()
        focused = next((key for key, one in self._lines.items() if now is not None and one.isAncestorOf(now)), "")
        control = now.objectName() if now is not None else ""
        while (item := self._pieces.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._lines = {}
        for view in self._views:
            self._pieces.addWidget(line())
            piece = PieceLine(self._look, view, is_open=view.key == self._unfolded)
            piece.changed.connect(self.changed)
            piece.removed.connect(self.removed)
            piece.opened.connect(self.opened)
            piece.turned.connect(self._turn)
            self._pieces.addWidget(piece)
            self._lines[view.key] = piece
        if focused in self._lines:
            self._lines[focused].focus_on(control)

    def _turn(self, key: str) -> None:
        self._unfolded = "" if self._unfolded == key else key
        self._build()
        self._lines[key].focus_on("")
