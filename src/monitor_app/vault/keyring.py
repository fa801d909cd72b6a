"""The keys of this vault: spaces, their epochs, and who each key is wrapped to.

A key is used for writing only once its wrap to the organisation's recovery key was read back and checked: whatever is
written can then be recovered.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field

from monitor_app.base import KeyId, Problem, Randomness, SpaceId
from monitor_app.base.ids import ID_BYTES
from monitor_app.base.problems import vault as problems
from monitor_app.crypto import NotAKey, NotAuthentic, kem_key, new_key, sign, unwrap, wrap
from monitor_app.journal import (
    Broken,
    Purpose,
    RecipientKind,
    Verify,
    Wrap,
    WrapAbout,
    make_wrap,
    read_wrap,
    recovery_recipient,
    value_key,
)
from monitor_app.vault.identity import Identity
from monitor_app.vault.store import Store


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
    """Verbs run in a transaction of their own; questions are safe at any time."""

    __slots__ = ("_now_ms", "_randomness", "_secured", "_store", "_value_keys", "_writing", "identity")

    def __init__(self, store: Store, identity: Identity, now_ms: Callable[[], int], randomness: Randomness) -> None:
        self._store = store
        self._now_ms = now_ms
        self._randomness = randomness
        self._value_keys: dict[KeyId, bytes] = {}
        self._writing: dict[SpaceId, KeyId] = {}
        self._secured: set[KeyId] = set()
        self.identity = identity

    def spaces(self, kind: str | None = None) -> tuple[Space, ...]:
        """The spaces this vault holds keys of, oldest first."""
        rows = self._store.connection.execute("SELECT id, kind FROM spaces ORDER BY at_ms, id")
        return tuple(Space(SpaceId(id_), said) for id_, said in rows if kind is None or said == kind)

    def new_space(self, kind: str, space: SpaceId | None = None) -> SpaceId:
        """Begins a space: its first key, wrapped to this laptop and to recovery, ready for use when this returns."""
        id_ = SpaceId(self._randomness(ID_BYTES)) if space is None else space
        recovery = self.identity.recovery_public

        def work() -> KeyId:
            self._store.connection.execute(
                "INSERT INTO spaces (id, kind, at_ms) VALUES (?, ?, ?)", self._row(id_, kind)
            )
            self._recipient(id_, "device", self.identity.device, self._kem_public())
            self._recipient(id_, "recovery", recovery_recipient(recovery), recovery)
            return self._make_key(id_, "epoch", 1, ())

        self._demand_secured(self._store.transaction(work))
        return id_

    def new_epoch(self, space: SpaceId, without: Collection[bytes] = ()) -> KeyId:
        """A new key for what is written from now on, wrapped to all who share the space but the devices left out.
        Nothing is encrypted anew: who is left out keeps what they had."""
        epoch = self._current(space).epoch + 1

        def work() -> KeyId:
            for device in without:
                self._store.connection.execute(
                    "DELETE FROM recipients WHERE space = ? AND kind = 'device' AND id = ?", (space, device)
                )
            return self._make_key(space, "epoch", epoch, ())

        made = self._store.transaction(work)
        self._demand_secured(made)
        self._writing.pop(space, None)
        return made

    def new_data_key(self, space: SpaceId, devices: Collection[bytes]) -> KeyId:
        """A key of its own inside a space, for recovery and those of its devices that are named."""
        made = self._store.transaction(lambda: self._make_key(space, "data", 0, devices))
        self._demand_secured(made)
        return made

    def add_recipient(self, space: SpaceId, kind: RecipientKind, id_: bytes, public: bytes) -> None:
        """Lets one more device (or recovery key) read the space: all its epochs, and those to come."""

        def work() -> None:
            self._recipient(space, kind, id_, public)
            for key in self.keys(space):
                if key.purpose == "epoch":
                    self._wrap(key, kind, id_, public)

        self._store.transaction(work)

    def take_wrap(self, data: bytes, verified: Verify, kind: str = "") -> SpaceKey | None:
        """Takes in a wrap that came from another device; the key in it where it is for this one.

        `verified` says whether the maker signed it and may share keys. Raises Problem wrap-refused.
        """
        try:
            came = read_wrap(data, verified)
            key = self._opened(came)
        except (Broken, NotAuthentic, NotAKey):
            raise Problem(problems.WRAP_REFUSED) from None
        self._store.transaction(lambda: self._keep(came, data, key, kind))
        self._writing.pop(came.about.space, None)
        return key

    def wraps(self, space: SpaceId) -> tuple[bytes, ...]:
        """The signed wrap records of a space's keys, to be passed on."""
        rows = self._store.connection.execute(
            "SELECT wraps.raw FROM wraps JOIN keys ON keys.id = wraps.key_id WHERE keys.space = ? "
            "ORDER BY keys.epoch, wraps.key_id, wraps.recipient_kind, wraps.recipient",
            (space,),
        )
        return tuple(row[0] for row in rows)

    def keys(self, space: SpaceId) -> tuple[SpaceKey, ...]:
        """The keys held of a space, the newest epoch last."""
        rows = self._store.connection.execute(
            "SELECT id, space, purpose, epoch, key FROM keys WHERE space = ? ORDER BY purpose, epoch, id", (space,)
        )
        return tuple(SpaceKey(*row) for row in rows)

    def key(self, key_id: KeyId) -> bytes | None:
        """The 32 bytes of a key, None where it is not held (or was destroyed)."""
        row = self._store.connection.execute("SELECT key FROM keys WHERE id = ?", (key_id,)).fetchone()
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
            chosen = self._writing[space] = self._current(space).id
        sealing = self.value_key(chosen)
        if sealing is None:
            raise Problem(problems.NO_KEY)
        self._demand_secured(chosen)
        return chosen, sealing

    def _current(self, space: SpaceId) -> SpaceKey:
        epochs = [key for key in self.keys(space) if key.purpose == "epoch"]
        if not epochs:
            raise Problem(problems.NO_KEY)
        return epochs[-1]

    def _make_key(self, space: SpaceId, purpose: Purpose, epoch: int, devices: Collection[bytes]) -> KeyId:
        made = SpaceKey(KeyId(self._randomness(ID_BYTES)), space, purpose, epoch, new_key(self._randomness))
        self._insert_key(made)
        rows = self._store.connection.execute("SELECT kind, id, public FROM recipients WHERE space = ?", (space,))
        for kind, id_, public in rows.fetchall():
            if purpose == "epoch" or kind == "recovery" or id_ in devices:
                self._wrap(made, kind, id_, public)
        return made.id

    def _insert_key(self, key: SpaceKey) -> None:
        self._store.connection.execute(
            "INSERT INTO keys (id, space, purpose, epoch, key) VALUES (?, ?, ?, ?, ?)",
            (key.id, key.space, key.purpose, key.epoch, key.key),
        )

    def _wrap(self, key: SpaceKey, kind: RecipientKind, id_: bytes, public: bytes) -> None:
        about = WrapAbout(key.space, key.purpose, key.epoch, key.id, kind, id_)
        made = Wrap(about, self.identity.device, self._now_ms(), wrap(public, key.key, about.info()))
        self._insert_wrap(about, make_wrap(made, self.sign))

    def _insert_wrap(self, about: WrapAbout, raw: bytes) -> None:
        self._store.connection.execute(
            "INSERT OR REPLACE INTO wraps (key_id, recipient_kind, recipient, raw) VALUES (?, ?, ?, ?)",
            (about.key_id, about.recipient_kind, about.recipient, raw),
        )

    def _recipient(self, space: SpaceId, kind: RecipientKind, id_: bytes, public: bytes) -> None:
        self._store.connection.execute(
            "INSERT OR REPLACE INTO recipients VALUES (?, ?, ?, ?)", (space, kind, id_, public)
        )

    def _row(self, space: SpaceId, kind: str) -> tuple[SpaceId, str, int]:
        return (space, kind, self._now_ms())

    def sign(self, message: bytes) -> bytes:
        """A signature of this laptop's journal key."""
        return sign(self.identity.journal_private, message)

    def _opened(self, came: Wrap) -> SpaceKey | None:
        """The key in a wrap for this laptop, None in one for somebody else."""
        about = came.about
        if about.recipient_kind == "recovery" and about.recipient != recovery_recipient(self.identity.recovery_public):
            raise Broken("the wrap is to another recovery key")
        if about.recipient_kind == "recovery" or about.recipient != self.identity.device:
            return None
        key = unwrap(self.identity.kem_private, came.wrapped, about.info())
        held = self.key(about.key_id)
        if held is not None and held != key:
            raise Broken("the key of that id is another")
        return SpaceKey(about.key_id, about.space, about.purpose, about.epoch, key)

    def _keep(self, came: Wrap, raw: bytes, key: SpaceKey | None, kind: str) -> None:
        self._insert_wrap(came.about, raw)
        if key is None or self.key(key.id) is not None:
            return
        recovery = self.identity.recovery_public
        self._store.connection.execute(
            "INSERT OR IGNORE INTO spaces (id, kind, at_ms) VALUES (?, ?, ?)", self._row(key.space, kind)
        )
        self._recipient(key.space, "device", self.identity.device, self._kem_public())
        self._recipient(key.space, "recovery", recovery_recipient(recovery), recovery)
        self._insert_key(key)

    def _demand_secured(self, key_id: KeyId) -> None:
        """Raises Problem no-recovery unless the key's wrap to recovery, read back from the disk, is whole."""
        if key_id in self._secured:
            return
        recipient = recovery_recipient(self.identity.recovery_public)
        row = self._store.connection.execute(
            "SELECT raw FROM wraps WHERE key_id = ? AND recipient_kind = 'recovery' AND recipient = ?",
            (key_id, recipient),
        ).fetchone()
        if row is None or not self._is_whole(row[0], key_id, recipient):
            raise Problem(problems.NO_RECOVERY)
        self._secured.add(key_id)

    def _is_whole(self, raw: bytes, key_id: KeyId, recipient: bytes) -> bool:
        try:
            about = read_wrap(raw, self._signed).about
        except Broken:
            return False
        return (about.key_id, about.recipient_kind, about.recipient) == (key_id, "recovery", recipient)

    def _signed(self, device: bytes, message: bytes, signature: bytes) -> bool:
        """Others' wraps were verified when they came in; one's own are signed again, which gives the same bytes."""
        return device != self.identity.device or self.sign(message) == signature

    def _kem_public(self) -> bytes:
        return kem_key(self.identity.kem_private).public
