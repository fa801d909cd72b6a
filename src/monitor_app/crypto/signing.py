"""P-256 keys: sign bytes, verify bytes.

Two forms of signature. For the journal: 64 bytes, r then s, s in the lower half, so that a message has one valid
signature of each key and no stranger can restate it. For PDFs: DER, as CMS wants it. Both are deterministic.
Source: FIPS 186-5; RFC 6979; RFC 3279 2.2.3 (DER).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature, encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256, SHA384, SHA512, HashAlgorithm
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_der_private_key,
    load_der_public_key,
)

from monitor_app.base import Randomness
from monitor_app.crypto.refusal import NotAKey

SIGNATURE_BYTES = 64
_SEED_BYTES = 40
"""64 bits more than the order: FIPS 186-5 A.2.1, extra random bits."""
_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A P-256 key pair: private as PKCS#8 DER, public as SubjectPublicKeyInfo DER."""

    private: bytes = field(repr=False)
    public: bytes


def new_signing_key(randomness: Randomness) -> SigningKey:
    """A fresh key pair."""
    number = int.from_bytes(randomness(_SEED_BYTES), "big") % (_ORDER - 1) + 1
    key = ec.derive_private_key(number, ec.SECP256R1())
    private = key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    return SigningKey(private, public_bytes(key.public_key()))


def sign(private: bytes, message: bytes) -> bytes:
    """The 64-byte signature over a message (hashed here with SHA-256). Raises NotAKey."""
    r, s = decode_dss_signature(load_private(private).sign(message, _deterministic("sha256")))
    return r.to_bytes(32, "big") + min(s, _ORDER - s).to_bytes(32, "big")


def verify(public: bytes, message: bytes, signature: bytes) -> bool:
    """The 64-byte signature is this key's over this message. False too for a key or signature of another form."""
    r, s = int.from_bytes(signature[:32], "big"), int.from_bytes(signature[32:], "big")
    if len(signature) != SIGNATURE_BYTES or s > _ORDER // 2:
        return False
    try:
        load_public(public).verify(encode_dss_signature(r, s), message, ec.ECDSA(SHA256()))
    except (InvalidSignature, NotAKey):
        return False
    return True


def document_signer(private: bytes) -> Callable[[bytes, str], bytes]:
    """The hand that signs PDFs: (bytes to be signed, "sha256" | "sha384" | "sha512") -> DER signature.

    Keeps the key inside, so that the room that makes PDFs never holds one. Raises NotAKey at once.
    """
    key = load_private(private)

    def sign_raw(data: bytes, digest_algorithm: str) -> bytes:
        return key.sign(data, _deterministic(digest_algorithm))

    return sign_raw


def load_private(private: bytes) -> ec.EllipticCurvePrivateKey:
    """The library's key behind PKCS#8 DER. Raises NotAKey for anything but P-256."""
    try:
        key = load_der_private_key(private, password=None)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        raise NotAKey from None
    if not isinstance(key, ec.EllipticCurvePrivateKey) or not isinstance(key.curve, ec.SECP256R1):
        raise NotAKey
    return key


def load_public(public: bytes) -> ec.EllipticCurvePublicKey:
    """The library's key behind SubjectPublicKeyInfo DER. Raises NotAKey for anything but P-256."""
    try:
        key = load_der_public_key(public)
    except (ValueError, UnsupportedAlgorithm):
        raise NotAKey from None
    if not isinstance(key, ec.EllipticCurvePublicKey) or not isinstance(key.curve, ec.SECP256R1):
        raise NotAKey
    return key


def public_bytes(key: ec.EllipticCurvePublicKey) -> bytes:
    """The key as SubjectPublicKeyInfo DER."""
    return key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)


def _deterministic(digest_algorithm: str) -> ec.ECDSA:
    digests: dict[str, HashAlgorithm] = {"sha256": SHA256(), "sha384": SHA384(), "sha512": SHA512()}
    return ec.ECDSA(digests[digest_algorithm.replace("-", "").lower()], deterministic_signing=True)
