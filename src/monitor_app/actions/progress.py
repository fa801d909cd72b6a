"""How far a visit's checklists are: judgement questions answered, of those the forms ask with these answers."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass

from monitor_app import forms
from monitor_app.actions.facilities import zone_of
from monitor_app.actions.open_response import open_response, responses
from monitor_app.base import Problem, SpaceId
from monitor_app.monitoring import Visit, VisitState
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
    context = forms.Context(vault.clock.now(), zone_of(vault, space))
    for response, _ in responses(vault, space):
        with suppress(Problem):  # A form that is not whole on this laptop says so where it is opened.
            answered, of = open_response(vault, space, response).live(context).progress()
            done, asked = done + answered, asked + of
    return Progress(done, asked)
