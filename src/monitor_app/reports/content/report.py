"""ReportContent: everything one report says, frozen; the pages and the attachment are both made from it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from monitor_app.reports.content.annexes import AcceptedCheck, ChecklistJudgements, Progress, Signer
from monitor_app.reports.content.findings import Finding, Provision, Recommendation, Theme
from monitor_app.reports.content.front import NO_SUMMARY, Cover, OtherSummary, Summary, ThemeCounts
from monitor_app.reports.content.visit import Method, Snapshot

Variant = Literal["confidential", "shareable"]
ReportState = Literal["draft", "in_review", "final"]


@dataclass(frozen=True, slots=True)
class Replaces:
    """The version that this one replaces, and why the report was reopened."""

    version: int
    reason: str


@dataclass(frozen=True, slots=True)
class ReportContent:
    """All texts are in `language` except `other_summary`. Parts without data are left out of the pages.

    A shareable report holds no urgent matters and no checklist judgements, neither on pages nor in the attachment:
    raises ValueError (make it with `shareable`). `small_group_below`: counts of people from 1 to that number less one
    are shown as "< n"; None where the rule is not applied. A final report names its signer and has a signature page; a
    draft has none and says on every page that it is one.
    """

    language: Literal["en", "fr"]
    variant: Variant
    state: ReportState
    number: str
    version: int
    day: date
    programme: str
    organisation: str
    cover: Cover
    summary: Summary = NO_SUMMARY
    other_summary: OtherSummary | None = None
    judgements: tuple[ThemeCounts, ...] = ()
    unanswered: int = 0
    snapshot: Snapshot | None = None
    method: Method | None = None
    themes: tuple[Theme, ...] = ()
    progress: Progress | None = None
    checklists: tuple[ChecklistJudgements, ...] = ()
    accepted: tuple[AcceptedCheck, ...] = ()
    signer: Signer | None = None
    replaces: Replaces | None = None
    small_group_below: int | None = 5

    def __post_init__(self) -> None:
        other = self.other_summary.summary if self.other_summary else NO_SUMMARY
        if self.variant == "shareable" and (self.checklists or self.summary.urgent or other.urgent):
            raise ValueError("a shareable report holds no urgent matters and no judgements")
        if self.state == "final" and self.signer is None:
            raise ValueError("a final report names its signer")


@dataclass(frozen=True, slots=True)
class CitedStandard:
    """A provision with the findings that cite it, for annex B."""

    provision: Provision
    findings: tuple[int, ...]


def shareable(content: ReportContent) -> ReportContent:
    """The same report without what only its addressees may read. Small groups are suppressed harder outside."""
    other = content.other_summary
    return replace(
        content,
        variant="shareable",
        checklists=(),
        summary=replace(content.summary, urgent=()),
        other_summary=replace(other, summary=replace(other.summary, urgent=())) if other else None,
    )


def all_findings(content: ReportContent) -> tuple[Finding, ...]:
    """The findings in the order they are printed."""
    return tuple(finding for theme in content.themes for finding in theme.findings)


def recommendations_by_date(content: ReportContent) -> tuple[Recommendation, ...]:
    """All recommendations, the soonest first, those without a date last."""
    found = [item for finding in all_findings(content) for item in finding.recommendations]
    return tuple(sorted(found, key=lambda item: (item.due or date.max, _order(item.number))))


def standards_cited(content: ReportContent) -> tuple[CitedStandard, ...]:
    """Each provision cited by a finding once, instruments in the order of their first mention."""
    findings: dict[str, list[int]] = {}
    provisions: dict[str, Provision] = {}
    for finding in all_findings(content):
        for provision in finding.provisions:
            provisions.setdefault(provision.key, provision)
            numbers = findings.setdefault(provision.key, [])
            if finding.number not in numbers:
                numbers.append(finding.number)
    instruments = list(dict.fromkeys(item.instrument for item in provisions.values()))
    ordered = sorted(
        provisions.values(),
        key=lambda item: (instruments.index(item.instrument), _order(item.provision or item.citation)),
    )
    return tuple(CitedStandard(item, tuple(findings[item.key])) for item in ordered)


def _order(text: str) -> tuple[tuple[int, str], ...]:
    """Numbers inside a text compare as numbers: 3.2 before 3.10."""
    parts: list[tuple[int, str]] = []
    digits, letters = "", ""
    for char in text + " ":
        if char.isdecimal():
            digits += char
            continue
        if digits:
            parts.append((int(digits), letters))
            digits, letters = "", ""
        letters += char
    return (*parts, (-1, letters))
