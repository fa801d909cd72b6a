"""How the team worked and what it could not see: talks, areas, registers, what each finding rests on, limits."""

from __future__ import annotations

from reportlab.platypus import Flowable, KeepTogether

from monitor_app.reports.content import SOURCES, Finding, Method, all_findings
from monitor_app.reports.pages.marks import MatrixDot
from monitor_app.reports.pages.press import Press
from monitor_app.reports.pages.table import Cell, ruled
from monitor_app.reports.sections.names import source_name
from monitor_app.reports.sections.snapshot import figures_of, suppression_note


def method(press: Press, mark: str) -> list[Flowable]:
    """The section; empty without anything to say."""
    how = press.content.method or Method()
    sourced = [one for one in all_findings(press.content) if one.sources]
    if how == Method() and not sourced:
        return []
    return [
        *press.section(press.words("Method and limits"), "method", mark),
        *[press.paragraph(text) for text in how.paragraphs],
        *_talks(press, how),
        *_areas(press, how),
        *_registers(press, how),
        *_matrix(press, sourced),
        *_limits(press, how),
    ]


def _talks(press: Press, how: Method) -> list[Flowable]:
    if not how.talks:
        return [press.paragraph(text) for text in how.talk_notes]
    words, styles = press.words, press.styles
    head: list[Cell] = [press.text("", styles.head)]
    head += [
        press.text(one, styles.head_right)
        for one in (words("Offered"), words("Accepted"), words("Declined"), words("Could not meet"))
    ]
    rows: list[list[Cell]] = []
    for one in how.talks:
        label = press.text(one.label, styles.cell_part) if one.level else press.bold(one.label)
        counts = (one.offered, one.accepted, one.declined, one.could_not_meet)
        rows.append([label, *(press.figure(value) for value in counts)])
    values = [value for one in how.talks for value in (one.offered, one.accepted, one.declined, one.could_not_meet)]
    shot = press.content.snapshot
    rule = "" if shot is not None and suppression_note(press, figures_of(shot)) else suppression_note(press, values)
    table = ruled(head, rows, (188, 74, 74, 74, 94), press.width)
    return [table, *[press.paragraph(text) for text in (*how.talk_notes, *([rule] if rule else []))]]


def _areas(press: Press, how: Method) -> list[Flowable]:
    words = press.words
    said = []
    if how.areas_seen:
        said.append(words("Areas seen: {areas}.", areas=", ".join(how.areas_seen)))
    if how.areas_not_seen:
        missed = "; ".join(f"{one.name} ({one.why})" if one.why else one.name for one in how.areas_not_seen)
        said.append(words("Not seen: {areas}.", areas=missed))
    return [press.paragraph(" ".join(said))] if said else []


def _registers(press: Press, how: Method) -> list[Flowable]:
    if not how.registers:
        return []
    words = press.words
    head = press.head(words("Register"), words("Period"), words("Checked"), words("What the team found"))
    rows = [
        (press.bold(one.name), press.cell(one.period), press.cell(one.checked), press.cell(one.found))
        for one in how.registers
    ]
    title = press.part(words("Registers checked"), "method-registers")
    return [*title, ruled(head, rows, (118, 98, 86, 202), press.width)]


def _matrix(press: Press, findings: list[Finding]) -> list[Flowable]:
    if not findings:
        return []
    words = press.words
    title = press.part(words("What each finding rests on"), "method-sources")
    note = words(
        "A finding is stronger when different kinds of source agree. A serious allegation is reported even when it "
        "rests on one source, and then says so."
    )
    head = press.head(words("Finding"), *(source_name(words, one) for one in SOURCES))
    rows: list[list[Cell]] = []
    for one in findings:
        dots = [MatrixDot(source in one.sources) for source in SOURCES]
        rows.append([press.bold(f"F{one.number}\u00a0\u00a0{one.title}"), *dots])
    return [*title, press.paragraph(note), ruled(head, rows, (226, 60, 58, 48, 56, 56), press.width, middle=True)]


def _limits(press: Press, how: Method) -> list[Flowable]:
    if not how.limits:
        return []
    title = press.part(press.words("Limits"), "method-limits")
    first, *others = [press.paragraph(text) for text in how.limits]
    return [KeepTogether([*title[1:], first]), *others]
