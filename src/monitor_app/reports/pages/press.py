"""Press: what every section needs to set its text: content, words, styles, page, paragraph numbers, headings so far."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import count

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import CondPageBreak, Flowable, PageBreak

from monitor_app.base import Words
from monitor_app.reports.content import WITHHELD, ReportContent, Shown
from monitor_app.reports.pages.look import ACCENT, Styles, styles
from monitor_app.reports.pages.measure import Measure
from monitor_app.reports.pages.node import LIST_ITEM
from monitor_app.reports.pages.text import Heading, Text
from monitor_app.reports.typography import markup, prepared

_ROOM = 110.0


@dataclass(frozen=True, slots=True)
class Press:
    """Sets text in the language of `words`. Paragraph numbers run through the whole report, in the order of setting;
    `headings` collects what the contents page lists."""

    content: ReportContent
    words: Words
    measure: Measure
    styles: Styles
    numbers: Iterator[int] = field(default_factory=lambda: count(1))
    headings: list[Heading] = field(default_factory=list)

    @property
    def width(self) -> float:
        """The full width between the margins."""
        return self.measure.text_width

    def speaking(self, words: Words) -> Press:
        """The same press for a section in another language."""
        return replace(self, words=words)

    def markup(self, plain: str) -> str:
        """Plain text as paragraph markup."""
        return markup(plain, self.words.language)

    def text(self, plain: str, style: ParagraphStyle) -> Text:
        """A paragraph of plain text."""
        return Text(self.markup(plain), style)

    def cell(self, plain: str) -> Text:
        """A table cell."""
        return self.text(plain, self.styles.cell)

    def bold(self, plain: str) -> Text:
        """A table cell that names its row."""
        return self.text(plain, self.styles.cell_bold)

    def head(self, *plain: str) -> list[Text]:
        """The head of a table."""
        return [self.text(one, self.styles.head) for one in plain]

    def figure(self, value: Shown) -> Text:
        """A number, "< 5", a withheld count or a dash, at the right of its cell."""
        slate = isinstance(value, str) and value in (WITHHELD, "–")
        if value is None:
            said = "–"
        elif isinstance(value, int):
            said = self.words.number(value)
        elif slate:
            said = self.words("withheld")
        else:
            said = value
        style = self.styles.cell_right
        coloured = f'<font color="#55606E">{self.markup(said)}</font>' if slate or value is None else self.markup(said)
        return Text(coloured, style)

    def paragraph(self, plain: str) -> Text:
        """A paragraph of the text column with its running number in the margin."""
        return Text(self.markup(plain), self.styles.numbered, str(next(self.numbers)))

    def item(self, marked: str) -> Text:
        """A bullet of the text column; takes markup."""
        return Text(marked, self.styles.bullet, "•", node=LIST_ITEM)

    def fresh_page(self) -> list[Flowable]:
        """Begins a page; in the short report of a visit that did not take place all follows on without one."""
        return [] if self.content.cover.outcome.kind in ("refused", "cancelled") else [PageBreak()]

    def section(self, title: str, key: str, mark: str = "") -> list[Flowable]:
        """A heading of the first level; `mark` is its number."""
        title = prepared(title, self.words.language)
        shown = f"{mark}\u00a0\u00a0{title}" if mark else title
        return self._heading(shown, self.styles.h1, 0, key, "")

    def part(self, title: str, key: str, *, indented: bool = True, room: float = _ROOM) -> list[Flowable]:
        """A heading of the second level."""
        style = self.styles.h2_indented if indented else self.styles.h2
        return self._heading(prepared(title, self.words.language), style, 1, key, "", room)

    def finding_title(self, title: str, key: str, mark: str) -> Heading:
        """The heading of a finding; it stands in the table of its facts."""
        plain = prepared(title, self.words.language)
        heading = Heading(self.markup(title), self.styles.h3, level=2, key=key, title=plain, mark=mark)
        self.headings.append(heading)
        return heading

    def _heading(
        self, title: str, style: ParagraphStyle, level: int, key: str, mark: str, room: float = _ROOM
    ) -> list[Flowable]:
        heading = Heading(self.markup(title), style, level=level, key=key, title=title, mark=mark)
        self.headings.append(heading)
        return [CondPageBreak(room), heading]

    def link(self, plain: str, key: str) -> str:
        """Markup that leads to the heading with that key."""
        return f'<a href="#{key}" color="#{ACCENT.hexval()[2:]}">{self.markup(plain)}</a>'

    def finding_link(self, number: int) -> str:
        """Markup "finding F4" that leads there; plain where the report holds no such finding."""
        said = self.words("finding F{number}", number=number)
        known = any(item.number == number for theme in self.content.themes for item in theme.findings)
        return self.link(said, finding_key(number)) if known else self.markup(said)


def finding_key(number: int) -> str:
    """The key of a finding's heading."""
    return f"finding-{number}"


def press_for(content: ReportContent, words: Words, page: Measure) -> Press:
    """A press at the start of a report."""
    return Press(content, words, page, styles(page.indent))
