"""The slot file: all the ways into one vault. Changing the passphrase rewrites a slot, never the database.

Bytes: deterministic CBOR of {file, format, vault, generation, slots, mac}, then the SHA-256 of it all. The hash tells
damage from a wrong passphrase before one is typed; the mac, an HMAC under the vault key over everything but itself,
tells of a slot somebody put in, took out or put back.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from monitor_app.base import Canonical, NotCanonical, Problem, Randomness, cbor_bytes, cbor_value, sha256
from monitor_app.base.problems import crypto as problems
from monitor_app.crypto.argon import FLOOR_KIB, Argon2Params
from monitor_app.crypto.refusal import NotAuthentic, WrongPassphrase
from monitor_app.crypto.sealing import authentication, derive, is_authentic
from monitor_app.crypto.slot import Slot, UnknownSlot, VaultKeys, new_slot, slot_from
from monitor_app.crypto.ways_in import (
    OrganisationWay,
    PassphraseWay,
    RecoveryWay,
    Way,
    new_organisation_way,
    new_passphrase_way,
    new_recovery_way,
)

FORMAT = 1
LARGEST_BYTES = 64 * 1024
_FILE = "monitor: slots"
_SUM_BYTES = 32
_W = TypeVar("_W", PassphraseWay, RecoveryWay, OrganisationWay)


@dataclass(frozen=True, slots=True)
class SlotFile:
    """The slots of one vault. A value: each change gives a new one with a higher generation."""

    vault_id: bytes
    generation: int
    slots: tuple[Slot | UnknownSlot, ...]
    mac: bytes

    @classmethod
    def found(cls, vault_id: bytes, keys: VaultKeys) -> SlotFile:
        """The slot file of a new vault, without a way in yet. `vault_id` is 16 bytes."""
        return cls(vault_id, 0, (), b"")._authenticated(keys.vault_key)

    @classmethod
    def parse(cls, data: bytes, floor_kib: int = FLOOR_KIB) -> SlotFile:
        """Reads the bytes of a file. Raises Problem slots-damaged or slots-newer.

        Argon2id below the floor counts as damage; only tests lower the floor.
        """
        said = _whole(data)
        try:
            return _slot_file(said, floor_kib)
        except NotCanonical:
            raise Problem(problems.SLOTS_DAMAGED) from None

    def to_bytes(self) -> bytes:
        """The bytes of the file."""
        said = cbor_bytes({**self._said(), "mac": self.mac})
        return said + sha256(said)

    def unlock(self, passphrase: str) -> bytes:
        """The vault key alone: for daily work. Raises WrongPassphrase, Problem no-such-way-in, slots-damaged."""
        slot, way = self._slot(PassphraseWay)
        try:
            vault_key = slot.open_vault_key(way.slot_key(passphrase), self.vault_id)
        except NotAuthentic:
            raise WrongPassphrase from None
        self._demand_authentic(vault_key)
        return vault_key

    def open_with_passphrase(self, passphrase: str) -> VaultKeys:
        """Both keys, to open an identity or change a slot. Raises as `unlock` does."""
        slot, way = self._slot(PassphraseWay)
        try:
            return self._checked(slot.open_keys(way.slot_key(passphrase), self.vault_id))
        except NotAuthentic:
            raise WrongPassphrase from None

    def open_with_recovery(self, code: bytes) -> VaultKeys:
        """Both keys, by the code of the recovery sheet. Raises Problem recovery-other-sheet, or as `unlock`."""
        slot, way = self._slot(RecoveryWay)
        try:
            return self._checked(slot.open_keys(way.slot_key(code), self.vault_id))
        except NotAuthentic:
            raise Problem(problems.RECOVERY_OTHER_SHEET) from None

    def open_with_organisation(self, private: bytes) -> VaultKeys:
        """Both keys, by the organisation's private key (32 bytes, from two sheets).

        Raises Problem recovery-other-programme, no-such-way-in, slots-damaged.
        """
        slot, way = self._slot(OrganisationWay)
        if not way.is_for(private):
            raise Problem(problems.RECOVERY_OTHER_PROGRAMME)
        try:
            return self._checked(slot.open_keys(way.slot_key(private, self.vault_id), self.vault_id))
        except NotAuthentic:
            raise Problem(problems.SLOTS_DAMAGED) from None

    def with_passphrase(
        self,
        keys: VaultKeys,
        passphrase: str,
        params: Argon2Params,
        randomness: Randomness,
        floor_kib: int = FLOOR_KIB,
    ) -> SlotFile:
        """With this passphrase instead of any other."""
        if not params.bearable(floor_kib):
            raise ValueError("Argon2id outside its bounds")
        way = new_passphrase_way(params, randomness)
        return self._with(keys, way, way.slot_key(passphrase), randomness)

    def with_recovery(self, keys: VaultKeys, code: bytes, randomness: Randomness) -> SlotFile:
        """With this recovery sheet instead of any other."""
        way = new_recovery_way(randomness)
        return self._with(keys, way, way.slot_key(code), randomness)

    def with_organisation(self, keys: VaultKeys, public: bytes, randomness: Randomness) -> SlotFile:
        """With this organisation's recovery key instead of any other. Raises NotAKey."""
        way, slot_key = new_organisation_way(public, self.vault_id, randomness)
        return self._with(keys, way, slot_key, randomness)

    def ways(self) -> tuple[Way, ...]:
        """The ways in this version knows."""
        return tuple(slot.way for slot in self.slots if isinstance(slot, Slot))

    def _with(self, keys: VaultKeys, way: Way, slot_key: bytes, randomness: Randomness) -> SlotFile:
        self._demand_authentic(keys.vault_key)
        slot = new_slot(way, slot_key, keys, self.vault_id, randomness)
        others = tuple(o for o in self.slots if isinstance(o, UnknownSlot) or type(o.way) is not type(way))
        return replace(self, generation=self.generation + 1, slots=(*others, slot))._authenticated(keys.vault_key)

    def _slot(self, kind: type[_W]) -> tuple[Slot, _W]:
        for slot in self.slots:
            if isinstance(slot, Slot) and isinstance(slot.way, kind):
                return slot, slot.way
        raise Problem(problems.NO_SUCH_WAY_IN)

    def _checked(self, keys: VaultKeys) -> VaultKeys:
        self._demand_authentic(keys.vault_key)
        return keys

    def _demand_authentic(self, vault_key: bytes) -> None:
        if not is_authentic(_mac_key(vault_key), cbor_bytes(self._said()), self.mac):
            raise Problem(problems.SLOTS_DAMAGED)

    def _authenticated(self, vault_key: bytes) -> SlotFile:
        return replace(self, mac=authentication(_mac_key(vault_key), cbor_bytes(self._said())))

    def _said(self) -> dict[str, Canonical]:
        return {
            "file": _FILE,
            "format": FORMAT,
            "vault": self.vault_id,
            "generation": self.generation,
            "slots": [slot.said() for slot in self.slots],
        }


def _mac_key(vault_key: bytes) -> bytes:
    return derive(vault_key, "monitor: slot file mac")


def _whole(data: bytes) -> dict[str, Canonical]:
    """The map of an undamaged slot file, of this format."""
    said, sum_ = data[:-_SUM_BYTES], data[-_SUM_BYTES:]
    if len(data) > LARGEST_BYTES or sha256(said) != sum_:
        raise Problem(problems.SLOTS_DAMAGED)
    try:
        value = cbor_value(said)
    except NotCanonical:
        raise Problem(problems.SLOTS_DAMAGED) from None
    if not isinstance(value, Mapping) or value.get("file") != _FILE:
        raise Problem(problems.SLOTS_DAMAGED)
    format_ = value.get("format")
    if type(format_) is int and format_ > FORMAT:
        raise Problem(problems.SLOTS_NEWER)
    if type(format_) is not int:
        raise Problem(problems.SLOTS_DAMAGED)
    return dict(value)


def _slot_file(said: dict[str, Canonical], floor_kib: int) -> SlotFile:
    """Raises NotCanonical where a field has another shape."""
    vault_id, generation, slots, mac = (said.get(name) for name in ("vault", "generation", "slots", "mac"))
    if not isinstance(vault_id, bytes) or type(generation) is not int or not isinstance(mac, bytes):
        raise NotCanonical("a field is missing")
    if not isinstance(slots, Sequence) or isinstance(slots, (str, bytes)):
        raise NotCanonical("the slots are no list")
    file = SlotFile(vault_id, generation, tuple(slot_from(slot) for slot in slots), mac)
    if {**file._said(), "mac": mac} != said:
        raise NotCanonical("another field, or another format")
    for way in file.ways():
        if isinstance(way, PassphraseWay) and not way.params.bearable(floor_kib):
            raise NotCanonical("Argon2id outside its bounds")
    return file
