"""What the last visit to a facility answered to the same questions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from monitor_app.actions.filled_form import FilledForm, filled_form
from monitor_app.actions.open_response import answer_states, responses
from monitor_app.actions.visits import earlier_visits
from monitor_app.base import EntityId, Language, Problem, SpaceId
from monitor_app.monitoring import Visit
from monitor_app.vault import Vault


@dataclass(frozen=True, slots=True)
class LastAnswer:
    """What the last visit to the facility answered to the same question."""

    value: str
    note: str
    visit: SpaceId


def last_answers(vault: Vault, visit: Visit, form_id: str) -> tuple[Visit | None, dict[str, LastAnswer]]:
    """The answers of the latest earlier visit to the facility that used the same form, by path."""
    for earlier in earlier_visits(vault, visit):
        for response, form in responses(vault, earlier.space):
            if form.form_id != form_id:
                continue
            states, _ = answer_states(vault, earlier.space, response)
            found = {
                path: LastAnswer(state.values[0].text, state.notes[0].text if state.notes else "", earlier.space)
                for path, state in states.items()
                if state.values and state.values[0].text
            }
            if found:
                return earlier, found
    return None, {}


@dataclass(frozen=True, slots=True)
class VisitBefore:
    """The visit before: its last day, and its filled-in form for each response of this visit that has the like."""

    day: date | None = None
    forms: Mapping[EntityId, FilledForm] = field(default_factory=dict)


def visit_before(vault: Vault, visit: Visit, forms: Sequence[FilledForm], language: Language) -> VisitBefore:
    """The latest earlier visit to the facility that answered one of the same checklists, as its forms ask now: what was
    answered to a question that is not asked any more counts for nothing."""
    for earlier in earlier_visits(vault, visit):
        kept = {checklist.form_id: response for response, checklist in responses(vault, earlier.space)}
        found = {}
        for form in forms:
            response = kept.get(form.checklist.form_id)
            filled = _filled(vault, earlier.space, response, language) if response is not None else None
            if filled is not None and any(q.value for q in filled.questions):
                found[form.response] = filled
        if found:
            return VisitBefore(earlier.last_day, found)
    return VisitBefore()


def _filled(vault: Vault, space: SpaceId, response: EntityId, language: Language) -> FilledForm | None:
    """None where the form that visit was pinned to cannot be read on this laptop."""
    try:
        return filled_form(vault, space, response, language)
    except Problem:
        return None
