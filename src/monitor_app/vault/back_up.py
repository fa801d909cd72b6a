"""A backup: an encrypted copy in a new folder, called one only after it was opened and read through.

The copy needs what the vault needs: the passphrase of that day, the recovery sheet, or the organisation's sheets.
"""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from monitor_app.base import Problem, to_ms
from monitor_app.base.problems import vault as problems
from monitor_app.crypto import SlotFile
from monitor_app.vault.book import Book
from monitor_app.vault.checker import Checker
from monitor_app.vault.cipher import fold_in, open_encrypted
from monitor_app.vault.disk import copy_durably, flush_folder, is_out_of_space
from monitor_app.vault.folder import DATABASE
from monitor_app.vault.slot_files import NAME, SECOND, write_slots
from monitor_app.vault.store import Store

PREFIX = "monitor-backup-"
FILES = (DATABASE, NAME, SECOND)


@dataclass(frozen=True, slots=True)
class BackupReport:
    """A backup that passed its check: where it is, how large, how many entries it holds, when it was made."""

    folder: Path
    size_bytes: int
    entries: int
    at_ms: int


def back_up(store: Store, slots: SlotFile, at: datetime, folder: Path) -> BackupReport:
    """Copies a vault whose journal was just checked. Raises Problem backup-folder, backup-full, backup-wrong."""
    if not fold_in(store.connection):
        raise Problem(problems.DISK_FAILS)
    try:
        needed = (store.folder / DATABASE).stat().st_size
    except OSError:
        raise Problem(problems.DISK_FAILS) from None
    target = _free_name(folder, at)
    part = target.with_name(f".{target.name}.part")
    try:
        part.mkdir(mode=0o700)
        copy_durably(store.folder / DATABASE, part / DATABASE)
        write_slots(part, slots)
        entries = verify_copy(part, store.key)
        part.rename(target)
        flush_folder(folder)
        size = sum((target / name).stat().st_size for name in FILES)
    except OSError as error:
        full = is_out_of_space(error)
        raise Problem(problems.BACKUP_FULL if full else problems.BACKUP_FOLDER, mib=needed // 2**20 + 1) from None
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return BackupReport(target, size, entries, to_ms(at))


def verify_copy(folder: Path, key: bytes) -> int:
    """Opens a copy of a vault and reads all of it: every page's code, every chain. Returns its entries.

    Raises Problem backup-wrong.
    """
    try:
        connection = open_encrypted(folder / DATABASE, key)
    except Problem:
        raise Problem(problems.BACKUP_WRONG) from None
    try:
        return _read_through(Store(connection, folder, key))
    except Problem:
        raise Problem(problems.BACKUP_WRONG) from None
    finally:
        connection.close()


def _read_through(store: Store) -> int:
    fold_in(store.connection)
    if store.connection.execute("PRAGMA cipher_integrity_check").fetchone() is not None:
        raise Problem(problems.BACKUP_WRONG)
    store.chains.reload()
    book = Book(store.connection, store.chains)
    Checker(store, book).check_all()
    return book.count()


def _free_name(folder: Path, at: datetime) -> Path:
    """A name that says when, in UTC, and nothing else."""
    name = f"{PREFIX}{at.astimezone(UTC):%Y%m%d-%H%M%S}"
    target, again = folder / name, 2
    while os.path.lexists(target):
        target, again = folder / f"{name}-{again}", again + 1
    return target
