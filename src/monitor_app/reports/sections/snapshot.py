"""The facility in figures, each with its source; small groups arrive suppressed and are only explained here."""

from __future__ import annotations

from reportlab.platypus import Flowable

from monitor_app.reports.content import Figure, Shown, Snapshot
from monitor_app.reports.dates import short_day
from monitor_app.reports.pages.press import Press
from monitor_app.reports.pages.table import Cell, ruled


def snapshot(press: Press, mark: str) -> list[Flowable]:
    """The section; empty without figures and text."""
    shot, words = press.content.snapshot, press.words
    if shot is None or not (shot.rows or shot.paragraphs):
        return []
    flow: list[Flowable] = [*press.fresh_page(), *press.section(words("Facility snapshot"), "snapshot", mark)]
    if shot.rows:
        flow += [press.paragraph(_note(press, shot)), _table(press, shot)]
    return flow + [press.paragraph(text) for text in shot.paragraphs]


def _note(press: Press, shot: Snapshot) -> str:
    words = press.words
    said = [words("Figures come from the source named beside them and were not changed by the team.")]
    rule = suppression_note(press, figures_of(shot))
    return " ".join([*said, *([rule] if rule else [])])


def figures_of(shot: Snapshot) -> list[Shown]:
    """All values of the snapshot."""
    return [value for row in shot.rows for value in (row.now, row.before)]


def suppression_note(press: Press, values: list[Shown]) -> str:
    """The small-group rule in words, where one of the values shows that it was applied."""
    below = press.content.small_group_below
    hidden = any(isinstance(value, str) and (value.startswith("<") or value in ("withheld", "–")) for value in values)
    if below is None or not hidden:
        return ""
    return press.words(
        "Counts of people from 1 to {most} are shown as “< {below}”, and further counts are withheld where they would "
        "give such a count back, so that nobody can be recognised by a number.",
        most=below - 1,
        below=below,
    )


def _table(press: Press, shot: Snapshot) -> Flowable:
    words, styles = press.words, press.styles
    compared = shot.last_visit is not None
    head: list[Cell] = [press.text("", styles.head)]
    head.append(press.text(words("On {day}", day=words.day(shot.day)), styles.head_right))
    if shot.last_visit is not None:
        head.append(press.text(words("On {day}", day=words.day(shot.last_visit)), styles.head_right))
    head.append(press.text(words("Source and date"), styles.head))
    rows = [_row(press, shot, row, compared) for row in shot.rows]
    return ruled(head, rows, (172, 82, 82, 168) if compared else (204, 92, 208), press.width)


def _row(press: Press, shot: Snapshot, row: Figure, compared: bool) -> list[Cell]:
    label = press.text(row.label, press.styles.cell_part) if row.level else press.bold(row.label)
    source = row.source
    if row.day is not None:
        said = short_day(press.words, row.day, shot.day)
        source = f"{source}, {said}" if source else said
    cells: list[Cell] = [label, press.figure(row.now)]
    if compared:
        cells.append(press.figure(row.before))
    return [*cells, press.cell(source)]
