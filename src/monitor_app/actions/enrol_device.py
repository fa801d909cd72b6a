"""Enrol a person and their laptop without a network: request, six words read aloud, grant, acceptance.

The request carries public keys only. The grant is sealed to the requesting laptop and signed by the coordinator's.
Formats: canonical CBOR, `format` and `version` first in meaning; described in journal/FORMAT.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from monitor_app import crypto
from monitor_app.actions.arriving import FOUNDER, founder_of
from monitor_app.actions.people import actor, members
from monitor_app.actions.records import record, records
from monitor_app.actions.world import World
from monitor_app.base import (
    Canonical,
    DeviceId,
    EntityId,
    IncarnationId,
    Language,
    MemberId,
    NotCanonical,
    Problem,
    SpaceId,
    cbor_bytes,
    cbor_value,
    sha256,
)
from monitor_app.base import Kind as ProblemKind
from monitor_app.base.ids import ID_BYTES
from monitor_app.base.problems import work as problems
from monitor_app.monitoring import Deed, Kind, ProgrammeRole, describe, may
from monitor_app.vault import Identity, NewVault, Vault, Write, create_vault

_REQUEST, _GRANT, _VERSION = "monitor-join-request", "monitor-join-grant", 1
_WORDS = 6
MOST_LABEL = 64
"""Characters of a label: what a certificate has room for. Source: RFC 5280, ub-common-name."""


@dataclass(frozen=True, slots=True)
class JoinRequest:
    """A request on the laptop that made it: `data` is to be carried to the coordinator, the keys stay."""

    data: bytes
    label: str
    member: MemberId
    device: DeviceId
    journal: crypto.SigningKey
    document: crypto.SigningKey
    kem: crypto.KemKey


@dataclass(frozen=True, slots=True)
class Joined:
    """A new member's vault, and the recovery code to be written down."""

    vault: Vault = field(repr=False)
    recovery_groups: tuple[str, ...] = field(repr=False)


def request_to_join(label: str, language: Language, world: World) -> JoinRequest:
    """Makes a request: fresh keys, ids, a label for lists. Raises Problem work.name-needed."""
    if not _fits(label.strip()):
        raise Problem(problems.NAME_NEEDED)
    randomness = world.randomness
    member, device = MemberId(randomness(16)), DeviceId(randomness(16))
    journal, document = crypto.new_signing_key(randomness), crypto.new_signing_key(randomness)
    kem = crypto.new_kem_key(randomness)
    body: dict[str, Canonical] = {
        "format": _REQUEST,
        "version": _VERSION,
        "label": label.strip(),
        "language": language,
        "member": member,
        "device": device,
        "journal": journal.public,
        "document": document.public,
        "kem": kem.public,
    }
    return JoinRequest(cbor_bytes(body), label.strip(), member, device, journal, document, kem)


def request_words(request: bytes, language: Language) -> str:
    """The six words both read aloud: the first 66 bits of the request's hash."""
    return " ".join(crypto.check_phrase(sha256(request), language).split()[:_WORDS])


def grant(vault: Vault, request: bytes, role: ProgrammeRole, world: World) -> bytes:
    """Makes the requester a member, after the six words were compared. Returns the grant to be carried back.

    Raises Problem work.request-unreadable, work.not-allowed.
    """
    asked = _read(request, _REQUEST, problems.REQUEST_UNREADABLE)
    own = vault.identity
    if not may(actor(vault), Deed(Kind.MEMBER, "role")) or not own.issuing_private:
        raise Problem(problems.NOT_ALLOWED)
    device = EntityId(_bytes(asked, "device", ID_BYTES))
    label = _label(asked)
    kem = _kem(asked)
    if not _is_new(vault, asked, device, kem):
        raise Problem(problems.REQUEST_UNREADABLE)
    certificates = _certify(vault, asked, label, device, world)
    _enter(vault, asked, label, role, certificates)
    vault.add_recipient(own.programme, "device", device, kem)
    founder, founder_certificate = founder_of(vault)
    body: dict[str, Canonical] = {
        "format": _GRANT,
        "version": _VERSION,
        "request": sha256(request),
        "programme": own.programme,
        "root": own.root_certificate,
        "issuing": own.issuing_certificate,
        "journal": certificates[0],
        "document": certificates[1],
        "recovery": own.recovery_public,
        "founder": founder,
        "founder_certificate": founder_certificate,
        "granted_by": own.journal_certificate,
    }
    signed = cbor_bytes(body)
    envelope = cbor_bytes({"body": signed, "signature": crypto.sign(own.journal_private, signed)})
    return crypto.wrap(kem, envelope, sha256(request))


def accept_grant(folder: Path, request: JoinRequest, granted: bytes, passphrase: str, world: World) -> Joined:
    """Opens the grant and makes the new member's vault in `folder`; the programme's words come with a hand-over.

    Raises Problem work.grant-not-for-you and the vault's.
    """
    body = _open_grant(request, granted, world)
    part = partial(_bytes, body, problem=problems.GRANT_NOT_FOR_YOU)
    code = crypto.new_code(world.randomness)
    identity = Identity(
        member=request.member,
        device=request.device,
        incarnation=IncarnationId(world.randomness(16)),
        programme=SpaceId(part("programme", ID_BYTES)),
        journal_private=request.journal.private,
        kem_private=request.kem.private,
        recovery_public=part("recovery"),
        document_private=request.document.private,
        root_certificate=part("root"),
        issuing_certificate=part("issuing"),
        journal_certificate=part("journal"),
        document_certificate=part("document"),
    )
    new = NewVault(
        passphrase=passphrase,
        recovery_code=code,
        recovery_public=identity.recovery_public,
        label=request.label,
        identity=identity,
        founds_programme=False,
    )
    vault = create_vault(
        folder, new, world.clock, world.randomness, world.slot_cost(), describe, floor_kib=world.floor_kib
    )
    vault.set_setting(FOUNDER, [part("founder"), part("founder_certificate")])
    vault.set_setting("recovery_confirmed", False)
    return Joined(vault, tuple(crypto.write_code(code)))


def _label(asked: Mapping[str, Canonical]) -> str:
    """The label asked for: one line that fits into a certificate."""
    label = asked.get("label")
    if not isinstance(label, str) or not _fits(label.strip()):
        raise Problem(problems.REQUEST_UNREADABLE)
    return label.strip()


def _fits(label: str) -> bool:
    return 0 < len(label) <= MOST_LABEL and label.isprintable()


def _kem(asked: Mapping[str, Canonical]) -> bytes:
    """The key the laptop's words will be sealed to, tried once before anything is written."""
    kem = _bytes(asked, "kem")
    try:
        crypto.wrap(kem, b"", b"")
    except crypto.NotAKey as error:
        raise Problem(problems.REQUEST_UNREADABLE) from error
    return kem


def _is_new(vault: Vault, asked: Mapping[str, Canonical], device: EntityId, kem: bytes) -> bool:
    """Whether the request asks for a place of its own, and not for that of a member or laptop that is there already.
    The same request granted again is answered again."""
    programme, member = vault.identity.programme, EntityId(_bytes(asked, "member", ID_BYTES))
    known = record(vault, programme, Kind.DEVICE, device)
    if known is not None:
        return known.data("member") == member and known.data("kem_public") == kem
    return record(vault, programme, Kind.MEMBER, member) is None


def _certify(
    vault: Vault, asked: Mapping[str, Canonical], label: str, device: EntityId, world: World
) -> tuple[bytes, bytes]:
    own, at = vault.identity, world.clock.now()
    organisation = crypto.describe(own.root_certificate).organisation
    issuer = crypto.Issuer(own.issuing_certificate, own.issuing_private)
    try:
        journal = crypto.Holder(device.hex(), organisation, _bytes(asked, "journal"))
        document = crypto.Holder(label, organisation, _bytes(asked, "document"))
        return (
            crypto.journal_certificate(issuer, journal, at, world.randomness),
            crypto.document_certificate(issuer, document, at, world.randomness),
        )
    except crypto.NotAKey as error:
        raise Problem(problems.REQUEST_UNREADABLE) from error


def _enter(
    vault: Vault,
    asked: Mapping[str, Canonical],
    label: str,
    role: ProgrammeRole,
    certificates: tuple[bytes, bytes],
) -> None:
    programme = vault.identity.programme
    known = record(vault, programme, Kind.DEVICE, EntityId(_bytes(asked, "device", ID_BYTES)))
    ordinals = [r.number("ordinal") or 0 for r in records(vault, programme, Kind.DEVICE)]
    ordinal = known.number("ordinal") if known is not None else None
    spoken = asked.get("language")
    letters = {member.initial for member in members(vault).values()}
    last = label[-1:].upper()
    initial = last if last.isalpha() and last not in letters else label[:1].upper()
    member: dict[str, Canonical] = {
        "label": label,
        "initial": initial,
        "role": role.value,
        "languages": [spoken if spoken in ("en", "fr") else "en"],
        "certificate": certificates[1],
    }
    device: dict[str, Canonical] = {
        "member": _bytes(asked, "member", ID_BYTES),
        "ordinal": max(ordinals, default=-1) + 1 if ordinal is None else ordinal,
        "kem_public": _bytes(asked, "kem"),
        "certificate": certificates[0],
    }
    parts = ((Kind.MEMBER, "member", member), (Kind.DEVICE, "device", device))
    vault.append(
        [
            Write(programme, kind, EntityId(_bytes(asked, name, ID_BYTES)), field_name, value)
            for kind, name, values in parts
            for field_name, value in values.items()
        ]
    )


def _open_grant(request: JoinRequest, granted: bytes, world: World) -> Mapping[str, Canonical]:
    refused = Problem(problems.GRANT_NOT_FOR_YOU)
    try:
        envelope = cbor_value(crypto.unwrap(request.kem.private, granted, sha256(request.data)))
    except (crypto.NotAuthentic, crypto.NotAKey, NotCanonical):
        raise refused from None
    if not isinstance(envelope, Mapping):
        raise refused
    signed = _bytes(envelope, "body", problem=problems.GRANT_NOT_FOR_YOU)
    body = _read(signed, _GRANT, problems.GRANT_NOT_FOR_YOU)
    by, root, issuing = (
        _bytes(body, name, problem=problems.GRANT_NOT_FOR_YOU) for name in ("granted_by", "root", "issuing")
    )
    try:
        public = crypto.describe(by).public
    except (crypto.NotACertificate, crypto.NotAKey):
        raise refused from None
    signature = _bytes(envelope, "signature", problem=problems.GRANT_NOT_FOR_YOU)
    if (
        body.get("request") != sha256(request.data)
        or not crypto.issued_by(by, [issuing], root, world.clock.now(), use="journal")
        or not crypto.verify(public, signed, signature)
        or not _certified(request.journal.public, body.get("journal"), issuing, root, "journal")
        or not _certified(request.document.public, body.get("document"), issuing, root, "document")
    ):
        raise refused
    return body


def _certified(public: bytes, certificate: Canonical, issuing: bytes, root: bytes, use: crypto.Use) -> bool:
    """Whether a certificate of the grant is for the key that was asked for, and of the same programme. Asked at the
    time it was made: this laptop's clock may stand a little before the coordinator's."""
    if not isinstance(certificate, bytes):
        return False
    try:
        facts = crypto.describe(certificate)
    except (crypto.NotACertificate, crypto.NotAKey):
        return False
    return facts.public == public and crypto.issued_by(certificate, [issuing], root, facts.not_before, use=use)


def _read(data: bytes, kind: str, problem: ProblemKind) -> Mapping[str, Canonical]:
    try:
        value = cbor_value(data)
    except NotCanonical:
        raise Problem(problem) from None
    if not isinstance(value, Mapping) or value.get("format") != kind or value.get("version") != _VERSION:
        raise Problem(problem)
    return value


def _bytes(
    body: Mapping[str, Canonical],
    name: str,
    length: int | None = None,
    problem: ProblemKind = problems.REQUEST_UNREADABLE,
) -> bytes:
    value = body.get(name)
    if not isinstance(value, bytes) or (length is not None and len(value) != length):
        raise Problem(problem)
    return value
