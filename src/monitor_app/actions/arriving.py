"""Whether an arriving entry was allowed: the same permission function as for one's own, at its causal position."""

from __future__ import annotations

from typing import cast

from monitor_app import crypto
from monitor_app.actions.people import team_entity
from monitor_app.base import DeviceId, EntityId, MemberId, SpaceId
from monitor_app.journal import SETTLE, Entry
from monitor_app.monitoring import Actor, Deed, Kind, ProgrammeRole, VisitRole, may, term
from monitor_app.vault import May, Past, Vault

FOUNDER = "founder"
"""Setting: the founding device and its journal certificate; its first entries need no earlier ones."""


def rule(vault: Vault) -> May:
    """The rule this vault asks for each entry that comes from another device."""
    programme, founder = vault.identity.programme, founder_of(vault)[0]

    def allowed(entry: Entry, past: Past) -> bool:
        return _allowed(entry, past, programme, founder)

    return allowed


def founder_of(vault: Vault) -> tuple[bytes, bytes]:
    """The founding device and its certificate, as this vault learnt them at founding or joining."""
    kept = vault.setting(FOUNDER)
    if isinstance(kept, (list, tuple)) and len(kept) == 2 and all(isinstance(part, bytes) for part in kept):
        return cast(bytes, kept[0]), cast(bytes, kept[1])
    return b"", b""


def journal_key(vault: Vault, device: DeviceId) -> bytes | None:
    """The public journal key of a device of the programme, where the programme's root stands behind its certificate."""
    own = vault.identity
    founder, certificate = founder_of(vault)
    if founder != device:
        rows = vault.current(space=own.programme, entity_kind=Kind.DEVICE, entity=EntityId(device), field="certificate")
        certificate = next((row.value for row in rows if isinstance(row.value, bytes)), b"")
    try:
        facts = crypto.describe(certificate)
    except (crypto.NotACertificate, crypto.NotAKey):
        return None
    chain = [own.issuing_certificate]
    if not crypto.issued_by(certificate, chain, own.root_certificate, facts.not_before, use="journal"):
        return None
    return facts.public


def _allowed(entry: Entry, past: Past, programme: SpaceId, founder: bytes) -> bool:
    """The author must be the member of the device that wrote it; then their roles of that moment decide. Until it has
    entered itself and a coordinator, the founding device may write all."""
    in_programme = entry.space == programme
    device = EntityId(entry.device)
    member = _one(past, Kind.DEVICE, device, "member")
    if in_programme and entry.device == founder and (member is None or not _has_coordinator(past)):
        return True
    if member != entry.author or _one(past, Kind.DEVICE, device, "revoked") is True:
        return False
    space = _visit_of(entry, past) if in_programme else entry.space
    asking = Actor(_programme_role(past, entry.author), _visit_role(past, space, entry.author))
    if entry.entity_kind == Kind.TEAM:
        founds = space is None or _founds(entry, past, space)
        return may(asking, Deed(Kind.TEAM, entry.field, founds_visit=founds))
    settles = entry.kind == SETTLE
    own = (
        bytes(entry.entity) == bytes(entry.author)
        if entry.entity_kind == Kind.MEMBER
        else settles and _is_author(entry, past)
    )
    return may(asking, Deed(entry.entity_kind, entry.field, settles=settles, own=own))


def _has_coordinator(past: Past) -> bool:
    return any(row.value == ProgrammeRole.COORDINATOR for row in past.current(Kind.MEMBER, field="role"))


def _programme_role(past: Past, member: MemberId) -> ProgrammeRole | None:
    role = _one(past, Kind.MEMBER, EntityId(member), "role")
    return term(ProgrammeRole, role, ProgrammeRole.VISITOR) if isinstance(role, str) else None


def _visit_role(past: Past, space: SpaceId | None, member: MemberId) -> VisitRole | None:
    if space is None:
        return None
    entity = team_entity(space, member)
    role = _one(past, Kind.TEAM, entity, "role")
    if not isinstance(role, str) or _one(past, Kind.TEAM, entity, "left") is True:
        return None
    return term(VisitRole, role, VisitRole.VISITOR)


def _visit_of(entry: Entry, past: Past) -> SpaceId | None:
    if entry.entity_kind != Kind.TEAM:
        return None
    space = _one(past, Kind.TEAM, entry.entity, "visit")
    return SpaceId(space) if isinstance(space, bytes) else None


def _founds(entry: Entry, past: Past, space: SpaceId) -> bool:
    """Nobody leads the visit yet, or only the author does: the team's first entries, in the author's own writing."""
    leads = [row for row in past.current(Kind.TEAM, field="role") if row.value == VisitRole.LEAD]
    of_visit = [row for row in leads if _one(past, Kind.TEAM, row.entity, "visit") == space]
    return all(row.author == entry.author for row in of_visit)


def _is_author(entry: Entry, past: Past) -> bool:
    return any(past.author(entry.space, mark) == entry.author for mark in entry.overwrites)


def _one(past: Past, kind: Kind, entity: EntityId, field: str) -> object:
    return next((row.value for row in past.current(kind, entity, field)), None)
