"""A register: the values a field has now. Two or more stand where people wrote without having seen each other.

A multi-value register: whatever the order in which entries come, and however often, the same values stand in the end.
Source: Shapiro and others, "A comprehensive study of convergent and commutative replicated data types", 3.2.2.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from monitor_app.base import EntityId, SpaceId
from monitor_app.journal.entry import Entry
from monitor_app.journal.names import Dot


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Which register: a field of an entity in a space."""

    space: SpaceId
    entity_kind: str
    entity: EntityId
    field: str


@dataclass(frozen=True, slots=True)
class Register:
    """What is held of one field: dots of entries, and dots that entries overwrote, held or not."""

    held: frozenset[Dot] = frozenset()
    overwritten: frozenset[Dot] = frozenset()

    @property
    def current(self) -> frozenset[Dot]:
        """The dots whose values stand."""
        return self.held - self.overwritten

    @property
    def missed(self) -> frozenset[Dot]:
        """Dots overwritten before they came: when they come, they stand no more."""
        return self.overwritten - self.held

    def merge(self, other: Register) -> Register:
        """What is known when both are. Commutative, associative, idempotent."""
        return Register(self.held | other.held, self.overwritten | other.overwritten)


def place_of(entry: Entry) -> Place:
    """The register an entry writes to."""
    return Place(entry.space, entry.entity_kind, entry.entity, entry.field)


def register_of(entry: Entry) -> Register:
    """What one entry says of its register."""
    overwritten = frozenset(Dot(entry.space, *mark) for mark in entry.overwrites)
    return Register(frozenset({entry.dot}), overwritten)


def merge(entries: Iterable[Entry]) -> dict[Place, Register]:
    """The registers of entries in any order. An entry overwrites in its own register only, whatever dots it names."""
    found: dict[Place, Register] = {}
    for entry in entries:
        place = place_of(entry)
        found[place] = found.get(place, Register()).merge(register_of(entry))
    return found
