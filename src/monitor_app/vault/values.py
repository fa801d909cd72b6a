"""What goes into the vault and what comes out of it: frozen values, shared by all modules of the room."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from monitor_app.base import Canonical, DeviceId, EntityId, KeyId, MemberId, SpaceId
from monitor_app.journal import Dot, Mode, Place


class Described(Protocol):
    """What a value is to search and to counting: text to be found by, the name of a tally it adds one to. None: not."""

    @property
    def text(self) -> str | None: ...

    @property
    def counts(self) -> str | None: ...


Describe = Callable[[str, str, Canonical], Described]
"""(entity kind, field, value) -> Described. Pure; when its rule changes, its version must too."""


@dataclass(frozen=True, slots=True)
class Rule:
    """The one rule of what is searched and counted, given by who opens the vault; the vault knows no domain."""

    describe: Describe
    version: int = 1


@dataclass(frozen=True, slots=True)
class NotDescribed:
    """A value that is neither searched nor counted."""

    text: str | None = None
    counts: str | None = None


def describe_nothing(entity_kind: str, field: str, value: Canonical) -> Described:
    """The rule of a vault opened only to be checked or copied."""
    return NotDescribed()


@dataclass(frozen=True, slots=True)
class Identity:
    """Who this vault belongs to, and the private keys of this laptop and this person. Kept inside the vault only.

    `journal_private` signs segments and wraps (P-256, PKCS#8), `kem_private` is a KEM seed, `document_private` signs
    PDFs and is None until there is one; `recovery_public` is the organisation's KEM public key; certificates are DER.
    """

    member: MemberId
    device: DeviceId
    programme: SpaceId
    journal_private: bytes = field(repr=False)
    kem_private: bytes = field(repr=False)
    document_private: bytes | None = field(repr=False, default=None)
    certificates: tuple[bytes, ...] = field(repr=False, default=())


@dataclass(frozen=True, slots=True)
class NewVault:
    """What a new vault begins with. `recovery_code` is the 20 bytes of the recovery sheet."""

    passphrase: str = field(repr=False)
    recovery_code: bytes = field(repr=False)
    recovery_public: bytes
    label: str
    identity: Identity


@dataclass(frozen=True, slots=True)
class Write:
    """One change to be written. `saw`: the dots whose values the person had before them; None takes those that stand
    when it is written (for a draft: when the draft began). `key`: another data key than the space's own."""

    space: SpaceId
    entity_kind: str
    entity: EntityId
    field: str
    value: Canonical
    mode: Mode = "ordinary"
    saw: tuple[Dot, ...] | None = None
    key: KeyId | None = None

    @property
    def place(self) -> Place:
        return Place(self.space, str(self.entity_kind), self.entity, str(self.field))


Touched = Place
"""Which field changed: space, entity kind, entity, field."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What a verb changed, told only when it is durable. `at` is the wall time of the commit (aware UTC)."""

    touched: frozenset[Touched]
    at: datetime
    entries: int


@dataclass(frozen=True, slots=True)
class Current:
    """One value of a field. `settled`: its author decided between siblings. `readable` is False where this laptop
    holds no key for it; its value is None then."""

    space: SpaceId
    entity_kind: str
    entity: EntityId
    field: str
    dot: Dot
    author: MemberId
    at: datetime
    value: Canonical
    settled: bool
    readable: bool = True

    @property
    def place(self) -> Place:
        return Place(self.space, self.entity_kind, self.entity, self.field)


@dataclass(frozen=True, slots=True)
class Field:
    """A field with all its current values, the lowest dot first: that one speaks for it where one must."""

    place: Place
    values: tuple[Current, ...]

    @property
    def conflict(self) -> bool:
        """Two or more different values stand."""
        return any(value.value != self.values[0].value for value in self.values)


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a search found something; `snippet` is the text around it."""

    space: SpaceId
    entity_kind: str
    entity: EntityId
    field: str
    snippet: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ClockWarning:
    """The laptop's clock stands more than a day before what was last written here."""

    newest: datetime
    now: datetime


@dataclass(frozen=True, slots=True)
class VerifyState:
    """How far the check of the whole journal has come, in entries."""

    checked: int
    total: int

    @property
    def done(self) -> bool:
        return self.checked >= self.total
