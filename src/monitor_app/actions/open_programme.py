"""Open a vault: by passphrase, by the owner's recovery sheet, by two of the organisation's sheets."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from monitor_app import crypto
from monitor_app.actions.world import World
from monitor_app.base import Problem
from monitor_app.monitoring import describe
from monitor_app.vault import UnlockDelay, Vault, unlock, unlock_with_organisation, unlock_with_recovery


def open_programme(folder: Path, passphrase: str, world: World, delay: UnlockDelay | None = None) -> Vault:
    """Opens it and turns into entries what a crash left in the drafts. `delay` is what earlier wrong tries left.

    Raises the vault's Problems.
    """
    return _ready(
        unlock(folder, passphrase, world.clock, world.randomness, describe, delay=delay, floor_kib=world.floor_kib)
    )


def recover_with_sheet(folder: Path, typed: str, new_passphrase: str, world: World) -> Vault:
    """Opens it with the owner's recovery sheet and sets a new passphrase."""
    code = crypto.read_code(typed)
    vault = unlock_with_recovery(folder, code, world.clock, world.randomness, describe, floor_kib=world.floor_kib)
    return _recovered(vault, new_passphrase, world)


def recover_with_organisation(folder: Path, sheets: Sequence[str], new_passphrase: str, world: World) -> Vault:
    """Opens it with two of the organisation's three sheets and sets a new passphrase."""
    private = crypto.combine(sheets)
    vault = unlock_with_organisation(
        folder, private, world.clock, world.randomness, describe, floor_kib=world.floor_kib
    )
    return _recovered(vault, new_passphrase, world)


def _recovered(vault: Vault, new_passphrase: str, world: World) -> Vault:
    try:
        vault.set_passphrase(new_passphrase, world.slot_cost())
    except Problem:
        vault.close()
        raise
    return _ready(vault)


def _ready(vault: Vault) -> Vault:
    vault.flush_drafts()
    return vault


def after_wrong_try(delay: UnlockDelay | None, world: World) -> UnlockDelay:
    """One more wrong passphrase: the next try has to wait longer. Nothing is deleted, however many there are."""
    return (delay or UnlockDelay()).after_failure(world.clock.now())
