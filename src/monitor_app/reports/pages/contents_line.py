"""A line of the contents page: title, thin leader, page number; the whole line is one link."""

from __future__ import annotations

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from monitor_app.reports.fonts import SANS
from monitor_app.reports.pages.canvas import ReportCanvas
from monitor_app.reports.pages.look import HAIRLINE, INK
from monitor_app.reports.pages.node import Node
from monitor_app.reports.pages.text import Heading, Text

_NUMBER = 22.0
_MARK = 24.0


class ContentsLine(Flowable):
    """One heading with its page, taken from the pass before. `mark` (F1) hangs before the title."""

    def __init__(self, heading: Heading, title: str, style: ParagraphStyle, indent: float, before: float) -> None:
        super().__init__()
        self.heading = heading
        self.text = Text(title, style, node=Node("TOCI"))
        self.indent = indent
        self.hang = _MARK if heading.mark else 0.0
        self.spaceBefore = before

    def wrap(self, wide: float, high: float) -> tuple[float, float]:
        _, self.height = self.text.wrap(wide - self.indent - self.hang - _NUMBER - 12, high)
        self.width = wide
        return self.width, self.height

    def _drawOn(self, canv: ReportCanvas) -> None:
        style = self.text.style
        left = self.indent + self.hang
        self.text.drawOn(canv, left, 0)
        base = self.text.last_baseline()
        page = str(canv.known.pages.get(self.heading.key, ""))
        with canv.tagged(self.text.node):
            canv.setFillColor(style.textColor)
            if self.heading.mark:
                canv.setFont(style.fontName, style.fontSize)
                canv.drawString(self.indent, base + style.leading * (self.text.line_count() - 1), self.heading.mark)
            canv.setFont(SANS, 8.7)
            canv.setFillColor(INK)
            canv.drawRightString(self.width, base, page)
        with canv.artifact("Layout"):
            start = left + self.text.last_line_width() + 7
            canv.setStrokeColor(HAIRLINE)
            canv.setLineWidth(0.6)
            canv.line(start, base - 0.4, self.width - _NUMBER, base - 0.4)
        canv.linkRect(self.heading.title, self.heading.key, (self.indent, 0, self.width, self.height), relative=1)
