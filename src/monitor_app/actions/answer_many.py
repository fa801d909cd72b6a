"""Answer many questions at once, all of them or none: a section read off a paper kit, a section of the demo."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from monitor_app.actions.write import put_all
from monitor_app.base import Canonical, EntityId, SpaceId
from monitor_app.monitoring import AnswerField, Kind, Source
from monitor_app.vault import Changes, Vault, Write


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer with all that stands beside it. `value` is text as the form stores it; an empty note is not written."""

    value: str
    note: str = ""
    sources: frozenset[Source] = frozenset()


def answer_many(
    vault: Vault, space: SpaceId, response: EntityId, answers: Mapping[str, Answered], new_rows: Iterable[str] = ()
) -> Changes:
    """Writes answers by concrete path and adds the repeat rows of those paths first, in one transaction."""
    parts = [str(AnswerField(row, "row")) for row in new_rows]
    fields: list[tuple[str, Canonical]] = [(part, True) for part in parts]
    for path, answered in answers.items():
        fields.append((str(AnswerField(path, "value")), answered.value))
        if answered.note:
            fields.append((str(AnswerField(path, "note")), answered.note))
        ticked = (source for source in Source if source in answered.sources)
        fields += [(str(AnswerField(path, f"source:{source.value}")), True) for source in ticked]
    return put_all(vault, [Write(space, Kind.ANSWER, response, field, value) for field, value in fields])
