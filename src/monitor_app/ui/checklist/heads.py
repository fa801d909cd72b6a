"""The outline and the head of the middle, computed from the filling. Pure."""

from __future__ import annotations

from monitor_app import forms
from monitor_app.base import EntityId, Words
from monitor_app.ui.checklist.filling import Filling
from monitor_app.ui.checklist.head import HeadView
from monitor_app.ui.checklist.items import Item, Shown, Tally
from monitor_app.ui.checklist.outline_panel import OutlineView
from monitor_app.ui.parts.choice import Option
from monitor_app.ui.parts.section_rows import SectionRow

_OTHER = "checklist:"


def outline_view(filling: Filling, shown: Shown, tallies: tuple[Tally, ...], notes: int, words: Words) -> OutlineView:
    """The outline; `notes` wait in the inbox."""
    work = filling.work
    return OutlineView(
        checklists=tuple(Option(f"{_OTHER}{ident.hex()}", form.title(words.language)) for ident, form in work.others),
        checklist=f"{_OTHER}{filling.response.hex()}",
        sections=tuple(_section(filling, tally) for tally in tallies),
        section="" if shown.conflicts or shown.find.strip() else shown.section,
        notes=notes,
        foot=words("Version {version}, fixed for this visit", version=work.opened.checklist.version),
    )


def head_view(
    filling: Filling,
    shown: Shown,
    tallies: tuple[Tally, ...],
    items: tuple[Item, ...],
    *,
    searching: bool,
    notes_word: str,
    words: Words,
) -> HeadView:
    """The head of the middle."""
    here = next((tally for tally in tallies if tally.section.path == shown.section), None)
    title = words("Answers given twice") if shown.conflicts else section_title(filling, here.section) if here else ""
    found = sum(1 for item in items if item.kind in ("question", "conflict"))
    return HeadView(
        title=title,
        sections=tuple(
            Option(tally.section.path, f"{section_title(filling, tally.section)}, {tally.answered}/{tally.asked}")
            for tally in tallies
        )
        + other_checklists(filling, words),
        section=shown.section,
        unanswered=here.asked - here.answered if here else 0,
        unanswered_only=shown.unanswered,
        conflicts=sum(tally.conflicts for tally in tallies),
        conflicts_only=shown.conflicts,
        searching=searching,
        found=words.n("{n} question", "{n} questions", found) if shown.find.strip() else "",
        notes_word=notes_word,
    )


def other_checklists(filling: Filling, words: Words) -> tuple[Option, ...]:
    """The other checklists of the visit, for the folded drop-down; keys as `checklist_of` reads them."""
    return tuple(
        Option(f"{_OTHER}{ident.hex()}", words("Checklist: {title}", title=form.title(words.language)))
        for ident, form in filling.work.others
        if ident != filling.response
    )


def checklist_of(key: str) -> EntityId | None:
    """The checklist a key of the drop-down means, None for a section."""
    return EntityId(bytes.fromhex(key.removeprefix(_OTHER))) if key.startswith(_OTHER) else None


def nothing_said(shown: Shown, words: Words) -> str:
    """What an empty middle says."""
    if shown.find.strip():
        return words("No question holds these words.")
    if shown.conflicts:
        return words("No two answers differ.")
    if shown.unanswered:
        return words("Everything in this section is answered.")
    return words("Nothing is asked in this section.")


def section_at(filling: Filling, path: str) -> forms.Section | None:
    """The section of a path, None for one that is not shown."""
    return next((section for section in filling.live.sections() if section.path == path), None)


def section_title(filling: Filling, section: forms.Section) -> str:
    """3 Health care."""
    return f"{section.number}  {section_name(filling, section)}"


def section_name(filling: Filling, section: forms.Section) -> str:
    """Health care."""
    form = filling.definition
    return section.label.text(form.language(filling.language), form.default_language) or section.name


def _section(filling: Filling, tally: Tally) -> SectionRow:
    return SectionRow(
        key=tally.section.path,
        number=str(tally.section.number),
        name=section_name(filling, tally.section),
        done=tally.answered,
        whole=tally.asked,
        conflicts=tally.conflicts,
    )
