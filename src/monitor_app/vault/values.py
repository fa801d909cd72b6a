"""What goes into the vault and what comes out of it: frozen values, shared by all modules of the room."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from datetime import datetime
from typing import Protocol

from monitor_app.base import Canonical, EntityId, KeyId, MemberId, SpaceId
from monitor_app.journal import Dot, Mode, Place
from monitor_app.vault.identity import Identity


class Described(Protocol):
    """What a value is to search and to counting: text to be found by, the name of a tally it adds one to. None: not."""

    @property
    def text(self) -> str | None: ...

    @property
    def counts(self) -> str | None: ...


Describe = Callable[[str, str, Canonical], Described]
"""(entity kind, field, value) -> Described: the one rule of what is found and counted, given by who opens the vault,
which knows no domain. Pure. When the rule changes, so must the version given with it: derived tables are rebuilt."""


@dataclass(frozen=True, slots=True)
class NotDescribed:
    """A value that is neither searched nor counted."""

    text: str | None = None
    counts: str | None = None


def describe_nothing(entity_kind: str, field: str, value: Canonical) -> Described:
    """The rule of a vault opened only to be checked or copied."""
    return NotDescribed()


@dataclass(frozen=True, slots=True)
class NewVault:
    """What a new vault begins with. `recovery_code` is the 20 bytes of the recovery sheet."""

    passphrase: str = dataclass_field(repr=False)
    recovery_code: bytes = dataclass_field(repr=False)
    recovery_public: bytes
    label: str
    identity: Identity
    founds_programme: bool = True
    """Makes the first key of the programme space. False where it comes wrapped, from the coordinator who invited."""


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
class Aside:
    """Something that came and was not taken: a whole segment, or an entry that is kept in its chain without effect.
    `name` is the segment's name, or the entry's number and chain; `reason` is a rule, never a value."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Admitted:
    """What an exchange brought: entries taken in and what they changed, how many segments still wait for others, and
    what was set aside in this and all earlier exchanges."""

    changes: Changes
    waiting: int
    aside: tuple[Aside, ...]


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
