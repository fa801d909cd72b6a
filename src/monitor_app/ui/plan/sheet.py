"""The sheet of a plan, top to bottom; what is missing is said at its place and beside the button."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from monitor_app.actions.plan_choices import PlanChoices
from monitor_app.base import EntityId, MemberId, Problem, zone
from monitor_app.standards import load_facilities
from monitor_app.ui.desk import Desk
from monitor_app.ui.parts import Button, Label, Message, Scroll, line, message_of, row
from monitor_app.ui.plan.draft import NEW_PLACE, Colleague, Draft
from monitor_app.ui.plan.team_card import TeamChoiceCard
from monitor_app.ui.plan.text_card import WordsCard
from monitor_app.ui.plan.what_card import ChecklistsCard, WhereCard
from monitor_app.ui.plan.when_card import WhenCard

WIDEST = 880


class PlanSheet(QWidget):
    """Signals: `asked(Draft)`: nothing is missing and the person wants it done; `left()`.

    `changing`: the plan of a visit that stands already; its place and checklists stay.
    """

    asked = Signal(object)
    left = Signal()

    def __init__(
        self, desk: Desk, act: str, leave: str, *, changing: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._changing = changing
        self._choices: PlanChoices | None = None
        self._asked_once = False
        self._draft = Draft()
        look = desk.look
        self.message = Message(look)
        self._where = WhereCard(look, load_facilities(desk.resources).kinds, desk.clock.now())
        self._when = WhenCard(look)
        self._checklists = ChecklistsCard(look)
        if changing:
            self._checklists.hide()
        self._team = TeamChoiceCard(look)
        self._words_card = WordsCard(look, changing=changing)
        self._missing = Label("", "support", "notmet", wrap=True)
        self._act = Button(look, act, "check", rank="primary", height=48)
        self._leave = Button(look, leave, height=44)
        self._lay_out()
        self._bind()

    def present(self, choices: PlanChoices, draft: Draft) -> None:
        """Shows a draft and what there is to choose from."""
        self._choices = choices
        self._draft = draft
        self._where.form.present(draft.place)
        self._words_card.present(draft)
        self._show()

    def choose_from(self, choices: PlanChoices) -> None:
        """Other choices for the draft that is being typed."""
        self._choices = choices
        self._show()

    def draft(self) -> Draft:
        """All that is typed and chosen."""
        return replace(self._words_card.into(self._draft), place=self._where.form.place())

    def ask(self) -> None:
        """Asks for the deed, or says what is missing."""
        self._asked_once = True
        draft = self.draft()
        if self._choices is not None and not self._say_missing(draft) and self._act.isEnabled():
            self._act.setEnabled(False)
            self.asked.emit(draft)

    def settle_place(self, place: EntityId) -> None:
        """The new place stands in the register now; asked again, it is not added twice."""
        self._draft = replace(self._draft, facility=place.hex())

    def say(self, problem: Problem) -> None:
        """Says what went wrong; it can be asked again."""
        self._act.setEnabled(True)
        self.message.present(message_of(problem, self._desk.words))
        self._scroll.verticalScrollBar().setValue(0)

    def take(self, draft: Draft) -> None:
        """Another draft after a choice."""
        self._draft = draft
        self._show()

    def _lay_out(self) -> None:
        look = self._desk.look
        self._scroll = Scroll(look, margin=24, gap=12)
        column = QWidget()
        column.setMaximumWidth(look.px(WIDEST))
        inside = QVBoxLayout(column)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(look.px(12))
        cards = (self.message, self._where, self._when, self._checklists, self._team, self._words_card)
        for card in cards:
            inside.addWidget(card)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(column, 100)
        middle.addStretch(1)
        self._scroll.inside.addLayout(middle)
        self._scroll.inside.addStretch(1)
        foot = QWidget()
        foot.setObjectName("topbar")
        foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        buttons = row(look, self._missing, self._leave, self._act, gap=12)
        buttons.setStretchFactor(self._missing, 1)
        buttons.setContentsMargins(look.px(24), look.px(10), look.px(24), look.px(10))
        foot.setLayout(buttons)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._scroll, 1)
        outer.addWidget(line())
        outer.addWidget(foot)

    def _bind(self) -> None:
        self._where.place_chosen.connect(lambda key: self.take(replace(self._draft, facility=key)))
        self._where.place_typed.connect(self._typed)
        self._where.kind_chosen.connect(lambda kind: self.take(replace(self._draft, kind=kind)))
        self._where.announced_chosen.connect(lambda told: self.take(replace(self._draft, announced=told)))
        self._when.first_typed.connect(lambda day: self.take(self._draft.with_first_day(day)))
        self._when.last_typed.connect(lambda day: self.take(replace(self._draft, last_day=day)))
        self._when.picked.connect(lambda day: self.take(self._draft.with_day(day)))
        self._checklists.toggled.connect(self._toggle)
        self._team.changed.connect(self._enlist)
        self._words_card.changed.connect(self._typed)
        self._act.clicked.connect(self.ask)
        self._leave.clicked.connect(self.left)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.ask)

    def _toggle(self, checklist: EntityId, on: bool) -> None:
        rest = tuple(one for one in self._draft.checklists if one != checklist)
        self.take(replace(self._draft, checklists=(*rest, checklist) if on else rest))

    def _enlist(self, member: MemberId, colleague: Colleague | None) -> None:
        team = {key: one for key, one in self._draft.team.items() if key != member}
        self.take(replace(self._draft, team=team | ({member: colleague} if colleague else {})))

    def _typed(self) -> None:
        if self._asked_once:
            self._say_missing(self.draft())

    def _show(self) -> None:
        choices, draft = self._choices, self._draft
        if choices is None:
            return
        may_add = choices.may_add_facility and not self._changing
        self._where.present(draft, choices.facilities, may_add=may_add, writable=not self._changing)
        zone_name = self._zone_name(choices)
        today = self._desk.clock.now().astimezone(zone(zone_name) if zone_name else None).date()
        self._when.present(draft, today, zone_name)
        self._checklists.present(choices.checklists, draft.checklists)
        self._team.present(choices.members, choices.me, draft.team)
        self._typed()

    def _zone_name(self, choices: PlanChoices) -> str:
        if self._draft.facility == NEW_PLACE:
            return self._where.form.place().time_zone
        return next((one.time_zone for one in choices.facilities if one.id.hex() == self._draft.facility), "")

    def _say_missing(self, draft: Draft) -> bool:
        missing = draft.missing(self._desk.words, changing=self._changing)
        self._where.say_missing(missing)
        self._when.say_missing(missing)
        self._checklists.say_missing(missing.get("checklists", ""))
        self._missing.setText(next(iter(missing.values()), ""))
        return bool(missing)
