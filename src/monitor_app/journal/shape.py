"""Checks the shape of CBOR arrays item by item. Every refusal names the item, never its value."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import cast

from monitor_app.base import Canonical, NotCanonical, cbor_value
from monitor_app.base.ids import ID_BYTES
from monitor_app.journal.broken import Broken
from monitor_app.journal.names import Mark

HASH_BYTES = 32
MOST_NUMBER = 2**63 - 1
MOST_MARKS = 10_000
MOST_MS = 2**53 - 1


def items(data: bytes, what: str) -> Sequence[Canonical]:
    """The items of one deterministic CBOR array."""
    try:
        value = cbor_value(data)
    except NotCanonical:
        raise Broken(f"{what} is not deterministic CBOR") from None
    if not isinstance(value, list):
        raise Broken(f"{what} is not an array")
    return value


def whole(value: Canonical, name: str, least: int = 0, most: int = MOST_NUMBER) -> int:
    """A whole number from `least` to `most`; true and false are none."""
    if type(value) is not int or not least <= value <= most:
        raise Broken(f"{name} is not a number from {least} to {most}")
    return value


def text(value: Canonical, name: str, most: int) -> str:
    """A text of 1 to `most` UTF-8 bytes."""
    if not isinstance(value, str) or not 1 <= len(value.encode()) <= most:
        raise Broken(f"{name} is not a text of 1 to {most} bytes")
    return value


def octets(value: Canonical, name: str, least: int, most: int | None = None) -> bytes:
    """A byte string of `least` bytes, or of `least` to `most`."""
    if not isinstance(value, bytes) or not least <= len(value) <= (least if most is None else most):
        raise Broken(f"{name} is not a byte string of its length")
    return value


def identifier(value: Canonical, name: str) -> bytes:
    """The 16 bytes of an id."""
    return octets(value, name, ID_BYTES)


def marks(value: Canonical, name: str) -> tuple[Mark, ...]:
    """Marks in strictly ascending order."""
    if not isinstance(value, list) or len(value) > MOST_MARKS:
        raise Broken(f"{name} is not a list of marks")
    found = tuple(_mark(item, name) for item in value)
    if any(a >= b for a, b in pairwise(found)):
        raise Broken(f"{name} is not in ascending order")
    return found


def _mark(value: Canonical, name: str) -> Mark:
    if not isinstance(value, list) or len(value) != 3:
        raise Broken(f"{name} holds something that is no mark")
    device, incarnation, number = value
    return cast(Mark, (identifier(device, name), identifier(incarnation, name), whole(number, name, 1)))
