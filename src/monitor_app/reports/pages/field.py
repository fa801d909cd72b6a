"""The signature field: field and widget in one object, in place before anybody signs; its look is only a frame.

The words stand on the page: words inside the appearance are announced by nobody. Split in two objects the field is
read as "not signed" by common readers. Source: report design, sections 3 and 6.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.pdfbase import pdfdoc
from reportlab.platypus import Flowable

from monitor_app.reports.pages.canvas import ReportCanvas
from monitor_app.reports.pages.look import RULE, TINT
from monitor_app.reports.pages.node import Node
from monitor_app.reports.pages.text import Text

FIELD_NAME = "TeamLead"
"""The name signing looks for."""

_INSET = 12.0


class SignatureField(Flowable):
    """A tinted frame with `texts` in it, `indent` in from the margin; over it lies the empty signature field."""

    def __init__(self, texts: Sequence[Text], tooltip: str, indent: float) -> None:
        super().__init__()
        self.texts = texts
        self.tooltip = tooltip
        self.indent = indent
        self.node = Node("Form", tooltip)
        self.spaceBefore = 10
        self.spaceAfter = 8

    def wrap(self, wide: float, high: float) -> tuple[float, float]:
        room = wide - self.indent - 2 * _INSET
        self.heights = [text.wrap(room, high)[1] for text in self.texts]
        self.width, self.height = wide, max(50.0, sum(self.heights) + 18)
        return self.width, self.height

    def _drawOn(self, canv: ReportCanvas) -> None:
        with canv.artifact("Layout"):
            canv.setFillColor(TINT)
            canv.rect(self.indent, 0, self.width - self.indent, self.height, stroke=0, fill=1)
        y = self.height - 8
        for text, high in zip(self.texts, self.heights, strict=True):
            y -= high
            text.drawOn(canv, self.indent + _INSET, y)
        with canv.tagged(self.node):
            self._add_field(canv)

    def _add_field(self, canv: ReportCanvas) -> None:
        left, bottom = canv.absolutePosition(self.indent, 0)
        right, top = canv.absolutePosition(self.width, self.height)
        wide, high = right - left, top - bottom
        frame = pdfdoc.PDFStream(
            dictionary=pdfdoc.PDFDictionary(
                {
                    "Type": pdfdoc.PDFName("XObject"),
                    "Subtype": pdfdoc.PDFName("Form"),
                    "BBox": pdfdoc.PDFArray([0, 0, round(wide, 2), round(high, 2)]),
                    "Resources": pdfdoc.PDFDictionary({}),
                }
            ),
            content=_frame(wide, high),
        )
        canv.add_signature_field(
            {
                "Type": pdfdoc.PDFName("Annot"),
                "Subtype": pdfdoc.PDFName("Widget"),
                "FT": pdfdoc.PDFName("Sig"),
                "T": pdfdoc.PDFString(FIELD_NAME),
                "TU": pdfdoc.PDFString(self.tooltip),
                "F": 4,
                "Rect": pdfdoc.PDFArray([round(left, 2), round(bottom, 2), round(right, 2), round(top, 2)]),
            },
            frame,
        )


def _frame(wide: float, high: float) -> str:
    red, green, blue = RULE.rgb()
    return f"q {red:.3f} {green:.3f} {blue:.3f} RG 0.8 w 0.4 0.4 {wide - 0.8:.2f} {high - 0.8:.2f} re S Q"
