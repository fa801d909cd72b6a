"""Record: what is currently known of one entity, ready for the domain to read.

A field with two or more current values reads as the one with the lowest dot and is named in `unsettled`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from monitor_app.base import Canonical, EntityId, MemberId, SpaceId


@dataclass(frozen=True, slots=True)
class Writing:
    """Who wrote a current value, and when (aware UTC)."""

    author: MemberId
    at: datetime


@dataclass(frozen=True, slots=True)
class Record:
    """One entity: its kind, its id, and the value of each of its fields."""

    space: SpaceId
    kind: str
    id: EntityId
    values: Mapping[str, Canonical]
    unsettled: frozenset[str] = frozenset()
    written: Mapping[str, Writing] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """The field as text, "" where it is empty or of another type (an entry of a stranger app may hold anything)."""
        value = self.values.get(name)
        return value if isinstance(value, str) else ""

    def number(self, name: str) -> int | None:
        """The field as a whole number, None where it is empty or of another type."""
        value = self.values.get(name)
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def true(self, name: str) -> bool:
        """Whether the field says yes."""
        return self.values.get(name) is True

    @property
    def deleted(self) -> bool:
        """Whether it was taken out. Where one of two people took it out and the other kept it, it is kept."""
        return self.true("deleted") and "deleted" not in self.unsettled

    def data(self, name: str) -> bytes:
        """The field as bytes, empty where it is not bytes."""
        value = self.values.get(name)
        return value if isinstance(value, bytes) else b""

    def texts(self, name: str) -> dict[str, str]:
        """A text kept per language (`title.en`, `title.fr`): language -> text, empty ones left out."""
        prefix = f"{name}."
        found = {key[len(prefix) :]: self.text(key) for key in self.values if key.startswith(prefix)}
        return {language: text for language, text in found.items() if text}

    def in_language(self, name: str, language: str) -> str:
        """A text kept per language, in this one or else in any that there is."""
        texts = self.texts(name)
        return texts.get(language) or next((texts[key] for key in sorted(texts)), "")

    def members(self, name: str) -> tuple[str, ...]:
        """The members of a set kept as one field per member (`provision:mandela:30` -> `mandela:30`), sorted."""
        prefix = f"{name}:"
        return tuple(sorted(key[len(prefix) :] for key in self.values if key.startswith(prefix) and self.true(key)))
