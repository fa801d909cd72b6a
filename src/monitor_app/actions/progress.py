"""How far a visit's checklists are: judgement questions answered, of those the forms ask with these answers."""

from __future__ import annotations

from dataclasses import dataclass

from monitor_app import forms
from monitor_app.actions.checklists import definition
from monitor_app.actions.records import records
from monitor_app.base import EntityId, SpaceId
from monitor_app.monitoring import AnswerField, Kind, Visit, VisitState
from monitor_app.vault import Vault


@dataclass(frozen=True, slots=True)
class Progress:
    """Judgement questions answered, of those the form asks."""

    answered: int
    asked: int


def judged(vault: Vault) -> dict[SpaceId, int]:
    """Judgements written per visit, whatever the forms ask now."""
    found: dict[SpaceId, int] = {}
    for (space, _), count in vault.tallies("judged").items():
        found[space] = found.get(space, 0) + count
    return found


def entry_count(vault: Vault, space: SpaceId) -> int:
    """How many entries of a space this vault holds."""
    return sum(number for _, _, number in vault.frontier(space))


def progress(vault: Vault, visit: Visit, answered: int) -> Progress:
    """The progress of a visit. Signed ones keep what was written; for the others the forms are asked, and the result is
    remembered on this device until the visit changes."""
    if visit.state is VisitState.SIGNED:
        return Progress(answered, answered)
    entries = entry_count(vault, visit.space)
    name = f"progress:{visit.space.hex()}"
    kept = vault.setting(name)
    if isinstance(kept, (list, tuple)) and len(kept) == 3 and kept[0] == entries:
        _, done, asked = kept
        if isinstance(done, int) and isinstance(asked, int):
            return Progress(done, asked)
    found = _ask_forms(vault, visit.space)
    vault.set_setting(name, [entries, found.answered, found.asked])
    return found


def _ask_forms(vault: Vault, space: SpaceId) -> Progress:
    done = asked = 0
    for r in records(vault, space, Kind.RESPONSE):
        form = definition(vault, EntityId(r.data("checklist")))
        stored = stored_answers(vault, space, r.id)
        live = forms.LiveResponse(form, stored, forms.Context.at(vault.clock.now()))
        answered, of = live.progress()
        done, asked = done + answered, asked + of
    return Progress(done, asked)


def stored_answers(vault: Vault, space: SpaceId, response: EntityId) -> dict[str, str]:
    """Path -> value as the form engine takes it up; the lowest dot speaks for a path with two answers. A row that
    exists has its path with an empty value."""
    found: dict[str, str] = {}
    removed: set[str] = set()
    for row in sorted(vault.current(space=space, entity_kind=Kind.ANSWER, entity=response), key=lambda row: row.dot):
        part = AnswerField.parse(row.field)
        if part is None:
            continue
        if part.part == "value" and isinstance(row.value, str):
            found.setdefault(part.path, row.value)
        elif part.part == "row":
            if row.value is True:
                found.setdefault(part.path, "")
            else:
                removed.add(part.path)
    removed -= {path for path in removed if path in found}
    return {path: value for path, value in found.items() if not any(path.startswith(gone) for gone in removed)}
