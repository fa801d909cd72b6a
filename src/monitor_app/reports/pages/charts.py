"""Charts, drawn by hand: horizontal stacked bars with the number in each bar and the total at its end.

No axis, no grid, no percentage. Source: report design, section 2, "Charts".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable

from monitor_app.reports.content import JUDGEMENTS, Judgement
from monitor_app.reports.fonts import SANS, SANS_BOLD
from monitor_app.reports.pages.canvas import ReportCanvas
from monitor_app.reports.pages.look import FAINT, INK, JUDGEMENT, SLATE, WHITE
from monitor_app.reports.pages.node import Node
from monitor_app.reports.pages.text import Text

_LABEL = 132.0
_END = 30.0
_BAR = 12.0
_PITCH = 21.4
_LEGEND = 22.0
_NARROWEST = 9.0


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its label and the counts in the order of JUDGEMENTS."""

    label: Text
    counts: tuple[int, int, int, int, int]


class StackedBars(Flowable):
    """Bars under a legend; all bars share one scale. `node` says every number in words."""

    def __init__(self, bars: Sequence[Bar], legend: Sequence[str], node: Node) -> None:
        super().__init__()
        self.bars = bars
        self.legend = legend
        self.node = node
        self.spaceAfter = 8

    def wrap(self, wide: float, high: float) -> tuple[float, float]:
        self.width = wide
        self.pitches = [max(_PITCH, bar.label.wrap(_LABEL - 10, high)[1] + 6) for bar in self.bars]
        self.rows = self._legend_rows(wide)
        self.height = _LEGEND * len(self.rows) + sum(self.pitches)
        return self.width, self.height

    def _legend_rows(self, wide: float) -> list[list[tuple[float, int]]]:
        """Rows of (x, index): above the bars where it fits, from further left where a language needs more room."""
        taken = [26 + stringWidth(word, SANS, 8.7) for word in self.legend]
        start = max(0.0, min(_LABEL, wide - sum(taken) + 14))
        rows: list[list[tuple[float, int]]] = [[]]
        x = start
        for index, one in enumerate(taken):
            if x > start and x + one - 14 > wide:
                rows.append([])
                x = start
            rows[-1].append((x, index))
            x += one
        return rows

    def _drawOn(self, canv: ReportCanvas) -> None:
        with canv.tagged(self.node):
            y = self.height
            for row in self.rows:
                y -= _LEGEND
                for x, index in row:
                    self._swatch(canv, JUDGEMENTS[index], x, y + 9, 8.4, 8.4)
                    canv.setFillColor(INK)
                    canv.setFont(SANS, 8.7)
                    canv.drawString(x + 12, y + 10.2, self.legend[index])
            widths = self._widths()
            for bar, pitch, parts in zip(self.bars, self.pitches, widths, strict=True):
                y -= pitch
                self._bar(canv, bar, y + (pitch - _BAR) / 2, parts)

    def _widths(self) -> list[list[float]]:
        """The width of every part. A part keeps room for its number, so small counts are drawn a little too wide."""
        room = self.width - _LABEL - _END
        most = max((sum(bar.counts) for bar in self.bars), default=0) or 1
        scale = room / most
        for _ in range(8):
            parts = [[max(n * scale, _least(n)) if n else 0.0 for n in bar.counts] for bar in self.bars]
            widest = max((sum(part) for part in parts), default=0.0)
            if widest <= room:
                break
            scale *= room / widest
        return parts

    def _bar(self, canv: ReportCanvas, bar: Bar, y: float, parts: list[float]) -> None:
        bar.label.drawOn(canv, 0, y + _BAR / 2 - bar.label.height / 2)
        x = _LABEL
        for judgement, count, wide in zip(JUDGEMENTS, bar.counts, parts, strict=True):
            if not count:
                continue
            self._swatch(canv, judgement, x, y, wide - 0.8, _BAR)
            canv.setFillColor(WHITE if judgement == "not_met" else INK)
            canv.setFont(SANS_BOLD, 7.9)
            canv.drawCentredString(x + (wide - 0.8) / 2, y + 3.4, str(count))
            x += wide
        canv.setFillColor(SLATE)
        canv.setFont(SANS, 7.9)
        canv.drawString(x + 5, y + 3.4, str(sum(bar.counts)))

    @staticmethod
    def _swatch(canv: ReportCanvas, judgement: Judgement, x: float, y: float, wide: float, high: float) -> None:
        outlined = judgement == "not_assessed"
        canv.setFillColor(JUDGEMENT[judgement])
        canv.setStrokeColor(FAINT)
        canv.setLineWidth(0.6)
        inset = 0.3 if outlined else 0.0
        canv.rect(x + inset, y + inset, wide - 2 * inset, high - 2 * inset, stroke=int(outlined), fill=1)


def _least(count: int) -> float:
    return max(_NARROWEST, stringWidth(str(count), SANS_BOLD, 7.9) + 5)
