"""Disks and folders that do not take what they should, a second window, a clock set back."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from tests.bad_input.conftest import Worked
from tests.bad_input.given import PASSPHRASE, RESOURCES, files, found, is_all_there, opened, refused, said_well, world

from monitor_app.actions.found_programme import Founding, found_programme
from monitor_app.actions.keep_safe import back_up, restore
from monitor_app.actions.quick_note import add_quick_note
from monitor_app.actions.signed_reports import save_pdf
from monitor_app.base import Problem, system_randomness
from monitor_app.base.problems import vault as problems

ROOT = Path(__file__).resolve().parents[2]
MB = 1024 * 1024
FOUNDING = Founding("Visitor A", "Monitoring Team", "", PASSPHRASE)


def _may_mount() -> bool:
    tried = subprocess.run(
        ["unshare", "-rm", "mount", "-t", "tmpfs", "-o", "size=1m", "none", "/mnt"], capture_output=True, check=False
    )
    return tried.returncode == 0


def test_a_full_disk_keeps_what_was_said_saved_and_the_reserve_saves_the_last_words(
    locked: Worked, tmp_path: Path
) -> None:
    if shutil.which("unshare") is None or not _may_mount():
        pytest.skip("this system lets nobody make a small disk; the next test limits the size of files instead")
    disk = tmp_path / "disk"
    disk.mkdir()
    size = sum(len(data) for data in files(locked.laptop.folder).values()) + 3 * MB
    command = f"""
        mount -t tmpfs -o size={size} none {disk} && cp -r {locked.laptop.folder} {disk}/vault &&
        exec {sys.executable} -m tests.bad_input.full_disk {disk}/vault {disk}/filler
    """
    done = subprocess.run(
        ["unshare", "-rm", "sh", "-c", command],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(["", *filter(None, [os.environ.get("PYTHONPATH")])])},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    told = json.loads(done.stdout)
    assert told["ended"] == "vault.disk-full"
    assert told["copied"] in ("vault.backup-full", "vault.disk-full")
    assert told["saved"] > 0
    assert told["used_reserve"]
    assert told["kept_while_full"]
    assert told["took_back"]
    assert (told["lost"], told["more"], told["goes_on"]) == (0, 0, True)
    assert not [name for name in told["files"] if name.endswith(".new")]
    said_well(Problem(problems.DISK_FULL))


LIMITED = """
import json, resource, signal, sys
from pathlib import Path
from tests.bad_input.given import PASSPHRASE, world
from monitor_app.actions.open_programme import open_programme
from monitor_app.actions.quick_note import add_quick_note, quick_notes
from monitor_app.actions.visits import visits
from monitor_app.base import Problem, system_randomness
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
folder = Path(sys.argv[1])
vault = open_programme(folder, PASSPHRASE, world())
space = visits(vault)[0].visit.space
limit = (folder / "vault.db").stat().st_size // 2
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
saved, ended = [], ""
for number in range(3000):
    text = f"note {number} " + "word " * 800
    try:
        add_quick_note(vault, space, text, system_randomness)
    except Problem as problem:
        ended = problem.kind.code
        break
    saved.append(text)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
add_quick_note(vault, space, "goes on", system_randomness)
vault.lock()
vault = open_programme(folder, PASSPHRASE, world())
vault.verify_all()
there = {note.text for note in quick_notes(vault, space)}
vault.lock()
print(json.dumps([ended, len(saved), sum(text not in there for text in saved), "goes on" in there]))
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no limit on the size of a file")
def test_a_disk_that_takes_no_more_of_a_file_loses_nothing_saved(locked: Worked) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, str(locked.laptop.folder)],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])])},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    ended, saved, lost, goes_on = json.loads(done.stdout)
    assert ended in ("vault.disk-full", "vault.disk-fails")
    assert saved > 0
    assert (lost, goes_on) == (0, True)


@contextmanager
def as_nobody() -> Iterator[None]:
    """Without an administrator's rights, which would let everything be written."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps rights otherwise")
def test_a_read_only_folder_takes_no_vault_no_backup_and_no_report(locked: Worked) -> None:
    laptop = locked.laptop
    with tempfile.TemporaryDirectory() as name:
        shelf = Path(name) / "shelf"
        shelf.mkdir()
        Path(name).chmod(0o755)
        shelf.chmod(0o555)
        shutil.copytree(locked.laptop.folder, Path(name) / "vault")
        (Path(name) / "vault").chmod(0o755)
        vault = opened(laptop, Path(name) / "vault")
        with as_nobody():
            for folder in (shelf, shelf / "vault"):
                refused(lambda folder=folder: found_programme(folder, FOUNDING, RESOURCES, world()), "vault.read-only")  # type: ignore[misc]
            refused(lambda: save_pdf(b"%PDF-", shelf / "report.pdf"), "work.cannot-save-there")
            refused(lambda: back_up(vault, shelf), "vault.backup-folder")
        assert list(shelf.iterdir()) == []
        is_all_there(laptop, vault, locked.space)
        vault.lock()


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps rights otherwise")
def test_a_vault_in_a_folder_that_became_read_only_is_not_opened_and_not_harmed(locked: Worked) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "vault"
        shutil.copytree(locked.laptop.folder, folder)
        for path in (Path(name), folder):
            path.chmod(0o755)
        before = files(folder)
        with as_nobody():
            if os.geteuid() == 65534:
                refused(lambda: opened(locked.laptop, folder), "vault.read-only")
        folder.chmod(0o555)
        if os.geteuid() != 0:
            refused(lambda: opened(locked.laptop, folder), "vault.read-only")
        assert files(folder) == before
        folder.chmod(0o755)
        vault = opened(locked.laptop, folder)
        is_all_there(locked.laptop, vault, locked.space)
        vault.lock()


@pytest.mark.parametrize("service", ["Dropbox", "OneDrive - Team", "Nextcloud", "iCloudDrive", "Google Drive"])
def test_a_synced_folder_takes_no_vault(worked: Worked, tmp_path: Path, service: str) -> None:
    place = tmp_path / service / "work"
    problem = refused(lambda: found_programme(place, FOUNDING, RESOURCES, world()), "vault.synced-folder")
    assert problem.details["service"]
    kept = back_up(worked.laptop.vault, tmp_path)
    refused(lambda: restore(kept.folder, place, PASSPHRASE, world()), "vault.synced-folder")
    assert not place.exists()
    is_all_there(worked.laptop, worked.laptop.vault, worked.space)


def test_a_vault_whose_folder_came_to_be_synced_is_not_opened_until_it_is_moved(locked: Worked, tmp_path: Path) -> None:
    (tmp_path / ".stfolder").mkdir()
    before = files(locked.laptop.folder)
    refused(lambda: opened(locked.laptop), "vault.synced-folder")
    assert files(locked.laptop.folder) == before
    (tmp_path / ".stfolder").rmdir()
    vault = opened(locked.laptop)
    is_all_there(locked.laptop, vault, locked.space)
    vault.lock()


def test_a_second_window_is_sent_to_the_first(worked: Worked, tmp_path: Path) -> None:
    laptop = worked.laptop
    refused(lambda: opened(laptop), "vault.in-use")
    code = f"""
import sys
from pathlib import Path
from tests.bad_input.given import PASSPHRASE, world
from monitor_app.actions.open_programme import open_programme
from monitor_app.base import Problem
try:
    open_programme(Path({str(laptop.folder)!r}), PASSPHRASE, world())
except Problem as problem:
    sys.exit(problem.kind.code)
"""
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.stderr.strip() == "vault.in-use"
    refused(lambda: found_programme(laptop.folder, FOUNDING, RESOURCES, world()), "vault.in-use", "vault.exists")
    is_all_there(laptop, laptop.vault, worked.space)
    add_quick_note(laptop.vault, worked.space, "the first window goes on", system_randomness)
    laptop.vault.lock()
    laptop.vault = opened(laptop)


def test_a_clock_set_back_is_said_and_what_is_written_then_stands(worked: Worked) -> None:
    laptop = worked.laptop
    assert laptop.vault.clock_warning is None
    laptop.vault.lock()
    laptop.clock.at -= timedelta(days=400)
    laptop.vault = opened(laptop)
    warning = laptop.vault.clock_warning
    assert warning is not None
    assert warning.newest - warning.now > timedelta(days=399)
    laptop.answer(worked.space, "places", "184")
    laptop.answer(worked.space, "places", "185")
    assert laptop.live(worked.space).value(laptop.path(worked.space, "places")) == "185"
    is_all_there(laptop, laptop.vault, worked.space)
    laptop.vault.lock()
    laptop.clock.at += timedelta(days=800)
    laptop.vault = opened(laptop)
    assert laptop.vault.clock_warning is None
    assert laptop.live(worked.space).value(laptop.path(worked.space, "places")) == "185"
    is_all_there(laptop, laptop.vault, worked.space)


def test_a_folder_that_holds_no_vault_or_no_backup_is_said(tmp_path: Path, worked: Worked) -> None:
    refused(lambda: opened(worked.laptop, tmp_path / "none"), "vault.none")
    refused(lambda: restore(tmp_path, tmp_path / "new", PASSPHRASE, world()), "vault.not-a-backup")
    refused(lambda: back_up(worked.laptop.vault, tmp_path / "no" / "such"), "vault.backup-folder")
    refused(lambda: found(worked.laptop.folder), "vault.in-use", "vault.exists")
    is_all_there(worked.laptop, worked.laptop.vault, worked.space)
