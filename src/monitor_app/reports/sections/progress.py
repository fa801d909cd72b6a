"""What became of earlier recommendations: counted in a bar, then one by one."""

from __future__ import annotations

from reportlab.platypus import Flowable, KeepTogether

from monitor_app.reports.content import JUDGEMENTS, PROGRESS_STATES, ProgressRow
from monitor_app.reports.pages.charts import Bar, StackedBars
from monitor_app.reports.pages.marks import Marked
from monitor_app.reports.pages.node import Node
from monitor_app.reports.pages.press import Press
from monitor_app.reports.pages.table import Cell, ruled
from monitor_app.reports.pages.text import Text
from monitor_app.reports.sections.names import state_name


def progress(press: Press, mark: str) -> list[Flowable]:
    """The section; empty without earlier recommendations."""
    done, words, styles = press.content.progress, press.words, press.styles
    if done is None or not done.rows:
        return []
    names = [state_name(words, one) for one in PROGRESS_STATES]
    counts = [sum(1 for row in done.rows if row.state == one) for one in PROGRESS_STATES]
    met, partly, not_met, na, unknown = counts
    bar = Bar(press.text(words("All themes"), styles.cell), (met, partly, not_met, na, unknown))
    alt = ", ".join(f"{name} {n}" for name, n in zip(names, counts, strict=True) if n)
    note = words("“Implemented” is used only where a visit verified it.")
    head = press.head(words("No."), words("Recommendation"), words("State"), words("How it was verified"))
    return [
        *press.fresh_page(),
        *press.section(words("Progress on earlier recommendations"), "progress", mark),
        *[press.paragraph(text) for text in (*done.paragraphs, note)],
        KeepTogether(
            [
                press.text(words("State of the earlier recommendations"), styles.figure_title),
                StackedBars([bar], names, Node("Figure", alt)),
            ]
        ),
        ruled(head, [_row(press, row) for row in done.rows], (72, 188, 112, 132), press.width),
    ]


def _row(press: Press, row: ProgressRow) -> list[Cell]:
    words = press.words
    mark = JUDGEMENTS[PROGRESS_STATES.index(row.state)]
    said = [press.markup(row.how)] if row.how else []
    if row.finding is not None:
        said.append(press.finding_link(row.finding))
    if row.earlier:
        said.append(press.markup(words("made before: {numbers}", numbers=", ".join(row.earlier))))
    return [
        press.bold(row.number),
        press.cell(row.text),
        Marked(mark, press.cell(state_name(words, row.state))),
        Text("; ".join(said), press.styles.cell),
    ]
