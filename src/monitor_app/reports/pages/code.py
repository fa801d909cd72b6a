"""The QR code of a report, drawn as runs of squares; the text beside it says the same."""

from __future__ import annotations

import segno
from reportlab.platypus import Flowable

from monitor_app.reports.pages.canvas import ReportCanvas
from monitor_app.reports.pages.look import INK
from monitor_app.reports.pages.node import Node


class QrCode(Flowable):
    """A code of `side` points, error correction M, read by the app without a network."""

    def __init__(self, message: str, side: float, node: Node) -> None:
        super().__init__()
        self.rows = [bytes(row) for row in segno.make(message, error="m", micro=False).matrix]
        self.width = self.height = side
        self.node = node

    def wrap(self, wide: float, high: float) -> tuple[float, float]:
        return self.width, self.height

    def _drawOn(self, canv: ReportCanvas) -> None:
        module = self.width / len(self.rows)
        with canv.tagged(self.node):
            canv.setFillColor(INK)
            path = canv.beginPath()
            for line, row in enumerate(self.rows):
                start = None
                for column, dark in enumerate((*row, 0)):
                    if dark and start is None:
                        start = column
                    elif not dark and start is not None:
                        top = self.height - (line + 1) * module
                        path.rect(start * module, top, (column - start) * module, module)
                        start = None
            canv.drawPath(path, stroke=0, fill=1)
