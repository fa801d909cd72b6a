"""The vault, open: the one door to everything that is kept. Belongs to the thread that opened it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeVar

from monitor_app.base import Canonical, Clock, EntityId, IncarnationId, KeyId, Problem, SpaceId, cbor_bytes, to_ms
from monitor_app.base.ids import ID_BYTES
from monitor_app.crypto import Argon2Params
from monitor_app.journal import Fault, Frontier, NewerEntry, Place, RecipientKind, Verify
from monitor_app.vault import blobs as attachments
from monitor_app.vault import upkeep
from monitor_app.vault.admission import Admission, JournalKeyOf
from monitor_app.vault.back_up import BackupReport, back_up
from monitor_app.vault.derived import plain
from monitor_app.vault.finding import search
from monitor_app.vault.folding import MOST_BEHIND
from monitor_app.vault.identity import Identity, identity_from
from monitor_app.vault.keyring import Space, SpaceKey
from monitor_app.vault.means import Means
from monitor_app.vault.only_one import OnlyOne
from monitor_app.vault.own_facts import IDENTITY, LABEL, fact, set_fact
from monitor_app.vault.parts import assemble
from monitor_app.vault.past import May
from monitor_app.vault.rebuild import Progress
from monitor_app.vault.store import Store
from monitor_app.vault.values import (
    Admitted,
    Aside,
    Changes,
    ClockWarning,
    Current,
    Field,
    Hit,
    Touched,
    VerifyState,
    Write,
)
from monitor_app.vault.ways import Ways

_T = TypeVar("_T")
CLOCK_SLACK = timedelta(days=1)


class Vault:
    """One person's vault on this laptop. Every verb returns once what it wrote is durable.

    Any verb may raise Problem disk-full, disk-fails or damaged; nothing of it is kept then. `notices` are Problems that
    did not keep the vault from opening and that the person should read.
    """

    __slots__ = ("_newest", "_only_one", "_parts", "_ways", "notices")

    def __init__(self, store: Store, only_one: OnlyOne, ways: Ways, means: Means) -> None:
        self._parts = assemble(store, means, identity_from(fact(store.connection, IDENTITY)))
        self._only_one = only_one
        self._ways = ways
        self._newest: datetime | None = self._parts.reader.newest_own()
        self.notices: tuple[Problem, ...] = ()

    @property
    def identity(self) -> Identity:
        """Whose vault this is, with their keys."""
        return self._parts.keyring.identity

    @property
    def label(self) -> str:
        """What the profile is called in the list of profiles."""
        return str(fact(self._parts.store.connection, LABEL))

    @property
    def folder(self) -> Path:
        return self._parts.store.folder

    @property
    def clock(self) -> Clock:
        return self._parts.means.clock

    @property
    def clock_warning(self) -> ClockWarning | None:
        """Set where this laptop's clock stands more than a day before the last thing it wrote."""
        now = self.clock.now()
        back = self._newest is not None and now < self._newest - CLOCK_SLACK
        return ClockWarning(self._newest, now) if self._newest is not None and back else None

    @property
    def out_of_space(self) -> bool:
        """The reserve was used to save the last change; `restore_reserve` takes it back once there is space."""
        return self._parts.store.out_of_space

    @property
    def faults(self) -> tuple[Fault, ...]:
        """The chains found not to be what was written, each with its first bad entry."""
        return tuple(self._parts.checker.faults.values())

    def append(
        self, writes: Sequence[Write], *, drop_drafts: Sequence[Touched] = (), blobs: Sequence[bytes] = ()
    ) -> Changes:
        """Writes all of it or nothing, in one transaction. A write that says what already stands makes no entry; one
        to a field that has a draft takes its place. Raises Problem no-key, no-recovery, too-large, chain-fault."""
        parts, at = self._parts, self.clock.now()
        at_ms = to_ms(at)
        if parts.checker.faults:
            for write in writes:
                parts.checker.demand_sound(parts.pen.chain(write))

        def work() -> list[Touched]:
            for data in blobs:
                attachments.put_blob(parts.store.connection, data)
            touched = [place for write in writes if (place := parts.pen.put(write, at_ms)) is not None]
            parts.drafts.drop([*(write.place for write in writes), *drop_drafts])
            if parts.folding.behind() > MOST_BEHIND:
                parts.folding.fold()
            return touched

        touched = self._transaction(work)
        if touched:
            self._newest = max(at, self._newest or at)
        return Changes(frozenset(touched), self.clock.now(), len(touched))

    def admit(self, segments: Iterable[bytes], may: May, journal_key_of: JournalKeyOf) -> Admitted:
        """Takes in what other devices wrote, one transaction per segment. `may` is asked at the causal position;
        what it refuses is kept without effect, what breaks the format is set aside, what comes too early waits."""
        admission = Admission(self._parts, may, journal_key_of)
        self._ways.forget_keys()
        admission.run(segments)
        changes = Changes(frozenset(admission.taken.touched), self.clock.now(), admission.taken.entries)
        return Admitted(changes, self._parts.reader.waiting(), self.aside())

    def aside(self) -> tuple[Aside, ...]:
        """All that came and was not taken, with the reason."""
        return self._parts.reader.aside()

    def own_segments(self, space: SpaceId, beyond: Frontier = ()) -> tuple[bytes, ...]:
        """What this laptop wrote in a space beyond a frontier, sealed and signed for the way to its other members."""
        return self._parts.packer.segments(space, beyond)

    def save_draft(self, write: Write) -> datetime:
        """Keeps what is being typed; the instant it was durable. Raises Problem too-large, no-key."""
        parts = self._parts
        parts.pen.demand_writable(write)
        self._transaction(lambda: parts.drafts.save(write, parts.means.now_ms()))
        return self.clock.now()

    def drafts(self) -> tuple[Write, ...]:
        """What is being typed and is no entry yet, the oldest first."""
        return self._parts.drafts.all()

    def flush_drafts(self) -> Changes:
        """Turns every draft into one entry: on leaving the field, on lock, after a minute, after a crash.

        A draft that cannot become one stays what it is, durable, and why is told in `notices`: it keeps nobody out.
        """
        flushed = [changes for draft in self.drafts() if (changes := self._flush(draft)) is not None]
        touched = frozenset(place for changes in flushed for place in changes.touched)
        return Changes(touched, self.clock.now(), sum(changes.entries for changes in flushed))

    def current(
        self,
        space: SpaceId | None = None,
        entity_kind: str | None = None,
        entity: EntityId | None = None,
        field: str | None = None,
    ) -> list[Current]:
        """The values that stand, by time; None asks for all."""
        return self._parts.reader.current(space, entity_kind, entity, field)

    def registers(
        self,
        space: SpaceId | None = None,
        entity_kind: str | None = None,
        entity: EntityId | None = None,
        field: str | None = None,
    ) -> list[Field]:
        """The same, grouped by field: siblings together, the lowest dot first."""
        return self._parts.reader.fields(self.current(space, entity_kind, entity, field))

    def history(self, space: SpaceId, entity_kind: str, entity: EntityId, field: str) -> list[Current]:
        """All values a field ever had, by time."""
        return self._parts.reader.history(Place(space, str(entity_kind), entity, str(field)))

    def conflicts(self, space: SpaceId | None = None) -> list[Touched]:
        """The fields where two or more different values stand."""
        return self._parts.reader.conflicts(space)

    def tallies(self, what: str) -> dict[tuple[SpaceId, EntityId], int]:
        """How many fields count as `what`, per space and entity; what has none is left out."""
        return self._parts.folding.tallies(what)

    def search(self, text: str, limit: int = 50) -> list[Hit]:
        """Where all words of a text are found, the last one as a beginning; the latest first."""
        parts = self._parts
        return search(parts.store.connection, parts.book, parts.folding.unfolded(), text, limit)

    def tidy(self) -> bool:
        """Brings search and tallies up to date, a little at a time; for a moment when nobody waits. True where there is
        more to do. On a full disk it is left for later."""
        return upkeep.tidy(self._parts)

    def frontier(self, space: SpaceId) -> Frontier:
        """How far each chain of a space is held."""
        return self._parts.store.chains.frontier(space)

    def entries_since(self, space: SpaceId, frontier: Frontier) -> list[Current]:
        """What was written in a space beyond a frontier, by time, whether it still stands or not."""
        return self._parts.reader.since(space, frontier)

    def not_shared(self, space: SpaceId) -> int:
        """How many entries of this laptop no other is known to hold. Until there is an exchange: all of them."""
        device = self.identity.device
        return sum(number for writer, _, number in self.frontier(space) if writer == device)

    def newer_entries(self) -> list[NewerEntry]:
        """Entries that need a newer app. They are kept and passed on."""
        return self._parts.reader.newer()

    def spaces(self, kind: str | None = None) -> tuple[Space, ...]:
        """The spaces this vault holds keys of."""
        return self._parts.keyring.spaces(kind)

    def new_space(self, kind: str, space: SpaceId | None = None) -> SpaceId:
        """Begins a space, its key wrapped to this laptop and to recovery."""
        return self._parts.sharing.new_space(kind, space)

    def data_key(self, space: SpaceId) -> KeyId:
        """The key new values of a space are sealed under. Raises Problem no-key, no-recovery."""
        return self._parts.keyring.writing_key(space)[0]

    def new_epoch(self, space: SpaceId, without: Collection[bytes] = ()) -> KeyId:
        """A new key for all that is written from now on, not for the devices left out."""
        return self._parts.sharing.new_epoch(space, without)

    def new_data_key(self, space: SpaceId, devices: Collection[bytes]) -> KeyId:
        """A key of its own inside a space, for recovery and the named devices of the space only."""
        return self._parts.sharing.new_data_key(space, devices)

    def add_recipient(self, space: SpaceId, kind: RecipientKind, id_: bytes, public: bytes) -> None:
        """Lets one more device (or recovery key) read the space, from its first epoch on."""
        self._parts.sharing.add_recipient(space, kind, id_, public)

    def wraps(self, space: SpaceId) -> tuple[bytes, ...]:
        """The signed wraps of a space's keys, to be passed on."""
        return self._parts.keyring.wraps(space)

    def take_wrap(self, data: bytes, verified: Verify, kind: str = "") -> SpaceKey | None:
        """Takes in a wrap from another device; the key where it was for this one. What it opens can be read now.
        Raises Problem wrap-refused."""
        key = self._parts.sharing.take_wrap(data, verified, kind)
        if key is not None:
            self._transaction(lambda: self._reread(key.id))
        return key

    def put_blob(self, data: bytes) -> str:
        """Keeps an attachment; its name is the SHA-256 in hex. To keep it with the entry that names it: `append`."""
        return self._transaction(lambda: attachments.put_blob(self._parts.store.connection, data))

    def blob(self, name: str) -> bytes:
        """An attachment, checked against its name. Raises Problem blob-missing."""
        return attachments.blob(self._parts.store.connection, name)

    def setting(self, name: str) -> Canonical:
        """What this laptop prefers, None where nothing was set."""
        row = self._parts.store.connection.execute("SELECT value FROM settings WHERE name = ?", (name,)).fetchone()
        return plain(row[0]) if row is not None else None

    def set_setting(self, name: str, value: Canonical) -> None:
        """Keeps a preference of this laptop; it is never shared."""
        row = (name, cbor_bytes(value))
        connection = self._parts.store.connection
        self._transaction(lambda: connection.execute("INSERT OR REPLACE INTO settings VALUES (?, ?)", row))

    def begin_checks(self) -> None:
        """Checks heads and tails of all chains, as every unlock does, and begins the check of the whole journal."""
        upkeep.begin_checks(self._parts)

    def verify_slice(self, most: int = 2_000) -> VerifyState:
        """Goes on with the check of the whole journal begun at unlock, for about `most` entries, and tidies a little;
        then see `faults`."""
        return upkeep.verify_slice(self._parts, most)

    def verify_all(self) -> None:
        """Checks the whole journal now, and that what stands is what it says: values that are not are made anew.
        Raises Problem chain-fault naming the first entry that is wrong."""
        upkeep.verify_all(self._parts)

    def rebuild(self, progress: Progress | None = None) -> int:
        """Makes the derived tables anew; how many entries took effect."""
        return upkeep.rebuild(self._parts, progress)

    def confirm_passphrase(self, passphrase: str) -> None:
        """The person knows the passphrase; counts for the next change of it or of the sheet, until the next write.
        Raises Problem wrong-passphrase."""
        self._ways.confirm(passphrase)

    def change_passphrase(self, old: str, new: str, argon: Argon2Params) -> None:
        """A new passphrase instead of the old one. Raises Problem wrong-passphrase."""
        self._ways.confirm(old)
        self._ways.set_passphrase(new, argon)

    def set_passphrase(self, new: str, argon: Argon2Params) -> None:
        """The same just after a recovery, or after `confirm_passphrase`. Raises Problem not-confirmed."""
        self._ways.set_passphrase(new, argon)

    def set_recovery(self, code: bytes) -> None:
        """A new recovery sheet, just after `confirm_passphrase`. Raises Problem not-confirmed."""
        self._ways.set_recovery(code)

    def set_identity(self, identity: Identity) -> None:
        """Keeps renewed keys or certificates."""
        parts = self._parts
        self._transaction(lambda: set_fact(parts.store.connection, IDENTITY, identity.said()))
        self._parts = assemble(parts.store, parts.means, identity, parts.checker)

    def renew_incarnation(self) -> None:
        """Begins new chains: after a restore, and to go on writing where a chain of one's own has a fault."""
        incarnation = IncarnationId(self._parts.means.randomness(ID_BYTES))
        self.set_identity(replace(self.identity, incarnation=incarnation))

    def backup_to(self, folder: Path) -> BackupReport:
        """Checks the whole journal, copies the vault into a new folder there, and verifies the copy by opening it.
        Raises Problem chain-fault, backup-folder, backup-full, backup-wrong."""
        self.verify_all()
        return back_up(self._parts.store, self._ways.slots, self.clock.now(), folder)

    def restore_reserve(self) -> bool:
        """Takes the reserve back; True where there was space for it."""
        return self._parts.store.restore_reserve()

    def lock(self) -> None:
        """Turns the drafts into entries, tidies a little and closes."""
        try:
            self.flush_drafts()
            self.tidy()
        finally:
            self.close()

    def close(self) -> None:
        """Closes the files and lets the next one in. A second call does nothing."""
        self._ways.forget_keys()
        try:
            self._parts.store.close()
        finally:
            self._only_one.release()

    def _flush(self, draft: Write) -> Changes | None:
        try:
            return self.append([draft])
        except Problem as problem:
            others = (notice for notice in self.notices if notice.kind is not problem.kind)
            self.notices = (*others, problem)
            return None

    def _reread(self, key_id: KeyId) -> None:
        parts = self._parts
        parts.folding.fold()
        parts.folding.refresh(parts.reader.reread(key_id, parts.derived))

    def _transaction(self, work: Callable[[], _T]) -> _T:
        self._ways.forget_keys()
        return self._parts.store.transaction(work)
