"""Quick notes: written now, filed at a question later."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from monitor_app.actions.people import members
from monitor_app.actions.records import record, records
from monitor_app.actions.write import put, put_all
from monitor_app.base import EntityId, Problem, Randomness, SpaceId
from monitor_app.base.problems import work as problems
from monitor_app.monitoring import AnswerField, Kind
from monitor_app.vault import Changes, Vault, Write


@dataclass(frozen=True, slots=True)
class QuickNote:
    """A note waiting in the inbox; `path` says where it was filed, "" while it waits."""

    id: EntityId
    text: str
    label: str
    at: datetime
    path: str


def quick_notes(vault: Vault, space: SpaceId) -> tuple[QuickNote, ...]:
    """The notes of a visit, the latest first, filed ones included. Where two people changed one, both texts stand."""
    labels = {member.id: member.label for member in members(vault).values()}
    texts = _texts(vault, space)
    found = [
        QuickNote(r.id, texts[r.id], labels.get(r.written["text"].author, ""), r.written["text"].at, r.text("path"))
        for r in records(vault, space, Kind.NOTE)
        if r.id in texts
    ]
    return tuple(reversed(found))


def add_quick_note(vault: Vault, space: SpaceId, text: str, randomness: Randomness) -> EntityId:
    """Keeps a note in the visit's inbox."""
    entity = EntityId(randomness(16))
    put(vault, space, Kind.NOTE, entity, {"text": text})
    return entity


def change_quick_note(vault: Vault, space: SpaceId, note: EntityId, text: str) -> Changes:
    """Changes the words of a waiting note."""
    return put(vault, space, Kind.NOTE, note, {"text": text}, decides=True)


def file_quick_note(vault: Vault, space: SpaceId, note: EntityId, response: EntityId, path: str) -> Changes:
    """Files a note at a question: its words are added below what stands there, in one transaction. What is being typed
    there at this moment is written down first.

    Raises Problem work.not-there.
    """
    vault.flush_drafts()
    found = record(vault, space, Kind.NOTE, note)
    told = _texts(vault, space).get(note, "")
    if found is None or found.deleted or found.text("path") or not told:
        raise Problem(problems.NOT_THERE)
    field = str(AnswerField(path, "note"))
    own = vault.identity.member
    rows = vault.current(space=space, entity_kind=Kind.ANSWER, entity=response, field=field)
    mine = next((row for row in rows if row.author == own), rows[0] if len(rows) == 1 else None)
    before = mine.value if mine is not None and isinstance(mine.value, str) else ""
    text = f"{before}\n\n{told}" if before else told
    return put_all(
        vault,
        [
            Write(space, Kind.ANSWER, response, field, text),
            Write(space, Kind.NOTE, note, "path", path),
        ],
    )


def remove_quick_note(vault: Vault, space: SpaceId, note: EntityId) -> Changes:
    """Takes a note out of the inbox; its history stays."""
    return put(vault, space, Kind.NOTE, note, {"deleted": True}, decides=True)


def _texts(vault: Vault, space: SpaceId) -> dict[EntityId, str]:
    """The words of each note that has any; two people's texts one below the other, the first written first."""
    found: dict[EntityId, list[str]] = {}
    for field in vault.registers(space=space, entity_kind=Kind.NOTE, field="text"):
        said = dict.fromkeys(row.value for row in field.values if isinstance(row.value, str) and row.value.strip())
        found.setdefault(field.place.entity, []).extend(said)
    return {note: "\n\n".join(texts) for note, texts in found.items() if texts}
