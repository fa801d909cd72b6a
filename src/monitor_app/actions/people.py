"""Who works here: this laptop's member, their roles, the others of the programme and of a visit's team."""

from __future__ import annotations

from dataclasses import dataclass

from monitor_app.actions.records import record, records
from monitor_app.base import DeviceId, EntityId, MemberId, SpaceId, sha256
from monitor_app.monitoring import Actor, Kind, ProgrammeRole, Record, VisitRole, term
from monitor_app.vault import Vault


@dataclass(frozen=True, slots=True)
class Member:
    """A member as lists show them: a label the programme chose, and the letter of their disc."""

    id: MemberId
    label: str
    initial: str
    role: ProgrammeRole
    languages: tuple[str, ...]
    order: int


@dataclass(frozen=True, slots=True)
class TeamPlace:
    """A member's place in one visit's team."""

    member: Member
    role: VisitRole
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Me:
    """The person of this vault and the laptop it lies on."""

    member: Member
    device: DeviceId


def members(vault: Vault) -> dict[MemberId, Member]:
    """All members of the programme, in the order they came."""
    found = records(vault, vault.identity.programme, Kind.MEMBER)
    return {MemberId(r.id): _member(r, order) for order, r in enumerate(found)}


def me(vault: Vault) -> Me:
    """Whose vault this is."""
    own = vault.identity.member
    known = members(vault).get(own)
    return Me(known or Member(own, "", "?", ProgrammeRole.VISITOR, (), 0), vault.identity.device)


def teams(vault: Vault) -> dict[SpaceId, tuple[TeamPlace, ...]]:
    """Every visit's team, the lead first."""
    known = members(vault)
    found: dict[SpaceId, list[TeamPlace]] = {}
    for r in records(vault, vault.identity.programme, Kind.TEAM):
        space, member = SpaceId(r.data("visit")), known.get(MemberId(r.data("member")))
        if member is None or not _comes_along(r) or r.id != team_entity(space, member.id):
            continue
        place = TeamPlace(member, term(VisitRole, r.text("role"), VisitRole.VISITOR), _texts(r, "languages"))
        found.setdefault(space, []).append(place)
    return {
        space: tuple(sorted(places, key=lambda place: (place.role is not VisitRole.LEAD, place.member.order)))
        for space, places in found.items()
    }


def actor(vault: Vault, space: SpaceId | None = None) -> Actor:
    """What this vault's member may count on now: programme role, and role in the visit of that space. Nothing on a
    laptop that is not theirs any more: other laptops would not take in what is written there."""
    own, programme = vault.identity.member, vault.identity.programme
    member = record(vault, programme, Kind.MEMBER, EntityId(own))
    device = record(vault, programme, Kind.DEVICE, EntityId(vault.identity.device))
    if member is None or member.deleted or not member.text("role"):
        return Actor(None)
    if device is None or device.deleted or device.true("revoked") or device.data("member") != own:
        return Actor(None)
    place = record(vault, programme, Kind.TEAM, team_entity(space, own)) if space is not None else None
    return Actor(
        term(ProgrammeRole, member.text("role"), ProgrammeRole.VISITOR),
        term(VisitRole, place.text("role"), VisitRole.VISITOR) if place is not None and _comes_along(place) else None,
    )


def _comes_along(place: Record) -> bool:
    return bool(place.text("role")) and not place.true("left") and not place.deleted


def team_entity(space: SpaceId, member: MemberId) -> EntityId:
    """The entity of a member's place in a visit: the same on every laptop, so that two assignments merge."""
    return EntityId(sha256(b"team", space, member)[:16])


def _member(r: Record, order: int) -> Member:
    label = r.text("label")
    return Member(
        MemberId(r.id),
        label,
        r.text("initial") or label[:1].upper() or "?",
        term(ProgrammeRole, r.text("role"), ProgrammeRole.VISITOR),
        _texts(r, "languages"),
        order,
    )


def _texts(r: Record, name: str) -> tuple[str, ...]:
    value = r.values.get(name)
    return tuple(item for item in value if isinstance(item, str)) if isinstance(value, (list, tuple)) else ()
