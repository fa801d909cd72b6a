"""Certificates: who holds a key, said by the programme. Root -> issuing -> a document key per person, a journal key
per device. P-256 throughout; DER in and out.

A certificate is valid from a day before it is made, because the clocks of a team's laptops differ; never longer than
its issuer. Names are cut to 64 bytes, the bound of X.520.
Source: RFC 5280; RFC 9336 (document signing).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from monitor_app.base import Problem, Randomness
from monitor_app.base.problems import crypto as problems
from monitor_app.crypto.refusal import NotACertificate
from monitor_app.crypto.signing import load_private, load_public

ROOT_SPAN = timedelta(days=20 * 365)
ISSUING_SPAN = timedelta(days=10 * 365)
LEAF_SPAN = timedelta(days=3 * 365)
CLOCK_LEEWAY = timedelta(days=1)
DOCUMENT_SIGNING = x509.ObjectIdentifier("1.3.6.1.5.5.7.3.36")
JOURNAL_SIGNING = x509.ObjectIdentifier("2.25.99932324152694195171290254213374905026")
"""Our own purpose, from the arc that needs no registration (ITU-T X.667): such a key signs no document."""
_NAME_BYTES = 64
_SERIAL_BYTES = 16


@dataclass(frozen=True, slots=True)
class Issuer:
    """Who issues: a CA certificate (DER) and its private key (PKCS#8 DER)."""

    certificate: bytes
    private: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Holder:
    """Who is certified: a label people know them by, their organisation, and their public key."""

    label: str
    organisation: str
    public: bytes


def root_certificate(holder: Holder, private: bytes, at: datetime, randomness: Randomness) -> bytes:
    """The programme root: self-signed, may certify one level of issuers, 20 years. `private` is the holder's own."""
    builder = _builder(holder, load_public(holder.public), at, randomness)
    builder = builder.issuer_name(_name(holder)).not_valid_after(at + ROOT_SPAN)
    return _signed(_for_issuing(builder, path_length=1), private)


def issuing_certificate(
    root: Issuer, holder: Holder, at: datetime, randomness: Randomness, span: timedelta = ISSUING_SPAN
) -> bytes:
    """An issuer under the root: certifies people and devices only, 10 years. Raises Problem issuer-not-valid."""
    return _signed(_for_issuing(_under(root, holder, at, span, randomness), path_length=0), root.private)


def document_certificate(
    issuer: Issuer, holder: Holder, at: datetime, randomness: Randomness, span: timedelta = LEAF_SPAN
) -> bytes:
    """A person's, to sign PDFs. Without emailProtection, pdfsig and openssl distrust it. Raises issuer-not-valid."""
    purposes = [DOCUMENT_SIGNING, ExtendedKeyUsageOID.EMAIL_PROTECTION]
    return _signed(_for_signing(_under(issuer, holder, at, span, randomness), purposes), issuer.private)


def journal_certificate(
    issuer: Issuer, holder: Holder, at: datetime, randomness: Randomness, span: timedelta = LEAF_SPAN
) -> bytes:
    """A device's, to sign what it writes. It signs no PDF. Raises Problem issuer-not-valid."""
    return _signed(_for_signing(_under(issuer, holder, at, span, randomness), [JOURNAL_SIGNING]), issuer.private)


def load_certificate(der: bytes) -> x509.Certificate:
    """The library's certificate. Raises NotACertificate."""
    try:
        return x509.load_der_x509_certificate(der)
    except (ValueError, x509.InvalidVersion):
        raise NotACertificate from None


def _under(
    issuer: Issuer, holder: Holder, at: datetime, span: timedelta, randomness: Randomness
) -> x509.CertificateBuilder:
    above = load_certificate(issuer.certificate)
    if not above.not_valid_before_utc <= at < above.not_valid_after_utc:
        raise Problem(problems.ISSUER_NOT_VALID)
    builder = _builder(holder, load_private(issuer.private).public_key(), at, randomness)
    return builder.issuer_name(above.subject).not_valid_after(min(at + span, above.not_valid_after_utc))


def _builder(
    holder: Holder, issuer_public: ec.EllipticCurvePublicKey, at: datetime, randomness: Randomness
) -> x509.CertificateBuilder:
    public = load_public(holder.public)
    return (
        x509.CertificateBuilder()
        .subject_name(_name(holder))
        .public_key(public)
        .serial_number(int.from_bytes(randomness(_SERIAL_BYTES), "big") | 1 << 8 * _SERIAL_BYTES)
        .not_valid_before(at.astimezone(UTC) - CLOCK_LEEWAY)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_public), critical=False)
    )


def _for_issuing(builder: x509.CertificateBuilder, path_length: int) -> x509.CertificateBuilder:
    return builder.add_extension(x509.BasicConstraints(ca=True, path_length=path_length), critical=True).add_extension(
        _key_usage(issuing=True), critical=True
    )


def _for_signing(builder: x509.CertificateBuilder, purposes: list[x509.ObjectIdentifier]) -> x509.CertificateBuilder:
    return (
        builder.add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_key_usage(issuing=False), critical=True)
        .add_extension(x509.ExtendedKeyUsage(purposes), critical=False)
    )


def _key_usage(*, issuing: bool) -> x509.KeyUsage:
    """Issuing: keyCertSign, cRLSign. Signing: digitalSignature, nonRepudiation."""
    return x509.KeyUsage(
        digital_signature=not issuing,
        content_commitment=not issuing,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=issuing,
        crl_sign=issuing,
        encipher_only=False,
        decipher_only=False,
    )


def _signed(builder: x509.CertificateBuilder, private: bytes) -> bytes:
    certificate = builder.sign(load_private(private), SHA256(), ecdsa_deterministic=True)
    return certificate.public_bytes(Encoding.DER)


def _name(holder: Holder) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, _cut(holder.organisation)),
            x509.NameAttribute(NameOID.COMMON_NAME, _cut(holder.label)),
        ]
    )


def _cut(text: str) -> str:
    """At most 64 bytes of UTF-8, an ellipsis where something is missing."""
    plain = " ".join(text.split())
    if len(plain.encode()) <= _NAME_BYTES:
        return plain
    kept = plain.encode()[: _NAME_BYTES - len("…".encode())].decode(errors="ignore")
    return f"{kept.rstrip()}…"
