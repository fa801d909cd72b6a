"""Agreements: how holding people in provincial jails by agreement came to an end, and facts about detention reviews."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from monitor_app.base import Resources
from monitor_app.standards.bilingual import Bilingual
from monitor_app.standards.reading import Record, by_key, opened
from monitor_app.standards.sureness import Fact, Sureness, When, read_fact, read_sureness, read_when


@dataclass(frozen=True, slots=True)
class Step:
    """One dated event of an agreement."""

    when: When
    what: Bilingual
    sureness: Sureness


@dataclass(frozen=True, slots=True)
class Agreement:
    """The state of one province. `last_day` is the last day of detention there, None where it is not known."""

    province: str
    name: Bilingual
    steps: tuple[Step, ...]
    last_day: When | None
    sureness: Sureness


@dataclass(frozen=True, slots=True)
class Agreements:
    """Agreements by the province's postal code, and facts that hold for every facility."""

    agreements: Mapping[str, Agreement]
    facts: tuple[Fact, ...]


def load_agreements(resources: Resources) -> Agreements:
    """The agreements and general facts that come with the app. Raises Problem DAMAGED."""
    return opened(resources, "facilities", "agreements.json", _agreements)


def _agreements(record: Record) -> Agreements:
    return Agreements(
        by_key((found.province, found) for found in map(_agreement, record.records("agreements"))),
        tuple(map(read_fact, record.records("facts"))),
    )


def _agreement(record: Record) -> Agreement:
    return Agreement(
        province=record.text("province"),
        name=record.bilingual("name"),
        steps=tuple(map(_step, record.records("steps"))),
        last_day=None if record.text_or_none("last_day") is None else read_when(record, "last_day"),
        sureness=read_sureness(record, "last_day_sureness"),
    )


def _step(record: Record) -> Step:
    return Step(read_when(record, "when"), record.bilingual("what"), read_sureness(record, "sureness"))
