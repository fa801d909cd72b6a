"""Verifying: a file in, a verdict out. Whatever the file is, this gives an answer and never an exception.

One signature is accepted, over the whole file, in exactly the form we write: a file that was added to after signing is
refused even where the addition would be allowed by the format (shadow attacks live there).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from io import BytesIO

from asn1crypto import x509  # type: ignore[import-untyped]
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation.generic_cms import validate_sig_integrity
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

from monitor_app.base import Kind
from monitor_app.base.problems import reports as problems
from monitor_app.reports.claims import claims_of
from monitor_app.reports.hostile import HOSTILE
from monitor_app.reports.signature_form import certificates_in, form_of
from monitor_app.reports.signing import quiet
from monitor_app.reports.trust import leads_to_root
from monitor_app.reports.verdict import Verdict

_LARGEST = 128 * 1024 * 1024


def verdict_on(pdf: bytes, roots: Sequence[bytes], at: datetime | None) -> Verdict:
    """`roots`: DER certificates of programmes one trusts, none to ask only whether the file was changed. `at`: the
    moment for which the certificates must be valid, None for the moment the signer claims."""
    quiet()
    if len(pdf) > _LARGEST:
        return Verdict(readable=False, reasons=(problems.VERIFY_TOO_LARGE,))
    try:
        reader = PdfFileReader(BytesIO(pdf), strict=True)
        if reader.encrypted:
            return Verdict(readable=False, reasons=(problems.VERIFY_ENCRYPTED,))
        signatures = reader.embedded_signatures
        pages = reader.root["/Pages"]["/Count"]
    except HOSTILE:
        return _unparsed(pdf)
    if not signatures:
        return Verdict(readable=pages > 0, reasons=(problems.VERIFY_NOT_SIGNED,))
    if len(signatures) > 1:
        return Verdict(readable=True, signed=True, reasons=(problems.VERIFY_SEVERAL,))
    try:
        return _on_signature(pdf, signatures[0], roots, at)
    except HOSTILE:
        return Verdict(readable=True, signed=True, reasons=(problems.VERIFY_CHANGED,))


def _unparsed(pdf: bytes) -> Verdict:
    """A file that cannot be read to its end. One that carries a signature was changed after it, or cut off."""
    if pdf.lstrip()[:5] == b"%PDF-" and b"/ByteRange" in pdf:
        return Verdict(readable=True, signed=True, reasons=(problems.VERIFY_CHANGED,))
    return Verdict(readable=False, reasons=(problems.VERIFY_NOT_A_PDF,))


def _on_signature(pdf: bytes, signature: EmbeddedPdfSignature, roots: Sequence[bytes], at: datetime | None) -> Verdict:
    chain = certificates_in(signature.signed_data)
    certificate = chain[0] if chain else signature.signer_cert
    same_digest, valid = validate_sig_integrity(
        signature.signer_info, certificate, expected_content_type="data", actual_digest=signature.compute_digest()
    )
    if not (same_digest and valid):
        return Verdict(readable=True, signed=True, reasons=(problems.VERIFY_CHANGED,))
    form = form_of(pdf, [int(one) for one in signature.byte_range], bytes(signature.pkcs7_content))
    verdict = Verdict(readable=True, signed=True, whole_file=form.whole_file)
    if not form.whole_file:
        return replace(verdict, reasons=(problems.VERIFY_ADDED,))
    if not form.ours:
        return replace(verdict, reasons=(problems.VERIFY_OTHER_FORM,))
    signed_at = signature.self_reported_timestamp
    intact = replace(
        verdict,
        intact=True,
        signer=_name(certificate, "common_name"),
        organisation=_name(certificate, "organization_name"),
        fingerprint=certificate.sha256.hex(),
        signed_at=signed_at,
    )
    return _told(pdf, intact, certificate, chain[1:], roots, at or signed_at)


def _told(
    pdf: bytes,
    verdict: Verdict,
    certificate: x509.Certificate,
    others: Sequence[x509.Certificate],
    roots: Sequence[bytes],
    at: datetime | None,
) -> Verdict:
    """Adds whom the roots vouch for and what the content says."""
    reasons: list[Kind] = []
    trusted = None
    if roots:
        trusted = at is not None and leads_to_root(certificate, others, roots, at)
        if not trusted:
            reasons.append(problems.VERIFY_NOT_TRUSTED)
    else:
        reasons.append(problems.VERIFY_NO_ROOT)
    try:
        claims = claims_of(pdf, certificate.sha256.hex())
    except HOSTILE:
        claims = None
    if claims is None:
        return replace(verdict, trusted=trusted, reasons=(*reasons, problems.VERIFY_NO_CONTENT))
    if not claims.hash_matches:
        reasons.insert(0, problems.VERIFY_CONTENT_DIFFERS)
    return replace(
        verdict,
        trusted=trusted,
        number=claims.number,
        version=claims.version,
        role=claims.role,
        content_hash=claims.content_hash,
        content_hash_matches=claims.hash_matches,
        reasons=tuple(reasons),
    )


def _name(certificate: x509.Certificate, part: str) -> str | None:
    said = certificate.subject.native.get(part)
    return said if isinstance(said, str) else None
