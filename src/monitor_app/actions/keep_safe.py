"""Keep the vault safe: backups, restore, passphrase, recovery sheet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from monitor_app import crypto
from monitor_app.actions.world import World
from monitor_app.base import Randomness
from monitor_app.monitoring import describe
from monitor_app.vault import BackupReport, Vault, restore_backup


def back_up(vault: Vault, folder: Path) -> BackupReport:
    """Makes an encrypted copy in a chosen folder and verifies it by opening. Raises the vault's Problems."""
    report = vault.backup_to(folder)
    vault.set_setting("last_backup_ms", report.at_ms)
    return report


def restore(backup: Path, folder: Path, passphrase: str, world: World) -> Vault:
    """Opens a backup as a new vault in `folder`, with a new incarnation: both copies can go on without harm."""
    return restore_backup(
        backup, folder, passphrase, world.clock, world.randomness, describe, floor_kib=world.floor_kib
    )


def change_passphrase(vault: Vault, old: str, new: str, world: World) -> None:
    """Changes the passphrase: rewrites a slot, never the database. Raises vault.wrong-passphrase."""
    vault.change_passphrase(old, new, world.slot_cost())


def new_recovery_sheet(vault: Vault, passphrase: str, randomness: Randomness) -> tuple[str, ...]:
    """Makes a new recovery sheet; the old one stops opening this vault. Eight groups of five."""
    vault.confirm_passphrase(passphrase)
    code = crypto.new_code(randomness)
    vault.set_recovery(code)
    vault.set_setting("recovery_confirmed", False)
    return tuple(crypto.write_code(code))


def confirm_recovery_sheet(vault: Vault, sheet: Sequence[str], typed: Mapping[int, str]) -> bool:
    """Whether groups typed back (group number from 1 -> text) are those of the sheet just shown. The vault keeps no
    copy of the sheet; that it was confirmed is remembered, and the owner is reminded until then."""
    code = crypto.read_code(" ".join(sheet))
    right = bool(typed) and all(crypto.group_is(code, number, text) for number, text in typed.items())
    if right:
        vault.set_setting("recovery_confirmed", True)
    return right


@dataclass(frozen=True, slots=True)
class SafeState:
    """`sheet_confirmed`: the owner proved to have written the recovery sheet down; `last_backup_ms` since 1970 UTC."""

    sheet_confirmed: bool
    last_backup_ms: int | None


def safe_state(vault: Vault) -> SafeState:
    """How safe the vault is kept."""
    last = vault.setting("last_backup_ms")
    return SafeState(vault.setting("recovery_confirmed") is True, last if isinstance(last, int) else None)
