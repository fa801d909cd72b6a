"""One slot of the slot file: a way in, and the vault's two keys sealed under the key the way leads to.

The two keys are sealed apart, so that daily work opens the vault key without the inner key ever being in memory.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from monitor_app.base import Canonical, NotCanonical, Randomness, cbor_bytes, cbor_value
from monitor_app.crypto.kem import kem_key
from monitor_app.crypto.sealing import new_key, open_sealed, seal
from monitor_app.crypto.ways_in import Way, way_from


@dataclass(frozen=True, slots=True)
class VaultKeys:
    """The two keys of a vault, 32 bytes each. The inner key opens identities only; drop it as soon as one is closed."""

    vault_key: bytes = field(repr=False)
    inner_key: bytes = field(repr=False)

    def identity_public(self) -> bytes:
        """The public half of the inner key (which is also a KEM seed): writing an identity needs nothing else."""
        return kem_key(self.inner_key).public


def new_vault_keys(randomness: Randomness) -> VaultKeys:
    """Fresh keys for a new vault."""
    return VaultKeys(new_key(randomness), new_key(randomness))


@dataclass(frozen=True, slots=True)
class Slot:
    """A way in and what it opens."""

    way: Way
    vault_key: bytes
    inner_key: bytes

    def open_vault_key(self, slot_key: bytes, vault_id: bytes) -> bytes:
        """Raises NotAuthentic where the slot key is not this slot's."""
        return open_sealed(slot_key, self.vault_key, _context(self.way, vault_id, "vault key"))

    def open_keys(self, slot_key: bytes, vault_id: bytes) -> VaultKeys:
        """Both keys. Raises NotAuthentic."""
        inner_key = open_sealed(slot_key, self.inner_key, _context(self.way, vault_id, "inner key"))
        return VaultKeys(self.open_vault_key(slot_key, vault_id), inner_key)

    def said(self) -> dict[str, Canonical]:
        """As it stands in the file."""
        return {**self.way.said(), "vault key": self.vault_key, "inner key": self.inner_key}


@dataclass(frozen=True, slots=True)
class UnknownSlot:
    """A slot of a kind this version does not know: kept and passed on as it is."""

    as_read: bytes

    def said(self) -> Canonical:
        """As it stands in the file."""
        return cbor_value(self.as_read)


def new_slot(way: Way, slot_key: bytes, keys: VaultKeys, vault_id: bytes, randomness: Randomness) -> Slot:
    """Seals the keys of a vault under a slot key."""
    return Slot(
        way,
        seal(slot_key, keys.vault_key, _context(way, vault_id, "vault key"), randomness),
        seal(slot_key, keys.inner_key, _context(way, vault_id, "inner key"), randomness),
    )


def slot_from(value: Canonical) -> Slot | UnknownSlot:
    """The slot behind a value of the file. Raises NotCanonical where a known kind has another shape."""
    if not isinstance(value, Mapping) or not isinstance(value.get("kind"), str):
        raise NotCanonical("a slot has a kind")
    said = dict(value)
    vault_key, inner_key = said.pop("vault key", None), said.pop("inner key", None)
    way = way_from(said)
    if way is None:
        return UnknownSlot(cbor_bytes(value))
    if not isinstance(vault_key, bytes) or not isinstance(inner_key, bytes):
        raise NotCanonical("a slot seals two keys")
    return Slot(way, vault_key, inner_key)


def _context(way: Way, vault_id: bytes, part: str) -> bytes:
    return cbor_bytes({"for": "monitor: slot", "vault": vault_id, "part": part, "way": way.said()})
