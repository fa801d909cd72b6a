"""Wraps: one key, one recipient, one maker; nothing of it can be changed or used for another."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import cbor2
import pytest
from hypothesis import given as any_of
from hypothesis import strategies as st
from tests.journal.given import AT_MS, KEY, KEY_ID, PROGRAMME, SPACE, device, sign, verified

from monitor_app.base import KeyId, cbor_bytes, sha256
from monitor_app.crypto import NotAuthentic, kem_key, unwrap, wrap
from monitor_app.journal import Broken, Wrap, WrapAbout, make_wrap, read_wrap, recovery_recipient

RECIPIENT = kem_key(bytes(range(32)))
ABOUT = WrapAbout(SPACE, "epoch", 3, KEY_ID, "device", device("E"))
WRAP = Wrap(ABOUT, device("D"), AT_MS, wrap(RECIPIENT.public, KEY, ABOUT.info()))
RECORD = make_wrap(WRAP, sign)


def test_a_wrap_reads_back_and_gives_the_key_to_its_recipient() -> None:
    read = read_wrap(RECORD, verified)
    assert read == WRAP
    assert unwrap(RECIPIENT.private, read.wrapped, read.about.info()) == KEY


@pytest.mark.parametrize(
    "other",
    [
        replace(ABOUT, space=PROGRAMME),
        replace(ABOUT, epoch=4),
        replace(ABOUT, key_id=KeyId(bytes(16))),
        replace(ABOUT, recipient=device("F")),
        replace(ABOUT, recipient_kind="recovery"),
        replace(ABOUT, purpose="data", epoch=0),
    ],
)
def test_the_seal_is_bound_to_what_it_is_about(other: WrapAbout) -> None:
    with pytest.raises(NotAuthentic):
        unwrap(RECIPIENT.private, WRAP.wrapped, other.info())


@any_of(st.integers(0, len(RECORD) * 8 - 1))
def test_one_wrong_bit_anywhere_is_refused(bit: int) -> None:
    bad = bytearray(RECORD)
    bad[bit // 8] ^= 1 << bit % 8
    with pytest.raises(Broken):
        read_wrap(bytes(bad), verified)


def signed(body: list[Any]) -> bytes:
    data = cbor_bytes(body)
    return cbor_bytes([data, sign(cbor_bytes(["monitor journal wrap", 1, data]))])


@pytest.mark.parametrize(
    ("place", "value", "what"),
    [
        (0, 2, "version"),
        (1, b"short", "space"),
        (2, "other", "purpose"),
        (2, "data", "purpose"),
        (2, 5, "purpose"),
        (3, 0, "purpose"),
        (3, -1, "epoch"),
        (4, b"", "key"),
        (5, "friend", "recipient"),
        (6, bytes(15), "recipient"),
        (7, None, "maker"),
        (8, -5, "time"),
        (9, b"", "wrapped key"),
    ],
)
def test_what_breaks_the_format_is_refused_by_its_rule(place: int, value: object, what: str) -> None:
    body = list(cbor2.loads(WRAP.body()))
    body[place] = value
    with pytest.raises(Broken, match=what):
        read_wrap(signed(body), verified)


def test_another_number_of_items_or_parts_is_refused() -> None:
    for bad in (signed([]), signed([1]), signed([*cbor2.loads(WRAP.body()), 1]), cbor_bytes([b"x"]), b"\xff"):
        with pytest.raises(Broken):
            read_wrap(bad, verified)


def test_a_data_key_of_its_own_has_no_epoch() -> None:
    about = replace(ABOUT, purpose="data", epoch=0)
    record = make_wrap(replace(WRAP, about=about), sign)
    assert read_wrap(record, verified).about == about


def test_the_recovery_recipient_is_named_by_its_public_key() -> None:
    assert recovery_recipient(RECIPIENT.public) == sha256(RECIPIENT.public)[:16]
