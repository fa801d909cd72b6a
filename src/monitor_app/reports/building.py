"""Building: content in, the bytes of a PDF out. Import after `register_fonts`."""

from __future__ import annotations

from collections.abc import Callable

from reportlab.platypus import Flowable, PageBreak

from monitor_app.base import Resources, Words, speak
from monitor_app.reports.content import ReportContent, canonical_json
from monitor_app.reports.dates import long_days
from monitor_app.reports.pages.canvas import ReportCanvas
from monitor_app.reports.pages.document import Information, Layout, build
from monitor_app.reports.pages.measure import PageSize, measure
from monitor_app.reports.pages.press import Press, press_for
from monitor_app.reports.sections.annexes import annexes
from monitor_app.reports.sections.contents import contents
from monitor_app.reports.sections.cover import cover
from monitor_app.reports.sections.findings import findings
from monitor_app.reports.sections.furniture import first_page, later_page
from monitor_app.reports.sections.glance import glance, glanced
from monitor_app.reports.sections.method import method
from monitor_app.reports.sections.names import variant_name
from monitor_app.reports.sections.outcome import outcome
from monitor_app.reports.sections.progress import progress
from monitor_app.reports.sections.signature import signature
from monitor_app.reports.sections.snapshot import snapshot
from monitor_app.reports.sections.summary import summary
from monitor_app.reports.typography import prepared

ATTACHMENT = "visit-report.json"


def build_report(
    content: ReportContent, words: Words, resources: Resources, check_phrase: str, page_size: PageSize
) -> bytes:
    """The report as a PDF, with its content attached as canonical JSON. The same content gives the same bytes."""
    if words.language != content.language:
        raise ValueError("the words speak another language than the report")
    press = press_for(content, words, measure(page_size))
    story = _story(press, resources, check_phrase)
    page = Layout(press.measure, first_page(press), later_page(press))
    data = canonical_json(content)

    def finish(canvas: ReportCanvas) -> None:
        canvas.attach(ATTACHMENT, data, words("Machine-readable content of this report"))

    return build(content.day, story, page, _information(press), finish)


def _information(press: Press) -> Information:
    content, words = press.content, press.words
    days = long_days(words, content.cover.first_date, content.cover.last_date)
    title = words("Report of a visit: {facility}, {days}", facility=content.cover.facility, days=days)
    return Information(
        title=prepared(title, words.language),
        author=prepared(content.programme, words.language),
        subject=f"{content.number} v{content.version}",
        keywords=variant_name(words, content.variant),
        language={"en": "en-CA", "fr": "fr-CA"}[content.language],
    )


def _story(press: Press, resources: Resources, check_phrase: str) -> list[Flowable]:
    """Cover, contents, then the sections in their order; a section without data takes no number."""
    number = 0
    body: list[Flowable] = []
    for make in _numbered(press, resources):
        made = make(str(number + 1))
        if made:
            number += 1
            body += made
    body += annexes(press)
    body += signature(press, check_phrase)
    if body and not isinstance(body[0], PageBreak):
        body.insert(0, PageBreak())
    return [*cover(press), *contents(press, press.headings), *body]


def _numbered(press: Press, resources: Resources) -> list[Callable[[str], list[Flowable]]]:
    content = press.content

    def own_summary(mark: str) -> list[Flowable]:
        title = press.words("Summary")
        made = summary(press, content.summary, title, "summary", mark)
        if not made and glanced(press):
            made = [*press.fresh_page(), *press.section(title, "summary", mark)]
        return [*made, *glance(press)]

    def other_summary(mark: str) -> list[Flowable]:
        other = content.other_summary
        if other is None:
            return []
        speaking = press.speaking(speak(other.language, resources))
        return summary(speaking, other.summary, speaking.words("Summary"), "other", mark)

    return [
        lambda mark: outcome(press, mark),
        own_summary,
        other_summary,
        lambda mark: snapshot(press, mark),
        lambda mark: method(press, mark),
        lambda mark: findings(press, mark),
        lambda mark: progress(press, mark),
    ]
