"""Who comes along: each member of the programme, with a role and the languages they bring."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from monitor_app.actions.people import Member
from monitor_app.actions.spoken_languages import SPOKEN, language_name
from monitor_app.base import MemberId
from monitor_app.monitoring import VisitRole, name_of
from monitor_app.ui.look import Look
from monitor_app.ui.parts import (
    Avatar,
    Card,
    Chip,
    ChipView,
    Choice,
    ChoiceView,
    Combo,
    Flow,
    Label,
    Option,
    Switch,
    line,
    row,
)
from monitor_app.ui.parts import Member as Disc
from monitor_app.ui.plan.draft import Colleague


class MemberRow(QWidget):
    """One member. Signal: `changed(member id, Colleague | None)`; None: stays at home."""

    changed = Signal(object, object)

    def __init__(self, look: Look, member: Member, *, is_me: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._member = member
        self._is_me = is_me
        self._colleague: Colleague | None = None
        words = look.words
        self._along = Switch(look, words("Comes along"))
        self._along.setAccessibleName(words("{name} comes along", name=member.label))
        self._along.toggled.connect(self._turn)
        self._role = Choice(look, height=40)
        self._role.chosen.connect(lambda key: self._tell(role=VisitRole(key)))
        self._languages = Flow(look, gap=8)
        self._more = Combo(look, height=36)
        self._more.setAccessibleName(words("Add a language of {name}", name=member.label))
        self._more.activated.connect(lambda _: self._add())
        name = Label(words("{name}, you", name=member.label) if is_me else member.label, "control", wrap=True)
        disc = Avatar(look, Disc(member.order, member.initial, member.label), 30)
        self._lead = Label(words("Leads this visit"), "support", "text2")
        head = row(look, disc, name, self._along, self._role, self._lead, gap=12)
        head.setStretchFactor(name, 1)
        below = row(look, self._languages, self._more, gap=10)
        below.setStretchFactor(self._languages, 1)
        below.setContentsMargins(look.px(42), 0, 0, 0)
        self._below = QWidget()
        self._below.setLayout(below)
        self._more.setMaximumWidth(look.px(220))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, look.px(6), 0, look.px(6))
        outer.setSpacing(look.px(2))
        outer.addLayout(head)
        outer.addWidget(self._below)

    def present(self, colleague: Colleague | None) -> None:
        """Shows whether and how the member comes along."""
        words = self._look.words
        self._colleague = colleague
        self._along.blockSignals(True)
        self._along.setChecked(colleague is not None)
        self._along.blockSignals(False)
        self._along.setHidden(self._is_me)
        self._lead.setVisible(self._is_me)
        self._role.setVisible(colleague is not None and not self._is_me)
        self._below.setVisible(colleague is not None)
        if colleague is None:
            return
        roles = tuple(Option(role.value, words(name_of(role))) for role in VisitRole)
        self._role.present(ChoiceView(words("Role"), roles, colleague.role.value))
        self._languages.clear()
        for code in colleague.languages:
            view = ChipView(code, language_name(code, words), about=words("Language"), removable=True)
            chip = Chip(self._look, view)
            chip.removed.connect(self._drop)
            self._languages.add(chip)
        rest = tuple(Option(code, words(name)) for code, name in SPOKEN.items() if code not in colleague.languages)
        self._more.present((Option("", words("Add a language")), *rest), "")

    def _turn(self, on: bool) -> None:
        self.changed.emit(self._member.id, Colleague(languages=self._member.languages) if on else None)

    def _add(self) -> None:
        code = self._more.chosen_key()
        if code and self._colleague is not None:
            self._tell(languages=(*self._colleague.languages, code))

    def _drop(self, code: str) -> None:
        if self._colleague is not None:
            self._tell(languages=tuple(one for one in self._colleague.languages if one != code))

    def _tell(self, *, role: VisitRole | None = None, languages: tuple[str, ...] | None = None) -> None:
        if self._colleague is None:
            return
        told = self._colleague
        if role is not None:
            told = replace(told, role=role)
        if languages is not None:
            told = replace(told, languages=languages)
        self.changed.emit(self._member.id, told)


class TeamChoiceCard(QWidget):
    """Signal: `changed(member id, Colleague | None)`."""

    changed = Signal(object, object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._card = Card(look, gap=6)
        outer.addWidget(self._card)
        self._card.inside.addWidget(Label(look.words("Team"), "panel"))
        self._alone = Label(
            look.words("You are the only member of this programme so far."), "support", "text2", wrap=True
        )
        self._card.inside.addWidget(self._alone)
        self._rows: dict[MemberId, MemberRow] = {}

    def present(self, members: tuple[Member, ...], me: Member, team: dict[MemberId, Colleague]) -> None:
        """Shows the members, this person first."""
        self._alone.setHidden(len(members) > 1)
        for member in sorted(members, key=lambda one: (one.id != me.id, one.order)):
            if member.id not in self._rows:
                if self._rows:
                    self._card.inside.addWidget(line())
                made = self._rows[member.id] = MemberRow(self._look, member, is_me=member.id == me.id)
                made.changed.connect(self.changed)
                self._card.inside.addWidget(made)
            self._rows[member.id].present(team.get(member.id))
