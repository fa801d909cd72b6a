"""Home: joins the hero, the filters, the lists, the search and the side panel to the verbs."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from monitor_app.actions.home import Home, home
from monitor_app.actions.search import Found, search
from monitor_app.base import Problem, Words
from monitor_app.ui.desk import Changed, Desk
from monitor_app.ui.parts import Button, Chip, ChipView, EmptyView, Flow, Message, Scroll, message_of, row
from monitor_app.ui.shell import KeyHint
from monitor_app.ui.topbar import Where
from monitor_app.ui.visits.beside import Beside
from monitor_app.ui.visits.find_line import FindLine
from monitor_app.ui.visits.hero import Hero
from monitor_app.ui.visits.hits import HitView, Place, hit_views, rows_found
from monitor_app.ui.visits.key_cap import KeyCap
from monitor_app.ui.visits.results import Results
from monitor_app.ui.visits.side import SincePanel
from monitor_app.ui.visits.since import aim_line, since_view
from monitor_app.ui.visits.view import EVERY, VisitsView, visits_view

HITS = 50


class VisitsPage(QWidget):
    """Signals: `open_visit(space)`; `open_place(Place)` for a hit in a visit; `open_facility(id)`; `plan_asked()`."""

    open_visit = Signal(object)
    open_place = Signal(object)
    open_facility = Signal(object)
    plan_asked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._home: Home | None = None
        self._chosen = EVERY
        self._asked = ""
        self._hits: tuple[HitView, ...] = ()
        self._chips: dict[str, Chip] = {}
        look, words = desk.look, desk.words
        self.setObjectName("page")
        self.setAccessibleName(words("Visits"))
        self._new_visit = Button(look, words("New visit"), "plus", rank="primary", height=40)
        self._new_visit.clicked.connect(self.plan_asked)
        self._message = Message(look)
        self._hero = Hero(look)
        self._hero.asked.connect(self.open_visit)
        self._filters = Flow(look, gap=8)
        self._find = FindLine(look, words("Find anything   Ctrl+F"), words("Find in all visits, Ctrl+F"))
        self._results = Results(look)
        self._side = SincePanel(look)
        self._lay_out()
        self._bind()

    def where(self) -> Where:
        """What the top bar says."""
        return Where(self._desk.words("Visits"))

    def tools(self) -> tuple[QWidget, ...]:
        """What stands beside the title; the top bar owns it from then on."""
        return (self._new_visit, KeyCap(self._desk.look, "Ctrl+N"))

    def regions(self) -> list[QWidget]:
        """What F6 visits."""
        return [self._scroll, self._side]

    def key_hints(self) -> list[KeyHint]:
        """The keys of this page."""
        words = self._desk.words
        return [
            KeyHint("Ctrl+F", words("find in all visits")),
            KeyHint("Ctrl+N", words("plan a new visit")),
            KeyHint("↑ ↓  Enter", words("move in a list and open")),
        ]

    def refresh(self) -> None:
        """Reads everything anew."""
        self._desk.clerk.ask(self, home, self._show, self._say)

    def changed(self, changes: Changed) -> None:
        """Something was written: what is shown may have changed."""
        if self.isVisible():
            self.refresh()

    def choose(self, key: str) -> None:
        """Filters by a state (the value of VisitState), or by none (EVERY); a search ends."""
        self._chosen = key
        self._find.clear()
        self._present()

    def start_finding(self) -> None:
        """Puts the focus on the line to find by."""
        self._beside.show_centre()
        self._find.take_focus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def _lay_out(self) -> None:
        look, words = self._desk.look, self._desk.words
        self._scroll = Scroll(look, margin=24, gap=14)
        tools = row(look, gap=12)
        tools.addWidget(self._filters, 1)
        tools.addWidget(self._find, 0, Qt.AlignmentFlag.AlignVCenter)
        inside = self._scroll.inside
        inside.addWidget(self._message)
        inside.addWidget(self._hero)
        inside.addLayout(tools)
        inside.addWidget(self._results)
        inside.addStretch(1)
        self._beside = Beside(
            look, self._scroll, self._side, words("Days since last visit"), "calendar-blank", width=276
        )
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._beside)

    def _bind(self) -> None:
        self._results.open_visit.connect(self.open_visit)
        self._results.open_place.connect(self._open_place)
        self._results.acted.connect(lambda key: self.plan_asked.emit() if key == "plan" else self.choose(EVERY))
        self._results.moved.connect(self._follow)
        self._find.asked.connect(self._search)
        self._find.went_down.connect(self._results.focus_first)
        self._find.entered.connect(lambda: self._results.open_first() if self._asked else None)
        for keys, deed in (
            (QKeySequence.StandardKey.Find, self.start_finding),
            (QKeySequence.StandardKey.New, self._plan_by_key),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(deed)

    def _show(self, found: Home) -> None:
        first = self._home is None
        self._home = found
        self._message.present(None)
        self._present()
        if self._asked:
            self._search(self._asked)
        if first and self.isVisible() and not self._hero.focus_button():
            self._results.focus_first()
            if not found.rows and isValid(self._new_visit) and self._new_visit.isEnabled():
                self._new_visit.setFocus()

    def _present(self) -> None:
        found, words = self._home, self._desk.words
        if found is None:
            return
        today = self._desk.clock.now().astimezone().date()
        view = visits_view(found, words, today, self._chosen)
        rows = rows_found(self._asked, found.rows, words) if self._asked else view.rows
        self._hero.present(None if self._asked else view.hero)
        self._present_filters(view)
        self._results.present(rows, self._hits, _nothing(view, self._asked, words))
        self._side.present(aim_line(found.aim_days, words), since_view(found.since, found.aim_days, words, today))
        self._find.setVisible(view.any)
        self._filters.setVisible(view.any)
        if isValid(self._new_visit):
            self._new_visit.setEnabled(view.may_plan)

    def _present_filters(self, view: VisitsView) -> None:
        for one in view.filters:
            shown = ChipView(one.key, one.text, one.key == view.chosen and not self._asked)
            if one.key in self._chips:
                self._chips[one.key].present(shown)
                continue
            chip = self._chips[one.key] = Chip(self._desk.look, shown, height=36)
            chip.toggled.connect(lambda key, _on: self.choose(key))
            self._filters.add(chip)

    def _search(self, text: str) -> None:
        self._asked = text
        if not text:
            self._hits = ()
            self._present()
            return
        self._desk.clerk.ask(
            self, lambda vault: search(vault, text, HITS), lambda found: self._show_hits(text, found), self._say
        )

    def _show_hits(self, text: str, found: tuple[Found, ...]) -> None:
        if text == self._asked and self._home is not None:
            self._hits = hit_views(found, self._home.rows, self._home.places, self._desk.words)
            self._present()

    def _open_place(self, place: Place) -> None:
        if place.page == "facility":
            self.open_facility.emit(place.entity)
        else:
            self.open_place.emit(place)

    def _plan_by_key(self) -> None:
        if self._home is not None and self._home.may_plan:
            self.plan_asked.emit()

    def _follow(self, where: QRect) -> None:
        corner = self._results.mapTo(self._scroll.content, QPoint(where.left(), where.center().y()))
        self._scroll.ensureVisible(corner.x(), corner.y(), 0, self._desk.look.px(60))

    def _say(self, problem: Problem) -> None:
        self._message.present(message_of(problem, self._desk.words))


def _nothing(view: VisitsView, asked: str, words: Words) -> EmptyView | None:
    every = (("all", words("Show all visits"), "list-bullets"),)
    if asked:
        line = words("Every word you type must stand in one place. Try fewer words.")
        return EmptyView(words("Nothing found"), line, "magnifying-glass", every)
    if not view.any:
        plan = (("plan", words("New visit"), "plus"),) if view.may_plan else ()
        return EmptyView(words("No visit yet"), words("Plan the first one."), "clipboard-text", plan)
    if view.hero is not None and view.chosen == EVERY:
        return None
    return EmptyView(words("No visit in this state"), "", "clipboard-text", every)
