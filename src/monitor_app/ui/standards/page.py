"""The standards page: sources at the left, their provisions in the middle, one in full at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from monitor_app.actions.known_library import KnownLibrary, known_library
from monitor_app.actions.provisions import confirm_provision
from monitor_app.base import Problem
from monitor_app.ui.desk import Changed, Desk
from monitor_app.ui.facilities.text_rows import text_list
from monitor_app.ui.parts import (
    Choice,
    ChoiceView,
    Option,
    RowsView,
    column,
    line,
    message_of,
    row,
)
from monitor_app.ui.shell import KeyHint
from monitor_app.ui.standards.confirm_form import Confirmation, ConfirmForm
from monitor_app.ui.standards.provision_panel import ProvisionPanel
from monitor_app.ui.standards.shelf import Shelf
from monitor_app.ui.standards.view import (
    Way,
    head_view,
    provision_rows,
    provision_view,
    provisions_for,
    source_rows,
)
from monitor_app.ui.topbar import Where
from monitor_app.ui.visits.beside import Beside

LIST_WIDTH = 300


class StandardsPage(QWidget):
    """Signal: `written(changes)` when a provision was confirmed."""

    written = Signal(object)

    def __init__(self, desk: Desk, provision: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._known = KnownLibrary(desk.library, False)
        self._way: Way = "instruments"
        self._source = next(iter(desk.library.instruments), "")
        self._provision = ""
        self._form: ConfirmForm | None = None
        look, words = desk.look, desk.words
        self.setObjectName("page")
        self.setAccessibleName(words("Standards"))
        self._ways = Choice(look, height=40)
        options = (Option("instruments", words("Instruments")), Option("topics", words("Topics")))
        self._ways.present(ChoiceView(words("Browse by"), options, self._way))
        self._ways.chosen.connect(self._change_way)
        self._sources, self._source_rows = text_list(look, words("Instruments and topics"))
        self._sources.moved.connect(self._choose_source)
        self._sources.opened.connect(self._choose_source)
        self._shelf = Shelf(look)
        self._shelf.asked.connect(self._search)
        self._shelf.chosen.connect(self._choose)
        self._shelf.opened.connect(self._open)
        self._panel = ProvisionPanel(look)
        self._panel.confirm_asked.connect(self._begin_confirming)
        self._lay_out()
        shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(self._shelf.find_line.take_focus)
        self._present()
        if provision:
            self.show_provision(provision)

    def where(self) -> Where:
        """What the top bar says."""
        return Where(self._desk.words("Standards"))

    def key_hints(self) -> list[KeyHint]:
        """The keys of this page."""
        return [KeyHint("Ctrl+F", self._desk.words("find a provision"))]

    def refresh(self) -> None:
        """Reads the corrections anew."""
        library = self._desk.library
        self._desk.clerk.ask(self, lambda vault: known_library(vault, library), self._show, self._say)

    def changed(self, changes: Changed) -> None:
        """Something was written: what is shown may have changed."""
        if self.isVisible():
            self.refresh()

    def show_provision(self, key: str) -> None:
        """Opens a provision among those of its instrument."""
        found = self._known.library.find(key)
        if found is not None:
            self._shelf.find_line.clear()
            self._way, self._source, self._provision = "instruments", found.instrument, key
            self._present()
            self._sources.scrollTo(self._sources.currentIndex(), RowsView.ScrollHint.PositionAtCenter)
            self._shelf.scroll_to_chosen()

    def regions(self) -> list[QWidget]:
        """What F6 visits."""
        return [self._left, self._shelf, self._panel]

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def _lay_out(self) -> None:
        look, words = self._desk.look, self._desk.words
        px = look.px
        self._left = QWidget()
        self._left.setObjectName("side")
        self._left.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._left.setFixedWidth(px(LIST_WIDTH))
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, px(12), 0, 0)
        left.setSpacing(px(10))
        ways = row(look, self._ways)
        ways.setContentsMargins(px(14), 0, px(14), 0)
        left.addLayout(ways)
        left.addLayout(column(look, line(), self._sources, gap=0), 1)
        both = QWidget()
        across = QHBoxLayout(both)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self._left)
        across.addWidget(line(upright=True))
        across.addWidget(self._shelf, 1)
        self._beside = Beside(look, both, self._panel, words("The provision in full"), "book-open", width=340)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._beside)

    def _show(self, known: KnownLibrary) -> None:
        self._known = known
        self._present()

    def _present(self) -> None:
        library, words, asked = self._known.library, self._desk.words, self._shelf.find_line.text().strip()
        self._source_rows.present(source_rows(library, self._way, words))
        self._sources.choose("" if asked else self._source)
        found = provisions_for(library, self._way, self._source, asked, words)
        cite = bool(asked) or self._way == "topics"
        rows = provision_rows(library, found, words, cite=cite)
        if self._provision not in {one.key for one in found}:
            self._provision = found[0].key if found else ""
        head = head_view(library, self._way, self._source, asked, len(found), words)
        self._shelf.present(head, rows, self._provision)
        self._present_provision()

    def _present_provision(self) -> None:
        if self._form is None:
            view = provision_view(self._known.library, self._provision, self._desk.words)
            self._panel.present(view, may_confirm=self._known.may_confirm)

    def _search(self, asked: str) -> None:
        if asked:
            self._provision = ""
        self._present()
        self._shelf.scroll_to_chosen()

    def _change_way(self, way: str) -> None:
        self._way = "topics" if way == "topics" else "instruments"
        library = self._known.library
        self._source = next(iter(library.sorting.topics if self._way == "topics" else library.instruments), "")
        self._shelf.find_line.clear()
        self._present()

    def _choose_source(self, key: str) -> None:
        self._source = key
        self._shelf.find_line.clear()
        self._present()

    def _choose(self, key: str) -> None:
        self._stop_confirming()
        self._provision = key
        self._present_provision()

    def _open(self, key: str) -> None:
        self._choose(key)
        self._beside.show_side()

    def _begin_confirming(self, key: str) -> None:
        provision = self._known.library.find(key)
        if provision is None:
            return
        self._form = ConfirmForm(self._desk.look, provision, self._known.library.cite(key, self._desk.words.language))
        self._form.asked.connect(self._confirm)
        self._form.left.connect(self._stop_confirming)
        self._panel.put(self._form)
        self._form.focus_first()

    def _stop_confirming(self) -> None:
        if self._form is not None:
            self._form = None
            self._panel.forget()
            self._present_provision()

    def _confirm(self, found: Confirmation) -> None:
        def done(changes: object) -> None:
            self._stop_confirming()
            self.written.emit(changes)
            self.refresh()

        form = self._form
        self._desk.clerk.ask(
            self,
            lambda vault: confirm_provision(vault, found.key, found.source, found.correction, found.french_confirmed),
            done,
            form.say if form is not None else self._say,
        )

    def _say(self, problem: Problem) -> None:
        self._shelf.message.present(message_of(problem, self._desk.words))
