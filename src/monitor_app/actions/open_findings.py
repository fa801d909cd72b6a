"""Open the findings of a visit: with what may be linked to them, and who may change them."""

from __future__ import annotations

from dataclasses import dataclass

from monitor_app.actions.filled_form import FilledQuestion, filled_forms
from monitor_app.actions.finding import findings
from monitor_app.actions.people import actor
from monitor_app.actions.visits import visit_of
from monitor_app.actions.written_twice import WrittenTwice, written_twice
from monitor_app.base import Language, SpaceId
from monitor_app.monitoring import Deed, Finding, Kind, Visit, may
from monitor_app.vault import Vault

_KINDS = (Kind.FINDING, Kind.EVIDENCE, Kind.RECOMMENDATION)


@dataclass(frozen=True, slots=True)
class OpenFindings:
    """The findings of a visit in their order; `twice` are their fields that two people wrote."""

    visit: Visit
    findings: tuple[Finding, ...]
    twice: tuple[WrittenTwice, ...]
    may_write: bool


def open_findings(vault: Vault, space: SpaceId) -> OpenFindings:
    """Raises Problem work.not-there."""
    return OpenFindings(
        visit_of(vault, space),
        findings(vault, space),
        written_twice(vault, space, _KINDS),
        may(actor(vault, space), Deed(Kind.FINDING, "order")),
    )


def answered_questions(vault: Vault, space: SpaceId, language: Language) -> tuple[FilledQuestion, ...]:
    """The questions of a visit that have an answer or a note, in the order of its checklists: what a finding can rest
    on. Slower than `open_findings`, for it asks the forms."""
    return tuple(
        question
        for form in filled_forms(vault, space, language)
        for question in form.questions
        if question.value or question.state.notes
    )
