"""The vault the crash programmes write into: real in everything but the cost of its passphrase."""

from __future__ import annotations

from pathlib import Path

from monitor_app.base import (
    DeviceId,
    EntityId,
    IncarnationId,
    MemberId,
    SpaceId,
    SystemClock,
    system_randomness,
)
from monitor_app.crypto import Argon2Params, new_code, new_kem_key, new_signing_key
from monitor_app.monitoring import describe
from monitor_app.vault import Identity, NewVault, Vault, Write, create_vault, unlock

PASSPHRASE = "a passphrase of no worth"
LIGHT = Argon2Params(1024, 1, 1)
FLOOR_KIB = 1024
PROGRAMME = SpaceId(bytes(range(16)))
RESPONSE = EntityId(b"\x07" * 16)
FIELDS = 5


def make(folder: Path) -> None:
    """A new vault with a few answers in it, closed cleanly."""
    identity = Identity(
        member=MemberId(system_randomness(16)),
        device=DeviceId(system_randomness(16)),
        incarnation=IncarnationId(system_randomness(16)),
        programme=PROGRAMME,
        journal_private=new_signing_key(system_randomness).private,
        kem_private=new_kem_key(system_randomness).private,
        recovery_public=new_kem_key(system_randomness).public,
    )
    new = NewVault(
        passphrase=PASSPHRASE,
        recovery_code=new_code(system_randomness),
        recovery_public=identity.recovery_public,
        label="crash",
        identity=identity,
    )
    vault = create_vault(folder, new, SystemClock(), system_randomness, LIGHT, describe, floor_kib=FLOOR_KIB)
    for field in range(FIELDS):
        vault.append([answer(field, 0)])
    vault.close()


def open_it(folder: Path) -> Vault:
    """The vault, opened by its passphrase."""
    return unlock(folder, PASSPHRASE, SystemClock(), system_randomness, describe, floor_kib=FLOOR_KIB)


def answer(field: int, value: int) -> Write:
    """A note whose words carry a number that only grows."""
    return Write(PROGRAMME, "answer", RESPONSE, f"/data/q{field}#note", f"note {value} " + "word " * (value % 40))


def values(vault: Vault) -> dict[int, int]:
    """Field -> the number its current words carry, drafts counted as what they are: saved."""
    found: dict[int, int] = {}
    kept = [(row.field, row.value) for row in vault.current(space=PROGRAMME, entity_kind="answer", entity=RESPONSE)]
    kept += [(draft.field, draft.value) for draft in vault.drafts()]
    for field, words in kept:
        number = int(str(words).split()[1])
        place = int(str(field).removeprefix("/data/q").partition("#")[0])
        found[place] = max(found.get(place, 0), number)
    return found
