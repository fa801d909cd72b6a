"""What the tests of the vault start from: a programme, its laptops, and the exchange between them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from monitor_app import crypto
from monitor_app.base import (
    Canonical,
    DeviceId,
    EntityId,
    FixedClock,
    IncarnationId,
    MemberId,
    SpaceId,
    system_randomness,
)
from monitor_app.journal import Entry, Frontier
from monitor_app.vault import (
    Admitted,
    Changes,
    Dot,
    Identity,
    Mode,
    NewVault,
    Past,
    Vault,
    Write,
    create_vault,
    unlock,
)

LIGHT = crypto.Argon2Params(memory_kib=64, passes=1, lanes=1)
FLOOR_KIB = 64
PASSPHRASE = "the heron waits in shallow water"
MORNING = datetime(2026, 11, 18, 13, 5, tzinfo=UTC)
RECOVERY = crypto.kem_key(b"recovery key of the test program")
CODE = bytes(range(20))
PROGRAMME = SpaceId(b"programme-space-")
RESPONSE = EntityId(b"response-entity-")


@dataclass(frozen=True, slots=True)
class Said:
    """What a value is to search and to counting."""

    text: str | None = None
    counts: str | None = None


def describe(entity_kind: str, field: str, value: Canonical) -> Said:
    """Notes are found; answers that are not empty are counted, serious ones apart."""
    if entity_kind == "note":
        return Said(text=value) if isinstance(value, str) and value else Said()
    if entity_kind == "answer" and value not in (None, ""):
        return Said(counts="serious" if value == "not_met" else "answered")
    return Said()


def new_identity(programme: SpaceId = PROGRAMME) -> Identity:
    """A person and a laptop, with keys."""
    chance = system_randomness
    return Identity(
        member=MemberId(chance(16)),
        device=DeviceId(chance(16)),
        incarnation=IncarnationId(chance(16)),
        programme=programme,
        journal_private=crypto.new_signing_key(chance).private,
        kem_private=crypto.new_kem_key(chance).private,
        recovery_public=RECOVERY.public,
    )


def new_vault(identity: Identity, *, founds: bool = True) -> NewVault:
    return NewVault(PASSPHRASE, CODE, RECOVERY.public, "Ada", identity, founds)


@dataclass(slots=True)
class Laptop:
    """A vault and its folder; it can be closed and opened again."""

    folder: Path
    vault: Vault
    clock: FixedClock

    def reopen(self, passphrase: str = PASSPHRASE, **more: int) -> Vault:
        self.vault.close()
        self.vault = open_vault(self.folder, passphrase, self.clock, **more)
        return self.vault

    def answer(
        self,
        value: Canonical,
        field: str = "q1#value",
        *,
        space: SpaceId = PROGRAMME,
        kind: str = "answer",
        mode: Mode = "ordinary",
        saw: tuple[Dot, ...] | None = None,
        entity: EntityId = RESPONSE,
    ) -> Changes:
        return self.vault.append([Write(space, kind, entity, field, value, mode, saw)])

    def note(self, text: str, field: str = "n1", space: SpaceId = PROGRAMME) -> Changes:
        return self.answer(text, field, kind="note", space=space)

    def values(self, field: str = "q1#value", space: SpaceId = PROGRAMME) -> list[Canonical]:
        """The values that stand, the lowest dot first."""
        return [value.value for one in self.vault.registers(space=space, field=field) for value in one.values]

    def dots(self, field: str = "q1#value", space: SpaceId = PROGRAMME) -> tuple[Dot, ...]:
        return tuple(value.dot for value in self.vault.current(space=space, field=field))


def make_laptop(folder: Path, *, identity: Identity | None = None, founds: bool = True) -> Laptop:
    clock = FixedClock(MORNING)
    own = identity or new_identity()
    vault = create_vault(
        folder,
        new_vault(own, founds=founds),
        clock,
        system_randomness,
        LIGHT,
        describe,
        floor_kib=FLOOR_KIB,
        home=folder.parent,
    )
    return Laptop(folder, vault, clock)


def open_vault(
    folder: Path, passphrase: str = PASSPHRASE, clock: FixedClock | None = None, describe_version: int = 1
) -> Vault:
    return unlock(
        folder,
        passphrase,
        clock or FixedClock(MORNING),
        system_randomness,
        describe,
        floor_kib=FLOOR_KIB,
        home=folder.parent,
        describe_version=describe_version,
    )


def allow(entry: Entry, past: Past) -> bool:
    """Everything is allowed."""
    return True


@dataclass(slots=True)
class Team:
    """Laptops of one programme: the first one founded it and shared its space with the others."""

    laptops: list[Laptop]
    journal_keys: dict[DeviceId, bytes] = field(default_factory=dict)

    def key_of(self, device: DeviceId) -> bytes | None:
        return self.journal_keys.get(device)

    def verified(self, device: DeviceId, message: bytes, signature: bytes) -> bool:
        key = self.key_of(device)
        return key is not None and crypto.verify(key, message, signature)

    def share(self, space: SpaceId, kind: str = "visit") -> None:
        """The founder lets all others read a space."""
        founder = self.laptops[0].vault
        for laptop in self.laptops[1:]:
            own = laptop.vault.identity
            founder.add_recipient(space, "device", own.device, crypto.kem_key(own.kem_private).public)
        for laptop in self.laptops[1:]:
            for wrap in founder.wraps(space):
                laptop.vault.take_wrap(wrap, self.verified, kind)

    def send(
        self,
        sender: Laptop,
        receiver: Laptop,
        space: SpaceId = PROGRAMME,
        *,
        may: Callable[[Entry, Past], bool] = allow,
        beyond: Frontier | None = None,
    ) -> Admitted:
        """What the sender wrote itself and the receiver does not hold."""
        known = receiver.vault.frontier(space) if beyond is None else beyond
        return receiver.vault.admit(sender.vault.own_segments(space, known), may, self.key_of)

    def exchange(self, space: SpaceId = PROGRAMME) -> None:
        """Everybody receives from everybody."""
        for sender in self.laptops:
            for receiver in self.laptops:
                if receiver is not sender:
                    self.send(sender, receiver, space)

    def close(self) -> None:
        for laptop in self.laptops:
            laptop.vault.close()


def make_team(folder: Path, size: int = 2) -> Team:
    made: list[Laptop] = []
    keys: dict[DeviceId, bytes] = {}
    for number in range(size):
        pair = crypto.new_signing_key(system_randomness)
        own = new_identity()
        identity = Identity(
            own.member, own.device, own.incarnation, own.programme, pair.private, own.kem_private, own.recovery_public
        )
        keys[own.device] = pair.public
        made.append(make_laptop(folder / f"laptop{number}", identity=identity, founds=number == 0))
    team = Team(made, keys)
    team.share(PROGRAMME, "programme")
    return team
