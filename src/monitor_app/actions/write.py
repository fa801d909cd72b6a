"""Writing: the permission asked, then the one door of the vault. Every verb that changes a record goes through here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from monitor_app.actions.people import actor
from monitor_app.base import Canonical, EntityId, Problem, SpaceId
from monitor_app.base.problems import work as problems
from monitor_app.monitoring import Deed, Kind, may
from monitor_app.vault import Changes, Dot, Vault, Write

Mode = Literal["ordinary", "beside", "settle"]


def put(
    vault: Vault,
    space: SpaceId,
    kind: Kind,
    entity: EntityId,
    values: Mapping[str, Canonical],
    *,
    blobs: Sequence[bytes] = (),
) -> Changes:
    """Writes fields of one entity in one transaction. Raises Problem work.not-allowed; nothing is written then."""
    return put_all(vault, [Write(space, kind, entity, name, value) for name, value in values.items()], blobs=blobs)


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
    rows = vault.current(space=write.space, entity_kind=write.entity_kind, entity=write.entity, field=write.field)
    return any(row.author == own for row in rows)
