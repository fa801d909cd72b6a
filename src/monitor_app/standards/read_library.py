"""Reads library.json: instruments, each with its provisions, one a line so that changes can be compared."""

from __future__ import annotations

from collections.abc import Iterator

from monitor_app.standards.instrument import Instrument, Reach, Scope
from monitor_app.standards.provision import Provision, Standing
from monitor_app.standards.reading import Damaged, Record, by_key

_SCOPES: dict[str, Scope] = {"domestic": "domestic", "international": "international"}
_REACHES: dict[str, Reach] = {
    "all": "all",
    "immigration": "immigration",
    "women": "women",
    "children": "children",
    "health": "health",
}
_STANDINGS = {
    ("verified", "text"): Standing.TEXT,
    ("verified", "heading"): Standing.NUMBER,
    ("verified", "summary"): Standing.CITED,
    ("unverified", "none"): Standing.OPEN,
}


def read_library(record: Record, topics: frozenset[str]) -> tuple[dict[str, Instrument], dict[str, Provision]]:
    """Instruments by id and provisions by key. Raises Damaged, also for a topic not among `topics`."""
    instruments: dict[str, Instrument] = {}
    provisions: dict[str, Provision] = {}
    for part in record.records("instruments"):
        instrument = _instrument(part)
        own = by_key(_provisions(part, instrument.id, topics))
        if instrument.id in instruments or not instrument.id:
            raise Damaged("id")
        instruments[instrument.id] = instrument
        provisions.update(own)
    return instruments, provisions


def _instrument(record: Record) -> Instrument:
    scope, reach = _SCOPES.get(record.text("scope")), _REACHES.get(record.text("applies_to"))
    if scope is None or reach is None:
        raise Damaged("scope")
    return Instrument(
        id=record.text("id"),
        title=record.bilingual("title"),
        short_title=record.bilingual("short_title"),
        citation=record.bilingual("citation"),
        year=record.number_or_none("year"),
        body=record.bilingual("body"),
        scope=scope,
        binding=record.flag("binding"),
        applies_to=reach,
        notes=record.bilingual("notes"),
        french_confirmed=record.flag("fr_confirmed"),
    )


def _provisions(part: Record, instrument: str, topics: frozenset[str]) -> Iterator[tuple[str, Provision]]:
    for record in part.records("provisions"):
        key = record.text("key")
        own_topics = record.texts("topics")
        standing = _STANDINGS.get((record.text("status"), record.text("basis")))
        if not key.startswith(f"{instrument}:") or standing is None or not topics.issuperset(own_topics):
            raise Damaged("provision")
        yield (
            key,
            Provision(
                key=key,
                instrument=instrument,
                ref=record.bilingual("ref"),
                topics=own_topics,
                paraphrase=record.bilingual("paraphrase"),
                standing=standing,
                source=record.text("source"),
                french_confirmed=record.flag("fr_confirmed"),
            ),
        )
