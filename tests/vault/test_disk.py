"""The disk as it is: full, failing, pulled out; what was said to be saved is, and the rest says so."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.vault.given import LIGHT, PASSPHRASE, Laptop, make_laptop

from monitor_app.base import Problem
from monitor_app.base.problems import vault as problems
from monitor_app.vault import disk, slot_files
from monitor_app.vault.disk import is_out_of_space, write_durably
from monitor_app.vault.guarded import problem_of
from monitor_app.vault.reserve import SIZE_BYTES, Reserve


def refused(work: Callable[[], object]) -> Problem:
    with pytest.raises(Problem) as caught:
        work()
    return caught.value


def fill(laptop: Laptop, pages: int) -> None:
    """Leaves the database so many pages to grow, which SQLite tells as a full disk."""
    connection = laptop.vault._parts.store.connection
    count = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {count + pages}").fetchall()


def test_on_a_full_disk_the_reserve_lets_the_save_under_way_go_through(
    laptop: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    release = Reserve.release

    def with_space(reserve: Reserve) -> bool:
        fill(laptop, 1000)
        return release(reserve)

    monkeypatch.setattr(Reserve, "release", with_space)
    laptop.answer("met")
    fill(laptop, 1)
    assert laptop.note("long " * 4000).entries == 1
    assert laptop.vault.out_of_space
    assert not (laptop.folder / "vault.reserve").exists()
    assert laptop.values("n1") == ["long " * 4000]
    assert [dot.number for dot in laptop.dots("n1")] == [2]
    assert laptop.vault.restore_reserve()
    assert not laptop.vault.out_of_space
    assert (laptop.folder / "vault.reserve").stat().st_size == SIZE_BYTES
    laptop.vault.verify_all()


def test_when_nothing_is_left_the_save_says_so_and_leaves_nothing_half(laptop: Laptop) -> None:
    laptop.answer("met")
    fill(laptop, 1)
    for _ in range(2):
        assert refused(lambda: laptop.note("long " * 4000)).kind is problems.DISK_FULL
    assert laptop.vault.out_of_space
    assert laptop.values("n1") == []
    assert laptop.values() == ["met"]
    fill(laptop, 1000)
    assert laptop.note("long " * 4000).entries == 1
    assert [dot.number for dot in laptop.dots("n1")] == [2]


def test_tidying_and_checking_wait_until_there_is_space(laptop: Laptop) -> None:
    for number in range(80):
        laptop.note(f"lamp {number} " + "and a long story about it " * 40, f"n{number}")
    fill(laptop, 0)
    assert not laptop.vault.tidy()
    assert laptop.vault.verify_slice(1000).done
    assert not laptop.vault.out_of_space
    assert len(laptop.vault.search("lamp", limit=100)) == 80
    laptop.vault.lock()
    laptop.reopen()
    assert len(laptop.vault.search("lamp", limit=100)) == 80


_ON_A_SMALL_DISK = """
import sys
from pathlib import Path
from monitor_app.base import Problem
from tests.vault.given import make_laptop
laptop = make_laptop(Path(sys.argv[1]) / "vault")
saved = 0
try:
    while saved < 10_000:
        laptop.note("a long note " * 300, f"n{saved}")
        saved += 1
        if laptop.vault.out_of_space:
            print("out of space after", saved)
except Problem as problem:
    print(problem.kind.code, saved)
found = len(laptop.vault.current())
laptop.vault.verify_all()
print("kept", found)
assert found == saved > 100
laptop.vault.close()
laptop.reopen().verify_all()
assert len(laptop.vault.current()) == saved
assert laptop.vault.out_of_space
"""


def test_a_really_full_disk_loses_nothing_that_was_saved(tmp_path: Path) -> None:
    """On a small file system of its own, where one can be mounted."""
    mount = f"mount -t tmpfs -o size=12m none {tmp_path} && {sys.executable} - {tmp_path}"
    ran = subprocess.run(
        ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", mount],
        input=_ON_A_SMALL_DISK,
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[2],
        timeout=120,
    )
    if "unshare" in ran.stderr or "mount" in ran.stderr:
        pytest.skip("this machine lets nobody mount a file system")
    assert ran.returncode == 0, ran.stderr
    assert "vault.disk-full" in ran.stdout
    assert "out of space after" in ran.stdout


def test_a_disk_full_at_founding_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, data: bytes) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(slot_files, "write_durably", full)
    assert refused(lambda: make_laptop(tmp_path / "vault")).kind is problems.DISK_FULL
    assert [path.name for path in (tmp_path / "vault").iterdir()] == ["vault.lock"]
    laptop = None
    monkeypatch.undo()
    laptop = make_laptop(tmp_path / "vault")
    monkeypatch.setattr(slot_files, "write_durably", full)
    change = laptop.vault.change_passphrase
    assert refused(lambda: change(PASSPHRASE, "another", LIGHT)).kind is problems.DISK_FULL
    monkeypatch.undo()
    laptop.reopen()
    laptop.vault.close()


def test_without_space_for_the_reserve_the_vault_opens_and_says_so(
    laptop: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    from monitor_app.vault import reserve

    def full(path: Path, data: bytes) -> None:
        path.with_name(path.name + ".new").write_bytes(b"half")
        raise OSError(errno.ENOSPC, "full")

    (laptop.folder / "vault.reserve").unlink()
    monkeypatch.setattr(reserve, "write_durably", full)
    laptop.reopen()
    assert laptop.vault.out_of_space
    assert not (laptop.folder / "vault.reserve.new").exists()
    assert laptop.answer("met").entries == 1


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("SQLITE_FULL", problems.DISK_FULL),
        ("SQLITE_IOERR_FSYNC", problems.DISK_FAILS),
        ("SQLITE_IOERR", problems.DISK_FAILS),
        ("SQLITE_CANTOPEN", problems.DISK_FAILS),
        ("SQLITE_READONLY_DBMOVED", problems.READ_ONLY),
        ("SQLITE_CORRUPT_VTAB", problems.DAMAGED),
        ("SQLITE_NOTADB", problems.DAMAGED),
    ],
)
def test_every_failure_of_the_database_has_its_sentence(name: str, kind: object) -> None:
    from sqlcipher3 import dbapi2

    error = dbapi2.OperationalError("says a file name")
    error.sqlite_errorname = name
    assert problem_of(error).kind is kind
    assert "file name" not in str(problem_of(error))


def test_a_mistake_of_ours_is_no_problem_of_the_disk(laptop: Laptop) -> None:
    from sqlcipher3 import dbapi2

    connection = laptop.vault._parts.store.connection
    with pytest.raises(dbapi2.OperationalError):
        connection.execute("SELECT nothing FROM nowhere")
    with pytest.raises(dbapi2.ProgrammingError):
        connection.executemany("INSERT INTO settings VALUES (?, ?)", [(1,)])
    with pytest.raises(dbapi2.IntegrityError):
        connection.executemany("INSERT INTO settings VALUES (?, ?)", [("a", b""), ("a", b"")])


def test_a_file_is_replaced_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "file"
    write_durably(path, b"before")

    def fails(descriptor: int) -> None:
        raise OSError(errno.EIO, "pulled out")

    monkeypatch.setattr(disk, "flush", fails)
    with pytest.raises(OSError, match="pulled out"):
        write_durably(path, b"after, and longer")
    assert path.read_bytes() == b"before"


def test_running_out_of_ones_share_counts_as_a_full_disk() -> None:
    assert is_out_of_space(OSError(errno.ENOSPC, ""))
    assert is_out_of_space(OSError(errno.EDQUOT, ""))
    assert not is_out_of_space(OSError(errno.EIO, ""))
