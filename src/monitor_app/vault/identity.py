"""Who a vault belongs to, and the private keys of this laptop and this person. Kept nowhere but inside the vault."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Any, cast

from monitor_app.base import Canonical, DeviceId, IncarnationId, MemberId, SpaceId


@dataclass(frozen=True, slots=True)
class Identity:
    """`journal_private` signs segments and wraps, `document_private` PDFs, `issuing_private` certificates (a
    coordinator's only): P-256, PKCS#8 DER. `kem_private` is a KEM seed of 32 bytes, `recovery_public` the
    organisation's KEM public key. Certificates are DER. What this person or laptop does not have is empty."""

    member: MemberId
    device: DeviceId
    incarnation: IncarnationId
    programme: SpaceId
    journal_private: bytes = field(repr=False)
    kem_private: bytes = field(repr=False)
    recovery_public: bytes = field(repr=False)
    document_private: bytes = field(repr=False, default=b"")
    issuing_private: bytes = field(repr=False, default=b"")
    root_certificate: bytes = field(repr=False, default=b"")
    issuing_certificate: bytes = field(repr=False, default=b"")
    journal_certificate: bytes = field(repr=False, default=b"")
    document_certificate: bytes = field(repr=False, default=b"")

    def said(self) -> dict[str, Canonical]:
        """As it is kept in the vault."""
        return {each.name: getattr(self, each.name) for each in fields(self)}


def identity_from(value: Canonical) -> Identity:
    """The identity a vault keeps; names of a later version are left out."""
    kept = cast("dict[str, Any]", value)
    return Identity(**{each.name: kept[each.name] for each in fields(Identity) if each.name in kept})
