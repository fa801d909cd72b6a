"""The words a report has for its closed vocabularies."""

from __future__ import annotations

from monitor_app.base import Words
from monitor_app.reports.content import Judgement, OutcomeKind, ProgressState, ReportState, Severity, Source, Variant


def judgement_name(words: Words, judgement: Judgement) -> str:
    """Met / Partly met / ..."""
    return {
        "met": words("Met"),
        "partly": words("Partly met"),
        "not_met": words("Not met"),
        "na": words("Not applicable"),
        "not_assessed": words("Not assessed"),
    }[judgement]


def severity_name(words: Words, severity: Severity) -> str:
    """Critical / Serious / Moderate / Minor."""
    return {
        "critical": words("Critical"),
        "serious": words("Serious"),
        "moderate": words("Moderate"),
        "minor": words("Minor"),
    }[severity]


def source_name(words: Words, source: Source) -> str:
    """Own observation / Detained people / ..."""
    return {
        "observation": words("Own observation"),
        "detained_people": words("Detained people"),
        "staff": words("Staff"),
        "documents": words("Documents"),
        "third_parties": words("Third parties"),
    }[source]


def source_letter(words: Words, source: Source) -> str:
    """The letter of a source in annex A; they differ within each language."""
    return source_key(words, source).split(" ")[0]


def source_key(words: Words, source: Source) -> str:
    """The letter with what it stands for."""
    return {
        "observation": words("O (own observation)"),
        "detained_people": words("P (detained people)"),
        "staff": words("S (staff)"),
        "documents": words("D (documents)"),
        "third_parties": words("T (third parties)"),
    }[source]


def state_name(words: Words, state: ProgressState) -> str:
    """What became of an earlier recommendation."""
    return {
        "implemented": words("Implemented, verified"),
        "partly": words("Partly implemented"),
        "not_implemented": words("Not implemented"),
        "no_longer_relevant": words("No longer relevant"),
        "not_verified": words("Not verified"),
    }[state]


def outcome_name(words: Words, outcome: OutcomeKind) -> str:
    """What became of the visit, as a sentence."""
    return {
        "carried_out": words("The visit was carried out as planned."),
        "cut_short": words("The visit was cut short."),
        "refused": words("The team was refused access. The visit did not take place."),
        "cancelled": words("The visit was cancelled. It did not take place."),
    }[outcome]


def variant_name(words: Words, variant: Variant) -> str:
    """Confidential / Shareable, as the class of the document."""
    return {"confidential": words("Confidential"), "shareable": words("Shareable version")}[variant]


def report_state(words: Words, state: ReportState) -> str:
    """What stands at the head of a page that is not final; empty for a final one."""
    return {"draft": words("Draft, not signed"), "in_review": words("In review, not signed"), "final": ""}[state]
