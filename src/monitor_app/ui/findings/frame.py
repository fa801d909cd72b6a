"""The frame of the findings page: its three panes and the widgets in them, laid out and nothing else."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from monitor_app.ui.findings.evidence import EvidenceCard
from monitor_app.ui.findings.panes import Pane, Panes
from monitor_app.ui.findings.recommend import RecommendationCard
from monitor_app.ui.findings.rows import finding_list
from monitor_app.ui.findings.sheet import Sheet
from monitor_app.ui.look import Look
from monitor_app.ui.parts import Button, EmptyState, EmptyView, Label, Message, Scroll, line, row

_WIDEST = 880


class Frame(QWidget):
    """Holds list, sheet, evidence, recommendation and the buttons at their foot; the page joins them to the work."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        words = look.words
        self.list, self.rows = finding_list(look)
        self.new = Button(look, words("New"), "plus", height=36)
        self.new.setAccessibleName(words("New finding"))
        self.news = Message(look)
        self.message = Message(look)
        self.twice = QVBoxLayout()
        self.sheet = Sheet(look)
        self.evidence = EvidenceCard(look)
        self.recommendation = RecommendationCard(look)
        self.none_yet = Label(
            words("No recommendation yet. A good practice needs none."), "support", "text2", wrap=True
        )
        self.add = Button(look, words("Add another"), "plus", rank="quiet", height=44)
        self.next = Button(look, words("Next finding"), "arrow-right", rank="primary", height=44)
        self.empty = EmptyState(
            look,
            EmptyView(
                words("No finding yet"),
                words("Make one from an answer in the checklist, or begin with an empty one."),
                "flag",
                (("new", words("New finding"), "plus"),),
            ),
        )
        self.panes = Panes(
            look,
            (
                Pane("list", self._left(), words("Findings"), 256),
                Pane("finding", self._centre(), words("The finding")),
                Pane("recommendation", self._right(), words("Recommendation"), 336),
            ),
        )
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.panes)
        self.show_open(None)

    def show_open(self, is_open: bool | None) -> None:
        """Shows the sheet, or that there is nothing yet; None before anything is read."""
        for widget in (self.sheet, self.evidence, self.right):
            widget.setVisible(bool(is_open))
        self.empty.setHidden(is_open is not False)

    def show_recommendation(self, is_there: bool) -> None:
        """Shows the recommendation, or that there is none."""
        words = self._look.words
        self.recommendation.setVisible(is_there)
        self.none_yet.setHidden(is_there)
        self.add.set_face(words("Add another") if is_there else words("Add one"), "plus")
        self.add.setAccessibleName(words("Add a recommendation"))

    def _left(self) -> QWidget:
        look = self._look
        side = _side()
        head = row(look, Label(look.words("Findings"), "panel"), None, self.new)
        head.setContentsMargins(look.px(16), look.px(9), look.px(12), look.px(9))
        layout = _column(side)
        layout.addLayout(head)
        layout.addWidget(line())
        layout.addWidget(self.list, 1)
        return side

    def _centre(self) -> QWidget:
        look = self._look
        scroll = Scroll(look, margin=14, gap=12)
        held = QWidget()
        held.setMaximumWidth(look.px(_WIDEST))
        inside = QVBoxLayout(held)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(look.px(12))
        for part in (self.news, self.message, self.twice, self.sheet, self.evidence, self.empty):
            if isinstance(part, QVBoxLayout):
                inside.addLayout(part)
            else:
                inside.addWidget(part)
        inside.addStretch(1)
        across = QHBoxLayout()
        across.addWidget(held, 1)
        scroll.inside.addLayout(across)
        self.middle = scroll
        return scroll

    def _right(self) -> QWidget:
        look = self._look
        side = _side()
        self.right = QWidget()
        layout = _column(self.right)
        scroll = Scroll(look, margin=16, gap=10, side=True)
        scroll.inside.addWidget(self.none_yet)
        scroll.inside.addWidget(self.recommendation)
        scroll.inside.addStretch(1)
        layout.addWidget(scroll, 1)
        foot = row(look, self.add, None, self.next, gap=8)
        foot.setContentsMargins(look.px(12), look.px(10), look.px(16), look.px(14))
        layout.addWidget(line())
        layout.addLayout(foot)
        _column(side).addWidget(self.right)
        return side


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
