"""The lists of Home: the visits that are shown, what search found in what was written, or why there is nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from monitor_app.base import SpaceId, id_from_hex
from monitor_app.ui.look import Look
from monitor_app.ui.parts import Card, EmptyState, EmptyView, Label, RowsView, VisitRow
from monitor_app.ui.visits.hit_rows import HitRow, hit_list
from monitor_app.ui.visits.hits import HitView
from monitor_app.ui.visits.visit_list import visit_list


class Results(QWidget):
    """Signals: `open_visit(space)`; `open_place(Place)`; `acted(key)` of the empty state; `moved(QRect)`: the current
    row stands there, to be scrolled into view."""

    open_visit = Signal(object)
    open_place = Signal(object)
    acted = Signal(str)
    moved = Signal(QRect)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.list, self._rows = visit_list(look)
        self._hits, self._hit_rows = hit_list(look)
        self.list.opened.connect(lambda key: self.open_visit.emit(SpaceId(id_from_hex(key))))
        self._hits.opened.connect(self._open_hit)
        for view in (self.list, self._hits):
            view.moved.connect(lambda _, view=view: self._follow(view))
        self._visits_card, self._hits_card = Card(look, margin=0), Card(look, margin=0)
        self._visits_card.inside.addWidget(self.list)
        self._hits_card.inside.addWidget(self._hits)
        self._head = Label(look.words("Found in what was written"), "label", "text2")
        self._empty: EmptyState | None = None
        self._inside = QVBoxLayout(self)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(look.px(12))
        for widget in (self._visits_card, self._head, self._hits_card):
            self._inside.addWidget(widget)

    def present(self, rows: Sequence[VisitRow], hits: Sequence[HitView], nothing: EmptyView | None) -> None:
        """Shows visits and hits; `nothing` is said where there are none of both."""
        self._rows.present(rows)
        self._hit_rows.present([HitRow(_key(hit), hit) for hit in hits])
        self._visits_card.setHidden(not rows)
        self._hits_card.setHidden(not hits)
        self._head.setHidden(not hits)
        self.list.updateGeometry()
        self._hits.updateGeometry()
        self._say(None if rows or hits else nothing)

    def focus_first(self) -> bool:
        """Puts the focus on the first list that has rows."""
        for view, count in ((self.list, self._rows.rowCount()), (self._hits, self._hit_rows.rowCount())):
            if count:
                view.setFocus()
                return True
        return False

    def open_first(self) -> None:
        """Opens the first visit, else the first hit."""
        if self._rows.rowCount():
            self.open_visit.emit(SpaceId(id_from_hex(self._rows.key(0))))
        elif self._hit_rows.rowCount():
            self._open_hit(self._hit_rows.key(0))

    def _open_hit(self, key: str) -> None:
        self.open_place.emit(self._hit_rows.rows()[self._hit_rows.place_of(key)].hit.place)

    def _follow(self, view: RowsView) -> None:
        where = view.visualRect(view.currentIndex())
        self.moved.emit(QRect(view.viewport().mapTo(self, where.topLeft()), where.size()))

    def _say(self, view: EmptyView | None) -> None:
        if self._empty is not None:
            self._inside.removeWidget(self._empty)
            self._empty.hide()
            self._empty.deleteLater()
            self._empty = None
        if view is not None:
            self._empty = EmptyState(self._look, view)
            self._empty.acted.connect(self.acted)
            self._inside.addWidget(self._empty)


def _key(hit: HitView) -> str:
    place = hit.place
    return f"{place.space.hex()}/{place.entity.hex()}/{place.field}"
