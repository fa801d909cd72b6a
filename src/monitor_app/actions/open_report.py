"""Open the report of a visit: what it says now, the points before signing, its texts, its signed versions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from monitor_app import reports
from monitor_app.actions.accept_check import accept_check
from monitor_app.actions.before_signing import before_signing
from monitor_app.actions.finding import findings
from monitor_app.actions.passage import Passage, passages
from monitor_app.actions.people import actor
from monitor_app.actions.provisions import corrected
from monitor_app.actions.report_content import ReportWish, report_content
from monitor_app.actions.signed_reports import SignedVersion, reopenings, signed_pdf, signed_versions
from monitor_app.actions.visits import changes_after, visit_of
from monitor_app.actions.written_twice import WrittenTwice, written_twice
from monitor_app.base import Resources, SpaceId, Words
from monitor_app.monitoring import (
    SIGNED,
    Check,
    Deed,
    Finding,
    Kind,
    Reopening,
    SignedReport,
    Visit,
    VisitState,
    may,
)
from monitor_app.standards import Library
from monitor_app.vault import Vault


@dataclass(frozen=True, slots=True)
class OpenReport:
    """A report as it stands. `changes_after` counts what came after the last signed version."""

    visit: Visit
    content: reports.ReportContent
    checks: tuple[Check, ...]
    findings: tuple[Finding, ...]
    passages: Mapping[Passage, Mapping[str, str]]
    twice: tuple[WrittenTwice, ...]
    versions: tuple[SignedVersion, ...]
    reopenings: tuple[Reopening, ...]
    changes_after: int
    may_write: bool
    may_sign: bool
    has_key: bool

    @property
    def is_signed(self) -> bool:
        """Nothing is open: the last version stands, whatever came after it."""
        return self.visit.state is VisitState.SIGNED


def open_report(
    vault: Vault, wish: ReportWish, library: Library, resources: Resources, print_words: Words, words: Words
) -> OpenReport:
    """`print_words` speak the language of the wish, `words` the one of the screen. `library` as it comes with the app.

    Raises Problem work.not-there.
    """
    space = wish.space
    known = corrected(vault, library)
    content = report_content(vault, wish, known, print_words)
    versions = signed_versions(vault, space)
    own = actor(vault, space)
    return OpenReport(
        visit=visit_of(vault, space),
        content=content,
        checks=before_signing(vault, space, content, known, resources, words),
        findings=findings(vault, space),
        passages=passages(vault, space),
        twice=written_twice(vault, space, (Kind.PASSAGE,)),
        versions=versions,
        reopenings=reopenings(vault, space),
        changes_after=changes_after(vault, space, versions[0].signed) if versions else 0,
        may_write=may(own, Deed(Kind.PASSAGE, "text")),
        may_sign=may(own, Deed(Kind.REPORT, SIGNED)),
        has_key=bool(vault.identity.document_private and vault.identity.document_certificate),
    )


def accept_checks(vault: Vault, space: SpaceId, checks: Sequence[Check], reason: str) -> int:
    """Accepts several points with one reason; returns how many. Raises as accept_check does."""
    for check in checks:
        accept_check(vault, space, check, reason)
    return len(checks)


def pdf_to_take_out(vault: Vault, signed: SignedReport, passphrase: str) -> bytes:
    """The PDF of a signed version for a copy outside the vault: the passphrase is asked again first."""
    vault.confirm_passphrase(passphrase)
    return signed_pdf(vault, signed)
