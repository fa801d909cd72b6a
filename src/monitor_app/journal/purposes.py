"""One key, several uses: each use takes a key of its own out of it, so that no two uses ever share one.

A *key* here is 32 random bytes with an id: the key of a space's epoch, or a data key of its own (an interview's).
"""

from __future__ import annotations

from monitor_app.crypto import derive


def value_key(key: bytes) -> bytes:
    """What seals the values of entries that name this key."""
    return derive(key, "monitor journal: entry value 1")


def segment_key(key: bytes) -> bytes:
    """What seals the segments that name this key."""
    return derive(key, "monitor journal: segment 1")
