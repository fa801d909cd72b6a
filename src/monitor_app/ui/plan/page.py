"""Plan a visit; change the plan of one. Joins the sheet to the verbs."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from monitor_app.actions.change_plan import change_plan
from monitor_app.actions.facilities import add_facility
from monitor_app.actions.plan_choices import PlanChoices, plan_choices
from monitor_app.actions.plan_visit import plan_visit
from monitor_app.actions.visits import VisitRow, visit_row
from monitor_app.base import EntityId, SpaceId, id_from_hex
from monitor_app.ui.desk import Changed, Desk
from monitor_app.ui.plan.draft import NEW_PLACE, Draft, draft_of, first_draft
from monitor_app.ui.plan.sheet import PlanSheet
from monitor_app.ui.shell import KeyHint
from monitor_app.ui.topbar import Where


class PlanPage(QWidget):
    """Signals: `planned(space)` when the visit stands in the vault; `left()`: nothing was planned."""

    planned = Signal(object)
    left = Signal()

    def __init__(self, desk: Desk, facility: EntityId | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._facility = facility
        self._begun = False
        words = desk.words
        self.setObjectName("page")
        self.setAccessibleName(words("Plan a visit"))
        self._sheet = PlanSheet(desk, words("Plan the visit"), words("Leave without planning"))
        self._sheet.asked.connect(self._plan)
        self._sheet.left.connect(self.left)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._sheet)

    def where(self) -> Where:
        """What the top bar says."""
        words = self._desk.words
        return Where(words("Plan a visit"), (("visits", words("Visits")),))

    def key_hints(self) -> list[KeyHint]:
        """The keys of this page."""
        words = self._desk.words
        return [
            KeyHint("Ctrl+Enter", words("plan the visit")),
            KeyHint("↑ ↓ ← →", words("move in the calendar")),
            KeyHint("PgUp PgDn", words("another month")),
        ]

    def refresh(self) -> None:
        """Reads what there is to choose from; what is typed stays."""
        self._desk.clerk.ask(self, plan_choices, self._show, self._sheet.say)

    def changed(self, changes: Changed) -> None:
        """Something was written elsewhere: the choices may have grown."""
        if self.isVisible():
            self.refresh()

    def draft(self) -> Draft:
        """All that is typed and chosen."""
        return self._sheet.draft()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def _show(self, choices: PlanChoices) -> None:
        if self._begun:
            self._sheet.choose_from(choices)
            return
        self._begun = True
        self._sheet.present(choices, first_draft(choices, self._facility, self._desk.words.language))

    def _plan(self, draft: Draft) -> None:
        randomness = self._desk.randomness
        if draft.facility != NEW_PLACE:
            self._keep(draft, EntityId(id_from_hex(draft.facility)))
            return
        new = draft.place.facility()

        def added(place: EntityId) -> None:
            self._sheet.settle_place(place)
            self._keep(draft, place)

        self._desk.clerk.ask(self, lambda vault: add_facility(vault, new, randomness), added, self._sheet.say)

    def _keep(self, draft: Draft, place: EntityId) -> None:
        plan, randomness = draft.plan(place), self._desk.randomness
        self._desk.clerk.ask(
            self, lambda vault: plan_visit(vault, plan, randomness), self.planned.emit, self._sheet.say
        )


class ChangePlanPage(QWidget):
    """Signals: `written(changes)` when something was changed; `done(space)`: go back to the visit."""

    written = Signal(object)
    done = Signal(object)

    def __init__(self, desk: Desk, space: SpaceId, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._space = space
        words = desk.words
        self.setObjectName("page")
        self.setAccessibleName(words("Change the plan"))
        self._sheet = PlanSheet(desk, words("Change the plan"), words("Leave it as it is"), changing=True)
        self._sheet.asked.connect(self._change)
        self._sheet.left.connect(lambda: self.done.emit(self._space))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._sheet)
        self._begun = False

    def refresh(self) -> None:
        """Reads the visit; what is typed stays."""
        space = self._space
        self._desk.clerk.ask(
            self,
            lambda vault: (plan_choices(vault), visit_row(vault, space)),
            lambda found: self._show(*found),
            self._sheet.say,
        )

    def changed(self, changes: Changed) -> None:
        """Something was written elsewhere: the choices may have grown."""
        if self.isVisible():
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def _show(self, choices: PlanChoices, row: VisitRow) -> None:
        if self._begun:
            self._sheet.choose_from(choices)
            return
        self._begun = True
        self._sheet.present(choices, draft_of(row))

    def _change(self, draft: Draft) -> None:
        space, plan = self._space, draft.changed_plan()

        def changed(changes: object) -> None:
            if changes is not None:
                self.written.emit(changes)
            self.done.emit(space)

        self._desk.clerk.ask(self, lambda vault: change_plan(vault, space, plan), changed, self._sheet.say)
