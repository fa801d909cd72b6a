"""The middle of the standards page: the line to find by, what the list is about, the provisions."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from monitor_app.ui.facilities.text_rows import TextRow, text_list
from monitor_app.ui.look import Look
from monitor_app.ui.parts import Flow, Label, Message, Pill, RowsView, column, line, row
from monitor_app.ui.standards.view import HeadView
from monitor_app.ui.visits.find_line import FindLine


class Shelf(QWidget):
    """Signals: `asked(text)` at every key in the line; `chosen(key)` when the current row moves; `opened(key)`."""

    asked = Signal(str)
    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        words, px = look.words, look.px
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.find_line = FindLine(look, words("Find a provision   Ctrl+F"), words("Find a provision, Ctrl+F"))
        self.find_line.asked.connect(self.asked)
        self.message = Message(look)
        self.list, self.rows = text_list(look, words("Provisions"))
        self.list.moved.connect(self.chosen)
        self.list.opened.connect(self.opened)
        self.find_line.went_down.connect(self.list.setFocus)
        self._head = QVBoxLayout()
        self._head.setContentsMargins(px(16), 0, px(16), 0)
        self._head_shown: HeadView | None = None
        self._head_body: QWidget | None = None
        find = row(look, self.find_line)
        find.setContentsMargins(px(16), 0, px(16), 0)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, px(12), 0, 0)
        inside.setSpacing(px(10))
        inside.addLayout(find)
        inside.addWidget(self.message)
        inside.addLayout(self._head)
        inside.addLayout(column(look, line(), self.list, gap=0), 1)

    def present(self, head: HeadView, rows: Sequence[TextRow], chosen: str) -> None:
        """Shows provisions with one chosen."""
        self.rows.present(rows)
        self.list.choose(chosen)
        if head != self._head_shown:
            self._head_shown = head
            self._put(self._made(head))

    def scroll_to_chosen(self) -> None:
        """Brings the chosen row to the middle."""
        self.list.scrollTo(self.list.currentIndex(), RowsView.ScrollHint.PositionAtCenter)

    def _put(self, body: QWidget) -> None:
        if self._head_body is not None:
            self._head.removeWidget(self._head_body)
            self._head_body.hide()
            self._head_body.deleteLater()
        self._head_body = body
        self._head.addWidget(body)

    def _made(self, head: HeadView) -> QWidget:
        look = self._look
        body = QWidget()
        inside = column(look, Label(head.title, "section", wrap=True), gap=6)
        for text in head.lines:
            inside.addWidget(Label(text, "support", "text2", wrap=True))
        if head.pills:
            pills = Flow(look, gap=6, line_gap=6)
            for pill in head.pills:
                pills.add(Pill(look, pill))
            inside.addWidget(pills)
        body.setLayout(inside)
        return body
