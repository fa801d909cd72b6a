"""Two answers to one question, side by side in plum: who, when, what; the differences marked. A person decides."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from monitor_app.ui.checklist.difference_label import DifferenceLabel
from monitor_app.ui.checklist.differences import Piece
from monitor_app.ui.look import Look
from monitor_app.ui.parts.avatar import Avatar, Member
from monitor_app.ui.parts.button import Button
from monitor_app.ui.parts.card import Card
from monitor_app.ui.parts.flow import Flow
from monitor_app.ui.parts.label import Label
from monitor_app.ui.parts.note_field import NoteField
from monitor_app.ui.parts.pill import Pill, PillView
from monitor_app.ui.parts.row import row


@dataclass(frozen=True, slots=True)
class SideView:
    """One person's answer: `key` names it, `answer` is a judgement's pill, `fact` another answer, `use` the button."""

    key: str
    who: Member
    when: str
    answer: PillView | None
    fact: tuple[Piece, ...]
    note: tuple[Piece, ...]
    use: str

    def said(self) -> str:
        """The side as a screen reader says it; written words are read where they stand, and veiled there."""
        return f"{self.who.name}: {self.answer.text}" if self.answer else self.who.name


@dataclass(frozen=True, slots=True)
class TwoAnswersView:
    """A conflict. `keep` is the button that keeps every text ("" where there is no text to keep); `draft` the text that
    combining begins with; only who may settle sees buttons."""

    path: str
    number: str
    text: str
    badge: str
    line: str
    sides: tuple[SideView, ...]
    may_settle: bool
    keep: str = ""
    combine: str = ""
    draft: str = ""
    spoken: str = ""


class TwoAnswersCard(QWidget):
    """Tab to a panel, Enter uses it. Signals: `used(path, key)`, `kept(path)`, `combined(path, text)`,
    `acted(path, key)` for "comment"; `opened(path)` when it is pressed."""

    used = Signal(str, str)
    kept = Signal(str)
    combined = Signal(str, str)
    acted = Signal(str, str)
    opened = Signal(str)

    def __init__(self, look: Look, view: TwoAnswersView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._view = view
        self._panels: list[_Side] = []
        self._editor: NoteField | None = None
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        card = Card(look, edge="plum", margin=18, gap=10)
        outer.addWidget(card)
        self._inside = card.inside
        self.setAccessibleName(view.spoken)
        self._head()
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._beside.setSpacing(look.px(10))
        for side in view.sides:
            panel = _Side(look, side, view.may_settle)
            panel.used.connect(lambda key: self.used.emit(view.path, key))
            self._beside.addWidget(panel, 1)
            self._panels.append(panel)
        self._inside.addLayout(self._beside)
        self._foot()

    def view(self) -> TwoAnswersView:
        return self._view

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.opened.emit(self._view.path)
        super().mousePressEvent(event)

    def focus_answer(self) -> None:
        """Puts the focus on the first answer, or on the foot where nothing can be chosen."""
        target = self._panels[0] if self._view.may_settle else self._comment
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _head(self) -> None:
        look, view = self._look, self._view
        text = Label(view.text, "question", wrap=True)
        head = row(look, Label(view.number, "label", "text3"), text, gap=10, top=True)
        head.setStretchFactor(text, 1)
        head.addWidget(Pill(look, PillView(view.badge, "plum", "git-pull-request")), 0, Qt.AlignmentFlag.AlignTop)
        self._inside.addLayout(head)
        self._inside.addWidget(Label(view.line, "support", "text2", wrap=True))

    def _foot(self) -> None:
        look, view, words = self._look, self._view, self._look.words
        foot = Flow(look, gap=4)
        if view.may_settle and view.keep:
            keep = Button(look, view.keep, "copy", rank="quiet", height=44)
            keep.clicked.connect(lambda: self.kept.emit(view.path))
            foot.add(keep)
        if view.may_settle and view.combine:
            combine = Button(look, view.combine, "pencil-simple", rank="quiet", height=44)
            combine.clicked.connect(self._edit)
            foot.add(combine)
        self._comment = Button(look, words("Comment"), "chat-text", rank="quiet", height=44)
        self._comment.clicked.connect(lambda: self.acted.emit(view.path, "comment"))
        foot.add(self._comment)
        self._inside.addWidget(foot)

    def _edit(self) -> None:
        """Opens the field in which one text is made of all."""
        if self._editor is not None:
            self._editor.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        look, words = self._look, self._look.words
        self._editor = NoteField(look, words("One text made of both"))
        self._editor.present(self._view.draft)
        use = Button(look, words("Use this text"), "check", height=44)
        use.clicked.connect(self._combine)
        self._inside.addWidget(Label(words("One text made of both"), "label", "text2"))
        self._inside.addWidget(self._editor)
        self._inside.addLayout(row(look, use, None))
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _combine(self) -> None:
        if self._editor is not None and self._editor.toPlainText().strip():
            self.combined.emit(self._view.path, self._editor.toPlainText().strip())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        across = event.size().width() >= self._look.px(270) * max(1, len(self._panels))
        self._beside.setDirection(QBoxLayout.Direction.LeftToRight if across else QBoxLayout.Direction.TopToBottom)


class _Side(QWidget):
    """One answer and the button that lets it count."""

    used = Signal(str)

    def __init__(self, look: Look, side: SideView, may_settle: bool) -> None:
        super().__init__()
        self._key = side.key if may_settle else ""
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        card = Card(look, ground="canvas", margin=12, gap=8)
        outer.addWidget(card)
        name = Label(side.who.name, "strong", wrap=True)
        head = row(look, Avatar(look, side.who), name, Label(side.when, "support", "text3"), gap=8)
        head.setStretchFactor(name, 1)
        if side.answer is not None:
            head.addWidget(Pill(look, side.answer))
        card.inside.addLayout(head)
        if side.fact:
            card.inside.addWidget(DifferenceLabel(look, side.fact, "strong"))
        if side.note:
            card.inside.addWidget(DifferenceLabel(look, side.note))
        card.inside.addStretch(1)
        self.setAccessibleName(f"{side.said()}, {side.use}" if may_settle else side.said())
        if may_settle:
            use = Button(look, side.use, height=44)
            use.clicked.connect(lambda: self.used.emit(side.key))
            card.inside.addLayout(row(look, use, None))
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._key:
            self.used.emit(self._key)
        else:
            super().keyPressEvent(event)
