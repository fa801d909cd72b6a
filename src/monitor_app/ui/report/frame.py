"""The frame of the report page: outline and choices, pages or a text, points and the button that signs."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from monitor_app.ui.findings.panes import Pane, Panes
from monitor_app.ui.look import Look
from monitor_app.ui.parts import (
    Button,
    Choice,
    EmptyState,
    EmptyView,
    Label,
    Message,
    Pill,
    Scroll,
    line,
    row,
)
from monitor_app.ui.report.outline_list import outline_list
from monitor_app.ui.report.paper import Paper
from monitor_app.ui.report.passage_editor import PassageEditor
from monitor_app.ui.report.passage_rows import PassageRows
from monitor_app.ui.report.points_panel import PointsPanel
from monitor_app.ui.report.signed_panel import SignedPanel


class Frame(QWidget):
    """Holds the widgets of the page, laid out and nothing else; the page joins them to the work."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        words = look.words
        self.state = Pill(look)
        self.variant, self.language = Choice(look, height=40), Choice(look, height=40)
        self.list, self.rows = outline_list(look)
        self.texts = PassageRows(look)
        self.up = Button(look, words("Page before"), "caret-up", height=36, icon_only=True)
        self.down = Button(look, words("Next page"), "caret-down", height=36, icon_only=True)
        self.where = Label("", "control", "text2")
        self.place = Button(look, words("Open the finding"), "arrow-square-out", height=36)
        self.smaller = Button(look, words("Smaller"), "minus", rank="quiet", height=36, icon_only=True)
        self.larger = Button(look, words("Larger"), "plus", rank="quiet", height=36, icon_only=True)
        self.zoom = Label("", "control", "text2")
        self.paper = Paper(look)
        self.editor = PassageEditor(look)
        self.message = Message(look)
        self.message.setContentsMargins(0, look.px(12), 0, 0)
        self.points = PointsPanel(look)
        self.signed = SignedPanel(look)
        self.sign = Button(look, words("Sign and seal"), "pen-nib", rank="primary", height=48)
        self.sign_line = Label("", "support", "text2", wrap=True)
        self.panes = Panes(
            look,
            (
                Pane("outline", self._left(), words("Parts"), 262),
                Pane("pages", self._centre(), words("Pages")),
                Pane("points", self._right(), words("Before you sign"), 316),
            ),
        )
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.panes)

    def show_pages(self) -> None:
        """The pages in the middle."""
        self.middle.setCurrentWidget(self._pages)
        self.panes.show_pane("pages")

    def show_editor(self) -> None:
        """A text in the middle."""
        self.middle.setCurrentWidget(self.editor)
        self.panes.show_pane("pages")
        self.editor.focus_text()

    def edits(self) -> bool:
        """A text is in the middle."""
        return self.middle.currentWidget() is self.editor

    def show_none(self, view: EmptyView | None) -> None:
        """Why there are no pages, instead of the pages; None shows them again."""
        held = self._none.layout()
        while held is not None and (item := held.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if view is not None and held is not None:
            held.addWidget(EmptyState(self._look, view))
        self._none.setHidden(view is None)
        self.paper.setHidden(view is not None)
        self._tools.setHidden(view is not None)

    def _left(self) -> QWidget:
        look = self._look
        side = _side()
        layout = _column(side)
        head = QVBoxLayout()
        head.setContentsMargins(look.px(14), look.px(10), look.px(12), look.px(10))
        head.setSpacing(look.px(6))
        head.addLayout(row(look, Label(look.words("Report"), "panel"), None, self.state))
        head.addWidget(self.variant)
        head.addWidget(self.language)
        layout.addLayout(head)
        layout.addWidget(line())
        layout.addWidget(self.list, 1)
        layout.addWidget(line())
        layout.addWidget(self.texts)
        return side

    def _centre(self) -> QWidget:
        look = self._look
        self._pages = QWidget()
        layout = _column(self._pages)
        self._tools = QWidget()
        tools = row(look, self.up, self.down, self.where, None, self.place, self.smaller, self.zoom, self.larger, gap=8)
        tools.setContentsMargins(look.px(16), look.px(8), look.px(16), look.px(8))
        self._tools.setLayout(tools)
        self._none = QWidget()
        none = QVBoxLayout(self._none)
        none.setContentsMargins(look.px(24), look.px(24), look.px(24), 0)
        layout.addWidget(self._tools)
        layout.addWidget(self.paper, 1)
        layout.addWidget(self._none, 0, Qt.AlignmentFlag.AlignTop)
        self._none.hide()
        self.middle = QStackedWidget()
        self.middle.addWidget(self._pages)
        self.middle.addWidget(self.editor)
        holder = QWidget()
        held = _column(holder)
        top = QVBoxLayout()
        top.setContentsMargins(look.px(16), 0, look.px(16), 0)
        top.addWidget(self.message)
        held.addLayout(top)
        held.addWidget(self.middle, 1)
        return holder

    def _right(self) -> QWidget:
        look = self._look
        side = _side()
        layout = _column(side)
        scroll = Scroll(look, margin=16, gap=12, side=True)
        scroll.inside.addWidget(self.points)
        scroll.inside.addWidget(self.signed)
        scroll.inside.addStretch(1)
        layout.addWidget(scroll, 1)
        self._foot = QWidget()
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(look.px(16), look.px(12), look.px(16), look.px(14))
        foot.setSpacing(look.px(8))
        foot.addWidget(self.sign)
        foot.addWidget(self.sign_line)
        layout.addWidget(line())
        layout.addWidget(self._foot)
        return side

    def show_signing(self, is_open: bool) -> None:
        """Points and the button that signs, or (signed) neither."""
        self.points.setVisible(is_open)
        self._foot.setVisible(is_open)


def _side() -> QWidget:
    side = QWidget()
    side.setObjectName("side")
    side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return side


def _column(widget: QWidget) -> QVBoxLayout:
    layout = QVBoxLayout(widget)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    return layout
