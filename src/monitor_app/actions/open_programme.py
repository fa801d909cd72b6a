"""Open a vault: by passphrase, by the owner's recovery sheet, by two of the organisation's sheets."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from monitor_app import crypto
from monitor_app.actions.world import World
from monitor_app.base import EntityId, Problem, to_ms
from monitor_app.monitoring import Kind, describe
from monitor_app.vault import UnlockDelay, Vault, Write, unlock, unlock_with_organisation, unlock_with_recovery


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
    return _recovered(vault, new_passphrase, "sheet", world)


def recover_with_organisation(folder: Path, sheets: Sequence[str], new_passphrase: str, world: World) -> Vault:
    """Opens it with two of the organisation's three sheets and sets a new passphrase."""
    private = crypto.combine(sheets)
    vault = unlock_with_organisation(
        folder, private, world.clock, world.randomness, describe, floor_kib=world.floor_kib
    )
    return _recovered(vault, new_passphrase, "organisation", world)


def _recovered(vault: Vault, new_passphrase: str, way: str, world: World) -> Vault:
    """With the new passphrase, and with the recovery recorded where the whole programme sees it: when, and by which
    way ("sheet" or "organisation")."""
    try:
        vault.set_passphrase(new_passphrase, world.slot_cost())
        own = vault.identity
        at_ms = to_ms(world.clock.now())
        vault.append([Write(own.programme, Kind.MEMBER, EntityId(own.member), "recovered", [at_ms, way])])
    except Problem:
        vault.close()
        raise
    return _ready(vault)


def _ready(vault: Vault) -> Vault:
    try:
        vault.flush_drafts()
    except Problem:
        vault.close()
        raise
    return vault


def after_wrong_try(delay: UnlockDelay | None, world: World) -> UnlockDelay:
    """One more wrong passphrase: the next try has to wait longer. Nothing is deleted, however many there are."""
    return (delay or UnlockDelay()).after_failure(world.clock.now())
