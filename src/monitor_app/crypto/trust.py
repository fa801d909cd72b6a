"""Reads certificates, and says whether a programme's root stands behind one.

Source: RFC 5280 6.1, by the library's own path building.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeVar

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from cryptography.x509.verification import Criticality, ExtensionPolicy, Policy, PolicyBuilder, Store, VerificationError

from monitor_app.base import sha256
from monitor_app.crypto.certificates import DOCUMENT_SIGNING, JOURNAL_SIGNING, load_certificate
from monitor_app.crypto.refusal import NotACertificate, NotAKey
from monitor_app.crypto.signing import public_bytes

_E = TypeVar("_E", bound=x509.ExtensionType)

Use = Literal["root", "issuing", "document", "journal", "other"]


@dataclass(frozen=True, slots=True)
class CertificateFacts:
    """What a certificate says: labels and organisation as written in it, aware UTC dates, SHA-256 of its DER."""

    subject: str
    organisation: str
    issuer: str
    use: Use
    not_before: datetime
    not_after: datetime
    fingerprint: bytes
    public: bytes


def fingerprint(der: bytes) -> bytes:
    """SHA-256 of a certificate, 32 bytes."""
    return sha256(der)


def describe(der: bytes) -> CertificateFacts:
    """The facts of a certificate, trusted or not. Raises NotACertificate, NotAKey for another kind of key."""
    certificate = load_certificate(der)
    try:
        return CertificateFacts(
            subject=_part(certificate.subject, NameOID.COMMON_NAME),
            organisation=_part(certificate.subject, NameOID.ORGANIZATION_NAME),
            issuer=_part(certificate.issuer, NameOID.COMMON_NAME),
            use=_use(certificate),
            not_before=certificate.not_valid_before_utc,
            not_after=certificate.not_valid_after_utc,
            fingerprint=fingerprint(der),
            public=_public(certificate),
        )
    except (ValueError, x509.DuplicateExtension):
        raise NotACertificate from None


def issued_by(leaf: bytes, chain: Sequence[bytes], root: bytes, at: datetime, use: Use | None = None) -> bool:
    """The root stands behind the leaf at that instant, through the issuers in `chain` (any order, root not needed).

    The leaf must be one that signs, not one that issues; with `use` it must be made for that use. Everything is DER;
    what cannot be read is not trusted.
    """
    try:
        anchors = Store([load_certificate(root)])
        issuers = [load_certificate(der) for der in chain]
        policy = PolicyBuilder().store(anchors).time(at).extension_policies(ca_policy=_issuers(), ee_policy=_signers())
        policy.build_client_verifier().verify(load_certificate(leaf), issuers)
        return use is None or describe(leaf).use == use
    except (VerificationError, NotACertificate, NotAKey):
        return False


def _issuers() -> ExtensionPolicy:
    by_constraints = ExtensionPolicy.permit_all().require_present(x509.BasicConstraints, Criticality.CRITICAL, None)
    return by_constraints.require_present(x509.KeyUsage, Criticality.CRITICAL, _may_issue)


def _signers() -> ExtensionPolicy:
    return ExtensionPolicy.permit_all().require_present(x509.KeyUsage, Criticality.CRITICAL, _may_sign)


def _may_issue(_policy: Policy, _certificate: x509.Certificate, usage: x509.KeyUsage) -> None:
    if not usage.key_cert_sign:
        raise ValueError("not made for issuing")


def _may_sign(_policy: Policy, _certificate: x509.Certificate, usage: x509.KeyUsage) -> None:
    if usage.key_cert_sign or not (usage.digital_signature and usage.content_commitment):
        raise ValueError("not made for signing")


def _public(certificate: x509.Certificate) -> bytes:
    try:
        key = certificate.public_key()
    except UnsupportedAlgorithm:
        raise NotAKey from None
    if not isinstance(key, ec.EllipticCurvePublicKey) or not isinstance(key.curve, ec.SECP256R1):
        raise NotAKey
    return public_bytes(key)


def _use(certificate: x509.Certificate) -> Use:
    constraints = _extension(certificate, x509.BasicConstraints)
    if constraints is not None and constraints.ca:
        return "root" if certificate.issuer == certificate.subject else "issuing"
    purposes = _extension(certificate, x509.ExtendedKeyUsage) or ()
    if JOURNAL_SIGNING in purposes:
        return "journal"
    return "document" if DOCUMENT_SIGNING in purposes else "other"


def _extension(certificate: x509.Certificate, kind: type[_E]) -> _E | None:
    try:
        return certificate.extensions.get_extension_for_class(kind).value
    except x509.ExtensionNotFound:
        return None


def _part(name: x509.Name, oid: x509.ObjectIdentifier) -> str:
    found = name.get_attributes_for_oid(oid)
    return str(found[0].value) if found else ""
