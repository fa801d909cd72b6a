"""The entity kinds of the journal and what their fields mean to search and to counting.

Programme space: programme, member, device, facility, checklist, provision, team.
A visit's space: visit, objective, response, answer, note, comment, finding, evidence, recommendation, passage,
acceptance, report, reopening.
An entry of another kind is kept and passed on; nothing here reads it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from monitor_app.base import Canonical
from monitor_app.monitoring.answer_field import AnswerField
from monitor_app.monitoring.terms import Judgement


class Kind(StrEnum):
    """The kinds of entity this app writes."""

    PROGRAMME = "programme"
    MEMBER = "member"
    DEVICE = "device"
    FACILITY = "facility"
    CHECKLIST = "checklist"
    PROVISION = "provision"
    TEAM = "team"
    VISIT = "visit"
    OBJECTIVE = "objective"
    RESPONSE = "response"
    ANSWER = "answer"
    NOTE = "note"
    COMMENT = "comment"
    FINDING = "finding"
    EVIDENCE = "evidence"
    RECOMMENDATION = "recommendation"
    PASSAGE = "passage"
    ACCEPTANCE = "acceptance"
    REPORT = "report"
    REOPENING = "reopening"


PROGRAMME_KINDS = frozenset(
    {Kind.PROGRAMME, Kind.MEMBER, Kind.DEVICE, Kind.FACILITY, Kind.CHECKLIST, Kind.PROVISION, Kind.TEAM}
)

_JUDGEMENTS = frozenset(Judgement)
_COUNTED = frozenset({Kind.FINDING, Kind.RECOMMENDATION})
_SEARCHED: dict[str, tuple[str, ...]] = {
    Kind.FACILITY: ("name.", "city"),
    Kind.VISIT: ("number", "outcome_reason"),
    Kind.OBJECTIVE: ("text",),
    Kind.NOTE: ("text",),
    Kind.COMMENT: ("text",),
    Kind.FINDING: ("title.", "text."),
    Kind.EVIDENCE: ("text",),
    Kind.RECOMMENDATION: ("text.", "addressee"),
    Kind.PASSAGE: ("text.",),
}


@dataclass(frozen=True, slots=True)
class Described:
    """What a value is to search (`text`) and to counting (`counts`, the name of the tally it adds to)."""

    text: str | None = None
    counts: str | None = None


def describe(kind: str, field: str, value: Canonical) -> Described:
    """The one rule of what is found by full-text search and what is counted. Empty values are neither."""
    if value is None or value == "" or value is False:
        return Described()
    if kind == Kind.ANSWER:
        part = AnswerField.parse(field)
        if part is None:
            return Described()
        if part.part == "note":
            return Described(text=value if isinstance(value, str) else None)
        if part.part == "value":
            judged = isinstance(value, str) and value in _JUDGEMENTS
            return Described(None if judged or not isinstance(value, str) else value, "judged" if judged else None)
        return Described()
    text = value if isinstance(value, str) and field.startswith(_SEARCHED.get(kind, ("\0",))) else None
    counts = kind if kind in _COUNTED and field == "order" else None
    return Described(text, counts)
