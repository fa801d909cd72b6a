"""The cards of the middle: makes each when it comes near, and keeps those that are built up to date."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from monitor_app.ui.checklist.card_view import Around, question_view
from monitor_app.ui.checklist.column import Column
from monitor_app.ui.checklist.conflict_card import TwoAnswersCard
from monitor_app.ui.checklist.conflict_view import two_answers_view
from monitor_app.ui.checklist.deeds import Deeds
from monitor_app.ui.checklist.fact_drafts import FactDrafts
from monitor_app.ui.checklist.filling import Filling
from monitor_app.ui.checklist.items import Item
from monitor_app.ui.checklist.row_card import AddCard, RowCard, WordsCard
from monitor_app.ui.checklist.row_view import add_view, row_view
from monitor_app.ui.look import Look
from monitor_app.ui.parts.answer_field import AnswerField, AnswerView
from monitor_app.ui.parts.empty import EmptyState, EmptyView
from monitor_app.ui.parts.field import Line
from monitor_app.ui.parts.label import Label
from monitor_app.ui.parts.question_card import QuestionCard

_LOOK_AGAIN_MS = 40
_IN_ROW = 20


class Cards(QObject):
    """Signals: `opened(path)` a question was pressed, answered or reached; `acted(path, key)` a button at its foot;
    `turned(row)`, `removed(row)`, `restored(row)`, `added(repeat)` of rows.
    """

    opened = Signal(str)
    acted = Signal(str, str)
    turned = Signal(str)
    removed = Signal(str)
    restored = Signal(str)
    added = Signal(str)

    def __init__(self, look: Look, deeds: Deeds, around: Callable[[], Around], parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        self._deeds = deeds
        self._around = around
        self._filling: Filling | None = None
        self._items: dict[str, Item] = {}
        self._open_rows: frozenset[str] = frozenset()
        self._nothing = ""
        self.column = Column(look, self._made, self._inset)
        self.column.focus_in.connect(self._reached)

    def present(
        self,
        filling: Filling,
        items: tuple[Item, ...],
        open_rows: frozenset[str],
        nothing: str,
        stay: str = "",
    ) -> None:
        """Shows these cards; `nothing` is what an empty list says, `stay` the question that keeps its place."""
        if filling is not self._filling:
            self.column.clear()
        self._filling, self._open_rows, self._nothing = filling, open_rows, nothing
        self._items = {item.key: item for item in items}
        around = self._around()
        had_focus = self.column.focused() is not None
        for key, card in self.column.built().items():
            item = self._items.get(key)
            if item is not None:
                self._refresh(key, item, card, around)
        self.column.present(list(self._items), stay=self.key_of(stay))
        if had_focus and QApplication.focusWidget() is self.column:
            self.show(stay, focus=True)

    def key_of(self, path: str) -> str:
        """The key of a question's card, "" where it is not shown."""
        return next((key for key, item in self._items.items() if item.path == path and path), "")

    def card(self, path: str) -> QWidget | None:
        """The card of a question, None where it is not built."""
        return self.column.card(self.key_of(path))

    def show(self, path: str, *, focus: bool) -> None:
        """Scrolls to a question and puts the focus on its answer."""
        card = self.column.show_key(self.key_of(path))
        if focus and isinstance(card, (QuestionCard, TwoAnswersCard, RowCard, AddCard)):
            card.focus_answer()

    def flush(self) -> None:
        """Tells at once everything typed and not told."""
        for card in self.column.built().values():
            if isinstance(card, QuestionCard):
                card.flush()

    def _refresh(self, key: str, item: Item, card: QWidget, around: Around) -> None:
        filling = self._filling
        if filling is None:
            return
        if isinstance(card, QuestionCard):
            view = question_view(filling, item.path, around)
            if view != card.view():
                card.present(view)
        elif isinstance(card, TwoAnswersCard):
            if two_answers_view(filling, item.path, self._look.words) != card.view():
                self.column.forget(key)
        elif isinstance(card, RowCard):
            card.present(row_view(filling, item, self._open_rows, self._look.words))
        elif isinstance(card, WordsCard):
            card.present(filling.live.label(item.path, filling.language))
        elif isinstance(card, EmptyState):
            self.column.forget(key)

    def _made(self, key: str) -> QWidget:
        item, filling = self._items[key], self._filling
        look, words = self._look, self._look.words
        if filling is None or item.kind == "empty":
            return EmptyState(look, EmptyView(self._nothing, icon="check-circle"))
        match item.kind:
            case "question":
                return self._question(filling, item.path)
            case "conflict":
                return self._two_answers(filling, item.path)
            case "row" | "gone":
                card = RowCard(look, row_view(filling, item, self._open_rows, words))
                card.turned.connect(self.turned)
                card.removed.connect(self.removed)
                card.restored.connect(self.restored)
                return card
            case "add":
                add = AddCard(look, add_view(filling, item.path, words))
                add.added.connect(self.added)
                return add
            case "heading":
                return Label(filling.live.label(item.path, filling.language), "panel", wrap=True)
            case _:
                return WordsCard(look, filling.live.label(item.path, filling.language))

    def _question(self, filling: Filling, path: str) -> QuestionCard:
        view = question_view(filling, path, self._around())
        card = QuestionCard(self._look, view)
        card.answered.connect(self._deeds.answered)
        card.noted.connect(self._deeds.noted)
        card.sourced.connect(self._deeds.sourced)
        card.opened.connect(self.opened)
        card.acted.connect(self.acted)
        field = card.findChild(AnswerField)
        if isinstance(field, AnswerField) and isinstance(view.answer, AnswerView):
            field.typed.connect(lambda value: self._deeds.typed(path, value))
            line = field.findChild(Line)
            if isinstance(line, Line):
                FactDrafts(line, view.answer.kind, lambda value: self._deeds.typed(path, value))
        return card

    def _two_answers(self, filling: Filling, path: str) -> TwoAnswersCard:
        card = TwoAnswersCard(self._look, two_answers_view(filling, path, self._look.words))
        card.used.connect(self._deeds.use)
        card.kept.connect(self._deeds.keep_both)
        card.combined.connect(self._deeds.combine)
        card.acted.connect(self.acted)
        card.opened.connect(self.opened)
        return card

    def _inset(self, key: str) -> int:
        """What belongs to a row stands a little in."""
        item = self._items.get(key)
        return _IN_ROW if item is not None and item.kind not in ("row", "gone", "add") and "[" in item.path else 0

    def _reached(self, key: str) -> None:
        """The focus came into a card. While a mouse button is down nothing moves under it."""
        if QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            QTimer.singleShot(_LOOK_AGAIN_MS, self, lambda: self._reached(key))
            return
        item = self._items.get(key)
        if item is not None and item.kind in ("question", "conflict"):
            self.opened.emit(item.path)
