"""The ways into a vault, and what one knows after taking one."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from monitor_app.base import Problem
from monitor_app.base.problems import vault as problems
from monitor_app.crypto import SlotFile, VaultKeys, WrongPassphrase
from monitor_app.vault.delay import UnlockDelay


@dataclass(frozen=True, slots=True)
class ByPassphrase:
    """The daily way. `delay` is what earlier wrong tries left."""

    passphrase: str = field(repr=False)
    delay: UnlockDelay


@dataclass(frozen=True, slots=True)
class ByRecovery:
    """The 20 bytes of the recovery sheet."""

    code: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class ByOrganisation:
    """The organisation's private recovery key, 32 bytes, from two of its sheets."""

    private: bytes = field(repr=False)


WayIn = ByPassphrase | ByRecovery | ByOrganisation


@dataclass(frozen=True, slots=True)
class Opened:
    """The vault key, and both keys where the way was a recovery: they are needed once, to set a new passphrase."""

    vault_key: bytes = field(repr=False)
    keys: VaultKeys | None = field(repr=False)


def take(way: WayIn, slots: SlotFile, now: datetime) -> Opened:
    """Raises Problem wait, wrong-passphrase, and those of the recovery ways."""
    if isinstance(way, ByPassphrase):
        return Opened(_by_passphrase(way, slots, now), None)
    if isinstance(way, ByRecovery):
        keys = slots.open_with_recovery(way.code)
    else:
        keys = slots.open_with_organisation(way.private)
    return Opened(keys.vault_key, keys)


def confirm(slots: SlotFile, passphrase: str) -> VaultKeys:
    """Both keys by the passphrase. Raises Problem wrong-passphrase."""
    try:
        return slots.open_with_passphrase(passphrase)
    except WrongPassphrase:
        raise Problem(problems.WRONG_PASSPHRASE, seconds=UnlockDelay(1).wait_s) from None


def _by_passphrase(way: ByPassphrase, slots: SlotFile, now: datetime) -> bytes:
    left = way.delay.seconds_left(now)
    if left:
        raise Problem(problems.WAIT, seconds=left)
    try:
        return slots.unlock(way.passphrase)
    except WrongPassphrase:
        raise Problem(problems.WRONG_PASSPHRASE, seconds=way.delay.after_failure(now).wait_s) from None
