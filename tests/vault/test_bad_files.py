"""Files that are not what they should be: each has its sentence, and nothing is written to it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.vault.given import (
    FLOOR_KIB,
    LIGHT,
    MORNING,
    Laptop,
    describe,
    make_laptop,
    new_identity,
    new_vault,
    open_vault,
)

from monitor_app.base import FixedClock, Problem, system_randomness
from monitor_app.base.problems import vault as problems
from monitor_app.vault import cipher, create_vault
from monitor_app.vault.cipher import open_encrypted


def refused(work: Callable[[], object]) -> Problem:
    with pytest.raises(Problem) as caught:
        work()
    return caught.value


def test_a_plain_database_is_foreign_and_is_not_touched(laptop: Laptop) -> None:
    laptop.vault.close()
    path = laptop.folder / "vault.db"
    path.unlink()
    plain = sqlite3.connect(path)
    plain.execute("CREATE TABLE names (name TEXT)")
    plain.close()
    before = path.read_bytes()
    assert refused(lambda: open_vault(laptop.folder)).kind is problems.FOREIGN
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"short", bytes(8192), b"\xff" * 8192])
def test_a_database_that_does_not_open_is_damaged_and_is_not_touched(laptop: Laptop, content: bytes) -> None:
    laptop.vault.close()
    path = laptop.folder / "vault.db"
    path.write_bytes(content)
    assert refused(lambda: open_vault(laptop.folder)).kind is problems.DAMAGED
    assert path.read_bytes() == content


def test_a_missing_database_is_damaged_and_none_is_made(laptop: Laptop) -> None:
    laptop.vault.close()
    (laptop.folder / "vault.db").unlink()
    assert refused(lambda: open_vault(laptop.folder)).kind is problems.DAMAGED
    assert not (laptop.folder / "vault.db").exists()


def test_a_changed_page_is_never_read_as_it_is(laptop: Laptop) -> None:
    for number in range(400):
        laptop.answer("met", f"q{number}")
    laptop.vault.verify_all()
    laptop.vault.close()
    path = laptop.folder / "vault.db"
    whole = path.read_bytes()
    for page in range(len(whole) // 4096):
        path.write_bytes(whole[: page * 4096 + 700] + b"\0\1\2\3" + whole[page * 4096 + 704 :])
        try:
            vault = open_vault(laptop.folder)
        except Problem as problem:
            assert problem.kind is problems.DAMAGED
            continue
        with vault_closed(vault):
            try:
                vault.verify_all()
                values = {current.value for current in vault.current()}
                assert values == {"met"}
            except Problem as problem:
                assert problem.kind in (problems.DAMAGED, problems.CHAIN_FAULT)
    path.write_bytes(whole)
    laptop.reopen()


class vault_closed:  # noqa: N801
    """Closes a vault that may be damaged."""

    def __init__(self, vault: object) -> None:
        self.vault = vault

    def __enter__(self) -> None:
        return None

    def __exit__(self, *_: object) -> None:
        try:
            self.vault.close()  # type: ignore[attr-defined]
        except Problem:
            self.vault.close()  # type: ignore[attr-defined]


def test_a_folder_without_a_vault_has_none(tmp_path: Path) -> None:
    assert refused(lambda: open_vault(tmp_path)).kind is problems.NO_VAULT
    assert refused(lambda: open_vault(tmp_path / "missing")).kind is problems.NO_VAULT
    assert list(tmp_path.iterdir()) == []


def test_a_vault_is_not_made_over_another(laptop: Laptop) -> None:
    laptop.vault.close()
    before = {path.name: path.read_bytes() for path in laptop.folder.iterdir()}
    assert refused(lambda: make_laptop(laptop.folder)).kind is problems.EXISTS
    assert {path.name: path.read_bytes() for path in laptop.folder.iterdir()} == before
    laptop.reopen()


def test_a_vault_of_a_newer_app_is_left_alone(laptop: Laptop) -> None:
    from monitor_app.vault.own_facts import set_fact

    connection = laptop.vault._parts.store.connection
    set_fact(connection, "schema", 99)
    laptop.vault.close()
    assert refused(lambda: open_vault(laptop.folder)).kind is problems.NEWER
    assert refused(lambda: open_vault(laptop.folder)).kind is problems.NEWER


def test_a_failed_founding_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "vault"
    new = new_vault(new_identity())
    heavy = type(LIGHT)(memory_kib=1, passes=1, lanes=1)
    with pytest.raises(ValueError, match="Argon2id"):
        create_vault(folder, new, make_clock(), system_randomness, heavy, describe, home=tmp_path)
    monkeypatch.setattr(cipher, "_SETTINGS", (("temp_store", "MEMORY", "never"),))
    problem = refused(
        lambda: create_vault(
            folder, new, make_clock(), system_randomness, LIGHT, describe, floor_kib=FLOOR_KIB, home=tmp_path
        )
    )
    assert problem.kind is problems.NOT_ENCRYPTED
    assert [path.name for path in folder.iterdir()] == ["vault.lock"]


def make_clock() -> FixedClock:
    return FixedClock(MORNING)


def test_nothing_readable_stands_in_the_files(laptop: Laptop) -> None:
    words = [f"canary word {number}" for number in range(30)]
    for number, word in enumerate(words):
        laptop.note(word, f"n{number}")
    laptop.vault.set_setting("canary setting", "canary value")
    laptop.vault.put_blob(b"canary blob" * 1000)
    for path in laptop.folder.iterdir():
        assert b"canary" not in path.read_bytes()
        assert not path.read_bytes().startswith(b"SQLite format 3")
    laptop.vault.close()
    for path in laptop.folder.iterdir():
        assert b"canary" not in path.read_bytes()
    laptop.reopen()


def test_the_settings_are_those_of_the_recipe(laptop: Laptop) -> None:
    connection = laptop.vault._parts.store.connection
    for name, value in (
        ("cipher_status", "1"),
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("temp_store", 2),
        ("trusted_schema", 0),
        ("secure_delete", 1),
        ("cipher_log_level", "NONE"),
    ):
        assert cipher.one(connection, f"PRAGMA {name}") == value


def test_without_a_working_cipher_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "vault.db"
    for length in (0, 16, 31, 33):
        assert refused(lambda n=length: open_encrypted(path, bytes(n), create=True)).kind is problems.NOT_ENCRYPTED  # type: ignore[misc]

    monkeypatch.setattr(cipher, "connect", lambda path, create: Unkeyed(path))
    assert refused(lambda: open_encrypted(path, bytes(32), create=True)).kind is problems.NOT_ENCRYPTED
    assert not path.exists() or path.stat().st_size == 0
    monkeypatch.setattr(cipher, "OLDEST_SQLITE", (99, 0, 0))
    assert refused(lambda: open_encrypted(path, bytes(32), create=True)).kind is problems.NOT_ENCRYPTED


class Unkeyed:
    """SQLite without SQLCipher: it takes a key and does nothing with it."""

    def __init__(self, path: Path) -> None:
        self.connection = sqlite3.connect(path)

    def set_key(self, key: str) -> None:
        return None

    def execute(self, statement: str) -> sqlite3.Cursor:
        return self.connection.execute(statement)

    def close(self) -> None:
        self.connection.close()
