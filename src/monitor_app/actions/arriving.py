"""Whether an arriving entry was allowed: the same permission function as for one's own, at its causal position."""

from __future__ import annotations

from typing import cast

from monitor_app import crypto
from monitor_app.actions.people import team_entity
from monitor_app.base import DeviceId, EntityId, MemberId, SpaceId
from monitor_app.journal import SETTLE, Entry, place_of
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
    if _deleted(past, Kind.DEVICE, device):
        return False
    role = _programme_role(past, entry.author)
    if entry.entity_kind == Kind.TEAM:
        return in_programme and _may_in_team(entry, past, role)
    settles = entry.kind == SETTLE
    own = (
        bytes(entry.entity) == bytes(entry.author)
        if entry.entity_kind == Kind.MEMBER
        else settles and _is_author(entry, past)
    )
    space = None if in_programme else entry.space
    asking = Actor(role, _visit_role(past, space, entry.author))
    return may(asking, Deed(entry.entity_kind, entry.field, settles=settles, own=own))


def _may_in_team(entry: Entry, past: Past, role: ProgrammeRole | None) -> bool:
    """A place in a team begins with the visit it is for, and says whose it is by its id. Whoever may begin a visit may
    write the first; alone it has no effect. The rest is for those who may staff that visit, or are beginning it."""
    stated = _one(past, Kind.TEAM, entry.entity, "visit")
    if not isinstance(stated, bytes):
        led = _led_by(entry.author, past) if role is ProgrammeRole.VISITOR else set()
        leads = any(_is_place_in(space, entry.entity, past) for space in led)
        founds = Deed(Kind.TEAM, entry.field, founds_visit=True)
        return entry.field == "visit" and may(Actor(role, VisitRole.LEAD if leads else None), founds)
    space = SpaceId(stated)
    if not _is_place_in(space, entry.entity, past):
        return False
    asking = Actor(role, _visit_role(past, space, entry.author))
    return may(asking, Deed(Kind.TEAM, entry.field)) or (
        not _is_led(space, past) and may(asking, Deed(Kind.TEAM, entry.field, founds_visit=True))
    )


def _has_coordinator(past: Past) -> bool:
    return any(row.value == ProgrammeRole.COORDINATOR for row in past.current(Kind.MEMBER, field="role"))


def _programme_role(past: Past, member: MemberId) -> ProgrammeRole | None:
    role = _one(past, Kind.MEMBER, EntityId(member), "role")
    if not isinstance(role, str) or not role or _deleted(past, Kind.MEMBER, EntityId(member)):
        return None
    return term(ProgrammeRole, role, ProgrammeRole.VISITOR)


def _visit_role(past: Past, space: SpaceId | None, member: MemberId) -> VisitRole | None:
    if space is None:
        return None
    entity = team_entity(space, member)
    role = _one(past, Kind.TEAM, entity, "role")
    if not isinstance(role, str) or not role or _one(past, Kind.TEAM, entity, "left") is True:
        return None
    return None if _deleted(past, Kind.TEAM, entity) else term(VisitRole, role, VisitRole.VISITOR)


def _is_place_in(space: SpaceId, entity: EntityId, past: Past) -> bool:
    """Whether the entity is some member's place in the visit."""
    members = {row.entity for row in past.current(Kind.MEMBER, field="role")}
    return any(team_entity(space, MemberId(member)) == entity for member in members)


def _is_led(space: SpaceId, past: Past) -> bool:
    """Whether somebody leads the visit, or did: who left a visit does not begin it anew."""
    leads = {row.entity for row in past.current(Kind.TEAM, field="role") if row.value == VisitRole.LEAD}
    return any(row.entity in leads and row.value == space for row in past.current(Kind.TEAM, field="visit"))


def _led_by(member: MemberId, past: Past) -> set[SpaceId]:
    visits = {SpaceId(row.value) for row in past.current(Kind.TEAM, field="visit") if isinstance(row.value, bytes)}
    return {space for space in visits if _visit_role(past, space, member) is VisitRole.LEAD}


def _is_author(entry: Entry, past: Past) -> bool:
    return any(past.author(place_of(entry), mark) == entry.author for mark in entry.overwrites)


def _one(past: Past, kind: Kind, entity: EntityId, field: str) -> object:
    return next((row.value for row in past.current(kind, entity, field)), None)


def _deleted(past: Past, kind: Kind, entity: EntityId) -> bool:
    """Taken out, and nobody kept it at the same time."""
    rows = past.current(kind, entity, "deleted")
    return bool(rows) and all(row.value is True for row in rows)
