"""The tables. What is true stands in the first group; the second is derived from it and may be dropped at any time."""

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
    number INTEGER NOT NULL, hash BLOB NOT NULL,
    checked_number INTEGER NOT NULL DEFAULT 0, checked_hash BLOB NOT NULL DEFAULT (zeroblob(32)),
    UNIQUE (space, device, incarnation));
CREATE TABLE entries (
    seq INTEGER PRIMARY KEY, chain INTEGER NOT NULL, number INTEGER NOT NULL, raw BLOB NOT NULL,
    UNIQUE (chain, number));
CREATE TRIGGER entries_stay BEFORE DELETE ON entries BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER entries_stand BEFORE UPDATE ON entries BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TABLE without_effect (seq INTEGER PRIMARY KEY, reason TEXT NOT NULL);
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

DERIVED_TABLES = ("current", "written", "missed", "newer", "tally", "conflicts", "search")

DERIVED = """
CREATE TABLE current (
    seq INTEGER PRIMARY KEY, place BLOB NOT NULL, space BLOB NOT NULL, entity_kind TEXT NOT NULL, entity BLOB NOT NULL,
    field TEXT NOT NULL, chain INTEGER NOT NULL, number INTEGER NOT NULL, author BLOB NOT NULL, at_ms INTEGER NOT NULL,
    settled INTEGER NOT NULL, key_id BLOB NOT NULL, value BLOB, counts TEXT, searched INTEGER NOT NULL);
CREATE TABLE written (place BLOB NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (place, seq)) WITHOUT ROWID;
CREATE TABLE missed (
    space BLOB NOT NULL, device BLOB NOT NULL, incarnation BLOB NOT NULL, number INTEGER NOT NULL, place BLOB NOT NULL,
    PRIMARY KEY (space, device, incarnation, number, place)) WITHOUT ROWID;
CREATE TABLE newer (seq INTEGER PRIMARY KEY);
CREATE TABLE tally (
    what TEXT NOT NULL, space BLOB NOT NULL, entity BLOB NOT NULL, n INTEGER NOT NULL,
    PRIMARY KEY (what, space, entity)) WITHOUT ROWID;
CREATE TABLE conflicts (place BLOB PRIMARY KEY, space BLOB NOT NULL) WITHOUT ROWID;
CREATE VIRTUAL TABLE search USING fts5(text, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3');
INSERT INTO search (search, rank) VALUES ('secure-delete', 1);
"""

DERIVED_INDEXES = """
CREATE INDEX current_place ON current (place);
CREATE INDEX current_entity ON current (entity, field);
CREATE INDEX current_space ON current (space, entity_kind);
CREATE INDEX current_kind ON current (entity_kind, field);
"""


def make_truth(connection: Connection) -> None:
    """Makes the tables that hold truth. Inside the caller's transaction."""
    _run(connection, TRUTH)


def make_derived(connection: Connection) -> None:
    """Drops and makes the derived tables, empty and without their indexes. Inside the caller's transaction."""
    for table in DERIVED_TABLES:
        connection.execute(f"DROP TABLE IF EXISTS {table}")
    _run(connection, DERIVED)


def make_indexes(connection: Connection) -> None:
    """Makes the indexes of the derived tables, after they are filled."""
    _run(connection, DERIVED_INDEXES)


def _run(connection: Connection, script: str) -> None:
    """Statement by statement: `executescript` would end the caller's transaction."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if line.rstrip().endswith(";") and (statement.count("BEGIN") == statement.count("END;")):
            connection.execute(statement)
            statement = ""
