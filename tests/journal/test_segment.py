"""Segments: whole, signed, sealed, and refused for one wrong bit anywhere."""

from __future__ import annotations

import zlib
from typing import Any

import cbor2
import pytest
from hypothesis import given as any_of
from hypothesis import strategies as st
from tests.journal.given import KEY, KEY_ID, Counted, Writer, chain, run, sign, verified

from monitor_app.base import KeyId, cbor_bytes, sha256
from monitor_app.crypto import seal
from monitor_app.journal import (
    Broken,
    Entry,
    NoKey,
    make_segment,
    read_header,
    read_segment,
    segment_key,
    segment_name,
)
from monitor_app.journal import segment as module
from monitor_app.journal.padding import pad

RAWS = run(5)
SEGMENT = make_segment(RAWS, (KEY_ID, KEY), sign, Counted())


def key_of(key_id: KeyId) -> bytes | None:
    return KEY if key_id == KEY_ID else None


def test_a_segment_gives_back_the_exact_entries() -> None:
    read = read_segment(SEGMENT, key_of, verified)
    assert list(read.raws) == RAWS
    assert [entry.number for entry in read.entries] == [1, 2, 3, 4, 5]
    assert read.header == read_header(SEGMENT)
    assert (read.header.chain, read.header.first, read.header.last, read.header.key_id) == (chain(), 1, 5, KEY_ID)


def test_its_name_is_the_hash_of_its_bytes() -> None:
    assert segment_name(SEGMENT) == sha256(SEGMENT).hex()


def test_a_later_run_names_the_entry_before_it() -> None:
    later = make_segment(RAWS[2:], (KEY_ID, KEY), sign, Counted())
    header = read_header(later)
    assert (header.first, header.last, header.previous) == (3, 5, sha256(RAWS[1]))
    assert read_segment(later, key_of, verified).raws == tuple(RAWS[2:])


def test_who_carries_it_sees_no_word_and_only_a_size_class() -> None:
    writer = Writer(chain())
    one = make_segment([writer.entry("a name").to_bytes()], (KEY_ID, KEY), sign, Counted())
    assert b"/beds/clean" not in one
    assert len(one) == len(make_segment([RAWS[0]], (KEY_ID, KEY), sign, Counted()))


def test_entries_of_a_newer_app_travel_with_the_others() -> None:
    writer = Writer(chain())
    raws = [writer.entry().to_bytes(), writer.entry(kind="weave").to_bytes(), writer.entry().to_bytes()]
    read = read_segment(make_segment(raws, (KEY_ID, KEY), sign, Counted()), key_of, verified)
    assert [isinstance(entry, Entry) for entry in read.entries] == [True, False, True]


def test_a_run_with_a_gap_is_not_packed() -> None:
    for bad in ([], [RAWS[0], RAWS[2]], [RAWS[0], run(2, "E")[1]], [b"\xff"]):
        with pytest.raises(Broken):
            make_segment(bad, (KEY_ID, KEY), sign, Counted())


def test_too_large_a_run_is_not_packed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_PLAIN_BYTES", 1000)
    with pytest.raises(Broken, match="16 MiB"):
        make_segment(RAWS, (KEY_ID, KEY), sign, Counted())


def test_a_key_not_held_is_said_so() -> None:
    with pytest.raises(NoKey) as caught:
        read_segment(SEGMENT, lambda _: None, verified)
    assert caught.value.key_id == KEY_ID


def test_another_key_opens_nothing() -> None:
    with pytest.raises(Broken, match="does not open"):
        read_segment(SEGMENT, lambda _: bytes(32), verified)


def test_a_signature_of_another_device_is_refused() -> None:
    forged = make_segment(RAWS, (KEY_ID, KEY), lambda message: sign(message, "E"), Counted())
    with pytest.raises(Broken, match="signature"):
        read_segment(forged, key_of, verified)


@any_of(st.integers(0, len(SEGMENT) * 8 - 1))
def test_one_wrong_bit_anywhere_is_refused(bit: int) -> None:
    bad = bytearray(SEGMENT)
    bad[bit // 8] ^= 1 << bit % 8
    with pytest.raises((Broken, NoKey)):
        read_segment(bytes(bad), key_of, verified)


@any_of(st.integers(0, len(SEGMENT) - 1))
def test_a_torn_segment_is_refused(length: int) -> None:
    with pytest.raises(Broken):
        read_segment(SEGMENT[:length], key_of, verified)


def packed(plain: bytes, **changes: Any) -> bytes:
    """A segment signed and sealed as it must be, around other content."""
    header = {"first": 1, "last": 5, "previous": bytes(32), "version": 1, "compressed": None, **changes}
    ids = chain()
    clear = cbor_bytes(
        [
            header["version"],
            ids.space,
            ids.device,
            ids.incarnation,
            header["first"],
            header["last"],
            header["previous"],
            KEY_ID,
            *header.get("more", []),
        ]
    )
    sealed = seal(segment_key(KEY), pad(header["compressed"] or zlib.compress(plain)), clear, Counted())
    message = cbor_bytes(["monitor journal segment", 1, clear, sha256(sealed)])
    return cbor_bytes([clear, sealed, sign(message)])


GOOD = cbor_bytes(list(RAWS))


def test_the_same_by_hand_is_read() -> None:
    assert read_segment(packed(GOOD), key_of, verified).raws == tuple(RAWS)


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (packed(GOOD, last=4), "another number of entries"),
        (packed(GOOD, first=2, last=6, previous=bytes([1]) * 32), "a number is missing"),
        (packed(GOOD, previous=bytes([1]) * 32), "previous does not suit"),
        (packed(GOOD, last=20_000), "last is not"),
        (packed(GOOD, version=2), "version this app does not know"),
        (packed(GOOD, more=[1]), "another number of items"),
        (packed(GOOD, compressed=b"no deflate"), "does not inflate"),
        (packed(GOOD, compressed=zlib.compress(GOOD) + b"x"), "another length"),
        (packed(GOOD, compressed=zlib.compress(GOOD)[:-6]), "another length"),
        (packed(bytes(17 * 2**20)), "another length"),
        (packed(cbor_bytes({"a": 1})), "not an array"),
        (packed(cbor_bytes([*RAWS[:4], "text"])), "byte string"),
        (packed(cbor_bytes([*RAWS[:3], RAWS[4], RAWS[4]])), "entry 4 of the segment: a number is missing"),
        (cbor_bytes([b"", b"x", b"y"]), "header"),
        (cbor_bytes([cbor_bytes([]), b"x", b"y"]), "version this app does not know"),
        (cbor_bytes([1, 2]), "number of parts"),
        (bytes(20 * 2**20 + 1), "too large"),
    ],
)
def test_what_breaks_the_format_is_refused_by_its_rule(data: bytes, what: str) -> None:
    with pytest.raises(Broken, match=what):
        read_segment(data, key_of, verified)


def test_a_small_segment_cannot_fill_the_memory() -> None:
    bomb = packed(bytes(200 * 2**20))
    assert len(bomb) < 512 * 1024
    with pytest.raises(Broken, match="another length"):
        read_segment(bomb, key_of, verified)


def test_entries_are_the_same_objects_cbor_reads() -> None:
    read = read_segment(SEGMENT, key_of, verified)
    assert [cbor2.loads(raw)[4] for raw in read.raws] == [entry.number for entry in read.entries]
