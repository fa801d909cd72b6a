"""The ways into an open vault, and changing them: a slot is rewritten, never the database."""

from __future__ import annotations

from pathlib import Path

from monitor_app.base import Problem, Randomness
from monitor_app.base.problems import vault as problems
from monitor_app.crypto import Argon2Params, SlotFile, VaultKeys
from monitor_app.vault.slot_files import write_slots
from monitor_app.vault.unlocking import confirm


class Ways:
    """Changing a slot needs both keys of the vault. They are here only between a confirmation (or a recovery) and the
    change it is for, or the next write, whichever comes first."""

    __slots__ = ("_floor_kib", "_folder", "_keys", "_randomness", "slots")

    def __init__(
        self, folder: Path, slots: SlotFile, keys: VaultKeys | None, randomness: Randomness, floor_kib: int
    ) -> None:
        self._folder = folder
        self._keys = keys
        self._randomness = randomness
        self._floor_kib = floor_kib
        self.slots = slots

    def confirm(self, passphrase: str) -> None:
        """The person at the keyboard knows the passphrase. Raises Problem wrong-passphrase."""
        self._keys = confirm(self.slots, passphrase)

    def set_passphrase(self, new: str, argon: Argon2Params) -> None:
        """A new passphrase instead of the old one. Raises Problem not-confirmed, disk-full, disk-fails."""
        keys = self._demand_keys()
        self._replace(self.slots.with_passphrase(keys, new, argon, self._randomness, self._floor_kib))

    def set_recovery(self, code: bytes) -> None:
        """A new recovery sheet instead of the old one. Raises Problem not-confirmed, disk-full, disk-fails."""
        self._replace(self.slots.with_recovery(self._demand_keys(), code, self._randomness))

    def forget_keys(self) -> None:
        """The confirmation counts no more."""
        self._keys = None

    def rewrite(self) -> None:
        """Writes both copies of the slot file anew."""
        write_slots(self._folder, self.slots)

    def _replace(self, slots: SlotFile) -> None:
        write_slots(self._folder, slots)
        self.slots = slots
        self.forget_keys()

    def _demand_keys(self) -> VaultKeys:
        if self._keys is None:
            raise Problem(problems.NOT_CONFIRMED)
        return self._keys
