"""Printing for the eye: the courier renders the PDF and draws its pages, in memory, each when it is looked at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from monitor_app import reports
from monitor_app.base import Problem, Resources, Words
from monitor_app.ui.background import Courier

if TYPE_CHECKING:
    from monitor_app.reports import OutlineEntry, PageImage, PageImages


@dataclass(frozen=True, slots=True)
class Printed:
    """A PDF ready to be drawn: page sizes in points, and its headings."""

    sizes: tuple[tuple[float, float], ...]
    outline: tuple[OutlineEntry, ...]


class _Sheets:
    """What the courier holds between errands. Touched on its thread only."""

    def __init__(self) -> None:
        self.pages: PageImages | None = None

    def put(self, pdf: bytes) -> Printed:
        fresh = reports.render_pages(pdf)
        self.close()
        self.pages = fresh
        return Printed(tuple(fresh.size(index) for index in range(fresh.count)), fresh.outline())

    def draw(self, index: int, width_px: int) -> PageImage | None:
        if self.pages is None or index >= self.pages.count:
            return None
        return self.pages.page(index, width_px)

    def close(self) -> None:
        if self.pages is not None:
            self.pages.close()
            self.pages = None


class Printing(QObject):
    """Signals: `printed(Printed)`; `drawn(index, width_px, QImage)`; `failed(Problem)`. What comes of an earlier PDF is
    dropped."""

    printed = Signal(object)
    drawn = Signal(int, int, QImage)
    failed = Signal(object)

    def __init__(self, courier: Courier, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._courier = courier
        self._sheets = _Sheets()
        self._turn = 0
        sheets = self._sheets
        self.destroyed.connect(lambda: courier.send(None, sheets.close))

    def render(self, content: reports.ReportContent, words: Words, resources: Resources) -> None:
        """The draft of a content; `words` speak its language."""
        sheets = self._sheets
        self._send(lambda: sheets.put(reports.render(content, words, resources, check_phrase="")))

    def show_pdf(self, pdf: bytes) -> None:
        """A PDF that exists: a signed version."""
        sheets = self._sheets
        self._send(lambda: sheets.put(pdf))

    def draw(self, index: int, width_px: int) -> None:
        """One page, as wide as it will be seen."""
        turn, sheets = self._turn, self._sheets

        def take(image: PageImage | None) -> None:
            if image is not None and turn == self._turn:
                self.drawn.emit(index, width_px, _picture(image))

        self._courier.send(self, lambda: sheets.draw(index, width_px), take, self._fail(turn))

    def _send(self, make: Callable[[], Printed]) -> None:
        self._turn += 1
        turn = self._turn

        def take(printed: Printed) -> None:
            if turn == self._turn:
                self.printed.emit(printed)

        self._courier.send(self, make, take, self._fail(turn))

    def _fail(self, turn: int) -> Callable[[Problem], None]:
        return lambda problem: self.failed.emit(problem) if turn == self._turn else None


def _picture(image: PageImage) -> QImage:
    picture = QImage(image.bgrx, image.width, image.height, image.width * 4, QImage.Format.Format_RGB32)
    return picture.copy()
