"""Sheets to print and put away: a person's recovery sheet, and the three sheets of the organisation.

One page each; no name but the label that is given. Import after `register_fonts`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Spacer, Table, TableStyle

from monitor_app.base import Words
from monitor_app.reports.fonts import SANS, SANS_BOLD
from monitor_app.reports.pages.canvas import ReportCanvas
from monitor_app.reports.pages.document import Information, Layout, build
from monitor_app.reports.pages.look import ACCENT, INK, RULE, SLATE, TINT, Styles, styles
from monitor_app.reports.pages.measure import Measure, PageSize, measure
from monitor_app.reports.pages.node import LIST_ITEM
from monitor_app.reports.pages.text import Heading, Text
from monitor_app.reports.typography import markup, prepared

_GROUP = ParagraphStyle("group", fontName=SANS_BOLD, fontSize=21, leading=26, textColor=INK)
_WORD = ParagraphStyle("word", fontName=SANS_BOLD, fontSize=12.5, leading=16, textColor=INK)
_COUNT = ParagraphStyle("count", fontName=SANS, fontSize=8.5, leading=12, textColor=SLATE)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What both kinds have in common."""

    title: str
    label: str
    lead: str
    grid: Flowable
    steps: tuple[str, ...]
    day: date


def recovery_sheet(
    groups: Sequence[str], words: Words, *, label: str = "", day: date, page_size: PageSize = "letter"
) -> bytes:
    """A person's own sheet: the code in numbered groups (eight of five characters), what it is for, how to keep it."""
    cells = [[Text(str(n), _COUNT), Text(markup(group, words.language), _GROUP)] for n, group in enumerate(groups, 1)]
    page = measure(page_size)
    sheet = _Sheet(
        title=words("Recovery sheet"),
        label=label,
        lead=words(
            "This sheet opens your profile when its passphrase is forgotten. Whoever holds the sheet and the laptop "
            "can read everything in the profile."
        ),
        grid=_grid(cells, 4, page.text_width, across=True),
        steps=(
            words("Keep it on paper, in a closed envelope, away from the laptop."),
            words("Do not photograph it, type it into another device or send it."),
            words("Type the groups only in this app, on the page for a forgotten passphrase."),
            words("The code has no letter I, L, O or U: a round sign is a zero, an upright one is a one."),
            words("If it is lost or somebody saw it, make a new sheet in your profile. This one then opens nothing."),
        ),
        day=day,
    )
    return _printed(sheet, words, page)


def share_sheet(
    share: Sequence[str],
    words: Words,
    *,
    number: int,
    of: int,
    needed: int,
    label: str = "",
    day: date,
    page_size: PageSize = "letter",
) -> bytes:
    """Sheet `number` of the organisation: its words, numbered down the columns; `needed` of the `of` sheets open."""
    cells = [[Text(str(n), _COUNT), Text(markup(word, words.language), _WORD)] for n, word in enumerate(share, 1)]
    page = measure(page_size)
    sheet = _Sheet(
        title=words("Organisation recovery: sheet {number} of {of}", number=number, of=of),
        label=label,
        lead=words(
            "Any {needed} of the {of} sheets together open what the programme has written, and renew its certificates. "
            "One sheet alone opens nothing.",
            needed=needed,
            of=of,
        ),
        grid=_grid(cells, 3, page.text_width, across=False),
        steps=(
            words("Give each sheet to another person, in another place."),
            words("Keep it on paper, in a closed envelope."),
            words("Do not photograph it, type it into another device or send it."),
            words("The words are English in every language of the app. Their order matters."),
            words("If a sheet is lost or somebody saw it, tell the coordinator: the sheets are then made anew."),
        ),
        day=day,
    )
    return _printed(sheet, words, page)


def _grid(cells: Sequence[list[Text]], columns: int, width: float, *, across: bool) -> Table:
    """Numbered cells in columns, read across or down."""
    rows = -(-len(cells) // columns)
    table: list[list[Flowable | str]] = [["", ""] * columns for _ in range(rows)]
    for index, (count, word) in enumerate(cells):
        row, column = divmod(index, columns) if across else (index % rows, index // rows)
        table[row][2 * column : 2 * column + 2] = [count, word]
    pair = width / columns
    padding = 9 if across else 3.4
    return Table(
        table,
        colWidths=[24, pair - 24] * columns,
        style=TableStyle(
            [
                ("FONT", (0, 0), (-1, -1), SANS, 8.7),
                ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
                ("BACKGROUND", (0, 0), (-1, -1), TINT),
                ("BOX", (0, 0), (-1, -1), 0.8, RULE),
                ("LEFTPADDING", (0, 0), (-1, -1), 10),
                ("RIGHTPADDING", (0, 0), (-1, -1), 0),
                ("TOPPADDING", (0, 0), (-1, -1), padding),
                ("BOTTOMPADDING", (0, 0), (-1, -1), padding),
            ]
        ),
        hAlign="LEFT",
    )


def _printed(sheet: _Sheet, words: Words, page: Measure) -> bytes:
    look = styles(0)
    story = _story(sheet, words, look)

    def furnish(canvas: ReportCanvas) -> None:
        with canvas.artifact("Layout"):
            canvas.setFillColor(ACCENT)
            canvas.rect(0, page.height - 12, page.width, 12, stroke=0, fill=1)
        with canvas.artifact("Footer"):
            canvas.setFont(SANS, 8)
            canvas.setFillColor(SLATE)
            made = prepared(words("Made on {day}", day=words.day(sheet.day)), words.language)
            canvas.drawString(page.side, 36, made)

    information = Information(
        title=prepared(sheet.title, words.language),
        author="",
        subject="",
        keywords="",
        language={"en": "en-CA", "fr": "fr-CA"}[words.language],
    )
    return build(sheet.day, story, Layout(page, furnish, furnish), information, lambda canvas: None)


def _story(sheet: _Sheet, words: Words, look: Styles) -> list[Flowable]:
    def text(plain: str, style: ParagraphStyle) -> Text:
        return Text(markup(plain, words.language), style)

    title = prepared(sheet.title, words.language)
    flow: list[Flowable] = [
        Heading(markup(title, words.language), look.h1, level=0, key="sheet", title=title),
    ]
    if sheet.label:
        flow.append(text(sheet.label, look.number))
    flow += [Spacer(1, 10), text(sheet.lead, look.lead), Spacer(1, 12), sheet.grid, Spacer(1, 16)]
    flow.append(text(words("How to keep it"), look.h2))
    for number, step in enumerate(sheet.steps, 1):
        flow.append(Text(markup(step, words.language), look.step, f"{number}.", node=LIST_ITEM))
    return flow
