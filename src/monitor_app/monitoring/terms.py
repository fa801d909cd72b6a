"""The closed vocabularies of the field, with the words people read. The values are what the journal stores.

Source of the words: the programme's glossary (product page) and the visual language (French forms).
"""

from __future__ import annotations

from enum import StrEnum

from monitor_app.base import mark


class Judgement(StrEnum):
    """How a standard-based question is judged. Not assessed is an answer; empty is not."""

    MET = "met"
    PARTLY = "partly"
    NOT_MET = "not_met"
    NA = "na"
    NOT_ASSESSED = "not_assessed"


class Source(StrEnum):
    """Where an answer comes from."""

    DETAINED = "detained_people"
    STAFF = "staff"
    OBSERVATION = "observation"
    DOCUMENTS = "documents"
    THIRD_PARTIES = "third_parties"


class VisitKind(StrEnum):
    """Why a visit is made."""

    PLANNED = "planned"
    FOLLOW_UP = "follow_up"
    AD_HOC = "ad_hoc"
    NOTIFICATION = "notification"


class Outcome(StrEnum):
    """What became of a visit. Each has its report: a refused visit can be reported and signed too."""

    CARRIED_OUT = "carried_out"
    CUT_SHORT = "cut_short"
    REFUSED = "refused"
    CANCELLED = "cancelled"


class VisitState(StrEnum):
    """Where a visit stands, in the order of work."""

    PLANNED = "planned"
    IN_PROGRESS = "in_progress"
    IN_REVIEW = "in_review"
    SIGNED = "signed"


class FindingKind(StrEnum):
    """A concern, or a good practice worth recording."""

    CONCERN = "concern"
    GOOD_PRACTICE = "good_practice"


class Severity(StrEnum):
    """How serious a concern is."""

    CRITICAL = "critical"
    SERIOUS = "serious"
    MODERATE = "moderate"
    MINOR = "minor"


class Extent(StrEnum):
    """One person's case, or how the place works."""

    INDIVIDUAL = "individual"
    SYSTEMIC = "systemic"


class ProgrammeRole(StrEnum):
    """What a member is in the programme. A lead may plan visits and leads those; see permission.py."""

    VISITOR = "visitor"
    LEAD = "lead"
    COORDINATOR = "coordinator"


class VisitRole(StrEnum):
    """What a member is in one visit."""

    VISITOR = "visitor"
    LEAD = "lead"


class Relation(StrEnum):
    """How evidence bears on a finding."""

    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"


_NAMES: dict[type[StrEnum], dict[str, str]] = {
    Judgement: {
        Judgement.MET: mark("Met"),
        Judgement.PARTLY: mark("Partly met"),
        Judgement.NOT_MET: mark("Not met"),
        Judgement.NA: mark("N/A"),
        Judgement.NOT_ASSESSED: mark("Not assessed"),
    },
    Source: {
        Source.DETAINED: mark("Detained people"),
        Source.STAFF: mark("Staff"),
        Source.OBSERVATION: mark("Observation"),
        Source.DOCUMENTS: mark("Documents"),
        Source.THIRD_PARTIES: mark("Third parties"),
    },
    VisitKind: {
        VisitKind.PLANNED: mark("Planned visit"),
        VisitKind.FOLLOW_UP: mark("Follow-up visit"),
        VisitKind.AD_HOC: mark("Ad hoc visit"),
        VisitKind.NOTIFICATION: mark("Visit after an incident"),
    },
    Outcome: {
        Outcome.CARRIED_OUT: mark("Carried out"),
        Outcome.CUT_SHORT: mark("Cut short"),
        Outcome.REFUSED: mark("Access refused"),
        Outcome.CANCELLED: mark("Cancelled"),
    },
    VisitState: {
        VisitState.PLANNED: mark("Planned"),
        VisitState.IN_PROGRESS: mark("In progress"),
        VisitState.IN_REVIEW: mark("In review"),
        VisitState.SIGNED: mark("Signed"),
    },
    FindingKind: {
        FindingKind.CONCERN: mark("Concern"),
        FindingKind.GOOD_PRACTICE: mark("Good practice"),
    },
    Severity: {
        Severity.CRITICAL: mark("Critical"),
        Severity.SERIOUS: mark("Serious"),
        Severity.MODERATE: mark("Moderate"),
        Severity.MINOR: mark("Minor"),
    },
    Extent: {
        Extent.INDIVIDUAL: mark("Individual"),
        Extent.SYSTEMIC: mark("Systemic"),
    },
    ProgrammeRole: {
        ProgrammeRole.VISITOR: mark("Visitor"),
        ProgrammeRole.LEAD: mark("Team lead"),
        ProgrammeRole.COORDINATOR: mark("Coordinator"),
    },
    VisitRole: {
        VisitRole.VISITOR: mark("Visitor"),
        VisitRole.LEAD: mark("Team lead"),
    },
    Relation: {
        Relation.SUPPORTS: mark("Supports"),
        Relation.CONTRADICTS: mark("Contradicts"),
    },
}


def name_of(term: StrEnum) -> str:
    """The English name of a term, for the catalogue: `words(name_of(Judgement.MET))`."""
    return _NAMES[type(term)][term]
