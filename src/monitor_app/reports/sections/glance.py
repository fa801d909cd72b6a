"""At a glance: how many questions of each theme were judged how, and every recommendation by date."""

from __future__ import annotations

from reportlab.platypus import Flowable, KeepTogether

from monitor_app.reports.content import JUDGEMENTS, ThemeCounts, recommendations_by_date
from monitor_app.reports.pages.charts import Bar, StackedBars
from monitor_app.reports.pages.node import Node
from monitor_app.reports.pages.press import Press
from monitor_app.reports.pages.table import ruled
from monitor_app.reports.sections.names import judgement_name


def glanced(press: Press) -> bool:
    """Whether there is anything to see at a glance."""
    return any(one.total() for one in press.content.judgements) or bool(recommendations_by_date(press.content))


def glance(press: Press) -> list[Flowable]:
    """A page of its own under the summary; empty where there is nothing to count."""
    if not glanced(press):
        return []
    themes = [one for one in press.content.judgements if one.total()]
    heading = press.part(press.words("At a glance"), "glance", indented=False)
    return [*press.fresh_page(), *heading, *(_judgements(press, themes) if themes else []), *_recommendations(press)]


def _judgements(press: Press, themes: list[ThemeCounts]) -> list[Flowable]:
    words, styles = press.words, press.styles
    names = [judgement_name(words, one) for one in JUDGEMENTS]
    bars = [Bar(press.text(one.theme, styles.cell), _counts(one)) for one in themes]
    total = sum(one.total() for one in themes)
    note = [words.n("Counted over {n} question.", "Counted over {n} questions.", total)]
    if press.content.unanswered:
        note.append(words.n("{n} question has no answer.", "{n} questions have no answer.", press.content.unanswered))
    note.append(words("The counts carry no score: one “Not met” may weigh more than ten “Met”."))
    alt = "; ".join(_said(one, names) for one in themes)
    return [
        KeepTogether(
            [
                press.text(words("Judgements by theme, in number of questions"), styles.figure_title),
                StackedBars(bars, names, Node("Figure", alt)),
                press.text(" ".join(note), styles.caption),
            ]
        )
    ]


def _counts(one: ThemeCounts) -> tuple[int, int, int, int, int]:
    return one.met, one.partly, one.not_met, one.na, one.not_assessed


def _said(one: ThemeCounts, names: list[str]) -> str:
    return f"{one.theme}: " + ", ".join(f"{name} {n}" for name, n in zip(names, _counts(one), strict=True) if n)


def _recommendations(press: Press) -> list[Flowable]:
    words = press.words
    listed = recommendations_by_date(press.content)
    if not listed:
        return []
    rows = [
        (
            press.bold(one.number),
            press.cell(one.text),
            press.cell(one.addressee),
            press.cell(words.day(one.due) if one.due else "–"),
        )
        for one in listed
    ]
    head = press.head(words("No."), words("Recommendation"), words("Addressed to"), words("Due by"))
    return [
        press.text(words("Recommendations by date"), press.styles.figure_title),
        ruled(head, rows, (32, 290, 116, 66), press.width),
    ]
