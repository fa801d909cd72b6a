"""Add evidence to a finding: an answer of this visit, or a text of its own; how it bears on it; where it comes from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from monitor_app.actions.filled_form import FilledQuestion
from monitor_app.base import EntityId
from monitor_app.monitoring import Finding, Relation, Source
from monitor_app.ui.findings.choosing_rows import ChoosingRow, choosing_list
from monitor_app.ui.findings.pieces import AnswerRow, answer_key, answer_rows, source_options
from monitor_app.ui.look import Look
from monitor_app.ui.parts import (
    Card,
    Chip,
    ChipView,
    Choice,
    ChoiceView,
    Dialog,
    DialogView,
    Flow,
    Label,
    Line,
    NoteField,
    Option,
)


@dataclass(frozen=True, slots=True)
class NewPiece:
    """What was chosen: an answer (`response`, `path`), or a text; how it bears; its sources."""

    response: EntityId | None
    path: str
    text: str
    relation: Relation
    sources: frozenset[Source]


class EvidencePicker(QObject):
    """A dialog over the window. Signal: `picked(NewPiece)`."""

    picked = Signal(object)

    def __init__(self, look: Look, finding: Finding, answers: Sequence[FilledQuestion], over: QWidget) -> None:
        words = look.words
        view = DialogView(
            words("What does this finding rest on?"), act=words("Add evidence"), safe=words("Not now"), width=720
        )
        self.dialog = Dialog(look, view, over)
        super().__init__(self.dialog)
        self._look, self._finding, self._answers = look, finding, tuple(answers)
        self._chosen = ""
        self._sources: set[Source] = set()
        self._relation = Relation.SUPPORTS
        self._way = Choice(look, height=40)
        self._line = Line(look, words("Find an answer by number or words"), height=40)
        self._line.setAccessibleName(words("Find an answer"))
        self._list, self._rows = choosing_list(look, words("Answers of this visit"))
        self._list.setMinimumHeight(look.px(220))
        self._none = Label(words("Nothing found among the answers of this visit."), "support", "text2", wrap=True)
        self._text = NoteField(look, words("What was seen, heard or read"), fewest=4, most=8)
        self._bearing = Choice(look, height=40)
        self._chips = Flow(look, gap=6)
        self._held = Card(look, margin=1, gap=0)
        self._held.inside.addWidget(self._list)
        self.dialog.extra.setSpacing(look.px(8))
        for widget in (self._way, self._line, self._held, self._none, self._text, self._bearing):
            self.dialog.extra.addWidget(widget)
        self.dialog.extra.addWidget(Label(words("Where it comes from"), "label", "text2"))
        self.dialog.extra.addWidget(self._chips)
        self._bind()
        self._show_way("answer" if answers else "text")
        self._bear(Relation.SUPPORTS.value)
        self._present_chips()

    def _bind(self) -> None:
        self._way.chosen.connect(self._show_way)
        self._line.textChanged.connect(lambda _: self._search())
        self._line.returnPressed.connect(lambda: self._list.setFocus(Qt.FocusReason.OtherFocusReason))
        self._list.opened.connect(self._choose)
        self._text.textChanged.connect(self._check)
        self._bearing.chosen.connect(self._bear)
        self.dialog.acted.connect(self._add)

    def _show_way(self, way: str) -> None:
        words = self._look.words
        options = (Option("answer", words("An answer of this visit")), Option("text", words("A text of its own")))
        self._way.present(ChoiceView(words("Kind of evidence"), options, way))
        from_answer = way == "answer"
        self._line.setVisible(from_answer)
        self._held.setVisible(from_answer)
        self._text.setVisible(not from_answer)
        self._none.setVisible(False)
        if from_answer:
            self._search()
            self._line.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._text.present(self._text.toPlainText(), hint=words("What was seen, heard or read. No names."))
            self._text.setFocus(Qt.FocusReason.OtherFocusReason)
        self._check()

    def _search(self) -> None:
        rows = answer_rows(self._answers, self._finding, self._line.text(), self._look.words)
        self._rows.present([self._row(row) for row in rows])
        self._none.setVisible(not rows)

    def _row(self, row: AnswerRow) -> ChoosingRow:
        words = self._look.words
        first = f"{row.ref} {row.label}" if row.pill else f"{row.ref} {row.label} · {row.said}"
        third = words("Linked already") if row.linked else ""
        return ChoosingRow(
            row.key,
            first,
            row.note or words("No note"),
            third,
            "note-pencil",
            "na",
            row.pill,
            bool(row.note),
            row.key == self._chosen,
        )

    def _choose(self, key: str) -> None:
        row = next(
            (one for one in answer_rows(self._answers, self._finding, "", self._look.words) if one.key == key), None
        )
        if row is None or row.linked:
            return
        self._chosen = "" if self._chosen == key else key
        self._sources = set(row.sources)
        self._search()
        self._present_chips()
        self._check()

    def _bear(self, key: str) -> None:
        words = self._look.words
        self._relation = Relation(key)
        options = (Option("supports", words("Supports"), "met"), Option("contradicts", words("Contradicts"), "plum"))
        self._bearing.present(ChoiceView(words("How it bears on the finding"), options, key))

    def _present_chips(self) -> None:
        words = self._look.words
        views = [
            ChipView(option.key, option.text, Source(option.key) in self._sources, about=words("Source"))
            for option in source_options(words)
        ]
        held = [chip for chip in self._chips.held() if isinstance(chip, Chip)]
        if held:
            for chip, view in zip(held, views, strict=True):
                chip.present(view)
            return
        for view in views:
            chip = Chip(self._look, view)
            chip.toggled.connect(self._tick)
            self._chips.add(chip)

    def _tick(self, key: str, on: bool) -> None:
        (self._sources.add if on else self._sources.discard)(Source(key))
        self._present_chips()

    def _check(self) -> None:
        by_answer = self._way.chosen_key() == "answer"
        self.dialog.allow(bool(self._chosen) if by_answer else bool(self._text.toPlainText().strip()))

    def _add(self) -> None:
        piece = self._piece()
        self.dialog.close_dialog()
        if piece is not None:
            self.picked.emit(piece)

    def _piece(self) -> NewPiece | None:
        sources = frozenset(self._sources)
        if self._way.chosen_key() == "text":
            return NewPiece(None, "", self._text.toPlainText().strip(), self._relation, sources)
        for question in self._answers:
            if answer_key(question.response, question.path) == self._chosen:
                return NewPiece(question.response, question.path, "", self._relation, sources)
        return None
