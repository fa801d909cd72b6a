"""Home: joins the hero, the filters, the list, the search and the side panel to the verbs."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from monitor_app.actions.home import Home, home
from monitor_app.actions.search import Found, search
from monitor_app.base import EntityId, Problem, SpaceId, id_from_hex
from monitor_app.ui.desk import Changed, Desk
from monitor_app.ui.parts import (
    Button,
    Card,
    Chip,
    ChipView,
    EmptyState,
    EmptyView,
    Flow,
    Label,
    Message,
    Scroll,
    message_of,
    row,
)
from monitor_app.ui.visits.beside import Beside
from monitor_app.ui.visits.find_line import FindLine
from monitor_app.ui.visits.hero import Hero
from monitor_app.ui.visits.hit_rows import HitRow, hit_list
from monitor_app.ui.visits.hits import hit_views, rows_found
from monitor_app.ui.visits.side import SincePanel
from monitor_app.ui.visits.since import aim_line, since_view
from monitor_app.ui.visits.view import EVERY, VisitsView, visits_view
from monitor_app.ui.visits.visit_list import visit_list

HITS = 50


class VisitsPage(QWidget):
    """Signals: `open_visit(space)`; `open_place(Place)` for a hit; `plan_asked()`; `open_facility(id)`."""

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
        self._chips: dict[str, Chip] = {}
        self.setObjectName("page")
        look, words = desk.look, desk.words
        self.setAccessibleName(words("Visits"))
        self.new_visit = Button(look, words("New visit"), "plus", rank="primary", height=40)
        self.new_visit.clicked.connect(self.plan_asked)
        self._message = Message(look)
        self._hero = Hero(look)
        self._hero.asked.connect(self.open_visit)
        self._filters = Flow(look, gap=8)
        self._find = FindLine(look, words("Find anything   Ctrl+F"), words("Find in all visits, Ctrl+F"))
        self._list, self._rows = visit_list(look)
        self._hits, self._hit_rows = hit_list(look)
        self._side = SincePanel(look)
        self._lay_out()
        self._bind()

    def refresh(self) -> None:
        """Reads everything anew."""
        self._desk.clerk.ask(self, home, self._show, self._say)

    def changed(self, changes: Changed) -> None:
        """Something was written: what is shown may have changed."""
        if self.isVisible():
            self.refresh()

    def choose(self, key: str) -> None:
        """Filters by a state, or by none (EVERY)."""
        self._chosen = key
        if self._home is not None:
            self._present(self._home)

    def start_finding(self) -> None:
        """Puts the focus on the line to find by."""
        self._beside.show_centre()
        self._find.take_focus()

    def _lay_out(self) -> None:
        look, words = self._desk.look, self._desk.words
        self._scroll = Scroll(look, margin=24, gap=14)
        inside = self._scroll.inside
        inside.addWidget(self._message)
        inside.addWidget(self._hero)
        tools = row(look, gap=12)
        tools.addWidget(self._filters, 1)
        tools.addWidget(self._find, 0, Qt.AlignmentFlag.AlignVCenter)
        inside.addLayout(tools)
        self._visits_card = Card(look, margin=0)
        self._visits_card.inside.addWidget(self._list)
        inside.addWidget(self._visits_card)
        self._hits_head = Label(words("Found in what was written"), "label", "text2")
        inside.addWidget(self._hits_head)
        self._hits_card = Card(look, margin=0)
        self._hits_card.inside.addWidget(self._hits)
        inside.addWidget(self._hits_card)
        self._empty = QVBoxLayout()
        inside.addLayout(self._empty)
        self._empty_state: EmptyState | None = None
        inside.addStretch(1)
        self._beside = Beside(
            look, self._scroll, self._side, words("Days since last visit"), "calendar-blank", width=276
        )
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._beside)

    def _bind(self) -> None:
        self._list.opened.connect(lambda key: self.open_visit.emit(_space(key)))
        self._list.moved.connect(lambda _: self._follow())
        self._hits.opened.connect(self._open_hit)
        self._find.asked.connect(self._search)
        self._find.went_down.connect(self._to_first)
        self._find.entered.connect(self._open_first)
        for keys, deed in (
            (QKeySequence.StandardKey.Find, self.start_finding),
            (QKeySequence.StandardKey.New, self._plan_by_key),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(deed)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def _show(self, found: Home) -> None:
        first = self._home is None
        self._home = found
        self._message.present(None)
        self._present(found)
        if self._asked:
            self._search(self._asked)
        if first and self.isVisible() and not self._hero.focus_button():
            (self._list if found.rows else self.new_visit).setFocus()

    def _present(self, found: Home) -> None:
        words = self._desk.words
        today = self._desk.clock.now().astimezone().date()
        view = visits_view(found, words, today, self._chosen)
        self._hero.present(None if self._asked else view.hero)
        self._present_filters(view)
        self._rows.present(rows_found(self._asked, found.rows, words) if self._asked else view.rows)
        self._side.present(aim_line(found.aim_days, words), since_view(found.since, found.aim_days, words))
        self.new_visit.setEnabled(view.may_plan)
        self._find.setVisible(view.any)
        self._filters.setVisible(view.any)
        self._arrange(view)

    def _arrange(self, view: VisitsView) -> None:
        rows, hits = len(self._rows.rows()), len(self._hit_rows.rows()) if self._asked else 0
        self._visits_card.setHidden(not rows)
        self._hits_card.setHidden(not hits)
        self._hits_head.setHidden(not hits)
        self._list.updateGeometry()
        self._say_empty(None if rows or hits else _empty_view(view, self._asked, self._desk))

    def _say_empty(self, view: EmptyView | None) -> None:
        if self._empty_state is not None:
            self._empty.removeWidget(self._empty_state)
            self._empty_state.hide()
            self._empty_state.deleteLater()
            self._empty_state = None
        if view is not None:
            self._empty_state = EmptyState(self._desk.look, view)
            self._empty_state.acted.connect(lambda key: self._act(key))
            self._empty.addWidget(self._empty_state)

    def _act(self, key: str) -> None:
        if key == "plan":
            self.plan_asked.emit()
        else:
            self._find.clear()
            self.choose(EVERY)

    def _present_filters(self, view: VisitsView) -> None:
        for one in view.filters:
            shown = ChipView(one.key, one.text, one.key == view.chosen and not self._asked)
            if one.key in self._chips:
                self._chips[one.key].present(shown)
                continue
            chip = self._chips[one.key] = Chip(self._desk.look, shown, height=36)
            chip.toggled.connect(lambda key, _on: self._filter(key))
            self._filters.add(chip)

    def _filter(self, key: str) -> None:
        self._find.clear()
        self.choose(key)

    def _search(self, text: str) -> None:
        self._asked = text
        if not text:
            self._hit_rows.present(())
            if self._home is not None:
                self._present(self._home)
            return
        self._desk.clerk.ask(
            self, lambda vault: (text, search(vault, text, HITS)), lambda found: self._show_hits(*found), self._say
        )

    def _show_hits(self, text: str, found: tuple[Found, ...]) -> None:
        if text != self._asked or self._home is None:
            return
        views = hit_views(found, self._home.rows, self._desk.words)
        self._hit_rows.present(
            [HitRow(f"{v.place.space.hex()}/{v.place.entity.hex()}/{v.place.field}", v) for v in views]
        )
        self._hits.updateGeometry()
        self._present(self._home)

    def _open_hit(self, key: str) -> None:
        place = self._hit_rows.rows()[self._hit_rows.place_of(key)].hit.place
        if place.page == "facility":
            self.open_facility.emit(EntityId(place.entity))
        else:
            self.open_place.emit(place)

    def _to_first(self) -> None:
        for view, rows in ((self._list, self._rows.rows()), (self._hits, self._hit_rows.rows() if self._asked else ())):
            if rows:
                view.setFocus()
                return

    def _open_first(self) -> None:
        if self._asked and self._rows.rows():
            self.open_visit.emit(_space(self._rows.key(0)))
        elif self._asked and self._hit_rows.rows():
            self._open_hit(self._hit_rows.key(0))

    def _plan_by_key(self) -> None:
        if self.new_visit.isEnabled():
            self.plan_asked.emit()

    def _follow(self) -> None:
        where = self._list.visualRect(self._list.currentIndex())
        corner = self._list.viewport().mapTo(self._scroll.content, where.center())
        self._scroll.ensureVisible(corner.x(), corner.y(), 0, self._desk.look.px(60))

    def _say(self, problem: Problem) -> None:
        self._message.present(message_of(problem, self._desk.words))


def _space(key: str) -> SpaceId:
    return SpaceId(id_from_hex(key))


def _empty_view(view: VisitsView, asked: str, desk: Desk) -> EmptyView | None:
    words = desk.words
    if asked:
        return EmptyView(
            words("Nothing found"),
            words("Every word you type must stand in one place. Try fewer words."),
            "magnifying-glass",
            (("all", words("Show all visits"), "list-bullets"),),
        )
    if view.any:
        if view.hero is not None and view.chosen == EVERY:
            return None
        return EmptyView(
            words("No visit in this state"), "", "clipboard-text", (("all", words("Show all visits"), "list-bullets"),)
        )
    plan = (("plan", words("New visit"), "plus"),) if view.may_plan else ()
    return EmptyView(
        words("No visit yet"),
        words("Plan the first one."),
        "clipboard-text",
        plan,
    )
