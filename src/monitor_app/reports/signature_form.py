"""The form of our signature, byte for byte: what the digest of the file does not cover must be exactly as we write it.

A PDF signature leaves its own bytes out of the digest: letters of the hex digits, padding, unsigned parts of the CMS
and certificates could be altered without breaking it. So the CMS is put together anew from the parts that the signature
or a signed hash covers, and compared. Source: RFC 5652 (CMS), RFC 5035 (signing-certificate-v2), ISO 32000-1 12.8.1.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from asn1crypto import algos, cms, x509  # type: ignore[import-untyped]

_SEQUENCE, _SET, _OCTETS, _CONTEXT_0 = 0x30, 0x31, 0x04, 0xA0
_VERSION_1 = bytes.fromhex("020101")
_DIGEST = bytes(algos.DigestAlgorithm({"algorithm": "sha256"}).dump())
_MECHANISM = bytes(algos.SignedDigestAlgorithm({"algorithm": "sha256_ecdsa"}).dump())


@dataclass(frozen=True, slots=True)
class Form:
    """`whole_file`: the signed ranges and the signature between them are all there is. `ours`: the signature stands
    there exactly as we write it."""

    whole_file: bool
    ours: bool


def form_of(pdf: bytes, byte_range: Sequence[int], contents: bytes) -> Form:
    """Compares the gap that the byte range leaves with the one our own signature would have. `contents` is what was
    read from it, padding included."""
    start, before, after, rest = byte_range
    whole = start == 0 and 0 < before < after and after + rest == len(pdf)
    gap = pdf[before:after]
    digits = _as_we_write_it(contents).hex().upper().encode()
    return Form(whole, gap == b"<" + digits + b"0" * (len(gap) - len(digits) - 2) + b">")


def certificates_in(signed: cms.SignedData) -> list[x509.Certificate]:
    """The embedded certificates, in the order of the signed attribute: signer, issuer, root."""
    found = {hashlib.sha256(one.chosen.dump()).digest(): one.chosen for one in signed["certificates"]}
    return [found[digest] for digest in _named_hashes(signed)]


def _named_hashes(signed: cms.SignedData) -> list[bytes]:
    for attribute in signed["signer_infos"][0]["signed_attrs"]:
        if attribute["type"].native == "signing_certificate_v2":
            return [bytes(one["cert_hash"].native) for one in attribute["values"][0]["certs"]]
    return []


def _as_we_write_it(contents: bytes) -> bytes:
    """The CMS put together anew from its covered parts; empty where the parts cannot be ours."""
    signed: cms.SignedData = cms.ContentInfo.load(contents)["content"]
    named, embedded = _named_hashes(signed), [bytes(one.chosen.dump()) for one in signed["certificates"]]
    if not named or sorted(named) != sorted(hashlib.sha256(der).digest() for der in embedded):
        return b""
    signer = certificates_in(signed)[0]
    info = signed["signer_infos"][0]
    signer_info = _tlv(
        _SEQUENCE,
        _VERSION_1,
        _tlv(_SEQUENCE, signer.issuer.dump(), signer["tbs_certificate"]["serial_number"].dump()),
        _DIGEST,
        _tlv(_CONTEXT_0, info["signed_attrs"].contents),
        _MECHANISM,
        _tlv(_OCTETS, info["signature"].native),
    )
    signed_data = _tlv(
        _SEQUENCE,
        _VERSION_1,
        _tlv(_SET, _DIGEST),
        _tlv(_SEQUENCE, cms.ContentType("data").dump()),
        _tlv(_CONTEXT_0, *sorted(embedded)),
        _tlv(_SET, signer_info),
    )
    return _tlv(_SEQUENCE, cms.ContentType("signed_data").dump(), _tlv(_CONTEXT_0, signed_data))


def _tlv(tag: int, *parts: bytes) -> bytes:
    """One DER value: tag, the shortest length, contents."""
    body = b"".join(parts)
    if len(body) < 0x80:
        return bytes((tag, len(body))) + body
    length = len(body).to_bytes((len(body).bit_length() + 7) // 8, "big")
    return bytes((tag, 0x80 | len(length))) + length + body
