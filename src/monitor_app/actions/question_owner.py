"""Which checklist of a visit asks a question."""

from __future__ import annotations

from monitor_app import forms
from monitor_app.actions.checklists import definition
from monitor_app.actions.open_response import responses
from monitor_app.base import EntityId, SpaceId
from monitor_app.vault import Vault


def question_owner(vault: Vault, space: SpaceId, path: str) -> EntityId | None:
    """The first response of the visit whose form has a question at this path; None where none has."""
    generic = forms.generic_path(path)
    for response, checklist in responses(vault, space):
        if generic in definition(vault, checklist.id).items:
            return response
    return None
