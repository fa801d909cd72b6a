"""Cards of the plan where something is written: objectives, the report, what may be carried in."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from monitor_app.ui.look import Look
from monitor_app.ui.parts import Card, Choice, ChoiceView, Field, Label, Line, NoteField, Option
from monitor_app.ui.plan.draft import Draft


class WordsCard(QWidget):
    """Signal: `changed()`; `into(draft)` takes over what is typed. While a plan is changed, the objectives are left
    out (they stand on the Overview) and the time on site is asked."""

    changed = Signal()

    def __init__(self, look: Look, *, changing: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = look.words
        self._words = words
        self._changing = changing
        self._objectives = NoteField(look, fewest=3)
        self._addressees = NoteField(look, fewest=2)
        self._carried_in = NoteField(look, fewest=2)
        self._language = Choice(look)
        self._hours = Line(look)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(look.px(12))
        one_a_line = words("One on each line.")
        if not changing:
            card = Card(look, gap=10)
            card.inside.addWidget(Label(words("Objectives"), "panel"))
            card.inside.addWidget(Field(look, words("What the team means to do"), self._objectives, one_a_line))
            outer.addWidget(card)
        report = Card(look, gap=12)
        report.inside.addWidget(Label(words("Report"), "panel"))
        report.inside.addWidget(Field(look, words("Language of the report"), self._language))
        report.inside.addWidget(Field(look, words("The report goes to"), self._addressees, one_a_line))
        if changing:
            report.inside.addWidget(Field(look, words("Time on site, in hours"), self._hours))
        outer.addWidget(report)
        inside = Card(look, gap=12)
        inside.inside.addWidget(Label(words("What may be carried in"), "panel"))
        help_ = words("Laptops, phones, cameras, paper: what was agreed, with whom, when.")
        inside.inside.addWidget(Field(look, words("Agreed with the facility"), self._carried_in, help_))
        outer.addWidget(inside)
        for field in (self._objectives, self._addressees, self._carried_in):
            field.textChanged.connect(self.changed)
        self._language.chosen.connect(lambda _: self.changed.emit())
        self._hours.textChanged.connect(lambda _: self.changed.emit())

    def present(self, draft: Draft) -> None:
        """Shows a draft."""
        self._objectives.present("\n".join(draft.objectives))
        self._addressees.present(draft.addressees)
        self._carried_in.present(draft.carried_in)
        options = (Option("en", "English"), Option("fr", "Français"))
        self._language.present(ChoiceView(self._words("Language of the report"), options, draft.language))
        self._hours.setText("" if draft.hours_on_site is None else str(draft.hours_on_site))

    def into(self, draft: Draft) -> Draft:
        """The draft with what is typed here."""
        hours = self._hours.text().strip()
        return replace(
            draft,
            objectives=tuple(line for line in self._objectives.toPlainText().splitlines() if line.strip()),
            addressees=self._addressees.toPlainText(),
            carried_in=self._carried_in.toPlainText(),
            language=self._language.chosen_key() or draft.language,
            hours_on_site=int(hours) if hours.isdecimal() else None,
        )
