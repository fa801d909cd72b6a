"""Pictures: the pages of a PDF as pixels, in memory, one at a time. Nothing touches the disk."""

from __future__ import annotations

from dataclasses import dataclass
from types import TracebackType

from pypdfium2 import PdfDocument

from monitor_app.base import Problem
from monitor_app.base.problems import reports as problems
from monitor_app.reports.hostile import HOSTILE

_WIDEST = 4000
_TALLEST = 12000


@dataclass(frozen=True, slots=True)
class PageImage:
    """Pixels of one page: 4 bytes each, blue, green, red, unused; rows from the top without gaps (`width` * 4 bytes).
    What Qt calls Format_RGB32."""

    width: int
    height: int
    bgrx: bytes


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """A heading and the page it stands on, counted from 0; `level` from 0."""

    title: str
    level: int
    page: int


class PageImages:
    """The pages of one PDF. For one thread at a time, and to be closed; raises Problem where a page cannot be drawn."""

    def __init__(self, pdf: bytes) -> None:
        try:
            self._document = PdfDocument(pdf)
            self._document.init_forms()
            self.count = len(self._document)
        except HOSTILE:
            raise Problem(problems.NO_PAGES) from None

    def __enter__(self) -> PageImages:
        return self

    def __exit__(self, kind: type[BaseException] | None, value: object, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Frees the library's memory. No page can be drawn after it."""
        self._document.close()

    def size(self, index: int) -> tuple[float, float]:
        """Width and height of a page in points."""
        try:
            wide, high = self._document.get_page_size(index)
        except HOSTILE:
            raise Problem(problems.NO_PAGES) from None
        return float(wide), float(high)

    def page(self, index: int, width_px: int) -> PageImage:
        """One page, `width_px` pixels wide (4000 at most), its height by its own proportion."""
        wide, high = self.size(index)
        if wide <= 0 or high <= 0:
            raise Problem(problems.NO_PAGES)
        scale = min(max(1, width_px), _WIDEST, _TALLEST * wide / high) / wide
        try:
            page = self._document[index]
            bitmap = page.render(scale=scale, prefer_bgrx=True, rev_byteorder=False)
            row = bitmap.width * 4
            data = bytes(bitmap.buffer)
            if bitmap.stride != row:
                data = b"".join(data[at : at + row] for at in range(0, bitmap.stride * bitmap.height, bitmap.stride))
            image = PageImage(bitmap.width, bitmap.height, data)
            bitmap.close()
            page.close()
        except HOSTILE:
            raise Problem(problems.NO_PAGES) from None
        return image

    def outline(self) -> tuple[OutlineEntry, ...]:
        """Every heading with its page."""
        found = []
        try:
            for mark in self._document.get_toc():
                target = mark.get_dest()
                page = target.get_index() if target is not None else None
                if page is not None:
                    found.append(OutlineEntry(str(mark.get_title()), int(mark.level), int(page)))
        except HOSTILE:
            raise Problem(problems.NO_PAGES) from None
        return tuple(found)


def outline_of(pdf: bytes) -> tuple[OutlineEntry, ...]:
    """The headings of a PDF with their pages."""
    with PageImages(pdf) as pages:
        return pages.outline()


def page_of_finding(entries: tuple[OutlineEntry, ...], number: int) -> int | None:
    """The page (from 0) on which finding `number` begins."""
    return next((one.page for one in entries if one.title.startswith(f"F{number} ")), None)
