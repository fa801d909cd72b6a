"""Wrapping for the holder of a key: known answer, refusal of anything changed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.crypto.given import replayed

from monitor_app.base import system_randomness
from monitor_app.crypto import NotAKey, NotAuthentic, kem_key, new_kem_key, unwrap, wrap

KEY = new_kem_key(replayed("recipient"))


def test_a_seed_gives_the_public_key_the_draft_gives() -> None:
    """Source: draft-connolly-cfrg-xwing-kem-10, appendix C, first vector: the ML-KEM half begins, X25519 ends it."""
    key = kem_key(bytes.fromhex("7f9c2ba4e88f827d616045507605853ed73b8093f6efbc88eb1a6eacfa66ef26"))
    assert len(key.public) == 1216
    assert key.public.startswith(bytes.fromhex("e2236b35a8c24b39b10aa1323a96a919a2ced88400633a7b07131713fc14"))
    assert key.public.endswith(bytes.fromhex("db06eff389b27dce59844570216223593d4ba32d9abac8cd049040ef6534"))


def test_the_same_randomness_gives_the_same_key_and_other_randomness_another() -> None:
    assert new_kem_key(replayed("recipient")) == KEY
    assert new_kem_key(system_randomness) != KEY


@settings(max_examples=30)
@given(secret=st.binary(max_size=200), info=st.binary(max_size=50), flip=st.integers(min_value=0))
def test_a_changed_bit_anywhere_is_refused(secret: bytes, info: bytes, flip: int) -> None:
    wrapped = wrap(KEY.public, secret, info)
    assert len(wrapped) == 1120 + len(secret) + 16
    assert unwrap(KEY.private, wrapped, info) == secret
    changed = bytearray(wrapped)
    changed[flip // 8 % len(wrapped)] ^= 1 << flip % 8
    with pytest.raises(NotAuthentic):
        unwrap(KEY.private, bytes(changed), info)


def test_another_key_or_info_opens_nothing() -> None:
    wrapped = wrap(KEY.public, b"secret", b"visit 1")
    for private, info in ((new_kem_key(system_randomness).private, b"visit 1"), (KEY.private, b"visit 2")):
        with pytest.raises(NotAuthentic):
            unwrap(private, wrapped, info)


@pytest.mark.parametrize("length", [0, 1, 32, 1119, 1120, 1135])
def test_torn_bytes_are_refused(length: int) -> None:
    with pytest.raises(NotAuthentic):
        unwrap(KEY.private, wrap(KEY.public, b"", b"")[:length], b"")


def test_a_low_order_point_in_what_arrives_is_refused() -> None:
    wrapped = bytearray(wrap(KEY.public, b"secret", b""))
    wrapped[1088:1120] = bytes(32)
    with pytest.raises(NotAuthentic):
        unwrap(KEY.private, bytes(wrapped), b"")


@pytest.mark.parametrize(
    "public", [b"", KEY.public[:-1], KEY.public + b"x", b"\xff" * 1216, KEY.public[:-32] + bytes(32)]
)
def test_bytes_that_are_no_public_key_are_refused(public: bytes) -> None:
    with pytest.raises(NotAKey):
        wrap(public, b"secret", b"")


@pytest.mark.parametrize("private", [b"", bytes(31), bytes(33)])
def test_bytes_that_are_no_seed_are_refused(private: bytes) -> None:
    with pytest.raises(NotAKey):
        kem_key(private)
    with pytest.raises(NotAKey):
        unwrap(private, wrap(KEY.public, b"secret", b""), b"")


def test_a_key_does_not_print_its_seed() -> None:
    assert KEY.private.hex() not in repr(KEY)
    assert "private" not in repr(KEY)
