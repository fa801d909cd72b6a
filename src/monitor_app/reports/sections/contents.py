"""The contents page, built from the headings."""

from __future__ import annotations

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, PageBreak, Spacer

from monitor_app.reports.fonts import SANS, SANS_BOLD, SERIF_BOLD
from monitor_app.reports.pages.contents_line import ContentsLine
from monitor_app.reports.pages.look import INK, SLATE
from monitor_app.reports.pages.press import Press
from monitor_app.reports.pages.text import Heading
from monitor_app.reports.typography import markup

_SECTION = ParagraphStyle("toc-1", fontName=SERIF_BOLD, fontSize=10.8, leading=14.5, textColor=INK)
_PART = ParagraphStyle("toc-2", fontName=SANS_BOLD, fontSize=8.9, leading=12.4, textColor=INK)
_FINDING = ParagraphStyle("toc-3", fontName=SANS, fontSize=8.9, leading=12.4, textColor=SLATE)
_FEWEST = 5
_NOT_LISTED = ("summary-", "other-", "outcome-", "signature-")


def contents(press: Press, headings: list[Heading]) -> list[Flowable]:
    """Sections, themes and findings with their pages; left out where a report is so short that it needs none."""
    listed = [one for one in headings if not one.key.startswith(_NOT_LISTED)]
    if len(listed) < _FEWEST:
        return []
    title = press.text(press.words("Contents"), press.styles.h1)
    return [PageBreak(), title, Spacer(1, 8), *(_line(press, heading) for heading in listed)]


def _line(press: Press, heading: Heading) -> ContentsLine:
    style, indent, before = (
        (_SECTION, press.measure.indent, 8.5),
        (_PART, press.measure.indent + 14, 3.5),
        (_FINDING, press.measure.indent + 14, 2.0),
    )[heading.level]
    return ContentsLine(heading, markup(heading.title, press.words.language), style, indent, before)
