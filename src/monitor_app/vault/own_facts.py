"""What a vault knows of itself: one row per fact, as CBOR."""

from __future__ import annotations

from monitor_app.base import Canonical, cbor_bytes
from monitor_app.vault.cipher import Connection
from monitor_app.vault.derived import plain

VAULT_ID = "vault"
SCHEMA = "schema"
DERIVED = "derived"
LABEL = "label"
IDENTITY = "identity"


def fact(connection: Connection, name: str) -> Canonical:
    """A fact, None where it is not known."""
    row = connection.execute("SELECT value FROM self WHERE name = ?", (name,)).fetchone()
    return plain(row[0]) if row is not None else None


def set_fact(connection: Connection, name: str, value: Canonical) -> None:
    """Keeps a fact, inside the caller's transaction."""
    connection.execute("INSERT OR REPLACE INTO self (name, value) VALUES (?, ?)", (name, cbor_bytes(value)))
