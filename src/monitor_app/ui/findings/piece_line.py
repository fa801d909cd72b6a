"""A piece of evidence on the sheet: where it comes from, what it says, whether it supports; open, it can be changed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from monitor_app.ui.findings.pieces import PieceView, source_options
from monitor_app.ui.look import Look
from monitor_app.ui.parts import (
    Button,
    Chip,
    ChipView,
    Choice,
    ChoiceView,
    Flow,
    IconLabel,
    Label,
    Option,
    VeiledLabel,
    row,
)


class PieceLine(QWidget):
    """Signals: `changed(key, field, value)` of actions.change_evidence; `removed(key)`; `opened(response, path)` to the
    answer it comes from; `turned(key)` when a person folds or unfolds it."""

    changed = Signal(str, str, object)
    removed = Signal(str)
    opened = Signal(str, str)
    turned = Signal(str)

    def __init__(self, look: Look, view: PieceView, *, is_open: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._view = view
        words = look.words
        outer = QVBoxLayout(self)
        outer.setContentsMargins(look.px(16), look.px(6), look.px(8), look.px(6))
        outer.setSpacing(look.px(6))
        outer.addLayout(self._head(is_open))
        if is_open:
            outer.addWidget(self._inside())
        self.setAccessibleName(
            words(
                "{title}, {relation}, {sources}",
                title=view.title,
                relation=words("Supports") if view.supports else words("Contradicts"),
                sources=view.source_words,
            )
        )

    def focus_on(self, control: str) -> None:
        """The focus on the control of that object name, or on the button that folds the piece."""
        found = self.findChild(QWidget, control) if control else None
        (found or self._fold).setFocus(Qt.FocusReason.OtherFocusReason)

    def _head(self, is_open: bool) -> QVBoxLayout:
        look, words, view = self._look, self._look.words, self._view
        body = QVBoxLayout()
        body.setSpacing(look.px(1))
        body.addWidget(Label(view.title, "label", wrap=True))
        said = VeiledLabel(look, view.words, "support", "text2")
        if not is_open:
            said.setMaximumHeight(look.px(38))
        said.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        body.addWidget(said)
        body.addWidget(Label(view.source_words, "caption", "text3", wrap=True))
        icon = IconLabel(look, view.icon, "text2", 18)
        line = row(look, gap=10)
        line.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(body, 1)
        supports = view.supports
        mark = IconLabel(
            look, "check-circle-fill" if supports else "git-pull-request", "met" if supports else "plum", 16
        )
        relation = Label(
            words("Supports") if supports else words("Contradicts"), "label", "met" if supports else "plum"
        )
        line.addWidget(mark)
        line.addWidget(relation)
        self._fold = Button(
            look,
            words("Close this piece") if is_open else words("Change this piece"),
            "caret-up" if is_open else "caret-down",
            rank="quiet",
            height=40,
            icon_only=True,
        )
        self._fold.clicked.connect(lambda: self.turned.emit(view.key))
        line.addWidget(self._fold)
        holder = QVBoxLayout()
        holder.addLayout(line)
        return holder

    def _inside(self) -> QWidget:
        look, words, view = self._look, self._look.words, self._view
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(look.px(28), 0, look.px(8), look.px(4))
        layout.setSpacing(look.px(4))
        relation = Choice(look, height=40)
        options = (Option("supports", words("Supports"), "met"), Option("contradicts", words("Contradicts"), "plum"))
        chosen = "supports" if view.supports else "contradicts"
        relation.present(ChoiceView(words("How it bears on the finding"), options, chosen, view.writable))
        relation.chosen.connect(lambda key: self.changed.emit(view.key, "relation", key))
        layout.addLayout(row(look, relation, None))
        sources = Flow(look, gap=6)
        for option in source_options(words):
            chip = Chip(
                look,
                ChipView(
                    option.key, option.text, option.key in view.sources, about=words("Source"), writable=view.writable
                ),
            )
            chip.setObjectName(f"source:{option.key}")
            chip.toggled.connect(lambda key, on: self.changed.emit(view.key, f"source:{key}", on))
            sources.add(chip)
        layout.addWidget(sources)
        buttons = row(look, gap=4)
        if view.place is not None:
            response, path = view.place
            go = Button(look, words("Open the answer"), "arrow-square-out", rank="quiet", height=40)
            go.clicked.connect(lambda: self.opened.emit(response, path))
            buttons.addWidget(go)
        remove = Button(look, words("Take it out"), "trash", rank="quiet", height=40)
        remove.setEnabled(view.writable)
        remove.clicked.connect(lambda: self.removed.emit(view.key))
        buttons.addWidget(remove)
        buttons.addStretch(1)
        layout.addLayout(buttons)
        return inside
