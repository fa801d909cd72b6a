"""Reports: content becomes a PDF, a given hand signs it, anybody verifies it.

Nouns: the *content* is everything a report says, frozen; the *pages* are made from it in memory; the *attachment* is
the same content as canonical JSON, whose hash the signature page prints; a *verdict* says what a signature is worth.
Importing this door is light: only the content. The PDF libraries are imported when a verb is first called.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from monitor_app.base import Resources, Words
from monitor_app.reports.content import (
    JUDGEMENTS,
    PROGRESS_STATES,
    SOURCES,
    WITHHELD,
    AcceptedCheck,
    AreaNotSeen,
    ChecklistJudgements,
    CitedStandard,
    Cover,
    Extent,
    Figure,
    Finding,
    FindingKind,
    Judgement,
    JudgementRow,
    KeyFinding,
    Method,
    OtherSummary,
    Outcome,
    OutcomeKind,
    Progress,
    ProgressRow,
    ProgressState,
    Provision,
    Recommendation,
    Register,
    Replaces,
    ReportContent,
    ReportState,
    Severity,
    Shown,
    Signer,
    Snapshot,
    Source,
    Summary,
    Talks,
    TeamMember,
    Theme,
    ThemeCounts,
    UrgentMatter,
    Variant,
    all_findings,
    canonical_json,
    content_hash,
    recommendations_by_date,
    shareable,
    standards_cited,
)

if TYPE_CHECKING:
    from monitor_app.reports.coverage import Uncovered
    from monitor_app.reports.pages.measure import PageSize


def render(
    content: ReportContent, words: Words, resources: Resources, *, check_phrase: str, page_size: PageSize = "letter"
) -> bytes:
    """The report as a PDF, built in memory: the same content gives the same bytes. `words` speak its language;
    `check_phrase` is made outside from the content hash. Raises a Problem where a part does not fit on a page."""
    from monitor_app.reports.fonts import register_fonts  # noqa: PLC0415

    register_fonts(resources)
    from monitor_app.reports.building import build_report  # noqa: PLC0415

    return build_report(content, words, resources, check_phrase, page_size)


def uncovered_characters(content: ReportContent, resources: Resources) -> tuple[Uncovered, ...]:
    """Characters of the content that no font of the report has, with their places. Any one of them stops signing."""
    from monitor_app.reports.coverage import uncovered_characters as uncovered  # noqa: PLC0415

    return uncovered(content, resources)


__all__ = [
    "JUDGEMENTS",
    "PROGRESS_STATES",
    "SOURCES",
    "WITHHELD",
    "AcceptedCheck",
    "AreaNotSeen",
    "ChecklistJudgements",
    "CitedStandard",
    "Cover",
    "Extent",
    "Figure",
    "Finding",
    "FindingKind",
    "Judgement",
    "JudgementRow",
    "KeyFinding",
    "Method",
    "OtherSummary",
    "Outcome",
    "OutcomeKind",
    "Progress",
    "ProgressRow",
    "ProgressState",
    "Provision",
    "Recommendation",
    "Register",
    "Replaces",
    "ReportContent",
    "ReportState",
    "Severity",
    "Shown",
    "Signer",
    "Snapshot",
    "Source",
    "Summary",
    "Talks",
    "TeamMember",
    "Theme",
    "ThemeCounts",
    "UrgentMatter",
    "Variant",
    "all_findings",
    "canonical_json",
    "content_hash",
    "recommendations_by_date",
    "render",
    "shareable",
    "standards_cited",
    "uncovered_characters",
]
