"""Tables with ruled rows: a heavy line above, a head that is repeated, hairlines between rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportlab.platypus import Flowable, Table, TableStyle

from monitor_app.reports.fonts import SANS
from monitor_app.reports.pages.look import ACCENT, HAIRLINE, RULE, TINT

_WHOLE_ROW = 560.0
"""A row up to this height is never split: it fits on any page under a repeated head."""

Cell = Flowable | Sequence[Flowable] | str


class Rows(Table):
    """A table that moves a row to the next page rather than split it, unless the row is longer than a page."""

    _calc: Any
    _rowHeights: Any

    def split(self, wide: float, high: float) -> list[Any]:
        self._calc(wide, high)
        following = self._rowHeights[self.repeatRows :]
        self.splitInRow = int(bool(following) and following[0] > _WHOLE_ROW)
        return list(super().split(wide, high))


def ruled(
    head: Sequence[Cell],
    rows: Sequence[Sequence[Cell]],
    shares: Sequence[float],
    width: float,
    *,
    bands: Sequence[int] = (),
    middle: bool = False,
) -> Rows:
    """A table `width` points wide, its columns in proportion to `shares`. `bands`: indices of rows that are one cell
    over the whole width, tinted. A row longer than a page is continued on the next."""
    first = 1 if head else 0
    commands: list[Any] = [
        ("FONT", (0, 0), (-1, -1), SANS, 8.7),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE" if middle else "TOP"),
        ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 9),
        ("TOPPADDING", (0, 0), (-1, -1), 3.6),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 4.4),
        ("LINEABOVE", (0, 0), (-1, 0), 1.2, ACCENT),
        ("LINEBELOW", (0, first), (-1, -1), 0.4, HAIRLINE),
        ("LINEBELOW", (0, -1), (-1, -1), 0.7, RULE),
    ]
    if head:
        commands.append(("LINEBELOW", (0, 0), (-1, 0), 0.7, RULE))
    for band in bands:
        row = band + first
        commands += [("BACKGROUND", (0, row), (-1, row), TINT), ("SPAN", (0, row), (-1, row))]
    return _table([list(head), *map(list, rows)] if head else list(map(list, rows)), shares, width, commands, first)


def facts(
    rows: Sequence[tuple[Cell, Cell]], label_width: float, width: float, *, gap: float = 0.0, open_top: bool = False
) -> Rows:
    """Labels and what they stand for, between hairlines: the cover, a finding's head, the signature page."""
    commands: list[Any] = [
        ("FONT", (0, 0), (-1, -1), SANS, 8.7),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 8),
        ("TOPPADDING", (0, 0), (-1, -1), 3.4 + gap),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 4.2 + gap),
        ("LINEBELOW", (0, 0), (-1, -1), 0.4, HAIRLINE),
        ("LINEBELOW", (0, -1), (-1, -1), 0.7, RULE),
    ]
    if open_top:
        commands.append(("LINEBELOW", (0, 0), (-1, 0), 0.7, RULE))
    else:
        commands.append(("LINEABOVE", (0, 0), (-1, 0), 0.7, RULE))
    return _table([list(row) for row in rows], (label_width, width - label_width), width, commands, 0)


def _table(rows: list[list[Cell]], shares: Sequence[float], width: float, commands: list[Any], head: int) -> Rows:
    whole = sum(shares)
    return Rows(
        rows,
        colWidths=[share / whole * width for share in shares],
        style=TableStyle(commands),
        repeatRows=head,
        hAlign="LEFT",
        spaceBefore=2,
        spaceAfter=10,
    )
