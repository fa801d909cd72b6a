"""Attachments: in chunks, named by their content, with the entry that names them or not at all."""

from __future__ import annotations

import pytest
from tests.vault.given import PROGRAMME, RESPONSE, Laptop

from monitor_app.base import Problem, sha256
from monitor_app.base.problems import vault as problems
from monitor_app.vault import Write
from monitor_app.vault.blobs import CHUNK_BYTES


@pytest.mark.parametrize("size", [0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 3 * CHUNK_BYTES + 17])
def test_an_attachment_comes_back_byte_for_byte(laptop: Laptop, size: int) -> None:
    data = (bytes(range(251)) * (size // 251 + 1))[:size]
    name = laptop.vault.put_blob(data)
    assert name == sha256(data).hex()
    laptop.reopen()
    assert laptop.vault.blob(name) == data
    rows = laptop.vault._parts.store.connection.execute("SELECT length(data) FROM blob_chunks").fetchall()
    assert all(length <= CHUNK_BYTES for (length,) in rows)


def test_the_same_bytes_are_kept_once(laptop: Laptop) -> None:
    assert laptop.vault.put_blob(b"a picture") == laptop.vault.put_blob(b"a picture")
    assert laptop.vault._parts.store.connection.execute("SELECT count(*) FROM blob_chunks").fetchone()[0] == 1


def test_an_attachment_is_kept_with_its_entry(laptop: Laptop) -> None:
    data = b"signed pages"
    write = Write(PROGRAMME, "report", RESPONSE, "pdf", sha256(data).hex())
    laptop.vault.append([write], blobs=[data])
    assert laptop.vault.blob(sha256(data).hex()) == data


def test_a_missing_or_changed_attachment_is_said(laptop: Laptop) -> None:
    name = laptop.vault.put_blob(b"a picture")
    laptop.vault._parts.store.connection.execute("UPDATE blob_chunks SET data = x'00'")
    for asked in (name, "00" * 32):
        with pytest.raises(Problem) as caught:
            laptop.vault.blob(asked)
        assert caught.value.kind is problems.BLOB_MISSING
