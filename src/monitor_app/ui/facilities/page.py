"""The facility register: joins the list, the place and the form to the verbs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from monitor_app.actions.facilities import add_facility
from monitor_app.actions.facility_register import Register, Registered, change_facility, facility_register
from monitor_app.base import EntityId, Problem
from monitor_app.standards import load_agreements, load_facilities
from monitor_app.ui.desk import Changed, Desk
from monitor_app.ui.facilities.edit_card import EditCard, Edited
from monitor_app.ui.facilities.place_form import NewPlace
from monitor_app.ui.facilities.place_panel import PlacePanel
from monitor_app.ui.facilities.text_rows import text_list
from monitor_app.ui.facilities.view import Known, place_rows, place_view
from monitor_app.ui.parts import Button, Label, Message, Scroll, column, line, message_of, row
from monitor_app.ui.shell import KeyHint
from monitor_app.ui.topbar import Where
from monitor_app.ui.visits.find_line import FindLine

LIST_WIDTH = 340


class FacilitiesPage(QWidget):
    """Signals: `written(changes)` after a verb (the new id, where it made something); `open_visit(space)`;
    `plan_asked(facility id)`."""

    written = Signal(object)
    open_visit = Signal(object)
    plan_asked = Signal(object)

    def __init__(self, desk: Desk, facility: EntityId | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._chosen = facility.hex() if facility else ""
        self._register: Register | None = None
        look, words = desk.look, desk.words
        self._known = Known(load_facilities(desk.resources), load_agreements(desk.resources))
        self.setObjectName("page")
        self.setAccessibleName(words("Facilities"))
        self._add = Button(look, words("Add a place"), "plus", rank="primary", height=40)
        self._add.clicked.connect(self._begin_adding)
        self._find = FindLine(look, words("Find a place   Ctrl+F"), words("Find a place, Ctrl+F"))
        self._find.asked.connect(lambda _: self._present())
        self._list, self._rows = text_list(look, words("Places"))
        self._list.moved.connect(self._choose)
        self._list.opened.connect(self._choose)
        self._find.went_down.connect(self._list.setFocus)
        self._none = Label(words("No place has these words."), "support", "text2", wrap=True)
        self._message = Message(look)
        self._panel = PlacePanel(look)
        self._panel.plan_asked.connect(self.plan_asked)
        self._panel.open_visit.connect(self.open_visit)
        self._panel.change_asked.connect(self._begin_changing)
        self._edit = EditCard(look, self._known.facilities.kinds, desk.clock.now())
        self._edit.asked.connect(self._keep)
        self._edit.left.connect(self._stop_editing)
        self._edit.hide()
        self._editing: EntityId | None = None
        self._lay_out()
        shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(self._find.take_focus)

    def where(self) -> Where:
        """What the top bar says."""
        return Where(self._desk.words("Facilities"))

    def tools(self) -> tuple[QWidget, ...]:
        """What stands beside the title; the top bar owns it from then on."""
        return (self._add,)

    def key_hints(self) -> list[KeyHint]:
        """The keys of this page."""
        return [KeyHint("Ctrl+F", self._desk.words("find a place"))]

    def refresh(self) -> None:
        """Reads the register anew."""
        self._desk.clerk.ask(self, facility_register, self._show, self._say)

    def changed(self, changes: Changed) -> None:
        """Something was written: what is shown may have changed."""
        if self.isVisible():
            self.refresh()

    def choose(self, facility: EntityId) -> None:
        """Shows a place."""
        self._chosen = facility.hex()
        self._present()

    def regions(self) -> list[QWidget]:
        """What F6 visits."""
        return [self._left, self._centre]

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def _lay_out(self) -> None:
        look = self._desk.look
        px = look.px
        self._left = QWidget()
        self._left.setObjectName("side")
        self._left.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, px(12), 0, 0)
        left.setSpacing(px(10))
        find = row(look, self._find)
        find.setContentsMargins(px(14), 0, px(14), 0)
        left.addLayout(find)
        none = row(look, self._none)
        none.setContentsMargins(px(16), 0, px(16), 0)
        left.addLayout(none)
        left.addLayout(column(look, line(), self._list, gap=0), 1)
        self._left.setFixedWidth(px(LIST_WIDTH))
        self._centre = Scroll(look, margin=20, gap=12)
        for widget in (self._message, self._edit, self._panel):
            self._centre.inside.addWidget(widget)
        self._centre.inside.addStretch(1)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self._left)
        across.addWidget(line(upright=True))
        across.addWidget(self._centre, 1)

    def _show(self, register: Register) -> None:
        self._register = register
        self._present()

    def _present(self) -> None:
        register = self._register
        if register is None:
            return
        if isValid(self._add):
            self._add.setEnabled(register.may_change)
        rows = place_rows(register, self._known, self._desk.words, self._find.text())
        self._rows.present(rows)
        self._none.setHidden(bool(rows))
        if not self._place_of(self._chosen) and rows:
            self._chosen = rows[0].key
        self._list.choose(self._chosen)
        one = self._place_of(self._chosen)
        view = place_view(one, self._known, self._desk.words) if one else None
        self._panel.present(view, may_plan=register.may_plan, may_change=register.may_change)

    def _place_of(self, key: str) -> Registered | None:
        places = self._register.places if self._register else ()
        return next((one for one in places if one.facility.id.hex() == key), None)

    def _choose(self, key: str) -> None:
        if key != self._chosen:
            self._stop_editing()
            self._chosen = key
            self._present()

    def _begin_adding(self) -> None:
        self._editing = None
        self._edit.begin(NewPlace(), closed=False, note="", new=True)
        self._panel.hide()

    def _begin_changing(self, facility: EntityId) -> None:
        one = self._place_of(facility.hex())
        if one is None:
            return
        place = one.facility
        self._editing = facility
        names = place.names
        typed = NewPlace(
            names.get("en", ""), names.get("fr", ""), place.kind, place.city, place.province, place.time_zone
        )
        self._edit.begin(typed, closed=place.closed, note=place.note, new=False)
        self._panel.hide()

    def _stop_editing(self) -> None:
        self._edit.hide()
        self._panel.show()

    def _keep(self, edited: Edited) -> None:
        facility, randomness = self._editing, self._desk.randomness
        if facility is None:
            new = edited.place.facility()
            self._do(
                lambda vault: add_facility(vault, new, randomness), lambda made: setattr(self, "_chosen", made.hex())
            )
        else:
            values = edited.values()
            self._do(lambda vault: change_facility(vault, facility, values))

    def _show_added(self, made: EntityId) -> None:
        self._find.clear()
        self._chosen = made.hex()

    def _do(self, verb: Callable[[Any], Any], then: Callable[[Any], object] | None = None) -> None:
        def done(result: Any) -> None:
            if then is not None:
                then(result)
            self._message.present(None)
            self._stop_editing()
            self.written.emit(result)
            self.refresh()

        self._desk.clerk.ask(self, verb, done, self._say)

    def _say(self, problem: Problem) -> None:
        self._message.present(message_of(problem, self._desk.words))
