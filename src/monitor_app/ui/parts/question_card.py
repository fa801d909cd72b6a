"""Question card: the question and its answer; open, also guidance, note, sources and what can be done with it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from monitor_app.ui.look import Look
from monitor_app.ui.parts.answer_field import AnswerField, AnswerView
from monitor_app.ui.parts.button import Button
from monitor_app.ui.parts.card import Card
from monitor_app.ui.parts.chip import Chip, ChipView
from monitor_app.ui.parts.flow import Flow
from monitor_app.ui.parts.guidance import Guidance
from monitor_app.ui.parts.judgement import Judgement, JudgementView
from monitor_app.ui.parts.label import Label
from monitor_app.ui.parts.note_field import NoteField
from monitor_app.ui.parts.pill import Pill, PillView
from monitor_app.ui.parts.row import row
from monitor_app.ui.parts.states import NOTHING_SAVED, SaveState, SaveView


@dataclass(frozen=True, slots=True)
class CardAction:
    """A quiet button at the foot: Make finding, Comment."""

    key: str
    text: str
    icon: str = ""


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question as a card shows it. `answer` decides the control; None asks nothing (words to read).

    `fault`: why the answer cannot stand (a constraint); `guidance`: one line per indicator; `note` None: no note field.
    """

    path: str
    number: str
    text: str
    answer: JudgementView | AnswerView | None
    hint: str = ""
    guidance: tuple[str, ...] = ()
    guidance_open: bool = False
    note: str | None = None
    sources: tuple[ChipView, ...] = ()
    pills: tuple[PillView, ...] = ()
    actions: tuple[CardAction, ...] = ()
    fault: str = ""
    saved: SaveView = NOTHING_SAVED
    spoken: str = ""
    open: bool = False
    writable: bool = True


class QuestionCard(QWidget):
    """One `present(view)` in. Signals, each with the question's path:

    `answered(path, value)`: a judgement or a fact as XForms writes it, "" when cleared; `sourced(path, key, on)`;
    `noted(path, text, finished)`: False while typing (a draft), True on leaving (an entry);
    `opened(path)`: the card was pressed or answered; `acted(path, key)`: a button at the foot, or "guidance".
    """

    answered = Signal(str, str)
    noted = Signal(str, str, bool)
    sourced = Signal(str, str, bool)
    opened = Signal(str)
    acted = Signal(str, str)

    def __init__(self, look: Look, view: QuestionView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._view = view
        self._body: _Body | None = None
        self._card = Card(look, edge_room=True, margin=18, gap=10)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._card)
        self._number = Label("", "label", "text3")
        self._text = Label("", "question", wrap=True)
        self._pills = Flow(look, gap=6, to_end=True)
        head = row(look, self._number, self._text, gap=10, top=True)
        head.setStretchFactor(self._text, 1)
        head.addWidget(self._pills, 0, Qt.AlignmentFlag.AlignTop)
        self._card.inside.addLayout(head)
        self._hint = Label("", "support", "text2", wrap=True)
        self._card.inside.addWidget(self._hint)
        self._answer = self._made_answer(view)
        if self._answer is not None:
            self._card.inside.addWidget(self._answer)
        self._fault = Label("", "support", "notmet", wrap=True)
        self._card.inside.addWidget(self._fault)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.present(view)

    def view(self) -> QuestionView:
        return self._view

    def present(self, view: QuestionView) -> None:
        """Shows a question; the kind of its answer stays what it was when the card was made."""
        shown_pills = self._view.pills
        first = not self._number.text()
        self._view = view
        self._card.set_edge("primary" if view.open else None)
        self._number.setText(view.number)
        self._text.setText(view.text)
        self._hint.setText(view.hint)
        self._hint.setHidden(not view.hint)
        self._fault.setText(view.fault)
        self._fault.setHidden(not view.fault)
        self.setAccessibleName(view.spoken or f"{view.number} {view.text}")
        if first or shown_pills != view.pills:
            self._pills.clear()
            for pill in view.pills:
                self._pills.add(Pill(self._look, pill))
            self._pills.setHidden(not view.pills)
        self._present_answer(view)
        if view.open and self._body is None:
            self._body = _Body(self._look, self)
            self._card.inside.addWidget(self._body)
        if self._body is not None:
            self._body.setVisible(view.open)
            if view.open:
                self._body.present(view)

    def _present_answer(self, view: QuestionView) -> None:
        shown = view.answer
        if isinstance(self._answer, Judgement):
            if isinstance(shown, JudgementView):
                self._answer.present(replace(shown, writable=view.writable and shown.writable))
        elif self._answer is not None and isinstance(shown, AnswerView):
            self._answer.present(replace(shown, writable=view.writable and shown.writable))

    def focus_answer(self) -> None:
        """Puts the focus on the answer."""
        (self._answer or self).setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_note(self) -> None:
        """Puts the focus into the note, opening the card if need be."""
        if not self._view.open:
            self.opened.emit(self._view.path)
        if self._body is not None:
            self._body.focus_note()

    def flush(self) -> None:
        """Tells at once everything typed and not told."""
        if isinstance(self._answer, AnswerField):
            self._answer.flush()
        if self._body is not None:
            self._body.flush()

    def _made_answer(self, view: QuestionView) -> Judgement | AnswerField | None:
        if view.answer is None:
            return None
        if isinstance(view.answer, JudgementView):
            judgement = Judgement(self._look)
            judgement.judged.connect(lambda key: self._tell(key))
            judgement.entered.connect(self.focus_note)
            return judgement
        field = AnswerField(self._look, view.answer)
        field.answered.connect(lambda value: self._tell(value))
        return field

    def _tell(self, value: str) -> None:
        if not self._view.open:
            self.opened.emit(self._view.path)
        self.answered.emit(self._view.path, value)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._view.open:
            self.opened.emit(self._view.path)
        super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self._view.open:
            self.opened.emit(self._view.path)


class _Body(QWidget):
    """What only the open card shows."""

    def __init__(self, look: Look, card: QuestionCard) -> None:
        super().__init__()
        self._look = look
        self._card = card
        words = look.words
        self._inside = QVBoxLayout(self)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(look.px(8))
        self._guidance = Guidance(look)
        self._guidance.turned.connect(lambda: card.acted.emit(card.view().path, "guidance"))
        self._note_label = Label(words("Note"), "label", "text2")
        self._note = NoteField(look)
        self._note.typed.connect(lambda text: card.noted.emit(card.view().path, text, False))
        self._note.left.connect(lambda text: card.noted.emit(card.view().path, text, True))
        self._source_row = QWidget()
        self._sources = Flow(look, gap=8)
        self._source_label = Label(words("Source"), "label", "text2")
        self._source_label.setMinimumHeight(look.px(44))
        source_layout = row(look, self._source_label, gap=12, top=True)
        source_layout.addWidget(self._sources, 1)
        self._source_row.setLayout(source_layout)
        self._actions = Flow(look, gap=4)
        self._saved = SaveState(look, short=True)
        foot = row(look, gap=8)
        foot.addWidget(self._actions, 1)
        foot.addWidget(self._saved)
        for widget in (self._guidance, self._note_label, self._note, self._source_row):
            self._inside.addWidget(widget)
        self._inside.addLayout(foot)
        self._shown_actions: tuple[CardAction, ...] = ()

    def present(self, view: QuestionView) -> None:
        words = self._look.words
        self._guidance.present(view.guidance, is_open=view.guidance_open)
        has_note = view.note is not None
        self._note_label.setVisible(has_note)
        self._note.setVisible(has_note)
        if view.note is not None:
            self._note.setAccessibleName(words("Note to question {number}", number=view.number))
            self._note.present(view.note, writable=view.writable)
        self._source_row.setVisible(bool(view.sources))
        self._present_sources(view)
        if view.actions != self._shown_actions:
            self._shown_actions = view.actions
            self._actions.clear()
            for action in view.actions:
                button = Button(self._look, action.text, action.icon, rank="quiet", height=44)
                button.clicked.connect(
                    lambda _=False, key=action.key: self._card.acted.emit(self._card.view().path, key)
                )
                self._actions.add(button)
        self._saved.present(view.saved)

    def _present_sources(self, view: QuestionView) -> None:
        held = [chip for chip in self._sources.held() if isinstance(chip, Chip)]
        shown = [replace(chip, about=self._look.words("Source"), writable=view.writable) for chip in view.sources]
        if [chip.view().key for chip in held] == [chip.key for chip in shown]:
            for widget, chip in zip(held, shown, strict=True):
                widget.present(chip)
            return
        self._sources.clear()
        for chip in shown:
            widget = Chip(self._look, chip)
            widget.toggled.connect(lambda key, on: self._card.sourced.emit(self._card.view().path, key, on))
            self._sources.add(widget)

    def focus_note(self) -> None:
        self._note.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        self._note.flush()
