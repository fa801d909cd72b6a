"""Trust: whether a signer's certificate leads to one of the given roots, was valid then, and may sign documents."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import datetime

from asn1crypto import x509  # type: ignore[import-untyped]
from pyhanko_certvalidator import CertificateValidator, ValidationContext
from pyhanko_certvalidator.errors import PathBuildingError, PathValidationError, ValidationError

_DOCUMENT_SIGNING = "1.3.6.1.5.5.7.3.36"
_KEY_USAGE = {"digital_signature", "non_repudiation"}


def leads_to_root(
    signer: x509.Certificate, others: Sequence[x509.Certificate], roots: Sequence[bytes], at: datetime
) -> bool:
    """Checked without a network: names, signatures, dates, basic constraints, key usage. A certificate of a device's
    journal signs no document. Source: RFC 5280 section 6; RFC 9336."""
    usage = signer.extended_key_usage_value
    if usage is None or _DOCUMENT_SIGNING not in {str(one.dotted) for one in usage}:
        return False
    context = ValidationContext(
        trust_roots=[x509.Certificate.load(root, strict=True) for root in roots],
        other_certs=list(others),
        allow_fetching=False,
        moment=at,
        revocation_mode="soft-fail",
    )
    validator = CertificateValidator(signer, intermediate_certs=list(others), validation_context=context)
    try:
        asyncio.run(validator.async_validate_usage(_KEY_USAGE))  # type: ignore[no-untyped-call]
    except (PathBuildingError, PathValidationError, ValidationError):
        return False
    return True
