"""The laptops of the demo: the founder's, those that join, and what they hand to each other."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from monitor_app.actions.demo.script import Person
from monitor_app.actions.demo.stage import Scene
from monitor_app.actions.enrol_device import accept_grant, grant, request_to_join
from monitor_app.actions.hand_over import parcel, take_parcel
from monitor_app.actions.records import records
from monitor_app.actions.world import World
from monitor_app.actions.write import put
from monitor_app.base import EntityId, MemberId, SpaceId
from monitor_app.monitoring import Kind, ProgrammeRole
from monitor_app.vault import Vault


@dataclass(frozen=True, slots=True)
class NewLaptop:
    """A person who was let in. `open_vault` is None for one whose laptop stays silent."""

    member: MemberId
    open_vault: Vault | None = field(repr=False)


def let_in(own: Vault, person: Person, folder: Path, passphrase: str, world: World, *, writes: bool) -> NewLaptop:
    """Makes a person a member: request, grant and, where they write in the demo, a vault of their own in `folder`."""
    request = request_to_join(person.label, "fr" if person.languages[0] == "fr" else "en", world)
    granted = grant(own, request.data, ProgrammeRole(person.role), world)
    describe_person(own, request.member, person)
    if not writes:
        return NewLaptop(request.member, None)
    joined = accept_grant(folder, request, granted, passphrase, world)
    take_parcel(joined.vault, parcel(own, own.identity.programme, blobs=_checklists(own)))
    return NewLaptop(request.member, joined.vault)


def describe_person(own: Vault, member: MemberId, person: Person) -> None:
    """Writes the letter of a person's disc and the languages they speak."""
    values = {"initial": person.key, "languages": list(person.languages)}
    put(own, own.identity.programme, Kind.MEMBER, EntityId(member), values)


def exchange(scene: Scene) -> None:
    """Two laptops hand each other the programme and the visit: first there, then back, so that both hold all."""
    first, second = (scene.stage.vaults[key] for key in scene.told["laptops"])
    for space in (first.identity.programme, scene.on.space):
        _carry(first, second, space)
        _carry(second, first, space)


def _carry(giver: Vault, taker: Vault, space: SpaceId) -> None:
    take_parcel(taker, parcel(giver, space, taker.frontier(space)))


def _checklists(own: Vault) -> tuple[bytes, ...]:
    published = records(own, own.identity.programme, Kind.CHECKLIST)
    return tuple(own.blob(r.text(name)) for r in published for name in ("source", "xform"))
