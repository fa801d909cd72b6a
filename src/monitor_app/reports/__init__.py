"""Reports: content becomes a PDF, a given hand signs it, anybody verifies it.

Nouns: the *content* is everything a report says, frozen; the *pages* are made from it in memory; the *attachment* is
the same content as canonical JSON, whose hash the signature page prints; a *verdict* says what a signature is worth.
Importing this door is light: only the content. The PDF libraries are imported when a verb is first called.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from importlib import import_module
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
from monitor_app.reports.verdict import Verdict

if TYPE_CHECKING:
    from monitor_app.reports.coverage import Uncovered
    from monitor_app.reports.images import cleaned as clean_image
    from monitor_app.reports.pages.measure import PageSize
    from monitor_app.reports.pictures import OutlineEntry, PageImage, PageImages, page_of_finding
    from monitor_app.reports.pictures import outline_of as outline
    from monitor_app.reports.signing import SignRaw
    from monitor_app.reports.signing import sign_report as sign_pdf

_LAZY = {
    "OutlineEntry": ("pictures", "OutlineEntry"),
    "PageImage": ("pictures", "PageImage"),
    "PageImages": ("pictures", "PageImages"),
    "PageSize": ("pages.measure", "PageSize"),
    "SignRaw": ("signing", "SignRaw"),
    "Uncovered": ("coverage", "Uncovered"),
    "clean_image": ("images", "cleaned"),
    "outline": ("pictures", "outline_of"),
    "page_of_finding": ("pictures", "page_of_finding"),
    "sign_pdf": ("signing", "sign_report"),
}


def __getattr__(name: str) -> object:
    if name not in _LAZY:
        raise AttributeError(name)
    module, attribute = _LAZY[name]
    return getattr(import_module(f"monitor_app.reports.{module}"), attribute)


def render(
    content: ReportContent, words: Words, resources: Resources, *, check_phrase: str, page_size: PageSize = "letter"
) -> bytes:
    """The report as a PDF, built in memory: the same content gives the same bytes. `words` speak its language;
    `check_phrase` is made outside from the content hash. Raises a Problem where a part does not fit on a page."""
    _drawing(resources)
    from monitor_app.reports.building import build_report  # noqa: PLC0415

    return build_report(content, words, resources, check_phrase, page_size)


def uncovered_characters(content: ReportContent, resources: Resources) -> tuple[Uncovered, ...]:
    """Characters of the content that no font of the report has, with their places. Any one of them stops signing."""
    from monitor_app.reports.coverage import uncovered_characters as uncovered  # noqa: PLC0415

    return uncovered(content, resources)


def verify_pdf(pdf: bytes, roots: Sequence[bytes] = (), at: datetime | None = None) -> Verdict:
    """What a signed report is worth, whatever the bytes are; never an exception. `roots`: DER certificates one trusts;
    without them `trusted` stays None. `at`: when the certificates must be valid; None: when the signer says."""
    from monitor_app.reports.verifying import verdict_on  # noqa: PLC0415

    return verdict_on(pdf, roots, at)


def render_pages(pdf: bytes) -> PageImages:
    """The pages of a PDF to be drawn one by one, in memory; close it when done. Raises Problem for no PDF."""
    from monitor_app.reports.pictures import PageImages  # noqa: PLC0415

    return PageImages(pdf)


def recovery_sheet_pdf(
    groups: Sequence[str],
    words: Words,
    resources: Resources,
    *,
    day: date,
    label: str = "",
    page_size: PageSize = "letter",
) -> bytes:
    """A person's recovery sheet on one page: the code in its groups, what it is for, how to keep it."""
    _drawing(resources)
    from monitor_app.reports.sheets import recovery_sheet  # noqa: PLC0415

    return recovery_sheet(groups, words, label=label, day=day, page_size=page_size)


def share_sheet_pdf(
    share: Sequence[str],
    words: Words,
    resources: Resources,
    *,
    number: int,
    day: date,
    of: int = 3,
    needed: int = 2,
    label: str = "",
    page_size: PageSize = "letter",
) -> bytes:
    """One of the organisation's sheets on one page: its words (20 to 33), numbered."""
    _drawing(resources)
    from monitor_app.reports.sheets import share_sheet  # noqa: PLC0415

    return share_sheet(share, words, number=number, of=of, needed=needed, label=label, day=day, page_size=page_size)


def _drawing(resources: Resources) -> None:
    """The fonts must be known before the modules that draw are imported."""
    from monitor_app.reports.fonts import register_fonts  # noqa: PLC0415

    register_fonts(resources)


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
    "OutlineEntry",
    "PageImage",
    "PageImages",
    "PageSize",
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
    "SignRaw",
    "Signer",
    "Snapshot",
    "Source",
    "Summary",
    "Talks",
    "TeamMember",
    "Theme",
    "ThemeCounts",
    "Uncovered",
    "UrgentMatter",
    "Variant",
    "Verdict",
    "all_findings",
    "canonical_json",
    "clean_image",
    "content_hash",
    "outline",
    "page_of_finding",
    "recommendations_by_date",
    "recovery_sheet_pdf",
    "render",
    "render_pages",
    "share_sheet_pdf",
    "shareable",
    "sign_pdf",
    "standards_cited",
    "uncovered_characters",
    "verify_pdf",
]
