"""Wraps a secret for the holder of a key, safe against today's computers and against quantum ones.

A private key is one 32-byte seed, so it can be cut into shares. HPKE in base mode; the encapsulation takes its
randomness from the library, which offers no other way.
Source: RFC 9180; draft-irtf-cfrg-concrete-hybrid-kems 4.2 (MLKEM768-X25519, the same as X-Wing).
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey, MLKEM768PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import (
    AEAD,
    KDF,
    KEM,
    MLKEM768X25519PrivateKey,
    MLKEM768X25519PublicKey,
    Suite,
)

from monitor_app.base import Randomness
from monitor_app.crypto.refusal import NotAKey, NotAuthentic

SEED_BYTES = 32
PUBLIC_BYTES = 1184 + 32
_MLKEM_SEED_BYTES = 64
_MLKEM_PUBLIC_BYTES = 1184


@dataclass(frozen=True, slots=True)
class KemKey:
    """A key pair: the 32-byte seed, and 1,216 public bytes (ML-KEM first, then X25519)."""

    private: bytes = field(repr=False)
    public: bytes


def new_kem_key(randomness: Randomness) -> KemKey:
    """A fresh key pair."""
    return kem_key(randomness(SEED_BYTES))


def kem_key(private: bytes) -> KemKey:
    """The key pair of a seed. Raises NotAKey for a seed of another length."""
    mlkem, x25519 = _halves(private)
    return KemKey(private, mlkem.public_key().public_bytes_raw() + x25519.public_key().public_bytes_raw())


def wrap(public: bytes, secret: bytes, info: bytes) -> bytes:
    """The secret, readable by the private key's holder only: 1,120 bytes, the secret's length, 16. `info` is bound.

    Raises NotAKey where the public bytes are none.
    """
    if len(public) != PUBLIC_BYTES:
        raise NotAKey
    try:
        recipient = MLKEM768X25519PublicKey(
            MLKEM768PublicKey.from_public_bytes(public[:_MLKEM_PUBLIC_BYTES]),
            X25519PublicKey.from_public_bytes(public[_MLKEM_PUBLIC_BYTES:]),
        )
        return _suite().encrypt(secret, recipient, info)
    except ValueError:
        raise NotAKey from None


def unwrap(private: bytes, wrapped: bytes, info: bytes) -> bytes:
    """The secret. Raises NotAuthentic for another key or info or a changed byte, NotAKey for a bad seed."""
    try:
        return _suite().decrypt(wrapped, MLKEM768X25519PrivateKey(*_halves(private)), info)
    except (InvalidTag, ValueError):
        raise NotAuthentic from None


def _halves(private: bytes) -> tuple[MLKEM768PrivateKey, X25519PrivateKey]:
    if len(private) != SEED_BYTES:
        raise NotAKey
    both = hashlib.shake_256(private).digest(_MLKEM_SEED_BYTES + 32)
    return (
        MLKEM768PrivateKey.from_seed_bytes(both[:_MLKEM_SEED_BYTES]),
        X25519PrivateKey.from_private_bytes(both[_MLKEM_SEED_BYTES:]),
    )


def _suite() -> Suite:
    return Suite(KEM.MLKEM768_X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
