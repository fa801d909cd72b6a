"""Certificates as files: PEM for people and programs, DER inside."""

from __future__ import annotations

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from monitor_app.crypto.certificates import load_certificate
from monitor_app.crypto.refusal import NotACertificate

_LARGEST = 64 * 1024


def to_pem(der: bytes) -> str:
    """A certificate as PEM text. Raises NotACertificate."""
    return load_certificate(der).public_bytes(Encoding.PEM).decode("ascii")


def certificate_of(data: bytes) -> bytes:
    """The DER of a certificate file, PEM or DER (of several in one PEM file the first). Raises NotACertificate."""
    if len(data) > _LARGEST:
        raise NotACertificate
    if b"-----BEGIN" not in data:
        return load_certificate(data).public_bytes(Encoding.DER)
    try:
        return x509.load_pem_x509_certificate(data).public_bytes(Encoding.DER)
    except ValueError as error:
        raise NotACertificate from error
