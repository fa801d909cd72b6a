"""Makes a vault: every file of it, or none."""

from __future__ import annotations

from pathlib import Path

from monitor_app.base import Clock, Problem, Randomness
from monitor_app.base.ids import ID_BYTES
from monitor_app.base.problems import vault as problems
from monitor_app.crypto import FLOOR_KIB, Argon2Params, SlotFile, new_vault_keys
from monitor_app.vault.cipher import Connection, check_header, database_key, fold_in, open_encrypted
from monitor_app.vault.disk import is_out_of_space
from monitor_app.vault.folder import DATABASE, check_folder, cloud_service
from monitor_app.vault.means import Means
from monitor_app.vault.only_one import OnlyOne
from monitor_app.vault.opening import FILES
from monitor_app.vault.own_facts import DERIVED, IDENTITY, LABEL, SCHEMA, VAULT_ID, set_fact
from monitor_app.vault.schema import SCHEMA_VERSION, make_derived, make_truth
from monitor_app.vault.slot_files import write_slots
from monitor_app.vault.store import Store
from monitor_app.vault.values import Describe, NewVault, describe_nothing
from monitor_app.vault.vault import Vault
from monitor_app.vault.ways import Ways


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
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise Problem(problems.DISK_FULL if is_out_of_space(error) else problems.READ_ONLY) from None
    return check_folder(folder, home)
