"""Names of things: 16 random bytes each, written as 32 lower-case hex digits where people or JSON see them."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import NewType

SpaceId = NewType("SpaceId", bytes)
DeviceId = NewType("DeviceId", bytes)
IncarnationId = NewType("IncarnationId", bytes)
MemberId = NewType("MemberId", bytes)
EntityId = NewType("EntityId", bytes)
KeyId = NewType("KeyId", bytes)

ID_BYTES = 16

Randomness = Callable[[int], bytes]
"""Gives n random bytes. A parameter everywhere, so that a test can replay a run; keys and nonces take the system's."""

system_randomness: Randomness = os.urandom


def id_from_hex(text: str) -> bytes:
    """The 16 bytes behind 32 hex digits. Raises ValueError for anything else."""
    if len(text) != 2 * ID_BYTES or text.lower() != text:
        raise ValueError("an id is 32 lower-case hex digits")
    return bytes.fromhex(text)
