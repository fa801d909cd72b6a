"""Found a programme on one laptop without a network: keys, certificates, recovery, the vault, the first records.

The programme root is sealed to the organisation's recovery key and its private half is dropped here; the recovery key's
own private half exists only as three SLIP-39 sheets, of which any two open it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from monitor_app import crypto, standards
from monitor_app.actions.arriving import FOUNDER
from monitor_app.actions.checklists import publish_checklist
from monitor_app.actions.facilities import take_known_facilities
from monitor_app.actions.world import World
from monitor_app.base import (
    Canonical,
    DeviceId,
    EntityId,
    IncarnationId,
    Language,
    MemberId,
    Problem,
    Resources,
    SpaceId,
)
from monitor_app.base.problems import work as problems
from monitor_app.monitoring import Kind, ProgrammeRole, describe
from monitor_app.vault import Identity, NewVault, Vault, Write, create_vault

FIRST_CHECKLISTS = ("immigration-holding-centre", "short-term-holding-cells", "designated-station-or-jail")


@dataclass(frozen=True, slots=True)
class Founding:
    """What is typed to found a programme."""

    person: str
    organisation: str
    programme: str
    passphrase: str = field(repr=False)
    language: Language = "en"
    report_prefix: str = ""


@dataclass(frozen=True, slots=True)
class Founded:
    """A founded programme and what must be written down now and is kept nowhere else: the owner's recovery code (eight
    groups of five) and the organisation's three recovery sheets (33 words each)."""

    vault: Vault = field(repr=False)
    recovery_groups: tuple[str, ...] = field(repr=False)
    sheets: tuple[str, str, str] = field(repr=False)
    root_certificate: bytes


def found_programme(
    folder: Path,
    founding: Founding,
    resources: Resources,
    world: World,
) -> Founded:
    """Founds it in `folder`. Raises Problem work.name-needed and the vault's Problems; nothing is left behind then."""
    if not founding.person.strip() or not founding.organisation.strip():
        raise Problem(problems.NAME_NEEDED)
    at, randomness = world.clock.now(), world.randomness
    root = crypto.found_root(founding.programme or founding.organisation, founding.organisation, at, randomness)
    recovery = crypto.new_kem_key(randomness)
    sheets = crypto.split(recovery.private)
    code = crypto.new_code(randomness)
    identity = own_identity(founding, root, recovery.public, world)
    vault = create_vault(
        folder,
        NewVault(
            passphrase=founding.passphrase,
            recovery_code=code,
            recovery_public=recovery.public,
            label=founding.person.strip(),
            identity=identity,
        ),
        world.clock,
        randomness,
        world.slot_cost(),
        describe,
        floor_kib=world.floor_kib,
    )
    sealed_root = crypto.seal_root_to_recovery(root.root_private, recovery.public)
    _first_records(vault, founding, root, recovery.public, sealed_root)
    take_known_facilities(vault, tuple(standards.load_facilities(resources).facilities.values()))
    for name in FIRST_CHECKLISTS:
        publish_checklist(vault, resources.bytes("checklists", f"{name}.md"), f"{name}.md")
    vault.set_setting("recovery_confirmed", False)
    vault.set_setting(FOUNDER, [identity.device, identity.journal_certificate])
    return Founded(vault, tuple(crypto.write_code(code)), sheets, root.root_cert_der)


def own_identity(founding: Founding, root: crypto.FoundedRoot, recovery_public: bytes, world: World) -> Identity:
    """The founder's keys and certificates: a journal key for the device, a document key for the person."""
    at, randomness = world.clock.now(), world.randomness
    journal, document = crypto.new_signing_key(randomness), crypto.new_signing_key(randomness)
    issuer = root.issuer()
    member, device = MemberId(randomness(16)), DeviceId(randomness(16))
    label = founding.person.strip()
    return Identity(
        programme=SpaceId(randomness(16)),
        member=member,
        device=device,
        incarnation=IncarnationId(randomness(16)),
        journal_private=journal.private,
        document_private=document.private,
        issuing_private=root.issuing_private,
        kem_private=crypto.new_kem_key(randomness).private,
        recovery_public=recovery_public,
        root_certificate=root.root_cert_der,
        issuing_certificate=root.issuing_cert_der,
        journal_certificate=crypto.journal_certificate(
            issuer, crypto.Holder(device.hex(), founding.organisation, journal.public), at, randomness
        ),
        document_certificate=crypto.document_certificate(
            issuer, crypto.Holder(label, founding.organisation, document.public), at, randomness
        ),
    )


def _first_records(
    vault: Vault, founding: Founding, root: crypto.FoundedRoot, recovery_public: bytes, sealed_root: bytes
) -> None:
    own = vault.identity
    programme: dict[str, Canonical] = {
        "name": founding.programme.strip() or founding.organisation.strip(),
        "organisation": founding.organisation.strip(),
        "root_certificate": root.root_cert_der,
        "issuing_certificate": root.issuing_cert_der,
        "recovery_public": recovery_public,
        "root_sealed": sealed_root,
        "report_prefix": founding.report_prefix.strip(),
        "visit_aim_days": 90,
        "small_group_below": 5,
        "page_size": "letter",
    }
    member: dict[str, Canonical] = {
        "label": founding.person.strip(),
        "initial": founding.person.strip()[:1].upper(),
        "role": ProgrammeRole.COORDINATOR.value,
        "languages": [founding.language],
        "certificate": own.document_certificate,
    }
    device: dict[str, Canonical] = {
        "member": own.member,
        "ordinal": 0,
        "kem_public": crypto.kem_key(own.kem_private).public,
        "certificate": own.journal_certificate,
    }
    parts = (
        (Kind.PROGRAMME, EntityId(own.programme), programme),
        (Kind.MEMBER, EntityId(own.member), member),
        (Kind.DEVICE, EntityId(own.device), device),
    )
    vault.append(
        [
            Write(own.programme, kind, entity, name, value)
            for kind, entity, values in parts
            for name, value in values.items()
            if value != ""
        ]
    )
