"""Recommendations of the open finding, one at a time: to whom, what, by when, for whom; and what each still lacks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from monitor_app.base import Language
from monitor_app.monitoring import Finding
from monitor_app.ui.findings.advice import Advice
from monitor_app.ui.look import Look
from monitor_app.ui.parts import Button, DateField, Field, IconLabel, Label, Line, NoteField, row


@dataclass(frozen=True, slots=True)
class RecommendationView:
    """One of the finding's recommendations in one language: the `place`-th of `whole`, both from 1."""

    key: str
    place: int
    whole: int
    language: Language
    text: str
    addressee: str
    due: date | None
    group: str
    advice: tuple[Advice, ...] = ()
    writable: bool = True


def recommendation_view(
    finding: Finding, place: int, language: Language, lines: tuple[Advice, ...], writable: bool
) -> RecommendationView | None:
    """The recommendation at a place (from 0), None where there is none."""
    if not 0 <= place < len(finding.recommendations):
        return None
    one = finding.recommendations[place]
    return RecommendationView(
        one.id.hex(),
        place + 1,
        len(finding.recommendations),
        language,
        one.texts.get(language, ""),
        one.addressee,
        one.due,
        one.group,
        lines,
        writable,
    )


class RecommendationCard(QWidget):
    """Signals: `changed(key, field, value)` of actions.change_recommendation; `typed(key, field, text)` a draft;
    `removed(key)`; `turned(step)` to the next (1) or the one before (-1)."""

    changed = Signal(str, str, object)
    typed = Signal(str, str, str)
    removed = Signal(str)
    turned = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._view: RecommendationView | None = None
        words = look.words
        self._place = Label("", "caption", "text2")
        self._before = Button(
            look, words("Recommendation before"), "caret-left", rank="quiet", height=36, icon_only=True
        )
        self._after = Button(look, words("Next recommendation"), "caret-right", rank="quiet", height=36, icon_only=True)
        self._to = Line(look, words("Who is to act"))
        self._text = NoteField(look, words("We recommend to"), fewest=3, most=9)
        self._due = DateField(look)
        self._group = Line(look, words("Everyone held"))
        self._advice = QVBoxLayout()
        self._remove = Button(look, words("Take it out"), "trash", rank="quiet", height=40)
        self._lay_out()
        self._bind()

    def present(self, view: RecommendationView) -> None:
        """Shows one. What is being typed in the same one stays."""
        same = self._view is not None and self._view.key == view.key and self._view.language == view.language
        before, self._view = self._view, view
        words = self._look.words
        self._place.setText(words("{place} of {whole}", place=view.place, whole=view.whole))
        for button in (self._before, self._after):
            button.setVisible(view.whole > 1)
        self._before.setEnabled(view.place > 1)
        self._after.setEnabled(view.place < view.whole)
        self._text.present(
            view.text, writable=view.writable, hint=words("Answer every night call within five minutes.")
        )
        for line, old, new in (
            (self._to, before.addressee if before else "", view.addressee),
            (self._group, before.group if before else "", view.group),
        ):
            if not (same and line.hasFocus() and line.text() != old):
                line.setText(new)
            line.setEnabled(view.writable)
        if not (same and self._due.is_wrong()):
            self._due.present(view.due)
        self._due.setEnabled(view.writable)
        self._remove.setEnabled(view.writable)
        self._present_advice(view.advice)

    def flush(self) -> None:
        """Tells at once what was typed and not told."""
        self._text.flush()
        self._left_line("addressee", self._to)
        self._left_line("group", self._group)

    def focus_addressee(self) -> None:
        self._to.setFocus(Qt.FocusReason.OtherFocusReason)

    def _present_advice(self, lines: tuple[Advice, ...]) -> None:
        while (item := self._advice.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for one in lines:
            shown = QWidget()
            label = Label(one.text, "support", "text2", wrap=True)
            mark = IconLabel(
                self._look, "check-circle-fill" if one.good else "warning", "met" if one.good else "partly", 16
            )
            line = row(self._look, mark, gap=8, top=True)
            line.addWidget(label, 1)
            shown.setLayout(line)
            self._advice.addWidget(shown)

    def _lay_out(self) -> None:
        look, words = self._look, self._look.words
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.px(8))
        layout.addLayout(
            row(look, Label(words("Recommendation"), "panel"), None, self._before, self._place, self._after, gap=4)
        )
        layout.addWidget(Field(look, words("To"), self._to))
        layout.addWidget(Field(look, words("We recommend to"), self._text))
        layout.addWidget(Field(look, words("By when"), self._due))
        layout.addWidget(Field(look, words("Group concerned"), self._group))
        self._advice.setSpacing(look.px(6))
        layout.addLayout(self._advice)
        layout.addLayout(row(look, self._remove, None))

    def _bind(self) -> None:
        self._to.editingFinished.connect(lambda: self._left_line("addressee", self._to))
        self._group.editingFinished.connect(lambda: self._left_line("group", self._group))
        self._text.typed.connect(self._typed)
        self._text.left.connect(lambda text: self._tell(self._field(), text))
        self._due.chosen.connect(lambda day: self._tell("due", day.isoformat() if day else ""))
        self._remove.clicked.connect(lambda: self.removed.emit(self._view.key if self._view else ""))
        self._before.clicked.connect(lambda: self.turned.emit(-1))
        self._after.clicked.connect(lambda: self.turned.emit(1))

    def _typed(self, text: str) -> None:
        if self._view is not None:
            self.typed.emit(self._view.key, self._field(), text)

    def _field(self) -> str:
        return f"text.{self._view.language}" if self._view else "text"

    def _left_line(self, field: str, line: Line) -> None:
        if self._view is not None:
            told = self._view.addressee if field == "addressee" else self._view.group
            text = line.text().strip()
            if text != told:
                self._tell(field, text)

    def _tell(self, field: str, value: object) -> None:
        if self._view is not None:
            self.changed.emit(self._view.key, field, value)
