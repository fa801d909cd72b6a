"""Opens the database, and refuses to go on unless it is really encrypted and really durable.

A mistyped PRAGMA or a key of another length silently gives a plaintext or differently keyed database; so the key goes
in as checked hex, and every setting is read back. Source: SQLCipher API reference; SQLite docs, "PRAGMA".
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from monitor_app.base import Problem
from monitor_app.base.problems import vault as problems
from monitor_app.crypto import derive
from monitor_app.vault.guarded import GuardedConnection, problem_of

Connection = GuardedConnection
"""An open connection: every failure of it is a Problem."""

OLDEST_SQLITE = (3, 51, 3)
CACHE_KIB = 32 * 1024
CHECKPOINT_PAGES = 4_000
"""16 MiB: rare enough that a save seldom meets one, small enough to be read again in a moment after a crash."""
_KEY_BYTES = 32
_PLAIN_HEADER = b"SQLite format 3\0"
_PAGE_BYTES = 4096
_SETTINGS: tuple[tuple[str, str, object], ...] = (
    ("temp_store", "MEMORY", 2),
    ("trusted_schema", "OFF", 0),
    ("secure_delete", "ON", 1),
    ("mmap_size", "0", None),
    ("cache_size", str(-CACHE_KIB), -CACHE_KIB),
    ("locking_mode", "EXCLUSIVE", "exclusive"),
    ("journal_mode", "WAL", "wal"),
    ("synchronous", "FULL", 2),
    ("wal_autocheckpoint", str(CHECKPOINT_PAGES), CHECKPOINT_PAGES),
    ("cell_size_check", "ON", 1),
    ("recursive_triggers", "ON", 1),
)


def database_key(vault_key: bytes) -> bytes:
    """The raw SQLCipher key of a vault key."""
    return derive(vault_key, "monitor: vault database")


def open_encrypted(path: Path, key: bytes, *, create: bool = False) -> Connection:
    """A checked connection in autocommit mode, for the calling thread. Raises Problem foreign, damaged, not-encrypted.

    Without `create` the file must be there and encrypted; a foreign file is not written to.
    """
    if dbapi2.sqlite_version_info < OLDEST_SQLITE:
        raise Problem(problems.NOT_ENCRYPTED)
    if not create:
        check_header(path)
    connection = connect(path, create)
    try:
        _key(connection, key)
        _check_settings(connection)
    except Problem:
        connection.close()
        raise
    return connection


def check_header(path: Path) -> None:
    """Raises Problem foreign for a plaintext database, damaged for a file that is missing pages or missing."""
    try:
        with path.open("rb") as stream:
            begin = stream.read(_PAGE_BYTES)
    except OSError:
        raise Problem(problems.DAMAGED) from None
    if begin.startswith(_PLAIN_HEADER):
        raise Problem(problems.FOREIGN)
    if len(begin) < _PAGE_BYTES:
        raise Problem(problems.DAMAGED)


def connect(path: Path, create: bool = False) -> Connection:
    """An unkeyed connection: nothing is read or written yet."""
    name = f"{path.as_uri()}?mode={'rwc' if create else 'rw'}"
    try:
        found: Connection = dbapi2.connect(name, uri=True, isolation_level=None, factory=GuardedConnection)
    except dbapi2.Error as error:
        raise problem_of(error) from None
    return found


def fold_in(connection: Connection) -> bool:
    """Moves what the write-ahead log holds into the database file; False where a reader kept some of it back."""
    return bool(connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] == 0)


def one(connection: Connection, statement: str) -> Any:
    """The first column of the first row, None where there is none."""
    row = connection.execute(statement).fetchone()
    return row[0] if row is not None else None


def _key(connection: Connection, key: bytes) -> None:
    if len(key) != _KEY_BYTES:
        raise Problem(problems.NOT_ENCRYPTED)
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.set_key(f"x'{key.hex()}'")
    if str(one(connection, "PRAGMA cipher_status")) != "1":
        raise Problem(problems.NOT_ENCRYPTED)
    connection.execute("PRAGMA locking_mode = EXCLUSIVE").fetchall()
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()


def _check_settings(connection: Connection) -> None:
    for name, value, wanted in _SETTINGS:
        connection.execute(f"PRAGMA {name} = {value}").fetchall()
        if wanted is not None and one(connection, f"PRAGMA {name}") != wanted:
            raise Problem(problems.NOT_ENCRYPTED)
    if one(connection, "PRAGMA cipher_log_level") != "NONE":
        raise Problem(problems.NOT_ENCRYPTED)
