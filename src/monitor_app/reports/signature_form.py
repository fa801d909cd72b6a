"""The form of our signature, byte for byte: what the digest of the file does not cover must be exactly as we write it.

A PDF signature leaves its own bytes out of the digest: letters of the hex digits, padding, unsigned parts of the CMS
and certificates could be altered without breaking it. So the CMS is put together anew from the parts that the signature
or a signed hash covers, and compared. Source: RFC 5652 (CMS), RFC 5035 (signing-certificate-v2), ISO 32000-1 12.8.1.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from asn1crypto import cms, x509  # type: ignore[import-untyped]

_MECHANISM = "sha256_ecdsa"


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
    """The CMS put together anew; empty where the parts cannot be ours."""
    signed: cms.SignedData = cms.ContentInfo.load(contents)["content"]
    info = signed["signer_infos"][0]
    embedded = {hashlib.sha256(one.chosen.dump()).digest() for one in signed["certificates"]}
    chain = certificates_in(signed)
    if len(signed["signer_infos"]) != 1 or not chain or embedded != set(_named_hashes(signed)):
        return b""
    digest = {"algorithm": "sha256"}
    again = cms.ContentInfo(
        {
            "content_type": "signed_data",
            "content": cms.SignedData(
                {
                    "version": "v1",
                    "digest_algorithms": [digest],
                    "encap_content_info": {"content_type": "data"},
                    "certificates": [cms.CertificateChoices(name="certificate", value=one) for one in chain],
                    "signer_infos": [
                        {
                            "version": "v1",
                            "sid": cms.SignerIdentifier(
                                {
                                    "issuer_and_serial_number": cms.IssuerAndSerialNumber(
                                        {"issuer": chain[0].issuer, "serial_number": chain[0].serial_number}
                                    )
                                }
                            ),
                            "digest_algorithm": digest,
                            "signed_attrs": info["signed_attrs"],
                            "signature_algorithm": {"algorithm": _MECHANISM},
                            "signature": info["signature"],
                        }
                    ],
                }
            ),
        }
    )
    return bytes(again.dump())
