"""The programme: the shell and its pages, joined. Which page is open, and what opening a place means."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from monitor_app.actions.people import Me, me
from monitor_app.base import EntityId, SpaceId
from monitor_app.monitoring import name_of
from monitor_app.ui.desk import Desk
from monitor_app.ui.parts import SaveView
from monitor_app.ui.parts.avatar import Member
from monitor_app.ui.rail import RailEntry
from monitor_app.ui.shell import Shell
from monitor_app.ui.topbar import Myself, Where
from monitor_app.ui.visit_frame import VisitFrame, VisitTab

if TYPE_CHECKING:
    from monitor_app.ui.visits.hits import Place


class Programme(QObject):
    """Made once the vault is open. Signals: `lock_asked()`; `settings_asked()`: the page of settings is to be shown."""

    lock_asked = Signal()
    settings_asked = Signal()

    def __init__(self, desk: Desk, idle_minutes: float) -> None:
        super().__init__(desk.look)
        self._desk = desk
        words = desk.words
        entries = (
            RailEntry("visits", words("Visits"), "clipboard-text"),
            RailEntry("facilities", words("Facilities"), "buildings"),
            RailEntry("standards", words("Standards"), "scales"),
            RailEntry("settings", words("Settings"), "gear-six", below=True),
        )
        self.shell = Shell(desk.look, entries, idle_minutes=idle_minutes)
        self.shell.page_asked.connect(self.open)
        self.shell.lock_asked.connect(self.lock_asked)
        desk.clerk.ask(self, me, self._present_myself)

    def open(self, key: str) -> None:
        """Opens a page of the rail."""
        if key == "settings":
            self.settings_asked.emit()
        elif key == "facilities":
            self.open_facilities()
        elif key == "standards":
            self.open_standards()
        else:
            self.open_visits()

    def open_visits(self) -> None:
        """Home."""
        from monitor_app.ui.visits.page import VisitsPage  # noqa: PLC0415

        page = VisitsPage(self._desk)
        page.open_visit.connect(self.open_visit)
        page.open_place.connect(self.open_place)
        page.open_facility.connect(self.open_facilities)
        page.plan_asked.connect(self.open_plan)
        self.shell.put(page, Where(self._desk.words("Visits")), key="visits", tools=page.tools())

    def open_visit(self, space: SpaceId, tab: VisitTab | None = "overview") -> VisitFrame:
        """A visit, at one of its tabs (None: the caller opens one)."""
        frame = VisitFrame(self._desk, space)
        frame.headed.connect(lambda where: self.shell.name_page(where) if self.shell.page() is frame else None)
        frame.saved.connect(self.shell.present_saved)
        frame.open_report.connect(lambda other: self.open_visit(other, "report"))
        frame.change_asked.connect(self.open_change)
        frame.provision_asked.connect(self.open_standards)
        self.shell.put(frame, Where("", (("visits", self._desk.words("Visits")),)), key="visits", narrow=True)
        if tab is not None:
            frame.choose(tab)
        return frame

    def open_place(self, place: Place) -> None:
        """A place found by search."""
        if place.page == "facility":
            self.open_facilities(place.entity)
            return
        frame = self.open_visit(place.space, None)
        if place.page == "checklist":
            frame.open_hit(place.kind, place.entity, place.field)
        elif place.page == "findings":
            frame.open_finding(place.entity)
        else:
            frame.choose(cast(VisitTab, place.page))

    def open_plan(self, facility: EntityId | None = None) -> None:
        """Plan a visit."""
        from monitor_app.ui.plan.page import PlanPage  # noqa: PLC0415

        page = PlanPage(self._desk, facility)
        page.planned.connect(self._planned)
        page.left.connect(self.open_visits)
        words = self._desk.words
        self.shell.put(page, Where(words("Plan a visit"), (("visits", words("Visits")),)), key="visits")

    def open_change(self, space: SpaceId) -> None:
        """Change a visit's plan."""
        from monitor_app.ui.plan.page import ChangePlanPage  # noqa: PLC0415

        page = ChangePlanPage(self._desk, space)
        page.written.connect(self._wrote)
        page.done.connect(self.open_visit)
        words = self._desk.words
        self.shell.put(page, Where(words("Change the plan"), (("visits", words("Visits")),)), key="visits")

    def open_facilities(self, facility: EntityId | None = None) -> None:
        """The register of facilities."""
        from monitor_app.ui.facilities.page import FacilitiesPage  # noqa: PLC0415

        page = FacilitiesPage(self._desk, facility)
        page.written.connect(self._wrote)
        page.open_visit.connect(self.open_visit)
        page.plan_asked.connect(self.open_plan)
        self.shell.put(page, Where(self._desk.words("Facilities")), key="facilities")

    def open_standards(self, provision: str = "") -> None:
        """The standards library, at a provision where one is named."""
        from monitor_app.ui.standards.page import StandardsPage  # noqa: PLC0415

        page = StandardsPage(self._desk, provision)
        page.written.connect(self._wrote)
        self.shell.put(page, Where(self._desk.words("Standards")), key="standards")

    def show(self, page: QWidget, title: str, key: str) -> None:
        """A page somebody else joined."""
        self.shell.put(page, Where(title), key=key)

    def _planned(self, space: SpaceId) -> None:
        self._wrote(None)
        self.open_visit(space)

    def _wrote(self, changes: object) -> None:
        at = getattr(changes, "at", None)
        self.shell.present_saved(SaveView("saved", at if isinstance(at, datetime) else self._desk.clock.now()))

    def _present_myself(self, found: Me) -> None:
        member = found.member
        words = self._desk.words
        self.shell.present_myself(
            Myself(Member(member.order, member.initial, member.label), words(name_of(member.role)))
        )
