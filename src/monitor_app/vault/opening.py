"""Makes, opens and checks vaults: every file looked at before anything is written."""

from __future__ import annotations

from pathlib import Path

from monitor_app.base import Clock, Problem, Randomness
from monitor_app.base.ids import ID_BYTES
from monitor_app.base.problems import vault as problems
from monitor_app.crypto import FLOOR_KIB, Argon2Params, SlotFile, new_vault_keys
from monitor_app.vault.cipher import Connection, check_header, database_key, fold_in, open_encrypted
from monitor_app.vault.delay import UnlockDelay
from monitor_app.vault.disk import is_out_of_space
from monitor_app.vault.folder import DATABASE, check_folder, cloud_service
from monitor_app.vault.means import Means
from monitor_app.vault.only_one import OnlyOne
from monitor_app.vault.own_facts import DERIVED, IDENTITY, LABEL, SCHEMA, VAULT_ID, fact, set_fact
from monitor_app.vault.rebuild import Progress
from monitor_app.vault.schema import SCHEMA_VERSION, make_derived, make_truth
from monitor_app.vault.slot_files import NAME, SECOND, SlotsRead, read_slots, write_slots
from monitor_app.vault.store import Store
from monitor_app.vault.unlocking import ByOrganisation, ByPassphrase, ByRecovery, Opened, WayIn, take
from monitor_app.vault.values import Describe, NewVault, describe_nothing
from monitor_app.vault.vault import Vault
from monitor_app.vault.ways import Ways

FILES = (DATABASE, f"{DATABASE}-wal", f"{DATABASE}-journal", NAME, SECOND)


def create_vault(
    folder: Path,
    new: NewVault,
    clock: Clock,
    randomness: Randomness,
    argon: Argon2Params,
    describe: Describe = describe_nothing,
    *,
    describe_version: int = 1,
    floor_kib: int = FLOOR_KIB,
    home: Path | None = None,
) -> Vault:
    """A new vault in a folder that has none; the folder is made where it is missing. Nothing is left where it fails.

    Raises Problem exists, synced-folder, read-only, in-use, disk-full, not-encrypted.
    """
    means = Means(clock, randomness, describe, describe_version, floor_kib)
    real = make_folder(folder, home or Path.home())
    only_one = OnlyOne(real)
    try:
        demand_empty(real)
        return _create(real, new, argon, means, only_one)
    except BaseException:
        only_one.release()
        raise


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


def _create(real: Path, new: NewVault, argon: Argon2Params, means: Means, only_one: OnlyOne) -> Vault:
    keys, vault_id = new_vault_keys(means.randomness), means.randomness(ID_BYTES)
    slots = (
        SlotFile.found(vault_id, keys)
        .with_passphrase(keys, new.passphrase, argon, means.randomness, means.floor_kib)
        .with_recovery(keys, new.recovery_code, means.randomness)
        .with_organisation(keys, new.recovery_public, means.randomness)
    )
    connection: Connection | None = None
    try:
        key = database_key(keys.vault_key)
        connection = open_encrypted(real / DATABASE, key, create=True)
        store = Store(connection, real, key)
        store.transaction(lambda: _fill(store.connection, new, vault_id, means))
        fold_in(connection)
        check_header(real / DATABASE)
        write_slots(real, slots)
        vault = Vault(store, only_one, Ways(real, slots, None, means.randomness, means.floor_kib), means)
        if new.founds_programme:
            vault.new_space("programme", new.identity.programme)
        store.restore_reserve()
    except BaseException:
        if connection is not None:
            connection.close()
        remove_files(real)
        raise
    return vault


def demand_empty(folder: Path) -> None:
    """Raises Problem exists where the folder holds a vault, or a part of one."""
    if any((folder / name).exists() for name in FILES):
        raise Problem(problems.EXISTS)


def remove_files(folder: Path) -> None:
    """Takes away the files of a vault that did not come about."""
    for name in FILES:
        (folder / name).unlink(missing_ok=True)


def _fill(connection: Connection, new: NewVault, vault_id: bytes, means: Means) -> None:
    make_truth(connection)
    make_derived(connection)
    set_fact(connection, VAULT_ID, vault_id)
    set_fact(connection, SCHEMA, SCHEMA_VERSION)
    set_fact(connection, DERIVED, means.derived_version)
    set_fact(connection, LABEL, new.label)
    set_fact(connection, IDENTITY, new.identity.said())


def make_folder(folder: Path, home: Path) -> Path:
    """The folder for a new vault, made where it is missing. Raises Problem synced-folder, read-only, disk-full."""
    service = cloud_service(folder.resolve(), home)
    if service is not None:
        raise Problem(problems.SYNCED_FOLDER, service=service)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Problem(problems.DISK_FULL if is_out_of_space(error) else problems.READ_ONLY) from None
    return check_folder(folder, home)
