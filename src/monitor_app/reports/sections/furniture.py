"""Furniture: what stands around the text of every page: running heads, page numbers, the edge line, DRAFT."""

from __future__ import annotations

from collections.abc import Callable

from reportlab.pdfbase.pdfmetrics import stringWidth

from monitor_app.reports.dates import long_days
from monitor_app.reports.fonts import SANS, SANS_BOLD, SERIF_BOLD
from monitor_app.reports.pages.canvas import ReportCanvas
from monitor_app.reports.pages.look import ACCENT, ALARM, FAINT, GHOST, RULE, SLATE
from monitor_app.reports.pages.press import Press
from monitor_app.reports.sections.names import report_state, variant_name
from monitor_app.reports.typography import prepared

_COVER_BAND = 12.0


def first_page(press: Press) -> Callable[[ReportCanvas], None]:
    """The cover: a band at the head, the edge line."""

    def furnish(canvas: ReportCanvas) -> None:
        page = press.measure
        _ghost(press, canvas)
        with canvas.artifact("Layout"):
            canvas.setFillColor(ACCENT)
            canvas.rect(0, page.height - _COVER_BAND, page.width, _COVER_BAND, stroke=0, fill=1)
        _edge(press, canvas)

    return furnish


def later_page(press: Press) -> Callable[[ReportCanvas], None]:
    """All other pages."""

    def furnish(canvas: ReportCanvas) -> None:
        _ghost(press, canvas)
        _head(press, canvas)
        _foot(press, canvas)
        _edge(press, canvas)

    return furnish


def _head(press: Press, canvas: ReportCanvas) -> None:
    page, words, content = press.measure, press.words, press.content
    state = report_state(words, content.state)
    right = "  ·  ".join((variant_name(words, content.variant), *([state] if state else [])))
    days = long_days(words, content.cover.first_date, content.cover.last_date)
    room = page.text_width - stringWidth(right, SANS_BOLD, 8) - 24
    left = _fitted(prepared(content.cover.facility, words.language), f"  ·  {days}", room)
    y = page.height - 42
    with canvas.artifact("Header"):
        canvas.setFont(SANS, 8)
        canvas.setFillColor(SLATE)
        canvas.drawString(page.side, y, left)
        canvas.setFont(SANS_BOLD, 8)
        canvas.setFillColor(ALARM)
        canvas.drawRightString(page.width - page.side, y, prepared(right, words.language))
        canvas.setStrokeColor(RULE)
        canvas.setLineWidth(0.6)
        canvas.line(page.side, y - 7, page.width - page.side, y - 7)


def _foot(press: Press, canvas: ReportCanvas) -> None:
    page, words, content = press.measure, press.words, press.content
    number = words("{number}, version {version}", number=content.number, version=content.version)
    place = words("Page {page} of {total}", page=canvas.getPageNumber(), total=canvas.known.total or "")
    with canvas.artifact("Footer"):
        canvas.setFont(SANS, 8)
        canvas.setFillColor(SLATE)
        canvas.drawString(page.side, 36, prepared(number, words.language))
        canvas.drawRightString(page.width - page.side, 36, prepared(place, words.language))


def _edge(press: Press, canvas: ReportCanvas) -> None:
    page, words, content = press.measure, press.words, press.content
    parts = [variant_name(words, content.variant), f"{content.number} v{content.version}"]
    if content.state != "final":
        parts.append(report_state(words, content.state))
    line = prepared("   ·   ".join(part.upper() if "v" not in part[-3:] else part for part in parts), words.language)
    with canvas.artifact("Watermark"):
        canvas.saveState()
        canvas.translate(page.width - 19, page.height / 2 - 96)
        canvas.rotate(90)
        canvas.setFont(SANS_BOLD, 6.4)
        canvas.setFillColor(FAINT)
        canvas.drawString(0, 0, line, charSpace=0.3)
        canvas.restoreState()


def _ghost(press: Press, canvas: ReportCanvas) -> None:
    """DRAFT across the page, behind the text: only where nothing was signed."""
    page, content = press.measure, press.content
    if content.state == "final":
        return
    word = press.words("DRAFT")
    size = min(150.0, 430.0 / (stringWidth(word, SERIF_BOLD, 1) or 1))
    with canvas.artifact("Watermark"):
        canvas.saveState()
        canvas.translate(page.width / 2, page.height / 2)
        canvas.rotate(52)
        canvas.setFont(SERIF_BOLD, size)
        canvas.setFillColor(GHOST)
        canvas.drawCentredString(0, -size / 3, word)
        canvas.restoreState()


def _fitted(text: str, tail: str, room: float) -> str:
    """The text and its tail in one line; a long text is cut with an ellipsis, never the tail."""
    if stringWidth(text + tail, SANS, 8) <= room:
        return text + tail
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        fits = stringWidth(f"{text[:middle].rstrip()}…{tail}", SANS, 8) <= room
        low, high = (middle, high) if fits else (low, middle - 1)
    return f"{text[:low].rstrip()}…{tail}"
