"""Seals bytes under a key, and makes one key from another.

Source: AES-256-GCM, NIST SP 800-38D; HKDF-SHA256, RFC 5869; HMAC-SHA256, RFC 2104.
"""

from __future__ import annotations

import hashlib
import hmac

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from monitor_app.base import Randomness
from monitor_app.crypto.refusal import NotAuthentic

KEY_BYTES = 32
NONCE_BYTES = 12
TAG_BYTES = 16


def new_key(randomness: Randomness) -> bytes:
    """A fresh 32-byte key."""
    return randomness(KEY_BYTES)


def seal(key: bytes, plain: bytes, context: bytes, randomness: Randomness) -> bytes:
    """Sealed bytes: nonce 12, ciphertext, tag 16. `context` is bound to them and not stored.

    The nonce is random: one key seals at most 2**32 messages (SP 800-38D 8.3).
    """
    nonce = randomness(NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, plain, context)


def open_sealed(key: bytes, sealed: bytes, context: bytes) -> bytes:
    """The plain bytes. Raises NotAuthentic for another key or context, or a changed, missing or added byte."""
    if len(sealed) < NONCE_BYTES + TAG_BYTES:
        raise NotAuthentic
    try:
        return AESGCM(key).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], context)
    except InvalidTag:
        raise NotAuthentic from None


def derive(key: bytes, purpose: str, salt: bytes = b"") -> bytes:
    """A 32-byte key for one purpose. Purposes name the product and the use: "monitor: vault database"."""
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=salt, info=purpose.encode()).derive(key)


def authentication(key: bytes, data: bytes) -> bytes:
    """HMAC-SHA256 of the data, 32 bytes."""
    return hmac.digest(key, data, hashlib.sha256)


def is_authentic(key: bytes, data: bytes, given: bytes) -> bool:
    """The given HMAC belongs to key and data. Takes the same time whichever byte differs."""
    return hmac.compare_digest(authentication(key, data), given)
