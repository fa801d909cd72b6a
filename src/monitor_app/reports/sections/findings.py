"""Findings by theme: facts, numbered paragraphs, recommendations."""

from __future__ import annotations

from reportlab.platypus import Flowable, HRFlowable, KeepTogether, Spacer

from monitor_app.base import Words
from monitor_app.reports.content import SOURCES, Extent, Finding, Provision, Recommendation, Theme
from monitor_app.reports.pages.boxes import recommendation_box
from monitor_app.reports.pages.look import ACCENT, GOOD, SEVERITY
from monitor_app.reports.pages.marks import Chip, Dot, SourceDots
from monitor_app.reports.pages.node import Node
from monitor_app.reports.pages.press import Press, finding_key
from monitor_app.reports.pages.table import Cell, facts
from monitor_app.reports.pages.text import Text
from monitor_app.reports.sections.names import severity_name, source_name


def findings(press: Press, mark: str) -> list[Flowable]:
    """The section; empty without findings."""
    themes = [theme for theme in press.content.themes if theme.findings or theme.paragraphs]
    if not themes:
        return []
    words = press.words
    intro = words(
        "Each finding names the standard it is measured against, how serious it is, how far it reaches and the kinds "
        "of source it rests on. Recommendations follow the finding from which they come."
    )
    title = words("Findings and recommendations")
    flow: list[Flowable] = [*press.fresh_page(), *press.section(title, "findings", mark), press.paragraph(intro)]
    for theme in themes:
        flow += _theme(press, theme)
    return flow


def _theme(press: Press, theme: Theme) -> list[Flowable]:
    """The heading stays with the first finding, and that with its facts and first paragraph."""
    top: list[Flowable] = [
        *press.part(theme.title, f"theme-{theme.number}", indented=False)[1:],
        HRFlowable("100%", thickness=1.2, color=ACCENT, spaceBefore=0, spaceAfter=8, lineCap="butt"),
    ]
    flow: list[Flowable] = []
    if theme.paragraphs or not theme.findings:
        first, *others = [press.paragraph(text) for text in theme.paragraphs]
        flow += [KeepTogether([*top, first]), *others]
        top = []
    for finding in theme.findings:
        head, rest = _finding(press, finding)
        flow += [KeepTogether([*top, *head]), *rest]
        top = []
    return flow


def _finding(press: Press, finding: Finding) -> tuple[list[Flowable], list[Flowable]]:
    styles = press.styles
    mark = f"F{finding.number}"
    title = press.finding_title(finding.title, finding_key(finding.number), mark)
    rows: list[tuple[Cell, Cell]] = [(press.text(mark, styles.number), title)]
    rows += [(press.text(label, styles.label), cell) for label, cell in _facts(press, finding)]
    paragraphs = [press.paragraph(text) for text in finding.paragraphs]
    boxes = [_recommendation(press, one) for one in finding.recommendations]
    head: list[Flowable] = [facts(rows, press.measure.indent, press.width, open_top=True), *paragraphs[:1]]
    rest: list[Flowable] = [*paragraphs[1:], *([Spacer(1, 1)] if boxes else []), *boxes, Spacer(1, 10)]
    return head, rest


def _facts(press: Press, finding: Finding) -> list[tuple[str, Cell]]:
    words = press.words
    rows: list[tuple[str, Cell]] = []
    if finding.kind == "good_practice":
        rows.append((words("Kind"), Chip(words("Good practice"), GOOD)))
    elif finding.severity is not None:
        rows.append((words("Severity"), Chip(severity_name(words, finding.severity), SEVERITY[finding.severity])))
    if finding.extent is not None:
        rows.append((words("Extent"), press.cell(_extent(words, finding.extent))))
    if finding.provisions:
        rows.append((words("Standards"), [_provision(press, one) for one in finding.provisions]))
    if finding.sources:
        dots = [Dot(source_name(words, one), one in finding.sources) for one in SOURCES]
        alt = ", ".join(dot.word for dot in dots if dot.filled)
        rows.append((words("Sources"), SourceDots(dots, Node("Figure", alt))))
    return rows


def _extent(words: Words, extent: Extent) -> str:
    kind = words("Individual") if extent.kind == "individual" else words("Systemic")
    if extent.found is None:
        return f"{kind}. {extent.counted}" if extent.counted else kind
    if extent.of is None:
        return f"{kind}. {extent.found} {extent.counted}".rstrip()
    return words(
        "{kind}. {found} of {whole} {counted}", kind=kind, found=extent.found, whole=extent.of, counted=extent.counted
    ).rstrip()


def _provision(press: Press, provision: Provision) -> Text:
    said = press.markup(provision.citation)
    if provision.standing:
        said += f'<font color="#55606E"> · {press.markup(provision.standing)}</font>'
    return Text(said, press.styles.cell)


def _recommendation(press: Press, one: Recommendation) -> Flowable:
    words, styles = press.words, press.styles
    said = []
    if one.addressee:
        said.append(f'<font color="#55606E">{press.markup(words("To:"))}</font> <b>{press.markup(one.addressee)}</b>')
    if one.due is not None:
        day = press.markup(words.day(one.due))
        said.append(f'<font color="#55606E">{press.markup(words("By:"))}</font> <b>{day}</b>')
    if one.earlier:
        earlier = press.markup(words("Made before: {numbers}", numbers=", ".join(one.earlier)))
        said.append(f'<font color="#55606E">{earlier}</font>')
    body = [press.text(one.text, styles.recommendation)]
    if said:
        body.append(Text("\u00a0\u00a0·\u00a0 ".join(said), styles.cell))
    return recommendation_box(press.text(one.number, styles.number), body, press.measure.indent, press.width)
