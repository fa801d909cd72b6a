"""Who works here: this laptop's member, their roles, the others of the programme and of a visit's team."""

from __future__ import annotations

from dataclasses import dataclass

from monitor_app.actions.records import records
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
        member = known.get(MemberId(r.data("member")))
        if member is None or r.true("left") or not r.text("role"):
            continue
        place = TeamPlace(member, term(VisitRole, r.text("role"), VisitRole.VISITOR), _texts(r, "languages"))
        found.setdefault(SpaceId(r.data("visit")), []).append(place)
    return {
        space: tuple(sorted(places, key=lambda place: (place.role is not VisitRole.LEAD, place.member.order)))
        for space, places in found.items()
    }


def actor(vault: Vault, space: SpaceId | None = None) -> Actor:
    """What this vault's member may count on now: programme role, and role in the visit of that space."""
    own = vault.identity.member
    known = members(vault).get(own)
    if known is None:
        return Actor(None)
    places = teams(vault).get(space, ()) if space is not None else ()
    in_visit = next((place.role for place in places if place.member.id == own), None)
    return Actor(known.role, in_visit)


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
