"""Conflict card: two or more answers side by side in plum. It is news, not an error; a person decides."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from monitor_app.ui.look import Look
from monitor_app.ui.parts.avatar import Avatar, Member
from monitor_app.ui.parts.button import Button
from monitor_app.ui.parts.card import Card
from monitor_app.ui.parts.flow import Flow
from monitor_app.ui.parts.label import Label, VeiledLabel
from monitor_app.ui.parts.pill import Pill, PillView
from monitor_app.ui.parts.row import row


@dataclass(frozen=True, slots=True)
class SideView:
    """One of the answers. `key` names it for the program; `answer` a pill, or the fact itself in its word."""

    key: str
    who: Member
    when: str
    answer: PillView | None = None
    fact: str = ""
    note: str = ""
    use: str = ""


@dataclass(frozen=True, slots=True)
class ConflictView:
    """`badge` says who differs; `line` what is kept and who decides. Only who may settle sees the buttons."""

    path: str
    number: str
    text: str
    badge: str
    line: str
    sides: tuple[SideView, ...]
    may_settle: bool = True
    combine: str = ""
    keep_all: str = ""


class ConflictCard(QWidget):
    """Signals: `chosen(path, key)` one answer counts; `combine_asked(path)`; `all_kept(path)`."""

    chosen = Signal(str, str)
    combine_asked = Signal(str)
    all_kept = Signal(str)

    def __init__(self, look: Look, view: ConflictView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._panels: list[_Side] = []
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._card: Card | None = None
        self.present(view)

    def present(self, view: ConflictView) -> None:
        """Shows the answers."""
        if self._card is not None:
            self._card.hide()
            self._outer.removeWidget(self._card)
            self._card.deleteLater()
        said = ". ".join(f"{side.who.name}: {side.answer.text if side.answer else side.fact}" for side in view.sides)
        self.setAccessibleName(
            self._look.words("Question {number}, two answers. {said}", number=view.number, said=said)
        )
        self._card = self._made(view)
        self._outer.addWidget(self._card)

    def _made(self, view: ConflictView) -> Card:
        look = self._look
        card = Card(look, edge="plum", margin=18, gap=10)
        text = Label(view.text, "question", wrap=True)
        badge = Pill(look, PillView(view.badge, "plum", "git-pull-request"))
        head = row(look, Label(view.number, "label", "text3"), text, gap=10, top=True)
        head.setStretchFactor(text, 1)
        head.addWidget(badge, 0, Qt.AlignmentFlag.AlignTop)
        card.inside.addLayout(head)
        card.inside.addWidget(Label(view.line, "support", "text2", wrap=True))
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(look.px(10))
        self._panels = []
        for side in view.sides:
            panel = _Side(look, side, view.may_settle)
            panel.used.connect(lambda key: self.chosen.emit(view.path, key))
            self._sides.addWidget(panel, 1)
            self._panels.append(panel)
        card.inside.addLayout(self._sides)
        if view.may_settle and (view.combine or view.keep_all):
            more = Flow(look, gap=4)
            if view.combine:
                combine = Button(look, view.combine, "pencil-simple", rank="quiet", height=44)
                combine.clicked.connect(lambda: self.combine_asked.emit(view.path))
                more.add(combine)
            if view.keep_all:
                keep = Button(look, view.keep_all, "copy", rank="quiet", height=44)
                keep.clicked.connect(lambda: self.all_kept.emit(view.path))
                more.add(keep)
            card.inside.addWidget(more)
        self._turn(self.width())
        return card

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn(event.size().width())

    def _turn(self, width: int) -> None:
        across = width >= self._look.px(260) * max(1, len(self._panels))
        self._sides.setDirection(QBoxLayout.Direction.LeftToRight if across else QBoxLayout.Direction.TopToBottom)


class _Side(QWidget):
    """One answer: who, when, what, the note, and the button that lets it count."""

    used = Signal(str)

    def __init__(self, look: Look, side: SideView, may_settle: bool) -> None:
        super().__init__()
        self._side = side
        self._may_settle = may_settle
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        card = Card(look, ground="canvas", margin=12, gap=8)
        outer.addWidget(card)
        who = Label(side.who.name, "strong")
        head = row(look, Avatar(look, side.who), who, Label(side.when, "support", "text3"), None, gap=8)
        if side.answer is not None:
            head.addWidget(Pill(look, side.answer))
        card.inside.addLayout(head)
        if side.fact:
            card.inside.addWidget(VeiledLabel(look, side.fact, "strong"))
        if side.note:
            card.inside.addWidget(VeiledLabel(look, side.note, "support"))
        card.inside.addStretch(1)
        if may_settle and side.use:
            use = Button(look, side.use, height=44)
            use.clicked.connect(lambda: self.used.emit(side.key))
            card.inside.addLayout(row(look, use, None))
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setAccessibleName(f"{side.who.name}, {side.answer.text if side.answer else side.fact}, {side.use}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._may_settle and self._side.use:
            self.used.emit(self._side.key)
        else:
            super().keyPressEvent(event)
