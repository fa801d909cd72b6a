"""What the room refuses, for its callers to turn into a sentence. None of them carries a secret or a name."""

from __future__ import annotations


class NotAuthentic(Exception):
    """Sealed bytes do not open: another key, another context, or a changed byte. Which one cannot be told."""


class WrongPassphrase(Exception):
    """The passphrase does not open the slot. The vault counts the tries and says how long to wait."""


class NotAKey(Exception):
    """The bytes are not a key of the kind this room makes (P-256, or ML-KEM-768 with X25519)."""


class NotACertificate(Exception):
    """The bytes are not an X.509 certificate this room can read."""
