"""The facility snapshot: the fact questions of the checklists as tiles, each with its source and day. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from monitor_app.actions.filled_form import FilledForm, FilledQuestion
from monitor_app.base import Words
from monitor_app.monitoring import Source, day, name_of

FEWEST = 6
"""Tiles that show before "Show all"."""


@dataclass(frozen=True, slots=True)
class FigureView:
    """A tile. `foot` says source and day, or why to look; `look`: it needs one. `path` is where it is answered."""

    path: str
    value: str
    label: str
    foot: str
    look: bool
    known: bool


@dataclass(frozen=True, slots=True)
class SnapshotView:
    """The figures; `known` of `whole` have a value."""

    figures: tuple[FigureView, ...]
    known: int
    whole: int

    def first(self) -> tuple[FigureView, ...]:
        """The first ones, and of the rest those where two sources differ."""
        rest = (figure for figure in self.figures[FEWEST:] if figure.known and figure.look)
        return (*self.figures[:FEWEST], *rest)


def snapshot_view(forms: Sequence[FilledForm], words: Words) -> SnapshotView:
    """The figures that the checklists ask for now."""
    tiles = [_tile(question, form, words) for form in forms for question in form.questions if _is_figure(question)]
    return SnapshotView(tuple(tiles), sum(1 for tile in tiles if tile.known), len(tiles))


def _is_figure(question: FilledQuestion) -> bool:
    return question.report.split(":")[0] in ("figure", "people") and not question.row


def _tile(question: FilledQuestion, form: FilledForm, words: Words) -> FigureView:
    given = [one.text for one in question.state.values if one.text]
    differ = len(set(given)) > 1
    if differ:
        value = " / ".join(dict.fromkeys(_said(text, words) for text in given))
        foot = words("Two sources differ")
    elif question.value:
        value, foot = _said(question.value, words), _source_and_day(question, form, words)
    else:
        value, foot = "–", words("Not yet asked")
    return FigureView(
        path=question.path,
        value=value,
        label=question.label,
        foot=foot,
        look=differ or not question.value,
        known=bool(question.value),
    )


def _said(text: str, words: Words) -> str:
    return words.number(int(text)) if text.isdecimal() else text


def _source_and_day(question: FilledQuestion, form: FilledForm, words: Words) -> str:
    ticked = ", ".join(words(name_of(source)) for source in Source if source in question.sources)
    source = ticked or next((one.said for one in form.tagged("figures.source") if one.value), "")
    described = next((day(one.value) for one in form.tagged("figures.day") if one.value), None)
    when = described or (question.answered_at.date() if question.answered_at else None)
    return ", ".join(part for part in (source, words.day(when) if when else "") if part)
