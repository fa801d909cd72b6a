"""The tables. What is true stands in the first group; the second is derived from it and may be dropped at any time.

An entry's id is its chain's row id and its number in one: `chain << 32 | number`, so that a chain lies together. Saving
an answer touches few pages: each costs an encryption.
"""

from __future__ import annotations

from monitor_app.vault.cipher import Connection

SCHEMA_VERSION = 1
"""Of the tables that hold truth. A later version adds tables; it never changes these."""

DERIVED_VERSION = 1
"""Of the derived tables and the code that fills them: raise it and they are rebuilt at the next unlock."""

TRUTH = """
CREATE TABLE self (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;

CREATE TABLE chains (
    id INTEGER PRIMARY KEY, space BLOB NOT NULL, device BLOB NOT NULL, incarnation BLOB NOT NULL,
    number INTEGER NOT NULL, hash BLOB NOT NULL, at_ms INTEGER NOT NULL,
    checked_number INTEGER NOT NULL DEFAULT 0, checked_hash BLOB NOT NULL DEFAULT (zeroblob(32)),
    UNIQUE (space, device, incarnation));
CREATE TABLE entries (id INTEGER PRIMARY KEY, raw BLOB NOT NULL);
CREATE TRIGGER entries_stay BEFORE DELETE ON entries BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER entries_stand BEFORE UPDATE ON entries BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TABLE idle (id INTEGER PRIMARY KEY, reason TEXT NOT NULL);
CREATE TABLE aside (
    name TEXT PRIMARY KEY, reason TEXT NOT NULL, at_ms INTEGER NOT NULL, raw BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE waiting (name TEXT PRIMARY KEY, raw BLOB NOT NULL) WITHOUT ROWID;

CREATE TABLE spaces (id BLOB PRIMARY KEY, kind TEXT NOT NULL, at_ms INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE keys (
    id BLOB PRIMARY KEY, space BLOB NOT NULL, purpose TEXT NOT NULL, epoch INTEGER NOT NULL, key BLOB NOT NULL)
    WITHOUT ROWID;
CREATE INDEX keys_of_space ON keys (space, purpose, epoch);
CREATE TABLE wraps (
    key_id BLOB NOT NULL, recipient_kind TEXT NOT NULL, recipient BLOB NOT NULL, raw BLOB NOT NULL,
    PRIMARY KEY (key_id, recipient_kind, recipient)) WITHOUT ROWID;
CREATE TABLE recipients (
    space BLOB NOT NULL, kind TEXT NOT NULL, id BLOB NOT NULL, public BLOB NOT NULL,
    PRIMARY KEY (space, kind, id)) WITHOUT ROWID;

CREATE TABLE drafts (
    space BLOB NOT NULL, entity_kind TEXT NOT NULL, entity BLOB NOT NULL, field TEXT NOT NULL,
    value BLOB NOT NULL, mode TEXT NOT NULL, saw BLOB NOT NULL, key_id BLOB, at_ms INTEGER NOT NULL,
    PRIMARY KEY (space, entity_kind, entity, field)) WITHOUT ROWID;
CREATE TABLE blobs (hash BLOB PRIMARY KEY, size INTEGER NOT NULL, chunks INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE blob_chunks (hash BLOB NOT NULL, number INTEGER NOT NULL, data BLOB NOT NULL, PRIMARY KEY (hash, number));
CREATE TABLE settings (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
"""

DERIVED_TABLES = ("current", "missed", "newer", "conflicts", "folded", "stale", "tally", "search")

DERIVED = """
CREATE TABLE current (
    space BLOB NOT NULL, entity_kind TEXT NOT NULL, entity BLOB NOT NULL, field TEXT NOT NULL, id INTEGER NOT NULL,
    author BLOB NOT NULL, at_ms INTEGER NOT NULL, settled INTEGER NOT NULL, key_id BLOB NOT NULL, value BLOB,
    counts TEXT, PRIMARY KEY (space, entity_kind, entity, field, id)) WITHOUT ROWID;
CREATE TABLE missed (
    space BLOB NOT NULL, device BLOB NOT NULL, incarnation BLOB NOT NULL, number INTEGER NOT NULL,
    entity_kind TEXT NOT NULL, entity BLOB NOT NULL, field TEXT NOT NULL,
    PRIMARY KEY (space, device, incarnation, number, entity_kind, entity, field)) WITHOUT ROWID;
CREATE TABLE newer (id INTEGER PRIMARY KEY);
CREATE TABLE conflicts (
    space BLOB NOT NULL, entity_kind TEXT NOT NULL, entity BLOB NOT NULL, field TEXT NOT NULL,
    PRIMARY KEY (space, entity_kind, entity, field)) WITHOUT ROWID;
CREATE TABLE folded (chain INTEGER PRIMARY KEY, number INTEGER NOT NULL);
CREATE TABLE stale (id INTEGER PRIMARY KEY);
CREATE TABLE tally (
    what TEXT NOT NULL, space BLOB NOT NULL, entity_kind TEXT NOT NULL, entity BLOB NOT NULL, n INTEGER NOT NULL,
    PRIMARY KEY (space, entity_kind, entity, what)) WITHOUT ROWID;
CREATE INDEX tally_what ON tally (what);
CREATE VIRTUAL TABLE search USING fts5(text, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3');
INSERT INTO search (search, rank) VALUES ('secure-delete', 1);
"""


def make_truth(connection: Connection) -> None:
    """Makes the tables that hold truth. Inside the caller's transaction."""
    _run(connection, TRUTH)


def make_derived(connection: Connection) -> None:
    """Drops and makes the derived tables, empty. Inside the caller's transaction."""
    for table in DERIVED_TABLES:
        connection.execute(f"DROP TABLE IF EXISTS {table}")
    _run(connection, DERIVED)


def _run(connection: Connection, script: str) -> None:
    """Statement by statement: `executescript` would end the caller's transaction."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if line.rstrip().endswith(";") and (statement.count("BEGIN") == statement.count("END;")):
            connection.execute(statement)
            statement = ""
