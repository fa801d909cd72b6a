"""What the tests of the journal start from: fixed ids, keys and chance, so that every byte can be told beforehand."""

from __future__ import annotations

from dataclasses import dataclass, replace

import cbor2

from monitor_app import crypto
from monitor_app.base import (
    Canonical,
    DeviceId,
    EntityId,
    IncarnationId,
    KeyId,
    MemberId,
    SpaceId,
    cbor_bytes,
    sha256,
)
from monitor_app.journal import NO_HASH, ChainId, Entry, Frontier, Mark, entry_hash, value_key

KEY = bytes(range(32))
KEY_ID = KeyId(b"K" * 16)
SPACE = SpaceId(b"S" * 16)
PROGRAMME = SpaceId(b"P" * 16)
ADA, BEN = MemberId(b"a" * 16), MemberId(b"b" * 16)
ENTITY = EntityId(b"E" * 16)
AT_MS = 1_795_000_000_000


def device(letter: str) -> DeviceId:
    return DeviceId(letter.encode() * 16)


def incarnation(number: int = 1) -> IncarnationId:
    return IncarnationId(bytes([number]) * 16)


def chain(letter: str = "D", number: int = 1, space: SpaceId = SPACE) -> ChainId:
    return ChainId(space, device(letter), incarnation(number))


@dataclass(slots=True)
class Counted:
    """Chance that can be told beforehand: SHA-256 of a counter. For tests and vectors only."""

    label: str = "chance"
    asked: int = 0

    def __call__(self, size: int) -> bytes:
        self.asked += 1
        block = b"".join(sha256(f"{self.label} {self.asked} {part}".encode()) for part in range(size // 32 + 1))
        return block[:size]


@dataclass(slots=True)
class Writer:
    """Writes a chain, entry after entry."""

    chain: ChainId
    author: MemberId = ADA
    number: int = 0
    previous: bytes = NO_HASH

    def entry(
        self,
        value: Canonical = "met",
        *,
        kind: str = "put",
        field: str = "/beds/clean#value",
        overwrites: tuple[Mark, ...] = (),
        frontier: Frontier = (),
        entity: EntityId = ENTITY,
    ) -> Entry:
        """The next entry of the chain."""
        unsealed = Entry(
            self.chain.space,
            self.chain.device,
            self.chain.incarnation,
            self.number + 1,
            self.previous,
            self.author,
            kind,
            "answer",
            entity,
            field,
            overwrites,
            frontier,
            AT_MS + self.number,
            KEY_ID,
        )
        raw = unsealed.sealing(value_key(KEY), cbor_bytes(value), Counted(f"{self.chain.device!r} {self.number}"))
        made = Entry.trusted(raw)
        made = made if isinstance(made, Entry) else replace(unsealed, sealed=cbor2.loads(raw)[-1])
        assert raw == made.to_bytes()
        self.number += 1
        self.previous = entry_hash(raw)
        return made


def run(length: int, letter: str = "D", number: int = 1) -> list[bytes]:
    """The bytes of a chain's first entries."""
    writer = Writer(chain(letter, number))
    return [writer.entry(f"value {n}").to_bytes() for n in range(length)]


SIGNING = {letter: crypto.new_signing_key(Counted(f"journal key {letter}")) for letter in "DEF"}


def sign(message: bytes, letter: str = "D") -> bytes:
    return crypto.sign(SIGNING[letter].private, message)


def verified(writer: DeviceId, message: bytes, signature: bytes) -> bool:
    key = SIGNING.get(chr(writer[0]))
    return key is not None and crypto.verify(key.public, message, signature)
