"""Sealing: known answers, and any changed byte refused."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.crypto.given import replayed

from monitor_app.base import system_randomness
from monitor_app.crypto import NotAuthentic, authentication, derive, is_authentic, new_key, open_sealed, seal


def test_sealed_bytes_open_as_nist_says() -> None:
    """Source: NIST's GCM specification, test case 16."""
    key = bytes.fromhex("feffe9928665731c6d6a8f9467308308" * 2)
    nonce = bytes.fromhex("cafebabefacedbaddecaf888")
    plain = bytes.fromhex(
        "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
        "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39"
    )
    context = bytes.fromhex("feedfacedeadbeeffeedfacedeadbeefabaddad2")
    sealed = bytes.fromhex(
        "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
        "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f66276fc6ece0f4e1768cddf8853bb2d551b"
    )
    assert open_sealed(key, nonce + sealed, context) == plain
    assert seal(key, plain, context, lambda _count: nonce) == nonce + sealed


def test_a_key_is_derived_as_rfc_5869_says() -> None:
    """Source: RFC 5869 A.3 (no salt, no info) and A.1 (salt; our purposes are text, so its info is not tried)."""
    key = derive(b"\x0b" * 22, "")
    assert key.hex() == "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d"


def test_purposes_and_salts_give_keys_of_their_own() -> None:
    key = new_key(system_randomness)
    made = {derive(key, "monitor: a"), derive(key, "monitor: b"), derive(key, "monitor: a", b"salt"), key}
    assert len(made) == 4
    assert {len(each) for each in made} == {32}


@settings(max_examples=50)
@given(plain=st.binary(max_size=200), context=st.binary(max_size=40), flip=st.integers(min_value=0))
def test_a_changed_bit_anywhere_is_refused(plain: bytes, context: bytes, flip: int) -> None:
    key = new_key(replayed("key"))
    sealed = seal(key, plain, context, system_randomness)
    assert open_sealed(key, sealed, context) == plain
    changed = bytearray(sealed)
    changed[flip // 8 % len(sealed)] ^= 1 << flip % 8
    with pytest.raises(NotAuthentic):
        open_sealed(key, bytes(changed), context)


@pytest.mark.parametrize("length", range(28))
def test_torn_bytes_are_refused(length: int) -> None:
    sealed = seal(bytes(32), b"", b"", system_randomness)
    with pytest.raises(NotAuthentic):
        open_sealed(bytes(32), sealed[:length], b"")


def test_another_key_or_context_opens_nothing() -> None:
    key = new_key(system_randomness)
    sealed = seal(key, b"words", b"visit 1", system_randomness)
    for other_key, other_context in ((new_key(system_randomness), b"visit 1"), (key, b"visit 2")):
        with pytest.raises(NotAuthentic):
            open_sealed(other_key, sealed, other_context)


def test_one_message_sealed_twice_looks_different() -> None:
    assert seal(bytes(32), b"words", b"", system_randomness) != seal(bytes(32), b"words", b"", system_randomness)


def test_an_authentication_is_hmac_sha256() -> None:
    """Source: RFC 4231, test case 2."""
    mac = authentication(b"Jefe", b"what do ya want for nothing?")
    assert mac.hex() == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
    assert is_authentic(b"Jefe", b"what do ya want for nothing?", mac)
    assert not is_authentic(b"Jefe", b"what do ya want for nothing!", mac)
    assert not is_authentic(b"Jefe", b"what do ya want for nothing?", mac[:-1])
