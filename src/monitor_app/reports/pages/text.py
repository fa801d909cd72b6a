"""Text on the page: paragraphs and headings that carry their node and are broken into lines once, not once a pass."""

from __future__ import annotations

from typing import Any, cast

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph

from monitor_app.reports.pages.canvas import ReportCanvas
from monitor_app.reports.pages.node import PARAGRAPH, Node, Role

_HEADINGS: tuple[Role, ...] = ("H1", "H2", "H3")


class Text(Paragraph):
    """A paragraph. `markup` is prepared text (see typography); `bulletText` stands in the margin or before the text."""

    blPara: Any

    def __init__(
        self,
        markup: str | None,
        style: ParagraphStyle,
        bulletText: str | None = None,  # noqa: N803 (the library hands it on by this name)
        frags: Any = None,
        node: Node = PARAGRAPH,
    ) -> None:
        super().__init__(markup, style, bulletText, frags)  # type: ignore[arg-type]
        self.node = node
        self._broken_at = 0.0

    def wrap(self, wide: float, high: float) -> tuple[float, float]:
        if self._broken_at != wide or not hasattr(self, "blPara"):
            super().wrap(wide, high)
            self._broken_at = wide
        return self.width, self.height

    def split(self, wide: float, high: float) -> list[Any]:
        parts = cast(list[Any], super().split(wide, high))
        for part in parts:
            part.node = self.node
        return parts

    def line_count(self) -> int:
        """How many lines the text takes; known once it is wrapped."""
        return len(self.blPara.lines)

    def last_baseline(self) -> float:
        """How high the baseline of the last line stands above the bottom of the text."""
        return self.height - self.style.fontSize - self.style.leading * max(0, self.line_count() - 1)

    def last_line_width(self) -> float:
        """How far the last line reaches from the left of the text."""
        lines = self.blPara.lines
        if not lines:
            return 0.0
        left = lines[-1][0] if isinstance(lines[-1], tuple) else lines[-1].extraSpace
        return self.width - float(left)

    def _drawOn(self, canv: ReportCanvas) -> None:
        with canv.tagged(self.node):
            super()._drawOn(canv)  # type: ignore[misc]


class Heading(Text):
    """A heading: the same draw writes text, bookmark, destination and outline entry.

    `level` counts from 0; `title` is plain; `mark` is the F-number of a finding, printed elsewhere.
    """

    def __init__(self, markup: str, style: ParagraphStyle, *, level: int, key: str, title: str, mark: str = "") -> None:
        super().__init__(markup, style, node=Node(_HEADINGS[level]))
        self.level = level
        self.key = key
        self.title = title
        self.mark = mark

    def split(self, wide: float, high: float) -> list[Any]:
        return []

    def draw(self) -> None:
        title = f"{self.mark} {self.title}" if self.mark else self.title
        canvas = cast(ReportCanvas, self.canv)
        canvas.note_heading(self.key, title, self.level, self.height + 12)
        super().draw()
