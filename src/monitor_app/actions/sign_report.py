"""Sign a report: freeze it, render and sign it away from the vault, verify it at once, keep it as one entry.

An errand: `pack` on the clerk, `travel` on the courier (it never sees the vault), `unpack` on the clerk.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from monitor_app import crypto, reports
from monitor_app.actions.before_signing import before_signing
from monitor_app.actions.people import actor, me
from monitor_app.actions.report_content import ReportWish, report_content
from monitor_app.actions.visits import visit_of
from monitor_app.actions.write import put
from monitor_app.base import EntityId, Problem, Randomness, Resources, Words, sha256, to_ms
from monitor_app.base.problems import work as problems
from monitor_app.monitoring import SIGNED, Deed, Kind, SignedReport, VisitRole, VisitState, may, name_of
from monitor_app.standards import Library
from monitor_app.vault import Changes, Frontier, Vault


@dataclass(frozen=True, slots=True)
class Frozen:
    """A version as it will be signed. Nothing written from now on is in it."""

    wish: ReportWish
    content: reports.ReportContent
    certificate: bytes
    chain: tuple[bytes, ...]
    private: bytes = field(repr=False)
    at: datetime
    known: Frontier
    signer: bytes


@dataclass(frozen=True, slots=True)
class SignedPdf:
    """The signed bytes, verified under the programme root just after they were made."""

    frozen: Frozen
    pdf: bytes = field(repr=False)


def pack(
    vault: Vault, wish: ReportWish, passphrase: str, library: Library, resources: Resources, words: Words
) -> Frozen:
    """Freezes the version. The whole chain is checked first, the passphrase asked again.

    Raises Problem work.not-allowed, work.visit-signed, work.no-document-key, work.not-ready-to-sign, and the vault's.
    """
    vault.confirm_passphrase(passphrase)
    vault.verify_all()
    if not may(actor(vault, wish.space), Deed(Kind.REPORT, SIGNED)):
        raise Problem(problems.NOT_ALLOWED)
    if visit_of(vault, wish.space).state is VisitState.SIGNED:
        raise Problem(problems.VISIT_SIGNED)
    own = vault.identity
    if not own.document_private or not own.document_certificate:
        raise Problem(problems.NO_DOCUMENT_KEY)
    vault.flush_drafts()
    fingerprint = crypto.fingerprint(own.document_certificate).hex()
    signer = reports.Signer(me(vault).member.label, words(name_of(VisitRole.LEAD)), fingerprint)
    content = report_content(vault, wish, library, words, signer)
    waiting = [check for check in before_signing(vault, wish.space, content, library, resources, words) if check.open]
    if waiting:
        raise Problem(problems.NOT_READY, n=len(waiting))
    return Frozen(
        wish=wish,
        content=content,
        certificate=own.document_certificate,
        chain=(own.issuing_certificate, own.root_certificate),
        private=own.document_private,
        at=vault.clock.now(),
        known=vault.frontier(wish.space),
        signer=own.member,
    )


def travel(frozen: Frozen, resources: Resources, words: Words) -> SignedPdf:
    """Renders, signs, verifies. Raises Problem work.signature-not-confirmed and the reports room's."""
    phrase = crypto.check_phrase(reports.content_hash(frozen.content), frozen.content.language)
    pdf = reports.sign_pdf(
        reports.render(frozen.content, words, resources, check_phrase=phrase),
        signer_certificate_der=frozen.certificate,
        chain_ders=frozen.chain,
        sign_raw=crypto.document_signer(frozen.private),
        at=frozen.at,
        reason=frozen.content.number,
    )
    verdict = reports.verify_pdf(pdf, [frozen.chain[-1]], frozen.at)
    if not verdict.confirmed:
        raise Problem(problems.SIGNATURE_NOT_CONFIRMED)
    return SignedPdf(frozen, pdf)


def unpack(vault: Vault, signed: SignedPdf, randomness: Randomness) -> Changes:
    """Keeps the PDF in the vault and writes the one entry that says so. Raises Problem work.changed-meanwhile where the
    same version was signed in the meantime."""
    frozen, content = signed.frozen, signed.frozen.content
    if visit_of(vault, frozen.wish.space).version >= content.version:
        raise Problem(problems.CHANGED_MEANWHILE)
    pdf_hash = sha256(signed.pdf).hex()
    version = SignedReport(
        version=content.version,
        number=content.number,
        at_ms=to_ms(frozen.at),
        pdf=pdf_hash,
        content=reports.content_hash(content).hex(),
        fingerprint=content.signer.fingerprint if content.signer else "",
        signer=frozen.signer,
        language=content.language,
        variant=content.variant,
        entries=sum(number for _, _, number in frozen.known),
        known=tuple((bytes(device), bytes(incarnation), number) for device, incarnation, number in frozen.known),
    )
    entity = EntityId(randomness(16))
    return put(vault, frozen.wish.space, Kind.REPORT, entity, {SIGNED: version.value()}, blobs=[signed.pdf])


def sign_report(
    vault: Vault,
    wish: ReportWish,
    passphrase: str,
    library: Library,
    resources: Resources,
    words: Words,
    randomness: Randomness,
) -> Changes:
    """The whole errand in one thread: for the verbs without a window."""
    frozen = pack(vault, wish, passphrase, library, resources, words)
    return unpack(vault, travel(frozen, resources, words), randomness)
