"""Small drawn things: severity chip, judgement mark, source dots. Each shape has its word beside or inside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.colors import Color
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable

from monitor_app.reports.content import Judgement
from monitor_app.reports.fonts import SANS, SANS_BOLD
from monitor_app.reports.pages.canvas import ReportCanvas
from monitor_app.reports.pages.look import ACCENT, FAINT, INK, JUDGEMENT, PARTLY_EDGE, SLATE, WHITE
from monitor_app.reports.pages.node import PARAGRAPH, Node
from monitor_app.reports.pages.text import Text

_SIDE = 6.6


class Chip(Flowable):
    """A filled rounded label, white text: the word is in the chip."""

    def __init__(self, word: str, colour: Color) -> None:
        super().__init__()
        self.word = word
        self.colour = colour
        self.node = PARAGRAPH
        self.width = stringWidth(word, SANS_BOLD, 8.2) + 12
        self.height = 13.0

    def wrap(self, wide: float, high: float) -> tuple[float, float]:
        return self.width, self.height

    def _drawOn(self, canv: ReportCanvas) -> None:
        canv.setFillColor(self.colour)
        canv.roundRect(0, 0, self.width, self.height, 2, stroke=0, fill=1)
        canv.setFillColor(WHITE)
        canv.setFont(SANS_BOLD, 8.2)
        with canv.tagged(self.node):
            canv.drawString(6, 3.8, self.word)


class Marked(Flowable):
    """A judgement mark (full, half, crossed, dash, dotted square) before its word."""

    def __init__(self, judgement: Judgement, word: Text) -> None:
        super().__init__()
        self.judgement = judgement
        self.word = word

    def wrap(self, wide: float, high: float) -> tuple[float, float]:
        _, self.height = self.word.wrap(wide - 11, high)
        self.width = wide
        return self.width, self.height

    def _drawOn(self, canv: ReportCanvas) -> None:
        with canv.artifact("Layout"):
            draw_mark(canv, self.judgement, 0, self.height - self.word.style.leading + 2.0)
        self.word.drawOn(canv, 11, 0)


def draw_mark(canvas: ReportCanvas, judgement: Judgement, x: float, y: float) -> None:
    """The mark with its lower left corner at x, y. Without colour the shapes still differ."""
    colour = JUDGEMENT[judgement]
    canvas.saveState()
    canvas.setLineWidth(0.8)
    canvas.setFillColor(colour)
    if judgement == "met":
        canvas.rect(x, y, _SIDE, _SIDE, stroke=0, fill=1)
    elif judgement == "partly":
        canvas.rect(x, y, _SIDE / 2, _SIDE, stroke=0, fill=1)
        canvas.setStrokeColor(PARTLY_EDGE)
        canvas.rect(x + 0.3, y + 0.3, _SIDE - 0.6, _SIDE - 0.6)
    elif judgement == "not_met":
        canvas.setStrokeColor(colour)
        canvas.rect(x + 0.3, y + 0.3, _SIDE - 0.6, _SIDE - 0.6)
        canvas.line(x + 0.6, y + 0.6, x + _SIDE - 0.6, y + _SIDE - 0.6)
        canvas.line(x + 0.6, y + _SIDE - 0.6, x + _SIDE - 0.6, y + 0.6)
    elif judgement == "na":
        canvas.setStrokeColor(FAINT)
        canvas.setLineWidth(1.1)
        canvas.line(x, y + _SIDE / 2, x + _SIDE, y + _SIDE / 2)
    else:
        canvas.setStrokeColor(FAINT)
        canvas.setDash(1, 1.1)
        canvas.rect(x + 0.3, y + 0.3, _SIDE - 0.6, _SIDE - 0.6)
    canvas.restoreState()


@dataclass(frozen=True, slots=True)
class Dot:
    """One kind of source and whether the finding rests on it."""

    word: str
    filled: bool


class SourceDots(Flowable):
    """The kinds of source a finding rests on: a filled dot and bold word, a ring and grey word for the others."""

    _GAP = 12.0
    _LINE = 12.0

    def __init__(self, dots: Sequence[Dot], node: Node) -> None:
        super().__init__()
        self.dots = dots
        self.node = node

    def wrap(self, wide: float, high: float) -> tuple[float, float]:
        self.placed: list[tuple[float, int, Dot]] = []
        x, line = 0.0, 0
        for dot in self.dots:
            taken = 9 + stringWidth(dot.word, SANS_BOLD if dot.filled else SANS, 8.7)
            if x and x + taken > wide:
                x, line = 0.0, line + 1
            self.placed.append((x, line, dot))
            x += taken + self._GAP
        self.width, self.height = wide, (line + 1) * self._LINE
        return self.width, self.height

    def _drawOn(self, canv: ReportCanvas) -> None:
        with canv.tagged(self.node):
            for x, line, dot in self.placed:
                y = self.height - line * self._LINE - 8.6
                canv.setStrokeColor(ACCENT if dot.filled else FAINT)
                canv.setFillColor(ACCENT)
                canv.setLineWidth(0.7)
                canv.circle(x + 2.9, y + 2.9, 2.5, stroke=1, fill=int(dot.filled))
                canv.setFillColor(INK if dot.filled else SLATE)
                canv.setFont(SANS_BOLD if dot.filled else SANS, 8.7)
                canv.drawString(x + 9, y, dot.word)


class MatrixDot(Flowable):
    """A dot or a dash in a table cell: a character, not a drawing, because a table of drawings is read as empty."""

    _LEADING = 11.4

    def __init__(self, filled: bool) -> None:
        super().__init__()
        self.filled = filled
        self.node = PARAGRAPH
        self.width, self.height = 8.0, self._LEADING

    def wrap(self, wide: float, high: float) -> tuple[float, float]:
        return self.width, self.height

    def _drawOn(self, canv: ReportCanvas) -> None:
        with canv.tagged(self.node):
            canv.setFillColor(ACCENT if self.filled else SLATE)
            canv.setFont(SANS_BOLD if self.filled else SANS, 17 if self.filled else 8.7)
            canv.drawString(0, 0 if self.filled else 2.7, "•" if self.filled else "–")
