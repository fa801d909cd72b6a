"""Where an entry stands: the chain it belongs to, and its own dot in it.

A device writes one chain per space, and begins a new one (a new incarnation) after every restore from a backup, so
that no dot is ever used twice.
"""

from __future__ import annotations

from dataclasses import dataclass

from monitor_app.base import DeviceId, IncarnationId, SpaceId

Mark = tuple[DeviceId, IncarnationId, int]
"""A dot without its space: what an entry says of others of the same space."""

Frontier = tuple[Mark, ...]
"""How far each chain of a space is held, one mark per chain, sorted. A chain nothing is held of is left out."""

NO_HASH = bytes(32)
"""What the first entry of a chain names as the hash before it."""


@dataclass(frozen=True, slots=True, order=True)
class ChainId:
    """The entries one incarnation of one device wrote in one space."""

    space: SpaceId
    device: DeviceId
    incarnation: IncarnationId

    def dot(self, number: int) -> Dot:
        """The dot of the chain's entry of that number."""
        return Dot(self.space, self.device, self.incarnation, number)


@dataclass(frozen=True, slots=True, order=True)
class Dot:
    """The name of one entry, for ever. `number` counts from 1 without gaps in its chain. Dots are ordered by bytes."""

    space: SpaceId
    device: DeviceId
    incarnation: IncarnationId
    number: int

    @property
    def chain(self) -> ChainId:
        return ChainId(self.space, self.device, self.incarnation)

    @property
    def mark(self) -> Mark:
        return (self.device, self.incarnation, self.number)
