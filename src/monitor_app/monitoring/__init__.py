"""Monitoring: the domain, pure. What a visit, an answer, a finding and a report check are, and who may do what.

Nouns: a *record* is what is currently known of one entity; a *term* is a word of a closed vocabulary; a *deed* is one
write by an *actor*; a *check* is something to solve or look at before signing.
"""

from monitor_app.monitoring.answer_field import AnswerField
from monitor_app.monitoring.check import TITLES, Asked, Check, CheckCode, Laptop, Place, Printed, SigningState, checks
from monitor_app.monitoring.finding import Evidence, Finding, Recommendation, read_findings
from monitor_app.monitoring.kinds import PROGRAMME_KINDS, Described, Kind, describe
from monitor_app.monitoring.numbering import between, next_report_number
from monitor_app.monitoring.permission import Actor, Deed, may
from monitor_app.monitoring.record import Record, Writing
from monitor_app.monitoring.report_entry import (
    REOPENED,
    SIGNED,
    Reopening,
    SignedReport,
    read_reopening,
    read_signed,
)
from monitor_app.monitoring.small_group import WITHHELD, Total, shown, small
from monitor_app.monitoring.small_words import counts_people
from monitor_app.monitoring.terms import (
    Extent,
    FindingKind,
    Judgement,
    Outcome,
    ProgrammeRole,
    Relation,
    Severity,
    Source,
    VisitKind,
    VisitRole,
    VisitState,
    name_of,
)
from monitor_app.monitoring.visit import Visit, day, read_visit, term

__all__ = [
    "PROGRAMME_KINDS",
    "REOPENED",
    "SIGNED",
    "TITLES",
    "WITHHELD",
    "Actor",
    "AnswerField",
    "Asked",
    "Check",
    "CheckCode",
    "Deed",
    "Described",
    "Evidence",
    "Extent",
    "Finding",
    "FindingKind",
    "Judgement",
    "Kind",
    "Laptop",
    "Outcome",
    "Place",
    "Printed",
    "ProgrammeRole",
    "Recommendation",
    "Record",
    "Relation",
    "Reopening",
    "Severity",
    "SignedReport",
    "SigningState",
    "Source",
    "Total",
    "Visit",
    "VisitKind",
    "VisitRole",
    "VisitState",
    "Writing",
    "between",
    "checks",
    "counts_people",
    "day",
    "describe",
    "may",
    "name_of",
    "next_report_number",
    "read_findings",
    "read_reopening",
    "read_signed",
    "read_visit",
    "shown",
    "small",
    "term",
]
