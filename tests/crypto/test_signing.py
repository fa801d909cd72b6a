"""Signatures: known answers, one valid form, anything else refused."""

from __future__ import annotations

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256, SHA384
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.crypto.given import replayed

from monitor_app.base import system_randomness
from monitor_app.crypto import NotAKey, document_signer, new_signing_key, sign, verify
from monitor_app.crypto.signing import load_public

ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
KEY = new_signing_key(replayed("signer"))

# Source: RFC 6979 A.2.5, P-256, message "sample".
RFC_NUMBER = 0xC9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721
RFC_R = 0xEFD48B2AACB6A8FD1140DD9CD45E81D69D2C877B56AAF991C34D0EA84EAF3716
RFC_S = 0xF7CB1C942D657C41D436C7A1B6E29F65F3E900DBB9AFF4064DC4AB2F843ACDA8


def number(count: int) -> bytes:
    """The randomness that makes the RFC's key: a number is taken modulo the order less one, plus one."""
    return (RFC_NUMBER - 1).to_bytes(count, "big")


def test_a_signature_is_the_one_rfc_6979_gives_with_s_in_the_lower_half() -> None:
    key = new_signing_key(number)
    signature = sign(key.private, b"sample")
    assert signature == RFC_R.to_bytes(32, "big") + (ORDER - RFC_S).to_bytes(32, "big")
    assert verify(key.public, b"sample", signature)


def test_a_pdf_is_signed_as_rfc_6979_gives_in_der() -> None:
    key = new_signing_key(number)
    hand = document_signer(key.private)
    assert decode_dss_signature(hand(b"sample", "sha256")) == (RFC_R, RFC_S)


def test_a_pdf_may_be_signed_over_another_digest() -> None:
    signature = document_signer(KEY.private)(b"data", "SHA-384")
    load_public(KEY.public).verify(signature, b"data", ec.ECDSA(SHA384()))


@settings(max_examples=50)
@given(message=st.binary(max_size=100), flip=st.integers(0, 511))
def test_any_message_verifies_and_no_changed_signature_does(message: bytes, flip: int) -> None:
    signature = sign(KEY.private, message)
    assert len(signature) == 64
    assert verify(KEY.public, message, signature)
    changed = bytearray(signature)
    changed[flip // 8] ^= 1 << flip % 8
    assert not verify(KEY.public, message, bytes(changed))
    assert not verify(KEY.public, message + b"x", signature)


def test_the_mirrored_signature_is_not_a_second_valid_one() -> None:
    signature = sign(KEY.private, b"entry")
    mirrored = signature[:32] + (ORDER - int.from_bytes(signature[32:], "big")).to_bytes(32, "big")
    assert not verify(KEY.public, b"entry", mirrored)


@pytest.mark.parametrize("signature", [b"", bytes(64), bytes(63), bytes(65), b"\xff" * 64])
def test_bytes_that_are_no_signature_do_not_verify(signature: bytes) -> None:
    assert not verify(KEY.public, b"entry", signature)


def test_another_key_does_not_verify() -> None:
    assert not verify(new_signing_key(system_randomness).public, b"entry", sign(KEY.private, b"entry"))


def foreign_keys() -> list[tuple[bytes, bytes]]:
    keys: list[ec.EllipticCurvePrivateKey | ed25519.Ed25519PrivateKey | rsa.RSAPrivateKey] = [
        ec.generate_private_key(ec.SECP384R1()),
        ed25519.Ed25519PrivateKey.generate(),
        rsa.generate_private_key(65537, 2048),
    ]
    return [
        (
            key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption()),
            key.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo),
        )
        for key in keys
    ]


def test_keys_of_another_kind_are_refused() -> None:
    for private, public in [*foreign_keys(), (b"", b""), (b"junk", b"junk")]:
        with pytest.raises(NotAKey):
            sign(private, b"entry")
        with pytest.raises(NotAKey):
            document_signer(private)
        assert not verify(public, b"entry", sign(KEY.private, b"entry"))


def test_openssl_s_own_form_of_the_public_key_is_used() -> None:
    assert len(KEY.public) == 91
    load_public(KEY.public).verify(document_signer(KEY.private)(b"x", "sha256"), b"x", ec.ECDSA(SHA256()))


def test_a_key_does_not_print_its_private_half() -> None:
    assert "private" not in repr(KEY)


def test_the_same_randomness_gives_the_same_key() -> None:
    assert new_signing_key(replayed("signer")) == KEY
    assert new_signing_key(lambda count: b"\xff" * count).public != KEY.public
