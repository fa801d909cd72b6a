"""Signing: a built report gets its one signature, PAdES B-B, by a hand this room never sees the key of.

The field is in place already; the signature certifies the document (DocMDP: no changes) and covers all of it. The frame
on the page stays ours, so do the version in the catalog and the file's own dates.
Source: ETSI EN 319 142-1 5.3 (PAdES B-B); report design, sections 5 and 6.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from asn1crypto import tsp, x509  # type: ignore[import-untyped]
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.sign.attributes import CMSAttributeProvider, SignedAttributeProviderSpec
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, Signer
from pyhanko.sign.signers.constants import ESIC_EXTENSION_1
from pyhanko.sign.signers.pdf_signer import PdfSigningSession
from pyhanko.stamp import NoOpStampStyle
from pyhanko_certvalidator.registry import SimpleCertificateStore

from monitor_app.base import Problem
from monitor_app.base.problems import reports as problems

FIELD_NAME = "TeamLead"
"""The signature field that rendering puts on the last page."""

SignRaw = Callable[[bytes, str], bytes]
"""Signs data: given the bytes and the name of a digest ("sha256"), gives the DER signature of the holder's key."""

_ROOM_FOR_ATTRIBUTES = 2048
_ECDSA_BYTES = 72


def sign_report(
    pdf: bytes,
    *,
    signer_certificate_der: bytes,
    chain_ders: Sequence[bytes],
    sign_raw: SignRaw,
    at: datetime,
    reason: str,
) -> bytes:
    """The signed file. `chain_ders`: the certificates above the signer's, up to and with the programme root; each is
    named in the signed attributes. Raises Problem where the file has no free signature field or cannot be read."""
    quiet()
    try:
        hand = _GivenHand(signer_certificate_der, chain_ders, sign_raw)
        settings = PdfSignatureMetadata(
            field_name=FIELD_NAME,
            md_algorithm="sha256",
            reason=reason,
            name=hand.subject_name,
            certify=True,
            subfilter=SigSeedSubFilter.PADES,
            docmdp_permissions=MDPPerm.NO_CHANGES,
        )
        signed = _ReportSigner(settings, hand, at).sign_pdf(
            _SameInformationWriter(BytesIO(pdf)), existing_fields_only=True, bytes_reserved=hand.bytes_reserved()
        )
    except (PdfError, SigningError, ValueError, TypeError, LookupError) as error:
        raise Problem(problems.NOT_SIGNED) from error
    return bytes(signed.getvalue())


def quiet() -> None:
    """The library logs paths inside a document, which hold its words; nothing of a report reaches a log."""
    for name in ("pyhanko", "pyhanko_certvalidator"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)


class _GivenHand(Signer):
    """Signs through the given function; names the whole chain in the signed attributes."""

    def __init__(self, certificate: bytes, chain: Sequence[bytes], sign_raw: SignRaw) -> None:
        self.chain = [x509.Certificate.load(der, strict=True) for der in (certificate, *chain)]
        self.sign_raw = sign_raw
        store = SimpleCertificateStore()  # type: ignore[no-untyped-call]
        store.register_multiple(self.chain[1:])
        super().__init__(signing_cert=self.chain[0], cert_registry=store, embed_roots=True)
        self.signed_attr_prov_spec = _NameTheChain(self.chain)

    def bytes_reserved(self) -> int:
        """Hex digits kept free for the signature."""
        return 2 * (sum(len(one.dump()) for one in self.chain) + _ROOM_FOR_ATTRIBUTES)

    async def async_sign_raw(self, data: bytes, digest_algorithm: str, dry_run: bool = False) -> bytes:
        return bytes(_ECDSA_BYTES) if dry_run else self.sign_raw(data, digest_algorithm)


class _NameTheChain(SignedAttributeProviderSpec):
    """Signed attributes of PAdES: no signing time in the CMS, the certificates by their hashes."""

    def __init__(self, chain: Sequence[x509.Certificate]) -> None:
        self.chain = chain

    def signed_attr_providers(self, data_digest: bytes, digest_algorithm: str) -> Iterable[CMSAttributeProvider]:
        yield _ChainAttribute(self.chain)


class _ChainAttribute(CMSAttributeProvider):
    """signing-certificate-v2 with every certificate of the chain, the signer's first. Source: RFC 5035, section 3."""

    attribute_type = "signing_certificate_v2"

    def __init__(self, chain: Sequence[x509.Certificate]) -> None:
        self.chain = chain

    async def build_attr_value(self, dry_run: bool = False) -> tsp.SigningCertificateV2:
        return tsp.SigningCertificateV2({"certs": [_certificate_id(one) for one in self.chain]})


def _certificate_id(certificate: x509.Certificate) -> tsp.ESSCertIDv2:
    return tsp.ESSCertIDv2(
        {
            "hash_algorithm": {"algorithm": "sha256"},
            "cert_hash": certificate.sha256,
            "issuer_serial": {
                "issuer": [x509.GeneralName(name="directory_name", value=certificate.issuer)],
                "serial_number": certificate["tbs_certificate"]["serial_number"].native,
            },
        }
    )


class _ReportSigner(PdfSigner):
    """Keeps our frame on the page and PDF 1.7 in the catalog, and signs at a given moment."""

    def __init__(self, settings: PdfSignatureMetadata, signer: Signer, at: datetime) -> None:
        super().__init__(settings, signer, stamp_style=NoOpStampStyle())
        self.at = at

    def register_extensions(self, pdf_out: Any, *, md_algorithm: str) -> None:
        """Only the extension of PAdES itself: the one for elliptic curves would raise the version to 2.0."""
        pdf_out.register_extension(ESIC_EXTENSION_1)

    def init_signing_session(self, pdf_out: Any, existing_fields_only: bool = False) -> PdfSigningSession:
        session = super().init_signing_session(pdf_out, existing_fields_only)
        session.system_time = self.at.astimezone(UTC)
        return session


class _SameInformationWriter(IncrementalPdfFileWriter):
    """Adds the signature and leaves title, producer and dates of the file as they were built."""

    def _update_meta(self) -> None:
        return
