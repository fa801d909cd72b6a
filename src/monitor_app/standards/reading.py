"""Reading: a data file of the room, every value checked on the way in.

A wrong value raises Damaged; the loaders turn it into the Problem a person sees (`opened`).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from monitor_app.base import Problem, Resources
from monitor_app.base.problems import standards as problems
from monitor_app.standards.bilingual import Bilingual

FORMAT = 1
"""The one format of the data files this app reads."""

T = TypeVar("T")


class Damaged(ValueError):
    """A value is missing or of the wrong shape. Stays inside the room."""


@dataclass(frozen=True, slots=True)
class Record:
    """A JSON object. Each method checks and returns one member, or raises Damaged."""

    members: dict[str, object]

    def text(self, name: str) -> str:
        value = self.members.get(name)
        if not isinstance(value, str):
            raise Damaged(name)
        return value

    def text_or_none(self, name: str) -> str | None:
        return None if self.members.get(name) is None else self.text(name)

    def number(self, name: str) -> int:
        value = self.members.get(name)
        if not isinstance(value, int) or isinstance(value, bool):
            raise Damaged(name)
        return value

    def number_or_none(self, name: str) -> int | None:
        return None if self.members.get(name) is None else self.number(name)

    def flag(self, name: str) -> bool:
        value = self.members.get(name)
        if not isinstance(value, bool):
            raise Damaged(name)
        return value

    def texts(self, name: str) -> tuple[str, ...]:
        value = self.members.get(name)
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise Damaged(name)
        return tuple(value)

    def bilingual(self, name: str) -> Bilingual:
        pair = _record(self.members.get(name))
        both = Bilingual(pair.text("en"), pair.text("fr"))
        if bool(both.en) != bool(both.fr):
            raise Damaged(name)
        return both

    def records(self, name: str) -> Iterator[Record]:
        value = self.members.get(name)
        if not isinstance(value, list):
            raise Damaged(name)
        return map(_record, value)


def opened(resources: Resources, folder: str, file: str, build: Callable[[Record], T]) -> T:
    """What `build` makes of the file. Raises Problem DAMAGED where it is missing, torn or not of this format."""
    try:
        whole = _record(json.loads(resources.bytes(folder, file)))
        if whole.number("format") != FORMAT:
            raise Damaged("format")
        return build(whole)
    except (OSError, ValueError, RecursionError) as error:
        raise Problem(problems.DAMAGED, file=f"{folder}/{file}") from error


def by_key(pairs: Iterator[tuple[str, T]]) -> dict[str, T]:
    """A mapping in the file's order. Raises Damaged for a key that comes twice."""
    found: dict[str, T] = {}
    for key, value in pairs:
        if not key or key in found:
            raise Damaged("key")
        found[key] = value
    return found


def _record(value: object) -> Record:
    if not isinstance(value, dict):
        raise Damaged("record")
    return Record(value)
