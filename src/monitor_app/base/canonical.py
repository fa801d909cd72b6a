"""Canonical bytes: one encoding per value, so that equal values have equal bytes and equal hashes.

Two forms: deterministic CBOR (source: RFC 8949 4.2.1) for the journal and everything sealed or signed,
and canonical JSON (sorted keys, no spaces, UTF-8) for what people may open without this app.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import cast

import cbor2

Canonical = None | bool | int | str | bytes | Sequence["Canonical"] | Mapping[str, "Canonical"]
"""What a canonical value may hold. No floats: a decimal travels as text. JSON has no bytes."""

_DEPTH = 32


class NotCanonical(ValueError):
    """The bytes are not the one canonical encoding of a value (torn, foreign or forged)."""


def cbor_bytes(value: Canonical) -> bytes:
    """Deterministic CBOR of a canonical value. Raises TypeError for a float or a foreign type."""
    _refuse_foreign(value, 0)
    return cbor2.dumps(value, canonical=True)


def cbor_value(data: bytes) -> Canonical:
    """The value behind deterministic CBOR. Raises NotCanonical for trailing bytes, other encodings, floats, tags."""
    value = cbor_value_trusted(data)
    try:
        again = cbor_bytes(value)
    except (TypeError, ValueError, RecursionError) as error:
        raise NotCanonical("not a canonical value") from error
    if again != data:
        raise NotCanonical("not the canonical encoding")
    return value


def cbor_value_trusted(data: bytes) -> Canonical:
    """Like cbor_value for bytes whose hash was checked already: the encoding is not compared again."""
    try:
        return cast(Canonical, cbor2.loads(data))
    except (cbor2.CBORDecodeError, ValueError, TypeError, OverflowError, RecursionError, MemoryError) as error:
        raise NotCanonical("not readable as CBOR") from error


def json_bytes(value: Canonical) -> bytes:
    """Canonical JSON: sorted keys, no spaces, UTF-8. Raises TypeError for bytes and floats."""
    _refuse_foreign(value, 0, with_bytes=False)
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False).encode()


def sha256(*parts: bytes) -> bytes:
    """SHA-256 of the parts one after the other, 32 bytes."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part)
    return digest.digest()


def _refuse_foreign(value: object, depth: int, with_bytes: bool = True) -> None:
    if depth > _DEPTH:
        raise ValueError("nested too deeply")
    if value is None or isinstance(value, (bool, int, str)):
        return
    if isinstance(value, bytes) and with_bytes:
        return
    if isinstance(value, (list, tuple)):
        for item in value:
            _refuse_foreign(item, depth + 1, with_bytes)
    elif isinstance(value, dict):
        for key, item in value.items():
            if not isinstance(key, str):
                raise TypeError("a canonical map has text keys")
            _refuse_foreign(item, depth + 1, with_bytes)
    else:
        raise TypeError(f"{type(value).__name__} has no canonical form")
