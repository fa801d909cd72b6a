"""Quick notes: write now, file at a question later. The notes that wait stand below the field."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from monitor_app.base import EntityId
from monitor_app.ui.checklist.let_go import let_go
from monitor_app.ui.look import Look
from monitor_app.ui.parts.button import Button
from monitor_app.ui.parts.flow import Flow
from monitor_app.ui.parts.label import Label, VeiledLabel
from monitor_app.ui.parts.note_field import NoteField
from monitor_app.ui.parts.row import Scroll, line, row


@dataclass(frozen=True, slots=True)
class WaitingView:
    """A note that waits: who wrote it and when, and its words."""

    id: EntityId
    head: str
    text: str


@dataclass(frozen=True, slots=True)
class InboxView:
    """The notes that wait; `number` is the question they can be filed at, "" while none is open."""

    notes: tuple[WaitingView, ...] = ()
    number: str = ""


class InboxPanel(Scroll):
    """Signals: `typed(text)` a draft; `left(text)` the note being written is an entry; `kept(text)` it is finished;
    `filed(id)`, `removed(id)`, `closed()`."""

    typed = Signal(str)
    left = Signal(str)
    kept = Signal(str)
    filed = Signal(object)
    removed = Signal(object)
    closed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, margin=16, gap=10, side=True, parent=parent)
        self._look = look
        self._view: InboxView | None = None
        self._list: QWidget | None = None
        words = look.words
        shut = Button(look, words("Close quick notes"), "x", rank="quiet", height=36, icon_only=True)
        shut.clicked.connect(self.closed)
        self.inside.addLayout(row(look, Label(words("Quick notes"), "panel"), None, shut))
        self.inside.addWidget(
            Label(words("Write it now. File it at a question when there is time."), "support", "text2", wrap=True)
        )
        self._field = NoteField(look, words("Quick note"), fewest=4)
        self._field.present("", hint=words("No names of detained people"))
        self._field.typed.connect(self.typed)
        self._field.left.connect(self.left)
        keep = Button(look, words("Keep note"), "check", height=44)
        keep.clicked.connect(self._keep)
        self.inside.addWidget(self._field)
        self.inside.addLayout(row(look, keep, None))
        self.inside.addStretch(1)

    def present(self, view: InboxView) -> None:
        """Shows the notes that wait."""
        if view == self._view:
            return
        self._view = view
        if self._list is not None:
            self.inside.removeWidget(self._list)
            let_go(self._list, self)
        self._list = self._made(view)
        self.inside.insertWidget(self.inside.count() - 1, self._list)

    def focus_field(self) -> None:
        """Puts the focus where a note is written."""
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def unfinished(self) -> str:
        """What stands in the field and was not kept."""
        return self._field.toPlainText()

    def flush(self) -> None:
        """Tells at once what was typed and not told."""
        self._field.flush()

    def _made(self, view: InboxView) -> QWidget:
        look, words = self._look, self._look.words
        widget = QWidget()
        layout = QVBoxLayout(widget)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.px(8))
        if not view.notes:
            layout.addWidget(Label(words("No note waits."), "support", "text2", wrap=True))
        for note in view.notes:
            layout.addWidget(line())
            layout.addWidget(Label(note.head, "caption", "text3", wrap=True))
            layout.addWidget(VeiledLabel(look, note.text, "support"))
            buttons = Flow(look, gap=4)
            if view.number:
                file = Button(
                    look, words("File at {number}", number=view.number), "box-arrow-down", rank="quiet", height=36
                )
                file.clicked.connect(lambda _=False, ident=note.id: self.filed.emit(ident))
                buttons.add(file)
            remove = Button(look, words("Remove"), "trash", rank="quiet", height=36)
            remove.clicked.connect(lambda _=False, ident=note.id: self.removed.emit(ident))
            buttons.add(remove)
            layout.addWidget(buttons)
        return widget

    def _keep(self) -> None:
        text = self._field.toPlainText().strip()
        if text:
            self._field.present("")
            self.kept.emit(text)
