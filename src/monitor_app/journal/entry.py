"""An entry: one change of one field, for ever. The law of its bytes is FORMAT.md, "Entry"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, cast

from monitor_app.base import (
    Canonical,
    DeviceId,
    EntityId,
    IncarnationId,
    KeyId,
    MemberId,
    NotCanonical,
    Randomness,
    SpaceId,
    cbor_bytes,
    cbor_value,
    cbor_value_trusted,
    sha256,
)
from monitor_app.crypto import NotAuthentic, open_sealed, seal
from monitor_app.journal.broken import Broken
from monitor_app.journal.names import NO_HASH, ChainId, Dot, Frontier, Mark
from monitor_app.journal.shape import HASH_BYTES, MOST_MS, identifier, items, marks, octets, text, whole

VERSION = 1
PUT = "put"
SETTLE = "settle"
KINDS = frozenset({PUT, SETTLE})

MOST_KIND_BYTES = 64
MOST_FIELD_BYTES = 1024
MOST_SEALED_BYTES = 1024 * 1024
MOST_VALUE_BYTES = MOST_SEALED_BYTES - 28
_LEAST_SEALED_BYTES = 29
_FIXED_ITEMS = 6
_ITEMS = 16
_ARRAY_OF_15 = b"\x8f"
_ARRAY_OF_16 = b"\x90"


@dataclass(frozen=True, slots=True)
class Entry:
    """One change. `overwrites` are dots of the same field of the same space that the writer had seen and replaces;
    `frontier` is how much of the programme space the writer held; `sealed` opens to the value under the key `key_id`
    names. `settle` says the author, having seen the siblings, decided between them."""

    space: SpaceId
    device: DeviceId
    incarnation: IncarnationId
    number: int
    previous: bytes
    author: MemberId
    kind: str
    entity_kind: str
    entity: EntityId
    field: str
    overwrites: tuple[Mark, ...]
    frontier: Frontier
    at_ms: int
    key_id: KeyId
    sealed: bytes = b""
    version: int = VERSION

    @property
    def chain(self) -> ChainId:
        return ChainId(self.space, self.device, self.incarnation)

    @property
    def dot(self) -> Dot:
        return Dot(self.space, self.device, self.incarnation, self.number)

    def header_bytes(self) -> bytes:
        """All but the sealed value: what the seal is bound to."""
        return cbor_bytes(self._header())

    def to_bytes(self) -> bytes:
        """The one encoding of the entry. Its SHA-256 is what the next entry of the chain names."""
        return cbor_bytes([*self._header(), self.sealed])

    def sealing(self, key: bytes, value: bytes, randomness: Randomness) -> bytes:
        """The bytes of the entry with a value (its CBOR) sealed under the value key. Raises Broken over a limit."""
        text(self.kind, "kind", MOST_KIND_BYTES)
        text(self.entity_kind, "entity kind", MOST_KIND_BYTES)
        text(self.field, "field", MOST_FIELD_BYTES)
        header = self.header_bytes()
        sealed = seal(key, value, header, randomness)
        octets(sealed, "sealed value", _LEAST_SEALED_BYTES, MOST_SEALED_BYTES)
        return _ARRAY_OF_16 + header[1:] + cbor_bytes(sealed)

    def value(self, key: bytes) -> Canonical:
        """The value, given the value key (see `value_key`). Raises Broken where it does not open."""
        return open_value(key, self.sealed, self.header_bytes())

    @staticmethod
    def parse(raw: bytes) -> Entry | NewerEntry:
        """The entry behind bytes from outside, every rule of the format checked. Raises Broken."""
        fields = items(raw, "an entry")
        if len(fields) < _FIXED_ITEMS:
            raise Broken("an entry has too few items")
        version = whole(fields[0], "version", 1)
        number = whole(fields[4], "number", 1)
        fixed = (
            SpaceId(identifier(fields[1], "space")),
            DeviceId(identifier(fields[2], "device")),
            IncarnationId(identifier(fields[3], "incarnation")),
            number,
            octets(fields[5], "previous", HASH_BYTES),
        )
        if (number == 1) != (fixed[4] == NO_HASH):
            raise Broken("previous does not suit the number")
        if version > VERSION:
            return NewerEntry(*fixed, kind="", raw=raw, version=version)
        if len(fields) != _ITEMS:
            raise Broken("an entry has another number of items")
        return _known(fixed, fields[_FIXED_ITEMS:], raw)

    @staticmethod
    def trusted(raw: bytes) -> Entry | NewerEntry:
        """The entry behind bytes that were parsed once and have kept their hash: nothing is checked again."""
        return _from_items(cast(list[Any], cbor_value_trusted(raw)), raw)

    def _header(self) -> list[Canonical]:
        return [
            self.version,
            self.space,
            self.device,
            self.incarnation,
            self.number,
            self.previous,
            self.author,
            self.kind,
            self.entity_kind,
            self.entity,
            self.field,
            self.overwrites,
            self.frontier,
            self.at_ms,
            self.key_id,
        ]


@dataclass(frozen=True, slots=True)
class NewerEntry:
    """An entry of a later version, or of a kind this app does not know (`kind` is empty where it cannot be read).

    It is kept and passed on and takes no effect here; a newer app will read it.
    """

    space: SpaceId
    device: DeviceId
    incarnation: IncarnationId
    number: int
    previous: bytes
    kind: str
    raw: bytes
    version: int

    @property
    def chain(self) -> ChainId:
        return ChainId(self.space, self.device, self.incarnation)

    @property
    def dot(self) -> Dot:
        return Dot(self.space, self.device, self.incarnation, self.number)

    def to_bytes(self) -> bytes:
        return self.raw


def entry_hash(raw: bytes) -> bytes:
    """What the next entry of the chain names as the one before it."""
    return sha256(raw)


def header_of(raw: bytes, sealed: bytes) -> bytes:
    """The header bytes within the bytes of a version 1 entry whose sealed value is known: no new encoding.

    Source: RFC 8949 3, the lengths of a byte string's head.
    """
    size = len(sealed)
    head = 2 if size < 1 << 8 else 3 if size < 1 << 16 else 5
    return _ARRAY_OF_15 + raw[1 : len(raw) - size - head]


def open_value(key: bytes, sealed: bytes, header: bytes) -> Canonical:
    """The value behind its seal. Raises Broken where the key, the header or a byte is another."""
    try:
        return cbor_value(open_sealed(key, sealed, header))
    except (NotAuthentic, NotCanonical):
        raise Broken("the sealed value does not open") from None


def _known(
    fixed: tuple[SpaceId, DeviceId, IncarnationId, int, bytes], rest: Sequence[Canonical], raw: bytes
) -> Entry | NewerEntry:
    author, kind, entity_kind, entity, field, overwrites, frontier, at_ms, key_id, sealed = rest
    entry = Entry(
        *fixed,
        MemberId(identifier(author, "author")),
        text(kind, "kind", MOST_KIND_BYTES),
        text(entity_kind, "entity kind", MOST_KIND_BYTES),
        EntityId(identifier(entity, "entity")),
        text(field, "field", MOST_FIELD_BYTES),
        marks(overwrites, "overwrites"),
        marks(frontier, "frontier"),
        whole(at_ms, "time", most=MOST_MS),
        KeyId(identifier(key_id, "key")),
        octets(sealed, "sealed value", _LEAST_SEALED_BYTES, MOST_SEALED_BYTES),
    )
    _own_past(entry)
    if entry.kind not in KINDS:
        return NewerEntry(*fixed, kind=entry.kind, raw=raw, version=VERSION)
    return entry


def _own_past(entry: Entry) -> None:
    own = (entry.device, entry.incarnation)
    if any(mark[:2] == own and mark[2] >= entry.number for mark in entry.overwrites):
        raise Broken("an entry overwrites its own future")
    chains = [mark[:2] for mark in entry.frontier]
    if len(set(chains)) != len(chains):
        raise Broken("the frontier names a chain twice")


def _from_items(fields: list[Any], raw: bytes) -> Entry | NewerEntry:
    version, space, device, incarnation, number, previous, *rest = fields
    if version != VERSION or rest[1] not in KINDS:
        kind = rest[1] if version == VERSION else ""
        return NewerEntry(space, device, incarnation, number, previous, kind, raw, version)
    author, kind, entity_kind, entity, field, overwrites, frontier, at_ms, key_id, sealed = rest
    return Entry(
        space,
        device,
        incarnation,
        number,
        previous,
        author,
        kind,
        entity_kind,
        entity,
        field,
        tuple(tuple(mark) for mark in overwrites),
        tuple(tuple(mark) for mark in frontier),
        at_ms,
        key_id,
        sealed,
    )
