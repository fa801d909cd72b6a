"""One place of the register: what it is, what is known of it, its visits."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from monitor_app.base import id_from_hex
from monitor_app.ui.facilities.view import FactView, PlaceView
from monitor_app.ui.look import Look
from monitor_app.ui.overview.plan_card import PlanCard
from monitor_app.ui.parts import Button, Card, Flow, IconLabel, Label, Pill, column, row
from monitor_app.ui.visits.visit_list import visit_list


class PlacePanel(QWidget):
    """Signals: `plan_asked(id)`; `change_asked(id)`; `open_visit(space)`."""

    plan_asked = Signal(object)
    change_asked = Signal(object)
    open_visit = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._body: QWidget | None = None
        self._shown: object = None

    def present(self, view: PlaceView | None, *, may_plan: bool, may_change: bool) -> None:
        """Shows a place, or nothing."""
        if (view, may_plan, may_change) == self._shown:
            return
        self._shown = (view, may_plan, may_change)
        if self._body is not None:
            self._outer.removeWidget(self._body)
            self._body.hide()
            self._body.deleteLater()
            self._body = None
        if view is None:
            return
        self._body = QWidget()
        inside = column(self._look, gap=12)
        inside.addWidget(self._head(view, may_plan=may_plan, may_change=may_change))
        inside.addWidget(self._visits(view))
        if view.known:
            inside.addWidget(self._facts(self._look.words("Known of this place"), view.known))
        if view.agreement:
            title = self._look.words("The agreement with {province}", province=view.agreement_title)
            inside.addWidget(self._facts(title, view.agreement))
        self._body.setLayout(inside)
        self._outer.addWidget(self._body)

    def _head(self, view: PlaceView, *, may_plan: bool, may_change: bool) -> Card:
        look, words = self._look, self._look.words
        card = Card(look, gap=10)
        card.inside.addWidget(Label(view.name, "section", wrap=True))
        if view.other_name:
            card.inside.addWidget(Label(view.other_name, "support", "text2", wrap=True))
        if view.pills:
            pills = Flow(look)
            for pill in view.pills:
                pills.add(Pill(look, pill))
            card.inside.addWidget(pills)
        facts = PlanCard.grid(look, (*view.facts, (words("Last visit"), view.since)))
        card.inside.addLayout(facts)
        if view.note:
            card.inside.addWidget(Label(view.note, "support", wrap=True))
        buttons = Flow(look, gap=10, line_gap=8)
        if may_plan and not view.closed:
            plan = Button(look, words("Plan a visit here"), "plus", rank="primary", height=44)
            plan.clicked.connect(lambda: self.plan_asked.emit(view.id))
            buttons.add(plan)
        if may_change:
            change = Button(look, words("Correct the register"), "pencil-simple", height=44)
            change.clicked.connect(lambda: self.change_asked.emit(view.id))
            buttons.add(change)
        if buttons.held():
            card.inside.addWidget(buttons)
        return card

    def _visits(self, view: PlaceView) -> Card:
        look, words = self._look, self._look.words
        card = Card(look, margin=0, gap=0)
        px = look.px
        head = row(look, Label(words("Visits"), "panel"), None)
        head.setContentsMargins(px(17), px(14), px(16), px(12))
        card.inside.addLayout(head)
        if not view.visits:
            none = row(look, Label(words("No visit to this place yet."), "support", "text2", wrap=True))
            none.setContentsMargins(px(17), 0, px(16), px(16))
            card.inside.addLayout(none)
            return card
        shown, model = visit_list(look)
        shown.setAccessibleName(words("Visits to {place}", place=view.name))
        shown.opened.connect(lambda key: self.open_visit.emit(id_from_hex(key)))
        card.inside.addWidget(shown)
        model.present(view.visits)
        return card

    def _facts(self, title: str, facts: tuple[FactView, ...]) -> Card:
        look = self._look
        card = Card(look, gap=10)
        card.inside.addWidget(Label(title, "panel", wrap=True))
        for fact in facts:
            said = column(look, Label(fact.text, "support", wrap=True), gap=1)
            said.addWidget(Label(fact.foot, "caption", "partly" if fact.open else "text2", wrap=True))
            icon = IconLabel(look, "warning" if fact.open else "check", "partly" if fact.open else "met", 16)
            shown = row(look, gap=8)
            shown.addLayout(column(look, 1, icon, None, gap=0))
            shown.addLayout(said, 1)
            card.inside.addLayout(shown)
        return card
