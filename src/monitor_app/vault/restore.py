"""Restores a backup into an empty folder, as a vault that goes on by itself: with a new incarnation.

The old vault may still exist somewhere, or have written more than the backup holds: with new chains no dot is used
twice.
"""

from __future__ import annotations

from pathlib import Path

from monitor_app.base import Clock, Problem, Randomness
from monitor_app.base.problems import vault as problems
from monitor_app.crypto import FLOOR_KIB
from monitor_app.vault.back_up import FILES
from monitor_app.vault.creating import demand_empty, make_folder, remove_files
from monitor_app.vault.delay import UnlockDelay
from monitor_app.vault.disk import copy_durably, flush_folder, is_out_of_space
from monitor_app.vault.folder import DATABASE
from monitor_app.vault.means import Means
from monitor_app.vault.opening import open_vault
from monitor_app.vault.slot_files import NAME, SECOND
from monitor_app.vault.unlocking import ByPassphrase, WayIn
from monitor_app.vault.values import Describe, describe_nothing
from monitor_app.vault.vault import Vault


def restore_backup(
    backup: Path,
    folder: Path,
    way: str | WayIn,
    clock: Clock,
    randomness: Randomness,
    describe: Describe = describe_nothing,
    *,
    describe_version: int = 1,
    floor_kib: int = FLOOR_KIB,
    home: Path | None = None,
) -> Vault:
    """The vault of a backup, opened by the passphrase of that day or another way in, and read through.

    Nothing is left in `folder` where it fails. Raises Problem not-a-backup, exists, disk-full, chain-fault, and all
    that `unlock` raises.
    """
    means = Means(clock, randomness, describe, describe_version, floor_kib)
    if not (backup / DATABASE).is_file() or not any((backup / name).is_file() for name in (NAME, SECOND)):
        raise Problem(problems.NOT_A_BACKUP)
    real = make_folder(folder, home or Path.home())
    demand_empty(real)
    way_in = ByPassphrase(way, UnlockDelay()) if isinstance(way, str) else way
    try:
        _copy(backup, real)
        vault = open_vault(real, way_in, means, home)
    except BaseException:
        remove_files(real)
        raise
    try:
        vault.verify_all()
        vault.renew_incarnation()
    except BaseException:
        vault.close()
        remove_files(real)
        raise
    return vault


def _copy(backup: Path, folder: Path) -> None:
    try:
        for name in FILES:
            if (backup / name).is_file():
                copy_durably(backup / name, folder / name)
        flush_folder(folder)
    except OSError as error:
        raise Problem(problems.DISK_FULL if is_out_of_space(error) else problems.NOT_A_BACKUP) from None
