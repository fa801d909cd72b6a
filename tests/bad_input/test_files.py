"""Files that are not what they should be: said in three sentences, not written to, and nothing saved is lost."""

from __future__ import annotations

import random
import sqlite3
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.bad_input.conftest import Worked
from tests.bad_input.given import (
    PASSPHRASE,
    Laptop,
    files,
    found,
    is_all_there,
    opened,
    put_back,
    refused,
    said_well,
)

from monitor_app import reports
from monitor_app.actions.keep_safe import back_up, restore
from monitor_app.actions.open_programme import recover_with_organisation, recover_with_sheet
from monitor_app.base import Problem

PAGE = 4096
DAMAGED = ("vault.damaged", "vault.chain-fault", "vault.disk-fails", "vault.blob-missing")


def _read_through(laptop: Laptop, worked: Worked) -> None:
    """Opens and reads everything; the vault is closed afterwards."""
    vault = opened(laptop)
    try:
        vault.verify_all()
        is_all_there(laptop, vault, worked.space)
    finally:
        _close(vault.close)


def _close(close: Callable[[], None]) -> None:
    try:
        close()
    except Problem as problem:
        assert problem.kind.code in DAMAGED
        close()


def test_a_bit_flipped_anywhere_in_the_database_is_never_read_as_if_nothing_were(locked: Worked) -> None:
    folder, chance = locked.laptop.folder, random.Random(8)
    whole = files(folder)
    pages = len(whole["vault.db"]) // PAGE
    noticed = 0
    for page in [0, 1, 2, *chance.sample(range(3, pages), min(60, pages - 3))]:
        changed = bytearray(whole["vault.db"])
        changed[page * PAGE + chance.randrange(PAGE)] ^= 1 << chance.randrange(8)
        (folder / "vault.db").write_bytes(changed)
        try:
            _read_through(locked.laptop, locked)
        except Problem as problem:
            noticed += 1
            assert problem.kind.code in DAMAGED, problem.kind.code
            said_well(problem)
        put_back(folder, whole)
    assert noticed > 20
    _read_through(locked.laptop, locked)


def test_every_flip_is_noticed_by_the_backup(locked: Worked, tmp_path: Path) -> None:
    folder, chance = locked.laptop.folder, random.Random(9)
    whole = files(folder)
    for page in chance.sample(range(3, len(whole["vault.db"]) // PAGE), 12):
        changed = bytearray(whole["vault.db"])
        changed[page * PAGE + chance.randrange(PAGE)] ^= 1
        (folder / "vault.db").write_bytes(changed)
        try:
            vault = opened(locked.laptop)
        except Problem as problem:
            assert problem.kind.code in DAMAGED
        else:
            refused(lambda vault=vault: back_up(vault, tmp_path), "vault.backup-wrong", *DAMAGED)  # type: ignore[misc]
            _close(vault.close)
        assert not [path for path in tmp_path.iterdir() if path != folder]
        put_back(folder, whole)


@pytest.mark.parametrize("length", [0, 1, 100, PAGE - 1, PAGE, PAGE + 1, 10 * PAGE, -PAGE, -1])
def test_a_database_cut_short_is_damaged_and_a_backup_brings_it_back(
    worked: Worked, length: int, tmp_path: Path
) -> None:
    laptop = worked.laptop
    kept = back_up(laptop.vault, tmp_path)
    laptop.vault.lock()
    whole = (laptop.folder / "vault.db").read_bytes()
    (laptop.folder / "vault.db").write_bytes(whole[:length])
    refused(lambda: _read_through(laptop, worked), *DAMAGED)
    copy = restore(kept.folder, tmp_path / "again", PASSPHRASE, laptop.world)
    is_all_there(laptop, copy, worked.space)
    copy.close()


def test_an_older_page_put_back_is_noticed(worked: Worked) -> None:
    laptop = worked.laptop
    laptop.vault.close()
    before = (laptop.folder / "vault.db").read_bytes()
    laptop.vault = opened(laptop)
    for number in range(40):
        laptop.answer(worked.space, "snapshot_other", f"Words of the afternoon, {number}.")
    laptop.vault.close()
    now = files(laptop.folder)
    changed = [
        page
        for page in range(len(before) // PAGE)
        if before[page * PAGE : (page + 1) * PAGE] != now["vault.db"][page * PAGE : (page + 1) * PAGE]
    ]
    assert changed
    silent = []
    for page in changed:
        mixed = bytearray(now["vault.db"])
        mixed[page * PAGE : (page + 1) * PAGE] = before[page * PAGE : (page + 1) * PAGE]
        (laptop.folder / "vault.db").write_bytes(mixed)
        try:
            vault = opened(laptop)
            try:
                vault.verify_all()
                values = [row.value for row in vault.entries_since(worked.space, ())]
                if sum("of the afternoon" in str(value) for value in values) != 40:
                    silent.append(page)
            finally:
                _close(vault.close)
        except Problem as problem:
            assert problem.kind.code in DAMAGED
        put_back(laptop.folder, now)
    assert not silent
    laptop.vault = opened(laptop)


FOREIGN: dict[str, Callable[[], bytes]] = {
    "words": lambda: b"these are not pages " * 900,
    "zeros": lambda: bytes(64 * PAGE),
    "ones": lambda: b"\xff" * (16 * PAGE),
    "chance": lambda: random.Random(3).randbytes(64 * PAGE),
    "a picture": lambda: b"\x89PNG\r\n\x1a\n" + bytes(3 * PAGE),
    "nothing": lambda: b"",
}


@pytest.mark.parametrize("kind", FOREIGN)
def test_a_foreign_file_in_its_place_is_not_written_to(locked: Worked, kind: str) -> None:
    folder, whole = locked.laptop.folder, files(locked.laptop.folder)
    data = FOREIGN[kind]()
    (folder / "vault.db").write_bytes(data)
    refused(lambda: opened(locked.laptop), "vault.damaged", "vault.foreign")
    assert (folder / "vault.db").read_bytes() == data
    put_back(folder, whole)
    _read_through(locked.laptop, locked)


def test_a_plain_database_in_its_place_is_not_written_to(locked: Worked) -> None:
    folder, whole = locked.laptop.folder, files(locked.laptop.folder)
    (folder / "vault.db").unlink()
    plain = sqlite3.connect(folder / "vault.db")
    plain.execute("CREATE TABLE entries (raw)")
    plain.commit()
    plain.close()
    data = (folder / "vault.db").read_bytes()
    refused(lambda: opened(locked.laptop), "vault.foreign")
    assert (folder / "vault.db").read_bytes() == data
    put_back(folder, whole)
    _read_through(locked.laptop, locked)


def test_the_database_of_another_vault_in_its_place_is_refused(locked: Worked, worked_elsewhere: Laptop) -> None:
    folder, whole = locked.laptop.folder, files(locked.laptop.folder)
    (folder / "vault.db").write_bytes((worked_elsewhere.folder / "vault.db").read_bytes())
    refused(lambda: opened(locked.laptop), "vault.damaged")
    put_back(folder, whole)
    (folder / "vault.slots").write_bytes((worked_elsewhere.folder / "vault.slots").read_bytes())
    (folder / "vault.slots.2").write_bytes((worked_elsewhere.folder / "vault.slots").read_bytes())
    refused(lambda: opened(locked.laptop), "vault.damaged")
    put_back(folder, whole)
    _read_through(locked.laptop, locked)


@pytest.fixture(scope="module")
def worked_elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Laptop:
    """A vault of another programme, locked, with the same passphrase."""
    made = found(tmp_path_factory.mktemp("elsewhere") / "vault")
    made.vault.lock()
    return made


SPOILT: dict[str, Callable[[bytes], bytes | None]] = {
    "missing": lambda _data: None,
    "empty": lambda _data: b"",
    "torn": lambda data: data[: len(data) // 2],
    "torn at its end": lambda data: data[:-1],
    "zeros": lambda data: bytes(len(data)),
    "foreign": lambda _data: b"a letter, not a file of keys",
    "longer": lambda data: data + b"\0",
    "huge": lambda data: data * 4000,
}


def _spoil(folder: Path, names: tuple[str, ...], how: str) -> None:
    for name in names:
        data = SPOILT[how]((folder / name).read_bytes())
        if data is None:
            (folder / name).unlink()
        else:
            (folder / name).write_bytes(data)


@pytest.mark.parametrize("how", SPOILT)
@pytest.mark.parametrize("name", ["vault.slots", "vault.slots.2"])
def test_one_spoilt_copy_of_the_keys_is_made_good_by_the_other_and_said(locked: Worked, name: str, how: str) -> None:
    folder = locked.laptop.folder
    _spoil(folder, (name,), how)
    vault = opened(locked.laptop)
    is_all_there(locked.laptop, vault, locked.space)
    assert [problem.kind.code for problem in vault.notices] == ["vault.slots-fell-back"]
    said_well(vault.notices[0])
    vault.lock()
    assert (folder / "vault.slots").read_bytes() == (folder / "vault.slots.2").read_bytes()
    vault = opened(locked.laptop)
    assert vault.notices == ()
    vault.lock()


@pytest.mark.parametrize("how", SPOILT)
def test_both_copies_spoilt_open_no_way_in_and_a_copy_from_the_backup_does(locked: Worked, how: str) -> None:
    laptop, whole = locked.laptop, files(locked.laptop.folder)
    _spoil(laptop.folder, ("vault.slots", "vault.slots.2"), how)
    before = files(laptop.folder)
    sheets, code = laptop.founded.sheets[:2], " ".join(laptop.founded.recovery_groups)
    for attempt in (
        lambda: opened(laptop),
        lambda: recover_with_sheet(laptop.folder, code, "seven pale kites above rye", laptop.world),
        lambda: recover_with_organisation(laptop.folder, sheets, "seven pale kites above rye", laptop.world),
    ):
        refused(attempt, "vault.slots-missing")
    assert files(laptop.folder) == before
    (laptop.folder / "vault.slots").write_bytes(whole["vault.slots"])
    _read_through(laptop, locked)


def test_a_bit_flipped_anywhere_in_both_copies_never_opens_anything_wrong(locked: Worked) -> None:
    folder, chance = locked.laptop.folder, random.Random(4)
    whole = files(folder)
    for _ in range(60):
        changed = bytearray(whole["vault.slots"])
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
        for name in ("vault.slots", "vault.slots.2"):
            (folder / name).write_bytes(changed)
        refused(
            lambda: opened(locked.laptop),
            "vault.slots-missing",
            "vault.wrong-passphrase",
            "vault.damaged",
            "crypto.slots-newer",
            "crypto.too-little-memory",
        )
        put_back(folder, whole)
    _read_through(locked.laptop, locked)


PICTURES: dict[str, bytes] = {
    "nothing": b"",
    "words": b"This is a letter, not a picture.",
    "half a JPEG": b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00" + bytes(40),
    "half a PNG": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x10",
    "an SVG": b'<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>',
    "a GIF": b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff!\xf9\x04\x00\x00\x00\x00\x00,",
    "PostScript": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\nshowpage\n",
    "a program": b"\x7fELF" + bytes(300),
    "a PDF": b"%PDF-1.7\n1 0 obj<<>>endobj\n",
}


@pytest.mark.parametrize("kind", PICTURES)
def test_an_image_that_is_none_is_not_taken(kind: str) -> None:
    refused(lambda: reports.clean_image(PICTURES[kind], 2000), "reports.not-an-image")


def test_an_image_that_unpacks_to_too_much_is_not_taken() -> None:
    header = b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", (60_000).to_bytes(4) * 2 + b"\x08\x02\0\0\0")
    refused(lambda: reports.clean_image(header + _chunk(b"IEND", b""), 2000), "reports.image-too-large")


def _chunk(name: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4) + name + data + zlib.crc32(name + data).to_bytes(4)
