"""Pads to size classes, so that the size of sealed bytes says little about what is in them.

A length (4 bytes, big-endian), the bytes, zeros up to the class. Classes: multiples of 1 KiB up to 16 KiB; above,
multiples of an eighth of the power of two below: at most an eighth is added.
"""

from __future__ import annotations

from monitor_app.journal.broken import Broken

_LENGTH_BYTES = 4
_LEAST_STEP = 1024


def size_class(size: int) -> int:
    """The smallest class that holds `size` bytes, one or more."""
    step = max(_LEAST_STEP, 1 << max(0, (size - 1).bit_length() - 4))
    return -(-size // step) * step


def pad(data: bytes) -> bytes:
    """The data in the smallest class that holds it with its length."""
    framed = len(data).to_bytes(_LENGTH_BYTES, "big") + data
    return framed.ljust(size_class(len(framed)), b"\0")


def unpad(padded: bytes) -> bytes:
    """The data. Raises Broken for another class, a length that does not suit, or padding that is not zero."""
    size = int.from_bytes(padded[:_LENGTH_BYTES], "big") + _LENGTH_BYTES
    if len(padded) < _LENGTH_BYTES or size > len(padded) or len(padded) != size_class(size):
        raise Broken("the padding does not suit the length")
    if padded[size:].strip(b"\0"):
        raise Broken("the padding is not zero")
    return padded[_LENGTH_BYTES:size]
