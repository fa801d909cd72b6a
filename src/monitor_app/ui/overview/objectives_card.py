"""Objectives of a visit: ticked off as they are done; the lead adds and takes out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from monitor_app.actions.objectives import Objective
from monitor_app.ui.look import Look
from monitor_app.ui.overview.tick import Tick
from monitor_app.ui.parts import Button, Card, Label, Line, row


class ObjectivesCard(QWidget):
    """Signals: `ticked(id, done)`; `added(text)`; `removed(id)`."""

    ticked = Signal(object, bool)
    added = Signal(str)
    removed = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        words = look.words
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._card = Card(look, gap=4)
        outer.addWidget(self._card)
        self._count = Label("", "support", "text2")
        self._card.inside.addLayout(row(look, Label(words("Objectives"), "panel"), None, self._count))
        self._none = Label("", "support", "text2", wrap=True)
        self._card.inside.addWidget(self._none)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._card.inside.addLayout(self._list)
        self._line = Line(look, words("Another objective"), height=44)
        self._line.setAccessibleName(words("Another objective"))
        self._line.returnPressed.connect(self._add)
        self._button = Button(look, words("Add"), "plus", height=44)
        self._button.setAccessibleName(words("Add the objective"))
        self._button.clicked.connect(self._add)
        self._adding = QWidget()
        adding = row(look, self._line, self._button)
        adding.setStretchFactor(self._line, 1)
        self._adding.setLayout(adding)
        self._card.inside.addWidget(self._adding)
        self._rows: list[QWidget] = []
        self._shown: object = None

    def present(self, objectives: tuple[Objective, ...], *, may_change: bool) -> None:
        """Shows the objectives; only the lead changes them."""
        words = self._look.words
        self._adding.setVisible(may_change)
        self.setHidden(not objectives and not may_change)
        if (objectives, may_change) == self._shown:
            return
        self._shown = (objectives, may_change)
        done = sum(1 for one in objectives if one.done)
        self._count.setText(words("{done} of {whole} done", done=done, whole=len(objectives)) if objectives else "")
        self._none.setText("" if objectives else words("No objective yet."))
        self._none.setHidden(bool(objectives))
        for widget in self._rows:
            self._list.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._rows = [self._made(one, may_change) for one in objectives]
        for widget in self._rows:
            self._list.addWidget(widget)

    def typed(self) -> str:
        """What is typed and not added yet."""
        return self._line.text().strip()

    def _made(self, one: Objective, may_change: bool) -> QWidget:
        look, words = self._look, self._look.words
        made = QWidget()
        tick = Tick(look, one.text, on=one.done, writable=may_change)
        tick.clicked.connect(lambda on, key=one.id: self.ticked.emit(key, on))
        inside = row(look, tick)
        inside.setStretchFactor(tick, 1)
        if may_change:
            out = Button(look, words("Take out this objective"), "x", rank="quiet", height=44, icon_only=True)
            out.clicked.connect(lambda _=False, key=one.id: self.removed.emit(key))
            inside.addWidget(out)
        made.setLayout(inside)
        return made

    def _add(self) -> None:
        text = self.typed()
        if text:
            self._line.clear()
            self.added.emit(text)
