"""The panel at the right: linked provisions, comments, last visit, history of the open question."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from monitor_app.ui.checklist.beside_view import BesideView, CommentView, LastView, PastView, ProvisionView
from monitor_app.ui.checklist.let_go import let_go
from monitor_app.ui.look import Look
from monitor_app.ui.parts.button import Button
from monitor_app.ui.parts.label import IconLabel, Label, VeiledLabel
from monitor_app.ui.parts.note_field import NoteField
from monitor_app.ui.parts.pill import Pill
from monitor_app.ui.parts.row import Scroll, line, row

_FIRST = 3
_PAST_FIRST = 4


class BesidePanel(Scroll):
    """Signals: `provision_opened(key)`, `commented(path, text)`, `resolved(comment id, bool)`; `drafted(typed)`:
    comments not sent yet, path -> text."""

    provision_opened = Signal(str)
    commented = Signal(str, str)
    drafted = Signal(object)
    resolved = Signal(object, bool)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, margin=16, gap=10, side=True, parent=parent)
        self._look = look
        self._view = BesideView("", "")
        self._all_of = ""
        self._body: QWidget | None = None
        self._say: NoteField | None = None
        self._typed: dict[str, str] = {}
        self.inside.addStretch(1)

    def present(self, view: BesideView) -> None:
        """Shows what stands beside a question. The same view again changes nothing, so that nothing typed is lost."""
        if view == self._view and self._body is not None:
            return
        self._keep_typed()
        if view.path != self._view.path:
            self._all_of = ""
            self.verticalScrollBar().setValue(0)
        self._view = view
        self._build()

    def focus_comment(self) -> None:
        """Puts the focus where a comment is written."""
        if self._say is not None:
            self._say.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(self._say, 0, self._look.px(60))

    def restore(self, typed: dict[str, str]) -> None:
        """Comments typed earlier and not sent: they stand again where they were typed."""
        self._typed = typed | self._typed
        if self._say is not None and not self._say.toPlainText() and self._view.path in self._typed:
            self._say.present(self._typed.pop(self._view.path), hint=self._look.words("Say something to the team"))

    def flush(self) -> None:
        """Tells what is typed and not sent."""
        if self._say is not None or self._typed:
            here = {self._view.path: self._say.toPlainText()} if self._say is not None else {}
            self.drafted.emit({path: text for path, text in (self._typed | here).items() if text.strip()})

    def _keep_typed(self) -> None:
        if self._say is not None:
            self._typed[self._view.path] = self._say.toPlainText()

    def _build(self) -> None:
        had_focus = self._say is not None and self._say.hasFocus()
        if self._body is not None:
            self.inside.removeWidget(self._body)
            let_go(self._body, self)
        self._body = body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(self._look.px(10))
        words = self._look.words
        self._say = None
        if not self._view.path:
            layout.addWidget(
                Label(words("Open a question to see its standards and history."), "support", "text2", wrap=True)
            )
        else:
            self._provisions(layout)
            if self._view.last is not None:
                layout.addWidget(line())
                self._last(layout, self._view.last)
            layout.addWidget(line())
            self._comments(layout)
            if self._view.past:
                layout.addWidget(line())
                self._past(layout)
        self.inside.insertWidget(0, body)
        if had_focus:
            self.focus_comment()

    def _provisions(self, layout: QVBoxLayout) -> None:
        look, words = self._look, self._look.words
        found = self._view.provisions
        count = Label(words.number(len(found)), "caption", "text2")
        layout.addLayout(row(look, Label(words("Linked provisions"), "panel"), None, count))
        if not found:
            layout.addWidget(Label(words("No provision is linked to this question."), "support", "text2", wrap=True))
        shown = found if self._all_of == self._view.path or len(found) <= _FIRST + 1 else found[:_FIRST]
        for place, provision in enumerate(shown):
            if place:
                layout.addWidget(line())
            layout.addWidget(self._provision(provision))
        if len(shown) < len(found):
            left = len(found) - len(shown)
            more = Button(look, words.n("Show {n} more", "Show {n} more", left), rank="quiet", height=36)
            more.clicked.connect(self._show_all)
            layout.addLayout(row(look, more, None))

    def _provision(self, view: ProvisionView) -> QWidget:
        look, words = self._look, self._look.words
        widget = QWidget()
        layout = QVBoxLayout(widget)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.px(4))
        opened = Button(
            look,
            words("Open {provision}", provision=view.title),
            "arrow-square-out",
            rank="quiet",
            height=36,
            icon_only=True,
        )
        opened.clicked.connect(lambda: self.provision_opened.emit(view.key))
        opened.setAccessibleName(f"{view.badge.text}, {view.title}")
        layout.addLayout(row(look, Pill(look, view.badge), None, opened))
        layout.addWidget(Label(view.title, "label", wrap=True))
        layout.addWidget(Label(view.paraphrase, "support", "text2", wrap=True))
        if view.standing:
            standing = Label(view.standing, "caption", "text3" if view.sure else "partly", wrap=True)
            icon = IconLabel(look, "check-circle" if view.sure else "warning", "text3" if view.sure else "partly", 14)
            beside = row(look, icon, standing, gap=6, top=True)
            beside.setStretchFactor(standing, 1)
            layout.addLayout(beside)
        if view.french:
            layout.addWidget(Label(view.french, "caption", "text3", wrap=True))
        return widget

    def _last(self, layout: QVBoxLayout, last: LastView) -> None:
        look = self._look
        title = Label(last.title, "panel", wrap=True)
        head = row(look, title)
        head.setStretchFactor(title, 1)
        if last.pill is not None:
            head.addWidget(Pill(look, last.pill), 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(head)
        if last.fact:
            layout.addWidget(Label(last.fact, "support", "text2", wrap=True))
        if last.note:
            layout.addWidget(VeiledLabel(look, last.note, "support", "text2"))

    def _comments(self, layout: QVBoxLayout) -> None:
        look, words, view = self._look, self._look.words, self._view
        waiting = sum(1 for comment in view.comments if not comment.resolved)
        count = Label(words.number(waiting) if waiting else "", "caption", "text2")
        layout.addLayout(row(look, Label(words("Comments"), "panel"), None, count))
        for comment in view.comments:
            layout.addWidget(self._comment(comment))
        self._say = NoteField(look, words("Comment to question {number}", number=view.number), fewest=1)
        self._say.present(self._typed.pop(view.path, ""), hint=words("Say something to the team"))
        self._say.typed.connect(lambda _text: self.flush())
        send = Button(look, words("Add comment"), "chat-text", height=40)
        send.clicked.connect(self._send)
        layout.addWidget(self._say)
        layout.addLayout(row(look, send, None))

    def _comment(self, comment: CommentView) -> QWidget:
        look, words = self._look, self._look.words
        widget = QWidget()
        layout = QVBoxLayout(widget)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.px(2))
        layout.addWidget(Label(comment.head, "caption", "text3", wrap=True))
        layout.addWidget(VeiledLabel(look, comment.text, "support", "text2" if comment.resolved else "text"))
        word = words("Open again") if comment.resolved else words("Resolve")
        icon = "arrow-clockwise" if comment.resolved else "check"
        turn = Button(look, word, icon, rank="quiet", height=36)
        turn.clicked.connect(lambda: self.resolved.emit(comment.id, not comment.resolved))
        layout.addLayout(row(look, turn, None))
        return widget

    def _past(self, layout: QVBoxLayout) -> None:
        look, words = self._look, self._look.words
        layout.addWidget(Label(words("History"), "panel"))
        past = self._view.past
        shown = past if self._all_of == f"{self._view.path} past" else past[:_PAST_FIRST]
        for one in shown:
            layout.addWidget(self._past_line(one))
        if len(shown) < len(past):
            more = Button(look, words("Show the whole history"), rank="quiet", height=36)
            more.clicked.connect(self._show_all_past)
            layout.addLayout(row(look, more, None))

    def _past_line(self, one: PastView) -> QWidget:
        look = self._look
        widget = QWidget()
        layout = QVBoxLayout(widget)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(Label(one.head, "caption", "text3", wrap=True))
        text = VeiledLabel(look, one.text, "support", "text2") if one.written else Label(one.text, "support", "text2")
        layout.addWidget(text)
        return widget

    def _show_all(self) -> None:
        self._all_of = self._view.path
        self._keep_typed()
        self._build()

    def _show_all_past(self) -> None:
        self._all_of = f"{self._view.path} past"
        self._keep_typed()
        self._build()

    def _send(self) -> None:
        text = self._say.toPlainText().strip() if self._say is not None else ""
        if text and self._say is not None:
            self._say.present("")
            self._typed.pop(self._view.path, None)
            self.commented.emit(self._view.path, text)
            self.flush()
