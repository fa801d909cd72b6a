"""What was answered and noted at a question over time, by whom: nothing that was written is ever lost."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from monitor_app.actions.people import members
from monitor_app.base import EntityId, SpaceId
from monitor_app.monitoring import AnswerField, Kind
from monitor_app.vault import Vault


@dataclass(frozen=True, slots=True)
class Written:
    """One thing written at a question: its answer or its note, "" where it was cleared."""

    part: Literal["value", "note"]
    text: str
    label: str
    at: datetime


def answer_history(vault: Vault, space: SpaceId, response: EntityId, path: str) -> tuple[Written, ...]:
    """Everything written at a question, the latest first. What this laptop holds no key for is left out."""
    labels = {member.id: member.label for member in members(vault).values()}
    parts: tuple[Literal["value", "note"], ...] = ("value", "note")
    found = [
        Written(part, row.value, labels.get(row.author, ""), row.at)
        for part in parts
        for row in vault.history(space, Kind.ANSWER, response, str(AnswerField(path, part)))
        if isinstance(row.value, str)
    ]
    return tuple(sorted(found, key=lambda one: one.at, reverse=True))
