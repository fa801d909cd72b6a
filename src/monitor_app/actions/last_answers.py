"""What the last visit to a facility answered to the same questions."""

from __future__ import annotations

from dataclasses import dataclass

from monitor_app.actions.open_response import answer_states, responses
from monitor_app.actions.visits import earlier_visits
from monitor_app.base import SpaceId
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
