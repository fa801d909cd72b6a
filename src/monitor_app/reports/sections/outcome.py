"""How the visit went, where it did not go as planned: refused, cancelled, cut short. Said first, in plain words."""

from __future__ import annotations

from reportlab.platypus import Flowable, PageBreak

from monitor_app.reports.pages.press import Press
from monitor_app.reports.pages.table import facts
from monitor_app.reports.sections.names import outcome_name


def outcome(press: Press, mark: str) -> list[Flowable]:
    """The section; empty for a visit that was carried out."""
    went, words = press.content.cover.outcome, press.words
    if went.kind == "carried_out":
        return []
    rows = []
    if went.by_whom:
        rows.append((press.bold(words("By whom")), press.cell(went.by_whom)))
    if went.reason:
        rows.append((press.bold(words("Reason")), press.cell(went.reason)))
    flow: list[Flowable] = [
        PageBreak(),
        *press.section(words("How the visit went"), "outcome", mark),
        press.text(outcome_name(words, went.kind), press.styles.lead),
    ]
    if rows:
        flow.append(facts(rows, press.measure.indent, press.width, gap=0.6))
    return flow
