"""The frame of a visit: its tabs, and the page of the chosen one. Pages are made when first opened and kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from monitor_app.actions.finding import findings
from monitor_app.actions.question_owner import question_owner
from monitor_app.actions.visits import VisitRow, visit_row
from monitor_app.base import EntityId, SpaceId, Words, zone
from monitor_app.monitoring import VisitState, name_of
from monitor_app.ui.desk import Changed, Desk
from monitor_app.ui.parts import SaveView
from monitor_app.ui.parts.tabs import Tab, Tabs
from monitor_app.ui.shell import Flushes, HasKeys, HasRegions, KeyHint
from monitor_app.ui.topbar import Where

VisitTab = Literal["overview", "checklist", "findings", "report"]
TABS: tuple[VisitTab, ...] = ("overview", "checklist", "findings", "report")


@dataclass(frozen=True, slots=True)
class VisitHead:
    """What the frame says of its visit."""

    row: VisitRow
    findings: int


def where_of(head: VisitHead, words: Words, now: datetime) -> Where:
    """The top bar's words for a visit: facility, and what kind of visit it is on which days."""
    visit, place = head.row.visit, head.row.facility
    parts = [words(name_of(visit.kind))]
    if visit.first_day and visit.last_day:
        parts[0] = f"{parts[0]}, {words.days(visit.first_day, visit.last_day)}"
        today = now.astimezone(zone(place.time_zone)).date()
        parts.append(words("announced") if visit.announced else words("unannounced"))
        if visit.state is VisitState.IN_PROGRESS and visit.first_day <= today <= visit.last_day:
            parts.append(words("day {n}", n=(today - visit.first_day).days + 1))
    return Where(place.name(words.language), (("visits", words("Visits")),), ", ".join(parts))


def tabs_of(head: VisitHead, words: Words) -> tuple[Tab, ...]:
    """The tabs with their counts."""
    row = head.row
    signed = row.visit.state is VisitState.SIGNED
    progress = "" if signed else f"{row.progress.answered}/{row.progress.asked}"
    report = words("v{version}", version=row.visit.version) if signed else words("draft")
    return (
        Tab("overview", words("Overview")),
        Tab("checklist", words("Checklist"), progress),
        Tab("findings", words("Findings"), str(head.findings)),
        Tab("report", words("Report"), report),
    )


class VisitFrame(QWidget):
    """Signals: `headed(Where)`; `saved(SaveView)`; `open_report(space)` of another visit; `change_asked(space)`;
    `provision_asked(key)`."""

    headed = Signal(object)
    saved = Signal(object)
    open_report = Signal(object)
    change_asked = Signal(object)
    provision_asked = Signal(str)

    def __init__(self, desk: Desk, space: SpaceId, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._space = space
        self._pages: dict[VisitTab, QWidget] = {}
        self._tab: VisitTab = "overview"
        self._head: VisitHead | None = None
        self.setObjectName("page")
        self._tabs = Tabs(desk.look)
        self._tabs.chosen.connect(lambda key: self.choose(cast(VisitTab, key)))
        self._place = QStackedLayout()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._tabs)
        outer.addLayout(self._place, 1)
        self.refresh()

    @property
    def space(self) -> SpaceId:
        """The visit that is open."""
        return self._space

    def choose(self, tab: VisitTab) -> QWidget:
        """Shows a tab; the page before is told to keep what was typed."""
        page = self._show(tab)
        if tab == "checklist":
            cast(Any, page).refresh()
        return page

    def _show(self, tab: VisitTab) -> QWidget:
        self.flush()
        self._tab = tab
        page = self._pages.get(tab)
        if page is None:
            page = self._pages[tab] = self._make(tab)
            self._place.addWidget(page)
        self._place.setCurrentWidget(page)
        self._present()
        return page

    def page(self) -> QWidget | None:
        """The page of the chosen tab."""
        return self._pages.get(self._tab)

    def refresh(self) -> None:
        """Reads the head of the visit anew; pages read for themselves."""
        space = self._space
        self._desk.clerk.ask(
            self, lambda vault: VisitHead(visit_row(vault, space), len(findings(vault, space))), self._headed
        )

    def changed(self, changes: Changed) -> None:
        """Something was written on one of the pages or elsewhere."""
        self.refresh()
        for tab, page in self._pages.items():
            if tab != self._tab and hasattr(page, "changed"):
                page.changed(changes)

    def flush(self) -> None:
        """Tells at once what was typed."""
        page = self.page()
        if isinstance(page, Flushes):
            page.flush()

    def regions(self) -> list[QWidget]:
        """For F6: the tabs, then the page's own."""
        page = self.page()
        return [self._tabs, *(page.regions() if isinstance(page, HasRegions) else [])]

    def key_hints(self) -> list[KeyHint]:
        """The keys of the open page."""
        page = self.page()
        return page.key_hints() if isinstance(page, HasKeys) else []

    def open_question(self, response: EntityId, path: str) -> None:
        """Opens the checklist at a question."""
        cast(Any, self._show("checklist")).open_place(response, path)

    def open_hit(self, kind: str, entity: EntityId, field: str) -> None:
        """Opens the checklist at what search found: an answer, a note, a comment, a quick note."""
        cast(Any, self._show("checklist")).open_hit(kind, entity, field)

    def open_finding(self, finding: bytes) -> None:
        """Opens a finding."""
        cast(Any, self.choose("findings")).show_finding(finding)

    def open_passage(self, name: str) -> None:
        """Opens a text of the report."""
        cast(Any, self.choose("report")).show_passage(name)

    def _finding_made(self, finding: bytes) -> None:
        self._saved(self._desk.clock.now())
        self.open_finding(finding)

    def _headed(self, head: VisitHead) -> None:
        self._head = head
        self._present()
        self.headed.emit(where_of(head, self._desk.words, self._desk.clock.now()))

    def _present(self) -> None:
        if self._head is not None:
            self._tabs.present(tabs_of(self._head, self._desk.words), self._tab)

    def _make(self, tab: VisitTab) -> QWidget:
        makers: dict[VisitTab, Callable[[], QWidget]] = {
            "overview": self._overview,
            "checklist": self._checklist,
            "findings": self._findings,
            "report": self._report,
        }
        return makers[tab]()

    def _overview(self) -> QWidget:
        from monitor_app.ui.overview.page import OverviewPage  # noqa: PLC0415

        page = OverviewPage(self._desk, self._space)
        page.written.connect(self._wrote)
        page.begun.connect(lambda: self.choose("checklist"))
        page.fill_asked.connect(self._fill)
        page.report_asked.connect(self._report_asked)
        page.change_asked.connect(self.change_asked)
        return page

    def _checklist(self) -> QWidget:
        from monitor_app.ui.checklist.page import ChecklistPage  # noqa: PLC0415

        page = ChecklistPage(self._desk, self._space)
        page.written.connect(self._wrote)
        page.saved.connect(self.saved)
        page.finding_made.connect(self._finding_made)
        page.provision_asked.connect(self.provision_asked)
        return page

    def _findings(self) -> QWidget:
        from monitor_app.ui.findings.page import FindingsPage  # noqa: PLC0415

        page = FindingsPage(self._desk, self._space)
        page.open_answer.connect(self.open_question)
        page.saved.connect(self._saved)
        return page

    def _report(self) -> QWidget:
        from monitor_app.ui.report.page import ReportPage  # noqa: PLC0415

        page = ReportPage(self._desk, self._space)
        page.open_question.connect(self.open_question)
        page.open_finding.connect(self.open_finding)
        page.open_provision.connect(self.provision_asked)
        page.saved.connect(self._saved)
        page.signed.connect(self.refresh)
        return page

    def _wrote(self, changes: object) -> None:
        at = getattr(changes, "at", None)
        if isinstance(at, datetime):
            self.saved.emit(SaveView("saved", at))
            self.changed(cast(Changed, changes))
        else:
            self.refresh()

    def _saved(self, at: datetime) -> None:
        self.saved.emit(SaveView("saved", at))
        self.refresh()

    def _fill(self, path: str) -> None:
        space = self._space

        def found(response: EntityId | None) -> None:
            if response is None:
                self.choose("checklist")
            else:
                self.open_question(response, path)

        self._desk.clerk.ask(self, lambda vault: question_owner(vault, space, path), found)

    def _report_asked(self, space: SpaceId) -> None:
        if space == self._space:
            self.choose("report")
        else:
            self.open_report.emit(space)
