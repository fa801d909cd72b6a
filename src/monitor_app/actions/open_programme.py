"""Open a vault: by passphrase, by the owner's recovery sheet, by two of the organisation's sheets."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from monitor_app import crypto
from monitor_app.base import Clock, Randomness
from monitor_app.monitoring import describe
from monitor_app.vault import Vault, unlock, unlock_with_organisation, unlock_with_recovery


def open_programme(folder: Path, passphrase: str, clock: Clock, randomness: Randomness) -> Vault:
    """Opens it and turns into entries what a crash left in the drafts. Raises the vault's Problems."""
    return _ready(unlock(folder, passphrase, clock, randomness, describe))


def recover_with_sheet(
    folder: Path, typed: str, new_passphrase: str, clock: Clock, randomness: Randomness, argon: crypto.Argon2Params
) -> Vault:
    """Opens it with the owner's recovery sheet and sets a new passphrase. Recorded in the vault."""
    code = crypto.read_code(typed)
    vault = unlock_with_recovery(folder, code, clock, randomness, describe)
    vault.set_passphrase(new_passphrase, argon)
    return _ready(vault)


def recover_with_organisation(
    folder: Path,
    sheets: Sequence[str],
    new_passphrase: str,
    clock: Clock,
    randomness: Randomness,
    argon: crypto.Argon2Params,
) -> Vault:
    """Opens it with two of the organisation's three sheets and sets a new passphrase."""
    private = crypto.combine(sheets)
    vault = unlock_with_organisation(folder, private, clock, randomness, describe)
    vault.set_passphrase(new_passphrase, argon)
    return _ready(vault)


def _ready(vault: Vault) -> Vault:
    vault.flush_drafts()
    return vault
