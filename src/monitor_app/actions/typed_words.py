"""What was typed becomes one entry; its draft goes in the same transaction, so that none comes back over it.

For typed facts and quick notes; notes of questions have `answer.write_note`.
"""

from __future__ import annotations

from monitor_app.actions.write import permit
from monitor_app.base import EntityId, SpaceId
from monitor_app.monitoring import AnswerField, Kind
from monitor_app.vault import Changes, Dot, Vault, Write


def answer_typed(
    vault: Vault, space: SpaceId, response: EntityId, path: str, value: str, saw: tuple[Dot, ...] | None = None
) -> Changes:
    """Writes a fact that was typed ("" clears it)."""
    return _put(vault, Write(space, Kind.ANSWER, response, fact_field(path), value, "ordinary", saw))


def keep_note(vault: Vault, space: SpaceId, note: EntityId, text: str) -> Changes:
    """Keeps a quick note under the id its draft was typed under."""
    return _put(vault, Write(space, Kind.NOTE, note, "text", text))


def fact_field(path: str) -> str:
    """The field name of a question's answer."""
    return str(AnswerField(path, "value"))


def _put(vault: Vault, write: Write) -> Changes:
    permit(vault, [write])
    return vault.append([write])
