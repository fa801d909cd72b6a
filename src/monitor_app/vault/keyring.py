"""The keys this vault holds: spaces, their epochs, and the one that new values are sealed under.

A key is used for writing only once its wrap to the organisation's recovery key was read back and checked: whatever is
written can then be recovered.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from monitor_app.base import KeyId, Problem, SpaceId
from monitor_app.base.problems import vault as problems
from monitor_app.crypto import sign
from monitor_app.journal import Broken, Purpose, read_wrap, recovery_recipient, value_key
from monitor_app.vault.cipher import Connection
from monitor_app.vault.identity import Identity


@dataclass(frozen=True, slots=True)
class Space:
    """A set of people sharing keys. `kind` is a word of the domain ("programme", "visit")."""

    id: SpaceId
    kind: str


@dataclass(frozen=True, slots=True)
class SpaceKey:
    """A key held here: 32 bytes, what it is for, and from which epoch on (0 for a data key of its own)."""

    id: KeyId
    space: SpaceId
    purpose: Purpose
    epoch: int
    key: bytes = field(repr=False)


class Keyring:
    """Reads only. What is remembered here is gone with the connection."""

    __slots__ = ("_connection", "_secured", "_value_keys", "_writing", "identity")

    def __init__(self, connection: Connection, identity: Identity) -> None:
        self._connection = connection
        self._value_keys: dict[KeyId, bytes] = {}
        self._writing: dict[SpaceId, KeyId] = {}
        self._secured: set[KeyId] = set()
        self.identity = identity

    def spaces(self, kind: str | None = None) -> tuple[Space, ...]:
        """The spaces this vault holds keys of, oldest first."""
        rows = self._connection.execute("SELECT id, kind FROM spaces ORDER BY at_ms, id")
        return tuple(Space(SpaceId(id_), said) for id_, said in rows if kind is None or said == kind)

    def wraps(self, space: SpaceId) -> tuple[bytes, ...]:
        """The signed wrap records of a space's keys, to be passed on."""
        rows = self._connection.execute(
            "SELECT wraps.raw FROM wraps JOIN keys ON keys.id = wraps.key_id WHERE keys.space = ? "
            "ORDER BY keys.epoch, wraps.key_id, wraps.recipient_kind, wraps.recipient",
            (space,),
        )
        return tuple(row[0] for row in rows)

    def keys(self, space: SpaceId) -> tuple[SpaceKey, ...]:
        """The keys held of a space, the newest epoch last."""
        rows = self._connection.execute(
            "SELECT id, space, purpose, epoch, key FROM keys WHERE space = ? ORDER BY purpose, epoch, id", (space,)
        )
        return tuple(SpaceKey(*row) for row in rows)

    def key(self, key_id: KeyId) -> bytes | None:
        """The 32 bytes of a key, None where it is not held (or was destroyed)."""
        row = self._connection.execute("SELECT key FROM keys WHERE id = ?", (key_id,)).fetchone()
        return row[0] if row is not None else None

    def value_key(self, key_id: KeyId) -> bytes | None:
        """What opens the values sealed under a key, None where it is not held."""
        found = self._value_keys.get(key_id)
        if found is None:
            key = self.key(key_id)
            if key is None:
                return None
            found = self._value_keys[key_id] = value_key(key)
        return found

    def writing_key(self, space: SpaceId, key_id: KeyId | None = None) -> tuple[KeyId, bytes]:
        """The key a new value is sealed under: the space's newest epoch, or the one asked for, with its value key.

        Raises Problem no-key, no-recovery.
        """
        chosen = key_id or self._writing.get(space)
        if chosen is None:
            chosen = self._writing[space] = self.current(space).id
        sealing = self.value_key(chosen)
        if sealing is None or (key_id is not None and not self._is_of(space, key_id)):
            raise Problem(problems.NO_KEY)
        self.demand_secured(chosen)
        return chosen, sealing

    def current(self, space: SpaceId) -> SpaceKey:
        """The key of a space's newest epoch. Raises Problem no-key."""
        epochs = [key for key in self.keys(space) if key.purpose == "epoch"]
        if not epochs:
            raise Problem(problems.NO_KEY)
        return epochs[-1]

    def forget(self, space: SpaceId) -> None:
        """Another key may be the newest of a space now."""
        self._writing.pop(space, None)

    def sign(self, message: bytes) -> bytes:
        """A signature of this laptop's journal key."""
        return sign(self.identity.journal_private, message)

    def demand_secured(self, key_id: KeyId) -> None:
        """Raises Problem no-recovery unless the key's wrap to recovery, read back from the disk, is whole."""
        if key_id in self._secured:
            return
        recipient = recovery_recipient(self.identity.recovery_public)
        row = self._connection.execute(
            "SELECT raw FROM wraps WHERE key_id = ? AND recipient_kind = 'recovery' AND recipient = ?",
            (key_id, recipient),
        ).fetchone()
        if row is None or not self._is_whole(row[0], key_id, recipient):
            raise Problem(problems.NO_RECOVERY)
        self._secured.add(key_id)

    def _is_of(self, space: SpaceId, key_id: KeyId) -> bool:
        return any(key.id == key_id for key in self.keys(space))

    def _is_whole(self, raw: bytes, key_id: KeyId, recipient: bytes) -> bool:
        try:
            about = read_wrap(raw, self._signed).about
        except Broken:
            return False
        return (about.key_id, about.recipient_kind, about.recipient) == (key_id, "recovery", recipient)

    def _signed(self, device: bytes, message: bytes, signature: bytes) -> bool:
        """Others' wraps were verified when they came in; one's own are signed again, which gives the same bytes."""
        return device != self.identity.device or self.sign(message) == signature
