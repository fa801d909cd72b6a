"""Makes, opens and checks vaults: every file looked at before anything is written."""

from __future__ import annotations

from pathlib import Path

from monitor_app.base import Clock, Problem, Randomness
from monitor_app.base.problems import vault as problems
from monitor_app.crypto import FLOOR_KIB
from monitor_app.vault.cipher import check_header, database_key, open_encrypted
from monitor_app.vault.delay import UnlockDelay
from monitor_app.vault.folder import DATABASE, check_folder
from monitor_app.vault.means import Means
from monitor_app.vault.only_one import OnlyOne
from monitor_app.vault.own_facts import DERIVED, SCHEMA, VAULT_ID, fact
from monitor_app.vault.rebuild import Progress
from monitor_app.vault.schema import SCHEMA_VERSION, make_derived
from monitor_app.vault.slot_files import NAME, SECOND, SlotsRead, read_slots
from monitor_app.vault.store import Store
from monitor_app.vault.unlocking import ByOrganisation, ByPassphrase, ByRecovery, Opened, WayIn, take
from monitor_app.vault.values import Describe, describe_nothing
from monitor_app.vault.vault import Vault
from monitor_app.vault.ways import Ways

FILES = (DATABASE, f"{DATABASE}-wal", f"{DATABASE}-journal", NAME, SECOND)


def unlock(
    folder: Path,
    passphrase: str,
    clock: Clock,
    randomness: Randomness,
    describe: Describe = describe_nothing,
    *,
    delay: UnlockDelay | None = None,
    describe_version: int = 1,
    floor_kib: int = FLOOR_KIB,
    home: Path | None = None,
    progress: Progress | None = None,
) -> Vault:
    """Opens a vault by its passphrase. Raises Problem wrong-passphrase (the caller keeps the delay), wait, none,
    slots-missing, foreign, damaged, newer, in-use, synced-folder, read-only."""
    way = ByPassphrase(passphrase, delay or UnlockDelay())
    return open_vault(folder, way, Means(clock, randomness, describe, describe_version, floor_kib), home, progress)


def unlock_with_recovery(
    folder: Path,
    code: bytes,
    clock: Clock,
    randomness: Randomness,
    describe: Describe = describe_nothing,
    *,
    describe_version: int = 1,
    floor_kib: int = FLOOR_KIB,
    home: Path | None = None,
) -> Vault:
    """Opens a vault by the recovery sheet; `set_passphrase` comes next. Raises as `unlock`, and crypto's Problems."""
    means = Means(clock, randomness, describe, describe_version, floor_kib)
    return open_vault(folder, ByRecovery(code), means, home)


def unlock_with_organisation(
    folder: Path,
    private: bytes,
    clock: Clock,
    randomness: Randomness,
    describe: Describe = describe_nothing,
    *,
    describe_version: int = 1,
    floor_kib: int = FLOOR_KIB,
    home: Path | None = None,
) -> Vault:
    """Opens a vault by the organisation's recovery key; `set_passphrase` comes next. Raises as `unlock` does."""
    means = Means(clock, randomness, describe, describe_version, floor_kib)
    return open_vault(folder, ByOrganisation(private), means, home)


def open_vault(
    folder: Path, way: WayIn, means: Means, home: Path | None = None, progress: Progress | None = None
) -> Vault:
    """Opens a vault by any way in."""
    real = check_folder(folder, home or Path.home())
    if not any((real / name).exists() for name in FILES):
        raise Problem(problems.NO_VAULT)
    only_one = OnlyOne(real)
    try:
        return _open(real, way, means, only_one, progress)
    except BaseException:
        only_one.release()
        raise


def _open(real: Path, way: WayIn, means: Means, only_one: OnlyOne, progress: Progress | None) -> Vault:
    check_header(real / DATABASE)
    slots = read_slots(real, means.floor_kib)
    opened = take(way, slots.file, means.clock.now())
    key = database_key(opened.vault_key)
    connection = open_encrypted(real / DATABASE, key)
    try:
        return _ready(Store(connection, real, key), slots, opened, means, only_one, progress)
    except BaseException:
        connection.close()
        raise


def _ready(
    store: Store,
    slots: SlotsRead,
    opened: Opened,
    means: Means,
    only_one: OnlyOne,
    progress: Progress | None,
) -> Vault:
    connection = store.connection
    if fact(connection, VAULT_ID) != slots.file.vault_id:
        raise Problem(problems.DAMAGED)
    schema = fact(connection, SCHEMA)
    if not isinstance(schema, int) or schema > SCHEMA_VERSION:
        raise Problem(problems.NEWER)
    outdated = fact(connection, DERIVED) != means.derived_version
    if outdated:
        store.transaction(lambda: make_derived(connection))
    store.chains.reload()
    ways = Ways(store.folder, slots.file, opened.keys, means.randomness, means.floor_kib)
    vault = Vault(store, only_one, ways, means)
    if slots.fell_back:
        vault.notices = (Problem(problems.SLOTS_FELL_BACK),)
    if slots.differ:
        ways.rewrite()
    vault.begin_checks()
    if outdated:
        vault.rebuild(progress)
    store.restore_reserve()
    return vault
