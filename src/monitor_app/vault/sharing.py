"""Sharing keys: each is made, kept and wrapped to its recipients in one transaction, recovery always among them."""

from __future__ import annotations

from collections.abc import Callable, Collection

from monitor_app.base import KeyId, Problem, Randomness, SpaceId
from monitor_app.base.ids import ID_BYTES
from monitor_app.base.problems import vault as problems
from monitor_app.crypto import NotAKey, NotAuthentic, kem_key, new_key, unwrap, wrap
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
)
from monitor_app.vault.identity import Identity
from monitor_app.vault.keyring import Keyring, SpaceKey
from monitor_app.vault.store import Store

KEY_BYTES = 32


class Sharing:
    """Each verb runs in a transaction of its own; a new key is ready for use when it returns."""

    __slots__ = ("_keyring", "_now_ms", "_randomness", "_store")

    def __init__(self, store: Store, keyring: Keyring, now_ms: Callable[[], int], randomness: Randomness) -> None:
        self._store = store
        self._keyring = keyring
        self._now_ms = now_ms
        self._randomness = randomness

    def new_space(self, kind: str, space: SpaceId | None = None) -> SpaceId:
        """Begins a space: its first key, wrapped to this laptop and to recovery, ready for use when this returns."""
        id_ = SpaceId(self._randomness(ID_BYTES)) if space is None else space
        if self._keyring.keys(id_):
            raise ValueError("the space has a key already")

        def work() -> KeyId:
            self._begin(id_, kind)
            return self._make_key(id_, "epoch", 1, ())

        self._keyring.demand_secured(self._store.transaction(work))
        return id_

    def new_epoch(self, space: SpaceId, without: Collection[bytes] = ()) -> KeyId:
        """A new key for what is written from now on, wrapped to all who share the space but the devices left out.
        Nothing is encrypted anew: who is left out keeps what they had."""
        epoch = self._keyring.current(space).epoch + 1

        def work() -> KeyId:
            for device in without:
                self._store.connection.execute(
                    "DELETE FROM recipients WHERE space = ? AND kind = 'device' AND id = ?", (space, device)
                )
            return self._make_key(space, "epoch", epoch, ())

        made = self._store.transaction(work)
        self._keyring.demand_secured(made)
        self._keyring.forget(space)
        return made

    def new_data_key(self, space: SpaceId, devices: Collection[bytes]) -> KeyId:
        """A key of its own inside a space, for recovery and those of its devices that are named."""
        made = self._store.transaction(lambda: self._make_key(space, "data", 0, devices))
        self._keyring.demand_secured(made)
        return made

    def add_recipient(self, space: SpaceId, kind: RecipientKind, id_: bytes, public: bytes) -> None:
        """Lets one more device (or recovery key) read the space: all its epochs, and those to come."""

        def work() -> None:
            self._recipient(space, kind, id_, public)
            for key in self._keyring.keys(space):
                if key.purpose == "epoch" or kind == "recovery":
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
        self._keyring.forget(came.about.space)
        return key

    @property
    def _identity(self) -> Identity:
        return self._keyring.identity

    def _begin(self, space: SpaceId, kind: str) -> None:
        """Keeps a space and the two recipients it always has: this laptop and recovery."""
        recovery = self._identity.recovery_public
        self._store.connection.execute(
            "INSERT OR IGNORE INTO spaces (id, kind, at_ms) VALUES (?, ?, ?)", (space, kind, self._now_ms())
        )
        self._recipient(space, "device", self._identity.device, kem_key(self._identity.kem_private).public)
        self._recipient(space, "recovery", recovery_recipient(recovery), recovery)

    def _recipient(self, space: SpaceId, kind: RecipientKind, id_: bytes, public: bytes) -> None:
        self._store.connection.execute(
            "INSERT OR REPLACE INTO recipients VALUES (?, ?, ?, ?)", (space, kind, id_, public)
        )

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
        made = Wrap(about, self._identity.device, self._now_ms(), wrap(public, key.key, about.info()))
        row = (about.key_id, about.recipient_kind, about.recipient, make_wrap(made, self._keyring.sign))
        self._store.connection.execute("INSERT OR REPLACE INTO wraps VALUES (?, ?, ?, ?)", row)

    def _opened(self, came: Wrap) -> SpaceKey | None:
        """The key in a wrap for this laptop, None in one for somebody else."""
        about = came.about
        if about.recipient_kind == "recovery" and about.recipient != recovery_recipient(self._identity.recovery_public):
            raise Broken("the wrap is to another recovery key")
        if about.recipient_kind == "recovery" or about.recipient != self._identity.device:
            return None
        key = unwrap(self._identity.kem_private, came.wrapped, about.info())
        if len(key) != KEY_BYTES:
            raise Broken("the wrapped key has another length")
        held = self._keyring.key(about.key_id)
        if held is not None and held != key:
            raise Broken("the key of that id is another")
        return SpaceKey(about.key_id, about.space, about.purpose, about.epoch, key)

    def _keep(self, came: Wrap, raw: bytes, key: SpaceKey | None, kind: str) -> None:
        """The first wrap of a key to a recipient stays: nobody can put a worthless one in its place."""
        about = came.about
        row = (about.key_id, about.recipient_kind, about.recipient, raw)
        self._store.connection.execute("INSERT OR IGNORE INTO wraps VALUES (?, ?, ?, ?)", row)
        if key is None or self._keyring.key(key.id) is not None:
            return
        self._begin(key.space, kind)
        self._insert_key(key)
