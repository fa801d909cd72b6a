"""Boxes: a recommendation, the classification on the cover, the place of the signature."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportlab.platypus import Flowable, KeepTogether, TableStyle

from monitor_app.reports.fonts import SANS
from monitor_app.reports.pages.look import ACCENT, ALARM, BOX
from monitor_app.reports.pages.table import Rows
from monitor_app.reports.pages.text import Text

_EVERY: list[Any] = [("FONT", (0, 0), (-1, -1), SANS, 8.7), ("VALIGN", (0, 0), (-1, -1), "TOP")]


def recommendation_box(number: Text, body: Sequence[Text], indent: float, width: float) -> Flowable:
    """Number and text on a tint with a bar at the left, in the text column. Never split, unless longer than a page."""
    inner = width - indent
    table = Rows(
        [["", number, list(body)]],
        colWidths=[indent, 48, inner - 48],
        style=TableStyle(
            [
                *_EVERY,
                ("BACKGROUND", (1, 0), (-1, -1), BOX),
                ("LINEBEFORE", (1, 0), (1, -1), 2.4, ACCENT),
                ("LEFTPADDING", (0, 0), (-1, -1), 0),
                ("LEFTPADDING", (1, 0), (1, -1), 11),
                ("LEFTPADDING", (2, 0), (2, -1), 1),
                ("RIGHTPADDING", (0, 0), (-1, -1), 0),
                ("RIGHTPADDING", (2, 0), (2, -1), 12),
                ("TOPPADDING", (0, 0), (-1, -1), 5),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 7),
            ]
        ),
        hAlign="LEFT",
        spaceBefore=0,
        spaceAfter=6,
    )
    return KeepTogether([table])


def alarm_box(texts: Sequence[Text], width: float) -> Rows:
    """A box outlined in red: who may read this."""
    return Rows(
        [[list(texts)]],
        colWidths=[width],
        style=TableStyle(
            [
                *_EVERY,
                ("BOX", (0, 0), (-1, -1), 0.8, ALARM),
                ("LEFTPADDING", (0, 0), (-1, -1), 12),
                ("RIGHTPADDING", (0, 0), (-1, -1), 12),
                ("TOPPADDING", (0, 0), (-1, -1), 8),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 9),
            ]
        ),
        hAlign="LEFT",
    )


def side_by_side(left: Sequence[Flowable], right: Sequence[Flowable], width: float, right_width: float) -> Rows:
    """Two columns without lines; the right one at the right margin."""
    return Rows(
        [[list(left), list(right)]],
        colWidths=[width - right_width, right_width],
        style=TableStyle(
            [
                *_EVERY,
                ("LEFTPADDING", (0, 0), (-1, -1), 0),
                ("RIGHTPADDING", (0, 0), (-1, -1), 0),
                ("TOPPADDING", (0, 0), (-1, -1), 0),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
            ]
        ),
        hAlign="LEFT",
    )
