"""Attachments: bytes kept in rows of at most 1 MiB, named by the SHA-256 of the whole."""

from __future__ import annotations

from monitor_app.base import Problem, sha256
from monitor_app.base.problems import vault as problems
from monitor_app.vault.cipher import Connection

CHUNK_BYTES = 1024 * 1024


def put_blob(connection: Connection, data: bytes) -> str:
    """Keeps the bytes, inside the caller's transaction; the same bytes are kept once. The name is lower-case hex."""
    name = sha256(data)
    chunks = [data[start : start + CHUNK_BYTES] for start in range(0, len(data), CHUNK_BYTES)]
    cursor = connection.execute(
        "INSERT OR IGNORE INTO blobs (hash, size, chunks) VALUES (?, ?, ?)", (name, len(data), len(chunks))
    )
    if cursor.rowcount == 1:
        connection.executemany(
            "INSERT INTO blob_chunks (hash, number, data) VALUES (?, ?, ?)",
            [(name, number, chunk) for number, chunk in enumerate(chunks)],
        )
    return name.hex()


def blob(connection: Connection, name: str) -> bytes:
    """The bytes of that name, checked against it. Raises Problem blob-missing."""
    key = bytes.fromhex(name)
    rows = connection.execute("SELECT data FROM blob_chunks WHERE hash = ? ORDER BY number", (key,))
    data = b"".join(row[0] for row in rows)
    if sha256(data) != key:
        raise Problem(problems.BLOB_MISSING)
    return data
