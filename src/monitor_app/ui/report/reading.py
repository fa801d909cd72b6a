"""Reading the report: joins the pages, the buttons over them and the outline to the courier that prints."""

from __future__ import annotations

from PySide6.QtCore import QObject

from monitor_app.base import Problem
from monitor_app.ui.desk import Desk
from monitor_app.ui.parts import EmptyView
from monitor_app.ui.report.frame import Frame
from monitor_app.ui.report.printing import Printed, Printing
from monitor_app.ui.report.showing import Showing
from monitor_app.ui.report.signed import version_of
from monitor_app.ui.report.work import ReportWork


class Reading(QObject):
    """Prints the draft or a signed version, turns and zooms its pages."""

    def __init__(self, desk: Desk, frame: Frame, showing: Showing, work: ReportWork, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._frame = frame
        self._showing = showing
        self._work = work
        self._printing = Printing(desk.courier, self)
        frame.up.clicked.connect(lambda: frame.paper.show_page(frame.paper.page() - 1))
        frame.down.clicked.connect(lambda: frame.paper.show_page(frame.paper.page() + 1))
        frame.smaller.clicked.connect(lambda: frame.paper.zoom_step(-1))
        frame.larger.clicked.connect(lambda: frame.paper.zoom_step(1))
        frame.list.opened.connect(self._go)
        frame.paper.wanted.connect(self._printing.draw)
        frame.paper.turned.connect(lambda _: showing.present_page())
        frame.paper.zoomed.connect(lambda _: showing.present_page())
        frame.signed.shown.connect(self._show_version)
        work.pdf.connect(self._printing.show_pdf)
        self._printing.printed.connect(self._print)
        self._printing.drawn.connect(frame.paper.put)
        self._printing.failed.connect(self._no_pages)

    def print_again(self) -> None:
        """The pages of what is shown now: a signed version, or the draft as it stands."""
        report, showing = self._showing.report, self._showing
        if report is None:
            return
        version = version_of(report.versions, showing.version)
        if version is not None:
            self._work.read_pdf(version.signed)
        else:
            self._printing.render(report.content, showing.print_words(), self._desk.resources)

    def _show_version(self, key: str) -> None:
        self._showing.version = key
        self._frame.show_pages()
        self._showing.present()
        self.print_again()

    def _print(self, printed: Printed) -> None:
        self._showing.printed = printed
        self._frame.show_none(None)
        self._frame.paper.present(printed.sizes)
        self._showing.present()

    def _no_pages(self, problem: Problem) -> None:
        self._showing.printed = None
        self._showing.present()
        said = problem.say(self._desk.words)
        self._frame.show_none(EmptyView(said.happened, f"{said.safe} {said.next}".strip(), "file-text"))

    def _go(self, key: str) -> None:
        place = self._frame.rows.place_of(key)
        if place >= 0:
            self._frame.editor.flush()
            self._frame.show_pages()
            self._frame.paper.show_page(self._frame.rows.rows()[place].page)
            self._frame.list.choose(key)
