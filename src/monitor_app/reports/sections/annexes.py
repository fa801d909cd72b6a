"""The annexes: checklist judgements, standards cited, points accepted before signing."""

from __future__ import annotations

from reportlab.platypus import Flowable

from monitor_app.reports.content import (
    SOURCES,
    ChecklistJudgements,
    CitedStandard,
    JudgementRow,
    Source,
    standards_cited,
)
from monitor_app.reports.dates import short_day
from monitor_app.reports.pages.marks import Marked
from monitor_app.reports.pages.press import Press, finding_key
from monitor_app.reports.pages.table import Cell, ruled
from monitor_app.reports.pages.text import Text
from monitor_app.reports.sections.names import judgement_name, source_key, source_letter


def annexes(press: Press) -> list[Flowable]:
    """All annexes that have something in them, lettered in order."""
    letters = iter("ABC")
    flow: list[Flowable] = []
    checklists = [one for one in press.content.checklists if one.rows]
    if checklists:
        title = press.words("Annex {letter}. Checklist judgements", letter=next(letters))
        flow += [*press.fresh_page(), *press.section(title, "annex-judgements")]
        for one in checklists:
            flow += _judgements(press, one)
    cited = standards_cited(press.content)
    if cited:
        title = press.words("Annex {letter}. Standards cited", letter=next(letters))
        flow += [
            *([] if flow else press.fresh_page()),
            *press.section(title, "annex-standards"),
            _standards(press, cited),
        ]
    if press.content.accepted:
        title = press.words("Annex {letter}. Points accepted before signing", letter=next(letters))
        flow += [*([] if flow else press.fresh_page()), *press.section(title, "annex-accepted"), *_accepted(press)]
    return flow


def _judgements(press: Press, checklist: ChecklistJudgements) -> list[Flowable]:
    words = press.words
    sources = ", ".join(source_key(words, one) for one in SOURCES)
    note = words(
        "Checklist: {name}, version {version}. Sources: {sources}.",
        name=checklist.checklist,
        version=checklist.version,
        sources=sources,
    )
    head = press.head(words("Ref."), words("Question"), words("Standard"), words("Judgement"), words("Sources"))
    rows: list[list[Cell]] = []
    bands = []
    theme = None
    for row in checklist.rows:
        if row.theme != theme:
            theme = row.theme
            bands.append(len(rows))
            rows.append([press.text(theme, press.styles.band), "", "", "", ""])
        rows.append(_judgement(press, row))
    table = ruled(head, rows, (42, 244, 78, 88, 52), press.width, bands=bands)
    return [press.text(note, press.styles.caption), table]


def _judgement(press: Press, row: JudgementRow) -> list[Cell]:
    words = press.words
    order: list[Source] = sorted(row.sources, key=SOURCES.index)
    letters = " ".join(source_letter(words, one) for one in order)
    return [
        press.cell(row.ref),
        press.cell(row.question),
        press.cell(row.provision),
        Marked(row.judgement, press.cell(judgement_name(words, row.judgement))),
        press.cell(letters or "–"),
    ]


def _standards(press: Press, cited: tuple[CitedStandard, ...]) -> Flowable:
    words = press.words
    rows: list[list[Cell]] = []
    bands = []
    instrument = None
    for one in cited:
        if one.provision.instrument != instrument:
            instrument = one.provision.instrument
            bands.append(len(rows))
            title = f'<font color="#1C2430">{press.markup(instrument)}</font>'
            if one.provision.instrument_citation:
                source = press.markup(one.provision.instrument_citation)
                title += f'<br/><font name="SourceSansPro" color="#55606E">{source}</font>'
            rows.append([Text(title, press.styles.band), ""])
        rows.append([_cited(press, one), Text(_links(press, one), press.styles.cell)])
    head = press.head(words("Instrument and provision"), words("Findings"))
    return ruled(head, rows, (404, 100), press.width, bands=bands)


def _cited(press: Press, one: CitedStandard) -> Text:
    provision = one.provision
    said = f"<b>{press.markup(provision.provision or provision.citation)}</b>"
    if provision.wording:
        said += f"\u00a0\u00a0{press.markup(provision.wording)}"
    if provision.standing:
        said += f'<br/><font color="#55606E">{press.markup(provision.standing)}</font>'
    return Text(said, press.styles.cell_part)


def _links(press: Press, one: CitedStandard) -> str:
    return ", ".join(press.link(f"F{number}", finding_key(number)) for number in one.findings)


def _accepted(press: Press) -> list[Flowable]:
    words, content = press.words, press.content
    note = words("These points were looked at before signing and accepted, each with its reason.")
    head = press.head(words("Point"), words("Where"), words("Reason"), words("Date"))
    rows = [
        (
            press.bold(one.check),
            press.cell(one.place),
            press.cell(one.reason),
            press.cell(short_day(words, one.day, content.day) if one.day else "–"),
        )
        for one in content.accepted
    ]
    return [
        press.text(note, press.styles.caption),
        ruled(head, rows, (146, 88, 214, 56), press.width),
    ]
