"""The look of a report: colours and text styles. Source: report design, section 2."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from reportlab.lib.colors import Color, HexColor, white
from reportlab.lib.enums import TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle

from monitor_app.reports.content import Judgement, Severity
from monitor_app.reports.fonts import SANS, SANS_BOLD, SERIF, SERIF_BOLD

INK = HexColor("#1C2430")
ACCENT = HexColor("#1F4D63")
SLATE = HexColor("#55606E")
FAINT = HexColor("#8A939E")
RULE = HexColor("#C3CAD1")
HAIRLINE = HexColor("#DEE3E7")
TINT = HexColor("#F3F5F7")
BOX = HexColor("#E6EEF2")
ALARM = HexColor("#9B2C24")
GOOD = HexColor("#2F6B5C")
GHOST = HexColor("#ECEFF1")
WHITE = white

SEVERITY: dict[Severity, Color] = {
    "critical": HexColor("#7A1712"),
    "serious": HexColor("#A23A2E"),
    "moderate": HexColor("#8A6412"),
    "minor": HexColor("#55606E"),
}
JUDGEMENT: dict[Judgement, Color] = {
    "met": HexColor("#5FA08F"),
    "partly": HexColor("#EBC777"),
    "not_met": HexColor("#8F2A1E"),
    "na": HexColor("#AEB6BF"),
    "not_assessed": WHITE,
}
PARTLY_EDGE = HexColor("#8A6412")


@dataclass(frozen=True, slots=True)
class Styles:
    """Every text style of a report, by what it is for. `indented` styles stand in the text column."""

    h1: ParagraphStyle
    h2: ParagraphStyle
    h2_indented: ParagraphStyle
    h3: ParagraphStyle
    lead: ParagraphStyle
    body: ParagraphStyle
    numbered: ParagraphStyle
    bullet: ParagraphStyle
    step: ParagraphStyle
    cell: ParagraphStyle
    cell_part: ParagraphStyle
    cell_right: ParagraphStyle
    cell_bold: ParagraphStyle
    cell_slate: ParagraphStyle
    head: ParagraphStyle
    head_right: ParagraphStyle
    band: ParagraphStyle
    label: ParagraphStyle
    caption: ParagraphStyle
    figure_title: ParagraphStyle
    recommendation: ParagraphStyle
    number: ParagraphStyle


def styles(indent: float) -> Styles:
    """The styles for a text column that stands `indent` points in."""
    sans = ParagraphStyle("sans", fontName=SANS, fontSize=8.7, leading=11.4, textColor=INK, alignment=TA_LEFT)
    sans.allowWidows = sans.allowOrphans = 0
    serif = ParagraphStyle("serif", fontName=SERIF, fontSize=10, leading=14.4, textColor=INK, alignment=TA_LEFT)
    serif.allowWidows = serif.allowOrphans = 0
    serif.bulletFontName, serif.bulletFontSize = SERIF_BOLD, 10

    def of(name: str, parent: ParagraphStyle, **changes: Any) -> ParagraphStyle:
        return ParagraphStyle(name, parent, **changes)

    heading = of("heading", serif, fontName=SERIF_BOLD, textColor=ACCENT)
    body = of("body", serif, leftIndent=indent, spaceAfter=6)
    bold = of("bold", sans, fontName=SANS_BOLD)
    head = of("head", bold, fontSize=7.9, leading=10.4, textColor=SLATE)
    return Styles(
        h1=of("h1", heading, fontSize=21, leading=25, spaceBefore=22, spaceAfter=12),
        h2=of("h2", heading, fontSize=14, leading=18, spaceBefore=14, spaceAfter=5),
        h2_indented=of("h2i", heading, fontSize=14, leading=18, spaceBefore=14, spaceAfter=5, leftIndent=indent),
        h3=of("h3", heading, fontSize=12, leading=15.5, textColor=INK),
        lead=of("lead", body, fontSize=11.5, leading=16.5, spaceAfter=9),
        body=body,
        numbered=of(
            "numbered",
            body,
            spaceAfter=7,
            bulletIndent=indent - 15,
            bulletAnchor="end",
            bulletFontName=SANS,
            bulletFontSize=7.5,
            bulletColor=SLATE,
        ),
        bullet=of("bullet", body, leftIndent=indent + 13, bulletIndent=indent, spaceAfter=4, bulletColor=ACCENT),
        step=of(
            "step",
            body,
            leftIndent=indent + 17,
            bulletIndent=indent,
            spaceAfter=4,
            bulletColor=ACCENT,
            bulletFontName=SERIF,
        ),
        cell=sans,
        cell_part=of("part", sans, leftIndent=9),
        cell_right=of("right", sans, alignment=TA_RIGHT, rightIndent=7),
        cell_bold=bold,
        cell_slate=of("slate", sans, textColor=SLATE),
        head=head,
        head_right=of("head-right", head, alignment=TA_RIGHT, rightIndent=7),
        band=of("band", bold, textColor=ACCENT, leftIndent=6),
        label=of("label", head, leading=11.4),
        caption=of("caption", sans, fontSize=8, leading=10.5, textColor=SLATE, spaceBefore=2, spaceAfter=8),
        figure_title=of("figure", bold, fontSize=9, leading=12, spaceBefore=8, spaceAfter=4),
        recommendation=of("recommendation", serif),
        number=of("number", heading, fontSize=12.5, leading=15),
    )
