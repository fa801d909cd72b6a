"""The signed versions as the panel shows them. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from monitor_app.actions.open_report import OpenReport
from monitor_app.actions.signed_reports import SignedVersion
from monitor_app.base import Words


@dataclass(frozen=True, slots=True)
class VersionView:
    """One signed version; `reopened` is the reason with which it was reopened, "" where it was not."""

    key: str
    title: str
    line: str
    reopened: str = ""


@dataclass(frozen=True, slots=True)
class SignedView:
    """`news` says what came after the last version, "" for nothing; `may_reopen` offers the next one."""

    versions: tuple[VersionView, ...]
    is_signed: bool
    news: str
    may_reopen: bool


def signed_view(report: OpenReport, words: Words) -> SignedView:
    """The versions, the latest first, and what came after."""
    reasons = {one.version: one.reason for one in report.reopenings}
    news = ""
    if report.is_signed and report.changes_after:
        news = words.n(
            "{n} change came after version {version}",
            "{n} changes came after version {version}",
            report.changes_after,
            version=report.visit.version,
        )
    return SignedView(
        tuple(_version(one, reasons.get(one.signed.version, ""), words) for one in report.versions),
        report.is_signed,
        news,
        report.is_signed and report.may_sign,
    )


def version_of(versions: Sequence[SignedVersion], key: str) -> SignedVersion | None:
    """The version a key names."""
    return next((one for one in versions if str(one.signed.version) == key), None)


def draft_name(report: OpenReport, words: Words) -> str:
    """What the pill beside the title says of the report: signed, in review, or a draft of which version."""
    if report.is_signed:
        return words("Version {version} signed", version=report.visit.version)
    if report.content.state == "in_review":
        return words("In review")
    return words("Draft of version {version}", version=report.content.version)


def language_name(language: str) -> str:
    """A language in its own word."""
    return {"en": "English", "fr": "Français"}.get(language, language)


def variant_name(variant: str, words: Words) -> str:
    """Confidential or shareable."""
    return words("Shareable") if variant == "shareable" else words("Confidential")


def _version(one: SignedVersion, reason: str, words: Words) -> VersionView:
    signed = one.signed
    line = " · ".join((variant_name(signed.variant, words), language_name(signed.language), words.moment(one.at)))
    return VersionView(str(signed.version), words("Version {version}", version=signed.version), line, reason)
