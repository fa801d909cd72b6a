"""What the room refuses to read, for the vault to set aside or to turn into a sentence."""

from __future__ import annotations

from monitor_app.base import KeyId


class Broken(Exception):
    """Bytes that break the format. `what` says which rule, in words for a log: no value, no name."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


class NoKey(Exception):
    """The bytes are sealed under a key this device does not hold (yet)."""

    def __init__(self, key_id: KeyId) -> None:
        super().__init__("no key")
        self.key_id = key_id
