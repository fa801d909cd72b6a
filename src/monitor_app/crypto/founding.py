"""Founds a programme: its root, its first issuer, and the root's key put away for the recovery officers.

The root's private key has no other place: the caller seals it to recovery and drops it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from monitor_app.base import Randomness
from monitor_app.crypto.certificates import Holder, Issuer, issuing_certificate, root_certificate
from monitor_app.crypto.kem import unwrap, wrap
from monitor_app.crypto.signing import new_signing_key

_INFO = b"monitor: programme root"


@dataclass(frozen=True, slots=True)
class FoundedRoot:
    """A new programme's certificates (DER) and private keys (PKCS#8 DER)."""

    root_cert_der: bytes
    issuing_cert_der: bytes
    issuing_private: bytes = field(repr=False)
    root_private: bytes = field(repr=False)

    def issuer(self) -> Issuer:
        """Who issues from now on."""
        return Issuer(self.issuing_cert_der, self.issuing_private)


def found_root(
    label: str, organisation: str, at: datetime, randomness: Randomness, issuing_label: str = ""
) -> FoundedRoot:
    """A root labelled `label` and its issuing certificate, labelled `issuing_label` or `label` with a 1."""
    root, issuing = new_signing_key(randomness), new_signing_key(randomness)
    root_der = root_certificate(Holder(label, organisation, root.public), root.private, at, randomness)
    holder = Holder(issuing_label or f"{label} 1", organisation, issuing.public)
    issuing_der = issuing_certificate(Issuer(root_der, root.private), holder, at, randomness)
    return FoundedRoot(root_der, issuing_der, issuing.private, root.private)


def seal_root_to_recovery(root_private: bytes, recovery_public: bytes) -> bytes:
    """The root's private key, readable with the organisation's recovery key only. Raises NotAKey."""
    return wrap(recovery_public, root_private, _INFO)


def open_root_from_recovery(sealed: bytes, recovery_private: bytes) -> bytes:
    """The root's private key again, to renew the issuer. Raises NotAuthentic, NotAKey."""
    return unwrap(recovery_private, sealed, _INFO)
