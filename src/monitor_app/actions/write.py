"""Writing: the permission asked, then the one door of the vault. Every verb that changes a record goes through here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Literal

from monitor_app.actions.people import actor
from monitor_app.base import Canonical, EntityId, Problem, SpaceId, cbor_bytes
from monitor_app.base.problems import work as problems
from monitor_app.monitoring import Deed, Kind, may
from monitor_app.vault import Changes, Current, Dot, Vault, Write

Mode = Literal["ordinary", "beside", "settle"]


def put(
    vault: Vault,
    space: SpaceId,
    kind: Kind,
    entity: EntityId,
    values: Mapping[str, Canonical],
    *,
    blobs: Sequence[bytes] = (),
    decides: bool = False,
) -> Changes:
    """Writes fields of one entity in one transaction. `decides`: where two values stand, this one counts from now on.
    Raises Problem work.not-allowed; nothing is written then."""
    writes = [Write(space, kind, entity, name, value) for name, value in values.items()]
    return put_all(vault, deciding(vault, writes) if decides else writes, blobs=blobs)


def put_all(vault: Vault, writes: Sequence[Write], *, blobs: Sequence[bytes] = ()) -> Changes:
    """The same for writes of several entities, all of them or none."""
    permit(vault, writes)
    return vault.append(writes, blobs=blobs)


def put_one(
    vault: Vault,
    space: SpaceId,
    kind: Kind,
    entity: EntityId,
    field: str,
    value: Canonical,
    *,
    mode: Mode = "ordinary",
    saw: tuple[Dot, ...] | None = None,
) -> Changes:
    """Writes one field, saying what the writer had seen (`saw`) and how it stands to other answers (`mode`)."""
    write = Write(space, kind, entity, field, value, mode, saw)
    permit(vault, [write])
    return vault.append([write])


def permit(vault: Vault, writes: Sequence[Write]) -> None:
    """Raises Problem work.not-allowed unless every write is allowed to this vault's member now."""
    programme = vault.identity.programme
    actors = {space: actor(vault, None if space == programme else space) for space in {w.space for w in writes}}
    for write in writes:
        settles = write.mode == "settle"
        deed = Deed(
            write.entity_kind,
            write.field,
            settles=settles,
            own=_own(vault, write) if settles or write.entity_kind == Kind.MEMBER else False,
        )
        if not may(actors[write.space], deed):
            raise Problem(problems.NOT_ALLOWED)


def _own(vault: Vault, write: Write) -> bool:
    own = vault.identity.member
    if write.entity_kind == Kind.MEMBER:
        return bytes(write.entity) == bytes(own)
    rows = _standing(vault, write)
    chain = (vault.identity.device, vault.identity.incarnation)
    return any(
        row.author == own
        and (write.saw is None or row.dot in write.saw or (row.dot.device, row.dot.incarnation) == chain)
        for row in rows
    )


def deciding(vault: Vault, writes: Sequence[Write]) -> list[Write]:
    """The same writes, those to a field where two different values stand as decisions between them, where this person
    may decide: for what has no page on which the two are laid side by side."""
    return [_deciding(vault, write) for write in writes]


def _deciding(vault: Vault, write: Write) -> Write:
    if len({cbor_bytes(row.value) for row in _standing(vault, write)}) < 2:
        return write
    settling = replace(write, mode="settle")
    try:
        permit(vault, [settling])
    except Problem:
        return write
    return settling


def _standing(vault: Vault, write: Write) -> list[Current]:
    return vault.current(space=write.space, entity_kind=write.entity_kind, entity=write.entity, field=write.field)
