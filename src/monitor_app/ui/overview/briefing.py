"""The briefing: how long since the last visit, and what its signed report found and recommended. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from monitor_app.actions.overview import Briefing
from monitor_app.base import SpaceId, Words
from monitor_app.monitoring import Finding, FindingKind, Severity, name_of
from monitor_app.ui.look import Tone
from monitor_app.ui.parts.pill import PillView

_TONES: dict[Severity, Tone] = {
    Severity.CRITICAL: "notmet",
    Severity.SERIOUS: "notmet",
    Severity.MODERATE: "partly",
    Severity.MINOR: "na",
}


@dataclass(frozen=True, slots=True)
class AdviceView:
    """A recommendation: to whom and by when in one line; the words themselves."""

    text: str
    line: str


@dataclass(frozen=True, slots=True)
class PastFindingView:
    """A finding of the last signed report with its recommendations."""

    number: str
    pill: PillView
    title: str
    advice: tuple[AdviceView, ...]


@dataclass(frozen=True, slots=True)
class BriefingView:
    """`source` says which visit it comes from; `lines` what to know first; `report_of` opens the signed report."""

    source: str
    lines: tuple[str, ...]
    findings: tuple[PastFindingView, ...]
    report_of: SpaceId | None


def briefing_view(briefing: Briefing, words: Words) -> BriefingView:
    """The briefing in the order it is read."""
    lines = [_since(briefing, words)]
    reported, report = briefing.reported, briefing.report
    if reported is None or report is None:
        if briefing.last is not None:
            lines.append(words("No report of an earlier visit is signed yet."))
        return BriefingView("", tuple(lines), (), None)
    if briefing.last is not None and briefing.last.space != reported.space:
        lines.append(words("The report of the last visit is not signed yet. What follows is from the one before."))
    advice = sum(len(finding.recommendations) for finding in briefing.findings)
    lines.append(words.n("{n} recommendation made", "{n} recommendations made", advice))
    if briefing.after:
        lines.append(
            words.n(
                "{n} change came after version {version} and stands in this list",
                "{n} changes came after version {version} and stand in this list",
                briefing.after,
                version=report.version,
            )
        )
    source = ""
    if reported.first_day and reported.last_day:
        source = words("from {days}", days=words.days(reported.first_day, reported.last_day))
    findings = tuple(_finding(finding, words) for finding in briefing.findings)
    return BriefingView(source, tuple(lines), findings, reported.space)


def _since(briefing: Briefing, words: Words) -> str:
    if briefing.days is None:
        return words("First visit to this place by this programme")
    return words.n("{n} day since the last visit", "{n} days since the last visit", briefing.days)


def _finding(finding: Finding, words: Words) -> PastFindingView:
    if finding.kind is FindingKind.GOOD_PRACTICE or finding.severity is None:
        pill = PillView(words(name_of(finding.kind)), "met")
    else:
        pill = PillView(words(name_of(finding.severity)), _TONES[finding.severity])
    advice = []
    for one in finding.recommendations:
        text = one.texts.get(words.language) or next(iter(one.texts.values()), "")
        line = [one.addressee, words("by {day}", day=words.day(one.due)) if one.due else ""]
        if text:
            advice.append(AdviceView(text, " · ".join(part for part in line if part)))
    return PastFindingView(f"F-{finding.number}", pill, finding.title(words.language), tuple(advice))
