"""Backups: called one only after it was opened and read; restored, they go on with a new incarnation."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.vault.given import CODE, FLOOR_KIB, LIGHT, MORNING, PASSPHRASE, PROGRAMME, RECOVERY, Laptop, describe

from monitor_app.base import Problem, system_randomness
from monitor_app.base.problems import vault as problems
from monitor_app.vault import (
    ByOrganisation,
    ByPassphrase,
    ByRecovery,
    UnlockDelay,
    Vault,
    WayIn,
    back_up,
    restore_backup,
)
from monitor_app.vault.disk import copy_durably


def refused(work: Callable[[], object]) -> Problem:
    with pytest.raises(Problem) as caught:
        work()
    return caught.value


def restored(laptop: Laptop, backup: Path, folder: Path, way: str | WayIn = PASSPHRASE) -> Vault:
    return restore_backup(
        backup, folder, way, laptop.clock, system_randomness, describe, floor_kib=FLOOR_KIB, home=laptop.folder.parent
    )


def test_a_backup_says_what_it_holds_and_has_a_neutral_name(laptop: Laptop, tmp_path: Path) -> None:
    laptop.answer("met")
    report = laptop.vault.backup_to(tmp_path)
    assert report.folder == tmp_path / "monitor-backup-20261118-130500"
    assert sorted(path.name for path in report.folder.iterdir()) == ["vault.db", "vault.slots", "vault.slots.2"]
    assert report.size_bytes == sum(path.stat().st_size for path in report.folder.iterdir())
    assert (report.entries, report.at_ms) == (1, round(MORNING.timestamp() * 1000))
    assert laptop.vault.backup_to(tmp_path).folder.name == "monitor-backup-20261118-130500-2"
    assert laptop.answer("not_met").entries == 1


@pytest.mark.parametrize(
    "way",
    [PASSPHRASE, ByPassphrase(PASSPHRASE, UnlockDelay()), ByRecovery(CODE), ByOrganisation(RECOVERY.private)],
)
def test_a_backup_is_restored_by_any_way_in_as_a_new_incarnation(
    laptop: Laptop, tmp_path: Path, way: str | WayIn
) -> None:
    laptop.answer("met")
    laptop.note("the beds are clean")
    blob = laptop.vault.put_blob(b"a picture")
    backup = laptop.vault.backup_to(tmp_path).folder
    kept = {path.name: path.read_bytes() for path in backup.iterdir()}
    again = restored(laptop, backup, tmp_path / "restored", way)
    assert again.identity.device == laptop.vault.identity.device
    assert again.identity.incarnation != laptop.vault.identity.incarnation
    assert sorted(str(row.value) for row in again.current()) == ["met", "the beds are clean"]
    assert again.blob(blob) == b"a picture"
    other = Laptop(tmp_path / "restored", again, laptop.clock)
    other.answer("not_met")
    laptop.answer("partly_met")
    assert other.dots() != laptop.dots()
    assert len(again.frontier(PROGRAMME)) == 2
    again.close()
    assert {path.name: path.read_bytes() for path in backup.iterdir()} == kept


def test_the_passphrase_of_that_day_opens_it(laptop: Laptop, tmp_path: Path) -> None:
    backup = laptop.vault.backup_to(tmp_path).folder
    laptop.vault.change_passphrase(PASSPHRASE, "a later one", LIGHT)
    problem = refused(lambda: restored(laptop, backup, tmp_path / "restored", "a later one"))
    assert problem.kind is problems.WRONG_PASSPHRASE
    assert not (tmp_path / "restored" / "vault.db").exists()
    restored(laptop, backup, tmp_path / "restored").close()


def test_a_vault_is_not_restored_over_another(laptop: Laptop, tmp_path: Path) -> None:
    backup = laptop.vault.backup_to(tmp_path).folder
    assert refused(lambda: restored(laptop, backup, laptop.folder)).kind is problems.EXISTS
    assert (laptop.folder / "vault.db").exists()


def test_a_folder_that_is_no_backup_is_refused(laptop: Laptop, tmp_path: Path) -> None:
    (tmp_path / "half").mkdir()
    (tmp_path / "half" / "vault.db").write_bytes(b"x")
    for folder in (tmp_path, tmp_path / "half", tmp_path / "missing"):
        assert refused(lambda f=folder: restored(laptop, f, tmp_path / "restored")).kind is problems.NOT_A_BACKUP  # type: ignore[misc]


@pytest.mark.parametrize("at", [5000, -5000])
def test_a_damaged_backup_is_not_restored_and_leaves_nothing(laptop: Laptop, tmp_path: Path, at: int) -> None:
    for number in range(100):
        laptop.answer("met", f"q{number}")
    backup = laptop.vault.backup_to(tmp_path).folder
    data = bytearray((backup / "vault.db").read_bytes())
    data[at] ^= 1
    (backup / "vault.db").write_bytes(data)
    assert refused(lambda: restored(laptop, backup, tmp_path / "restored")).kind is problems.DAMAGED
    assert not (tmp_path / "restored" / "vault.db").exists()


def test_a_journal_with_a_fault_is_not_backed_up(laptop: Laptop, tmp_path: Path) -> None:
    laptop.answer("met")
    laptop.vault._parts.store.connection.execute("UPDATE chains SET hash = zeroblob(32)")
    laptop.reopen()
    assert refused(lambda: laptop.vault.backup_to(tmp_path)).kind is problems.CHAIN_FAULT
    assert not any(path.name.startswith("monitor-backup") for path in tmp_path.iterdir())


def test_a_copy_that_does_not_read_back_is_no_backup(
    laptop: Laptop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    laptop.answer("met")
    copy = copy_durably

    def forgetful(source: Path, target: Path) -> None:
        copy(source, target)
        data = bytearray(target.read_bytes())
        data[9000] ^= 0xFF
        target.write_bytes(data)

    monkeypatch.setattr(back_up, "copy_durably", forgetful)
    (tmp_path / "stick").mkdir()
    assert refused(lambda: laptop.vault.backup_to(tmp_path / "stick")).kind is problems.BACKUP_WRONG
    assert list((tmp_path / "stick").iterdir()) == []

    def empty(source: Path, target: Path) -> None:
        target.write_bytes(b"")

    monkeypatch.setattr(back_up, "copy_durably", empty)
    assert refused(lambda: laptop.vault.backup_to(tmp_path / "stick")).kind is problems.BACKUP_WRONG


@pytest.mark.parametrize(("error", "kind"), [(errno.ENOSPC, problems.BACKUP_FULL), (errno.EIO, problems.BACKUP_FOLDER)])
def test_a_full_or_failing_stick_leaves_nothing_half(
    laptop: Laptop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: int, kind: object
) -> None:
    def fails(source: Path, target: Path) -> None:
        target.write_bytes(b"half")
        raise OSError(error, os.strerror(error))

    (tmp_path / "stick").mkdir()
    monkeypatch.setattr(back_up, "copy_durably", fails)
    problem = refused(lambda: laptop.vault.backup_to(tmp_path / "stick"))
    assert problem.kind is kind
    assert problem.details == {"mib": 1}
    assert list((tmp_path / "stick").iterdir()) == []
    assert refused(lambda: laptop.vault.backup_to(tmp_path / "unplugged")).kind is problems.BACKUP_FOLDER


def test_a_disk_that_fills_up_while_restoring_leaves_nothing(
    laptop: Laptop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from monitor_app.vault import restore

    backup = laptop.vault.backup_to(tmp_path).folder

    def fails(source: Path, target: Path) -> None:
        target.write_bytes(b"half")
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(restore, "copy_durably", fails)
    assert refused(lambda: restored(laptop, backup, tmp_path / "restored")).kind is problems.DISK_FULL
    assert [path.name for path in (tmp_path / "restored").iterdir()] == []
