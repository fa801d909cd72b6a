"""The Overview tab of a visit: joins its cards to the verbs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from monitor_app.actions.change_visit import add_objective, change_objective, change_visit, set_outcome
from monitor_app.actions.overview import Overview, overview
from monitor_app.actions.reopen_report import reopen_report
from monitor_app.base import EntityId, Problem, SpaceId
from monitor_app.monitoring import Outcome
from monitor_app.ui.desk import Changed, Desk
from monitor_app.ui.overview.briefing_panel import BriefingPanel
from monitor_app.ui.overview.objectives_card import ObjectivesCard
from monitor_app.ui.overview.outcome_dialog import Became, ask_outcome
from monitor_app.ui.overview.plan_card import PlanCard, StateCard
from monitor_app.ui.overview.team_card import TeamCard
from monitor_app.ui.overview.tile import SnapshotCard
from monitor_app.ui.overview.view import overview_view
from monitor_app.ui.parts import Dialog, DialogView, Message, Scroll, message_of
from monitor_app.ui.visits.beside import Beside

Verb = Callable[[Any], object]


class OverviewPage(QWidget):
    """Signals: `written(changes)` after a verb (the new id, where it made something); `begun()`: the team starts;
    `fill_asked(path)`: open the checklist at a question; `report_asked(space)`: open the report of this or an earlier
    visit; `change_asked(space)`: change the plan."""

    written = Signal(object)
    begun = Signal()
    fill_asked = Signal(str)
    report_asked = Signal(object)
    change_asked = Signal(object)

    def __init__(self, desk: Desk, space: SpaceId, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._space = space
        self._found: Overview | None = None
        look, words = desk.look, desk.words
        self.setObjectName("page")
        self.setAccessibleName(words("Overview"))
        self._problem = Message(look)
        self._banner = Message(look)
        self._banner.acted.connect(self.take)
        self._state = StateCard(look)
        self._state.stepped.connect(self.take)
        self._plan = PlanCard(look)
        self._snapshot = SnapshotCard(look)
        self._snapshot.fill_asked.connect(self.fill_asked)
        self._team = TeamCard(look)
        self._team.change_asked.connect(lambda: self.change_asked.emit(self._space))
        self._objectives = ObjectivesCard(look)
        self._objectives.ticked.connect(self._tick)
        self._objectives.added.connect(self._add)
        self._objectives.removed.connect(self._remove)
        self._briefing = BriefingPanel(look)
        self._briefing.report_asked.connect(self.report_asked)
        self._centre = Scroll(look, margin=20, gap=12)
        cards = (self._problem, self._banner, self._state, self._snapshot, self._team, self._objectives, self._plan)
        for card in cards:
            self._centre.inside.addWidget(card)
        self._centre.inside.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Beside(look, self._centre, self._briefing, words("Briefing"), "book-open", width=320))

    def refresh(self) -> None:
        """Reads the visit anew."""
        space, language = self._space, self._desk.words.language
        self._desk.clerk.ask(self, lambda vault: overview(vault, space, language), self._show, self._say)

    def changed(self, changes: Changed) -> None:
        """Something was written: what is shown may have changed."""
        if self.isVisible():
            self.refresh()

    def regions(self) -> list[QWidget]:
        """What F6 visits."""
        return [self._centre, self._briefing]

    def take(self, step: str) -> None:
        """Takes a step with the visit as a whole."""
        space = self._space
        match step:
            case "begin":
                self._do(lambda vault: change_visit(vault, space, {"begun": True}), self.begun.emit)
            case "review":
                self._do(lambda vault: change_visit(vault, space, {"in_review": True}))
            case "work":
                self._do(lambda vault: change_visit(vault, space, {"in_review": False, "begun": True}))
            case "report":
                self.report_asked.emit(space)
            case "change":
                self.change_asked.emit(space)
            case "outcome":
                self._ask_outcome()
            case "reopen":
                self._ask_reopening()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def _show(self, found: Overview) -> None:
        self._found = found
        view = overview_view(found, self._desk.words)
        self._banner.present(view.banner)
        self._state.present(view)
        self._plan.present(view.facts)
        self._snapshot.present(view.snapshot, may_fill=view.may_fill)
        self._team.present(view.team, may_change=view.may_change)
        self._objectives.present(view.objectives, may_change=view.may_change)
        self._briefing.present(view.briefing, view.carried_in)

    def _do(self, verb: Verb, then: Callable[[], object] | None = None, dialog: Dialog | None = None) -> None:
        def done(changes: object) -> None:
            self._problem.present(None)
            if dialog is not None:
                dialog.close_dialog()
            self.written.emit(changes)
            self.refresh()
            if then is not None:
                then()

        def failed(problem: Problem) -> None:
            if dialog is not None:
                dialog.say(message_of(problem, self._desk.words))
            else:
                self._say(problem)

        self._desk.clerk.ask(self, verb, done, failed)

    def _ask_outcome(self) -> None:
        if self._found is None:
            return
        space = self._space

        def answered(became: Became, dialog: Dialog) -> None:
            outcome, reason, who = became.outcome, became.reason, became.by_whom
            usual = outcome is Outcome.CARRIED_OUT
            self._do(
                lambda vault: set_outcome(vault, space, outcome, "" if usual else reason, "" if usual else who),
                dialog=dialog,
            )

        ask_outcome(self._desk.look, self._found.row.visit, self.window(), answered)

    def _ask_reopening(self) -> None:
        words, space, randomness = self._desk.words, self._space, self._desk.randomness
        version = self._found.row.visit.version if self._found else 1
        dialog = Dialog(
            self._desk.look,
            DialogView(
                words("Reopen this report?"),
                words(
                    "Version {version} stays signed as it is. Your changes make version {next} and name this reason.",
                    version=version,
                    next=version + 1,
                ),
                asks="note",
                asks_label=words("Reason"),
                safe=words("Leave it signed"),
                act=words("Reopen"),
                act_icon="arrow-u-up-left",
            ),
            self.window(),
        )
        dialog.acted.connect(
            lambda reason: self._do(lambda vault: reopen_report(vault, space, reason, randomness), dialog=dialog)
        )

    def _tick(self, objective: EntityId, done: bool) -> None:
        space = self._space
        self._do(lambda vault: change_objective(vault, space, objective, {"done": done}))

    def _remove(self, objective: EntityId) -> None:
        space = self._space
        self._do(lambda vault: change_objective(vault, space, objective, {"deleted": True}))

    def _add(self, text: str) -> None:
        space, randomness = self._space, self._desk.randomness
        self._do(lambda vault: add_objective(vault, space, text, randomness))

    def _say(self, problem: Problem) -> None:
        self._problem.present(message_of(problem, self._desk.words))
