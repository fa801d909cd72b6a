"""The ways into a vault, each leading to a slot key: a passphrase, a recovery sheet, an organisation's recovery key.

A way holds only what may stand openly in the slot file. It is bound to what its slot seals, so none of it can be
weakened or moved to another vault.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from monitor_app.base import Canonical, NotCanonical, Randomness, sha256
from monitor_app.crypto.argon import SALT_BYTES, Argon2Params, stretch
from monitor_app.crypto.kem import kem_key, unwrap, wrap
from monitor_app.crypto.sealing import derive, new_key

RECIPIENT_BYTES = 16


@dataclass(frozen=True, slots=True)
class PassphraseWay:
    """A passphrase, through Argon2id."""

    salt: bytes
    params: Argon2Params

    def slot_key(self, passphrase: str) -> bytes:
        """Takes about a second. Raises Problem too-little-memory."""
        return stretch(passphrase, self.salt, self.params)

    def said(self) -> dict[str, Canonical]:
        """As it stands in the file."""
        at = self.params
        return {
            "kind": "passphrase",
            "salt": self.salt,
            "memory KiB": at.memory_kib,
            "passes": at.passes,
            "lanes": at.lanes,
        }


@dataclass(frozen=True, slots=True)
class RecoveryWay:
    """The 20-byte code of a recovery sheet. The code is random, so it needs no stretching."""

    salt: bytes

    def slot_key(self, code: bytes) -> bytes:
        """At once."""
        return derive(code, "monitor: recovery slot", self.salt)

    def said(self) -> dict[str, Canonical]:
        """As it stands in the file."""
        return {"kind": "recovery", "salt": self.salt}


@dataclass(frozen=True, slots=True)
class OrganisationWay:
    """The organisation's recovery key. `recipient` names it: the first 16 bytes of the hash of its public half."""

    recipient: bytes
    wrapped: bytes

    def slot_key(self, private: bytes, vault_id: bytes) -> bytes:
        """Raises NotAuthentic, or NotAKey for something that is no private key."""
        return unwrap(private, self.wrapped, _organisation_info(vault_id))

    def is_for(self, private: bytes) -> bool:
        """The way was made for this private key. Raises NotAKey."""
        return self.recipient == recipient_of(kem_key(private).public)

    def said(self) -> dict[str, Canonical]:
        """As it stands in the file."""
        return {"kind": "organisation", "recipient": self.recipient, "wrapped": self.wrapped}


Way = PassphraseWay | RecoveryWay | OrganisationWay


def new_passphrase_way(params: Argon2Params, randomness: Randomness) -> PassphraseWay:
    """A way with a fresh salt."""
    return PassphraseWay(randomness(SALT_BYTES), params)


def new_recovery_way(randomness: Randomness) -> RecoveryWay:
    """A way with a fresh salt."""
    return RecoveryWay(randomness(SALT_BYTES))


def new_organisation_way(public: bytes, vault_id: bytes, randomness: Randomness) -> tuple[OrganisationWay, bytes]:
    """A way for the holder of the private half, and its slot key. Raises NotAKey."""
    slot_key = new_key(randomness)
    return OrganisationWay(recipient_of(public), wrap(public, slot_key, _organisation_info(vault_id))), slot_key


def recipient_of(public: bytes) -> bytes:
    """How a way names an organisation's public key."""
    return sha256(public)[:RECIPIENT_BYTES]


def way_from(value: Mapping[str, Canonical]) -> Way | None:
    """The way behind what a file says; None for a kind this version does not know.

    Raises NotCanonical where a known kind has other fields or types.
    """
    kind = value.get("kind")
    if kind == "passphrase":
        params = Argon2Params(_number(value, "memory KiB"), _number(value, "passes"), _number(value, "lanes"))
        way: Way = PassphraseWay(_bytes(value, "salt"), params)
    elif kind == "recovery":
        way = RecoveryWay(_bytes(value, "salt"))
    elif kind == "organisation":
        way = OrganisationWay(_bytes(value, "recipient"), _bytes(value, "wrapped"))
    else:
        return None
    if way.said() != value:
        raise NotCanonical("a way of a known kind has other fields")
    return way


def _organisation_info(vault_id: bytes) -> bytes:
    return b"monitor: organisation slot " + vault_id


def _number(value: Mapping[str, Canonical], name: str) -> int:
    found = value.get(name)
    if type(found) is not int:
        raise NotCanonical("a number is missing")
    return found


def _bytes(value: Mapping[str, Canonical], name: str) -> bytes:
    found = value.get(name)
    if not isinstance(found, bytes):
        raise NotCanonical("bytes are missing")
    return found
