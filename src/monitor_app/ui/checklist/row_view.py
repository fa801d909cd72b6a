"""A repeat row as its head shows it: its number, and the first answers that tell it from the others. Pure."""

from __future__ import annotations

from monitor_app import forms
from monitor_app.base import Words
from monitor_app.ui.checklist.card_view import said
from monitor_app.ui.checklist.filling import Filling, generic, split_row
from monitor_app.ui.checklist.items import Item
from monitor_app.ui.checklist.row_card import AddView, RowView

_SUMMARY_ANSWERS = 3


def row_view(filling: Filling, item: Item, open_rows: frozenset[str], words: Words) -> RowView:
    """The head of a row, or of one taken out just now."""
    repeat, row_id = split_row(item.path)
    name = _name(filling, repeat)
    if item.kind == "gone":
        return RowView(item.path, name, "", is_open=False, writable=False, gone=True)
    ids = filling.live.rows(repeat)
    place = ids.index(row_id) + 1 if row_id in ids else 0
    return RowView(
        path=item.path,
        title=words("{name} {number}", name=name, number=place),
        summary=_summary(filling, item.path, words),
        is_open=item.path in open_rows,
        writable=filling.may_write(),
    )


def add_view(filling: Filling, repeat: str, words: Words) -> AddView:
    """The button that adds a row."""
    return AddView(repeat, words("Add: {name}", name=_name(filling, repeat)), filling.may_write())


def first_question(filling: Filling, row: str) -> str:
    """The first question of a row, "" where it has none."""
    found = filling.definition.items.get(generic(row))
    if not isinstance(found, forms.Repeat):
        return ""
    return next((f"{row}/{c.name}" for c in found.children if isinstance(c, forms.Question) and c.control), "")


def _name(filling: Filling, repeat: str) -> str:
    found = filling.definition.items.get(generic(repeat))
    form = filling.definition
    if not isinstance(found, forms.Repeat):
        return ""
    return found.label.text(form.language(filling.language), form.default_language) or found.name


def _summary(filling: Filling, row: str, words: Words) -> str:
    found = filling.definition.items.get(generic(row))
    if not isinstance(found, forms.Repeat):
        return ""
    answers = []
    for child in found.children:
        path = f"{row}/{child.name}"
        if isinstance(child, forms.Question) and child.control and filling.knows(path) and filling.value(path):
            answers.append(said(filling, child, filling.value(path), words))
    return " · ".join(answers[:_SUMMARY_ANSWERS])
