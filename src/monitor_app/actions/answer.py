"""Answer a question: its value, its note, its sources; answer beside a colleague; settle two answers."""

from __future__ import annotations

from datetime import datetime

from monitor_app.actions.write import permit, put_one
from monitor_app.base import Canonical, EntityId, SpaceId
from monitor_app.monitoring import AnswerField, Kind, Source
from monitor_app.vault import Changes, Dot, Vault, Write


def answer(
    vault: Vault, space: SpaceId, response: EntityId, path: str, value: str, saw: tuple[Dot, ...] | None = None
) -> Changes:
    """Writes the answer to a question ("" clears it). `saw`: the dots on the screen when the person chose.

    An answer that is no longer the only one keeps the other: see house page, "The one idea".
    """
    return put_one(vault, space, Kind.ANSWER, response, f"{path}#value", value, saw=saw)


def answer_too(vault: Vault, space: SpaceId, response: EntityId, path: str, value: str) -> Changes:
    """Answers beside a colleague: both answers stay until one of them or the lead settles it."""
    return put_one(vault, space, Kind.ANSWER, response, f"{path}#value", value, mode="beside")


def settle(
    vault: Vault, space: SpaceId, kind: Kind, entity: EntityId, field: str, value: Canonical, saw: tuple[Dot, ...]
) -> Changes:
    """Settles siblings: one chosen, both combined in a new text, or the text that keeps both. `saw` are the siblings
    that were on the screen; one that came meanwhile stays, and what is being typed there is in the history. Raises
    Problem work.not-allowed for a bystander."""
    write = Write(space, kind, entity, field, value, "settle", saw)
    permit(vault, [write])
    if any(draft.place == write.place and draft.value != value for draft in vault.drafts()):
        vault.flush_drafts()
    return put_one(vault, space, kind, entity, field, value, mode="settle", saw=saw)


def write_note(
    vault: Vault, space: SpaceId, response: EntityId, path: str, text: str, saw: tuple[Dot, ...] | None = None
) -> Changes:
    """Writes the note to a question as one entry and drops its draft."""
    write = Write(space, Kind.ANSWER, response, f"{path}#note", text, "ordinary", saw)
    permit(vault, [write])
    return vault.append([write])


def draft(vault: Vault, space: SpaceId, kind: Kind, entity: EntityId, field: str, text: str) -> datetime:
    """Keeps what is being typed, durably: "Saved" is true of it. It becomes one entry on leaving the field, on lock,
    before an exchange or after 60 s. Returns the time of the commit."""
    write = Write(space, kind, entity, field, text)
    permit(vault, [write])
    return vault.save_draft(write)


def note_field(path: str) -> str:
    """The field name of a question's note."""
    return str(AnswerField(path, "note"))


def tick_source(vault: Vault, space: SpaceId, response: EntityId, path: str, source: Source, on: bool) -> Changes:
    """Ticks or unticks a source of an answer. Each source is its own register: two people's ticks add up."""
    return put_one(vault, space, Kind.ANSWER, response, f"{path}#source:{source.value}", on)


def add_row(vault: Vault, space: SpaceId, response: EntityId, row_path: str) -> Changes:
    """Adds a repeat row; `row_path` ends with its random id (`/data/areas[3f2a...]`)."""
    return put_one(vault, space, Kind.ANSWER, response, f"{row_path}#row", True)


def remove_row(vault: Vault, space: SpaceId, response: EntityId, row_path: str) -> Changes:
    """Takes a repeat row out of the form. Its answers stay in the history; adding the row again shows them."""
    return put_one(vault, space, Kind.ANSWER, response, f"{row_path}#row", False)
