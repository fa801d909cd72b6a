"""The cover. Nobody on the team is named; the signer's name stands on the last page only."""

from __future__ import annotations

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Spacer

from monitor_app.reports.content import Cover, TeamMember
from monitor_app.reports.dates import long_day, long_days
from monitor_app.reports.fonts import SANS, SANS_BOLD, SERIF, SERIF_BOLD
from monitor_app.reports.pages.boxes import alarm_box
from monitor_app.reports.pages.look import ACCENT, ALARM, INK, SLATE
from monitor_app.reports.pages.press import Press
from monitor_app.reports.pages.table import Cell, facts
from monitor_app.reports.pages.text import Text
from monitor_app.reports.sections.names import report_state, variant_name

_TITLE = ParagraphStyle(
    "title", fontName=SERIF_BOLD, fontSize=34, leading=39, textColor=INK, spaceAfter=7, rightIndent=96
)
_SMALLER = ParagraphStyle("smaller", _TITLE, fontSize=22, leading=26, rightIndent=40)
_KICKER = ParagraphStyle("kicker", fontName=SERIF, fontSize=15.5, leading=20, textColor=SLATE, spaceAfter=6)
_DAYS = ParagraphStyle("days", fontName=SERIF, fontSize=17, leading=22, textColor=INK, spaceAfter=2)
_PLACE = ParagraphStyle("place", fontName=SANS, fontSize=10.5, leading=14, textColor=SLATE)
_PROGRAMME = ParagraphStyle("programme", fontName=SANS_BOLD, fontSize=10.5, leading=14, textColor=ACCENT)
_ORGANISATION = ParagraphStyle("organisation", fontName=SANS, fontSize=9.5, leading=13, textColor=SLATE)
_CLASS = ParagraphStyle("class", fontName=SANS_BOLD, fontSize=9, leading=13, textColor=ALARM)
_NOTICE = ParagraphStyle("notice", fontName=SANS, fontSize=9, leading=13, textColor=INK, spaceBefore=4)
_LONG_TITLE = 70


def cover(press: Press) -> list[Flowable]:
    """The first page."""
    content, words, page = press.content, press.words, press.content.cover
    title = _TITLE if len(page.facility) <= _LONG_TITLE else _SMALLER
    flow: list[Flowable] = [Spacer(1, 8), press.text(content.programme, _PROGRAMME)]
    if content.organisation and content.organisation != content.programme:
        flow.append(press.text(content.organisation, _ORGANISATION))
    flow += [
        Spacer(1, 104),
        press.text(words("Report of a visit"), _KICKER),
        Text(press.markup(page.facility), title),
        press.text(long_days(words, page.first_date, page.last_date), _DAYS),
        press.text(page.place, _PLACE),
        Spacer(1, 38),
        facts([(press.bold(label), cell) for label, cell in _rows(press)], press.measure.indent, press.width, gap=0.6),
        Spacer(1, 30),
        alarm_box(_class(press), press.width),
    ]
    return flow


def _rows(press: Press) -> list[tuple[str, Cell]]:
    content, words, page = press.content, press.words, press.content.cover
    report = words(
        "{number}, version {version}, {day}. {variant}.",
        number=content.number,
        version=content.version,
        day=long_day(words, content.day),
        variant=variant_name(words, content.variant),
    )
    rows: list[tuple[str, Cell]] = [(words("Visit"), press.cell(_visit(press, page))), _dates(press, page)]
    if page.team:
        rows.append((words("Team"), press.cell(" · ".join(_member(press, one) for one in page.team))))
    rows.append((words("Report"), press.cell(" ".join((report, _version(press))))))
    if page.addressees:
        rows.append((words("Addressees"), press.cell(" · ".join(page.addressees))))
    rows.append((words("Language"), press.cell(_language(press))))
    return rows


def _visit(press: Press, page: Cover) -> str:
    words = press.words
    said = [page.visit_kind.rstrip(". ")]
    if page.announced is not None:
        said.append(words("announced") if page.announced else words("not announced"))
    sentences = [", ".join(said) + "."]
    if page.visits_in_12_months:
        sentences.append(
            words.n("{n} visit in twelve months.", "{n} visits in twelve months.", page.visits_in_12_months)
        )
    return " ".join(sentences)


def _dates(press: Press, page: Cover) -> tuple[str, Cell]:
    words = press.words
    said = [long_days(words, page.first_date, page.last_date) + "."]
    if page.hours_on_site is not None:
        said.append(words.n("{n} hour on site.", "{n} hours on site.", page.hours_on_site))
    said.append(words("Local time: {zone}.", zone=page.time_zone.replace("_", " ")))
    return words("Dates"), press.cell(" ".join(said))


def _member(press: Press, member: TeamMember) -> str:
    return f"{member.role} ({', '.join(member.languages)})" if member.languages else member.role


def _version(press: Press) -> str:
    content, words = press.content, press.words
    if content.replaces is None:
        return words("First version.") if content.version == 1 else ""
    return words(
        "Replaces version {version}: {reason}", version=content.replaces.version, reason=content.replaces.reason
    )


def _language(press: Press) -> str:
    words, other = press.words, press.content.other_summary
    if other is None:
        return words("English") if words.language == "en" else words("French")
    if words.language == "en":
        return words("English, with a summary in French")
    return words("French, with a summary in English")


def _class(press: Press) -> list[Text]:
    content, words = press.content, press.words
    if content.variant == "confidential":
        said = words("Confidential. For the addressees named above. Not to be copied or quoted without agreement.")
    else:
        said = words("Shareable version. Small groups and urgent matters are left out to protect people.")
    texts = [press.text(said, _CLASS)]
    state = report_state(words, content.state)
    if state:
        texts.append(press.text(words("{state}. This print may still change.", state=state), _NOTICE))
    if content.cover.notice:
        texts.append(press.text(content.cover.notice, _NOTICE))
    return texts
