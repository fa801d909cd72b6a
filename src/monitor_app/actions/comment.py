"""Comments at a question or a finding: said to colleagues, open until somebody resolves them. Never printed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from monitor_app.actions.people import members
from monitor_app.actions.records import records
from monitor_app.actions.write import put
from monitor_app.base import EntityId, Randomness, SpaceId
from monitor_app.monitoring import Kind
from monitor_app.vault import Changes, Vault


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment; `path` is the question's path, `finding` the finding it stands at (empty otherwise)."""

    id: EntityId
    text: str
    path: str
    finding: bytes
    label: str
    at: datetime
    resolved: bool


def comments(vault: Vault, space: SpaceId) -> tuple[Comment, ...]:
    """All comments of a visit, the oldest first."""
    labels = {member.id: member.label for member in members(vault).values()}
    return tuple(
        Comment(
            r.id,
            r.text("text"),
            r.text("path"),
            r.data("finding"),
            labels.get(r.written["text"].author, ""),
            r.written["text"].at,
            r.true("resolved"),
        )
        for r in records(vault, space, Kind.COMMENT)
        if r.text("text")
    )


def add_comment(
    vault: Vault, space: SpaceId, text: str, randomness: Randomness, *, path: str = "", finding: bytes = b""
) -> EntityId:
    """Says something to the team at a question or a finding."""
    entity = EntityId(randomness(16))
    place = {"path": path} if path else {"finding": finding}
    put(vault, space, Kind.COMMENT, entity, {"text": text, **place})
    return entity


def resolve_comment(vault: Vault, space: SpaceId, comment: EntityId, resolved: bool = True) -> Changes:
    """Closes a comment, or opens it again."""
    return put(vault, space, Kind.COMMENT, comment, {"resolved": resolved}, decides=True)
