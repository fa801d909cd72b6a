"""Topics, themes, fields: how provisions and questions are sorted. A topic belongs to a theme, a theme to a field.

A theme is a heading of a report; the four fields are those of the programme's mandate.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from monitor_app.standards.bilingual import Bilingual
from monitor_app.standards.reading import Damaged, Record, by_key


@dataclass(frozen=True, slots=True)
class Field:
    """One of the programme's fields of work."""

    key: str
    name: Bilingual


@dataclass(frozen=True, slots=True)
class Theme:
    """A heading of a report. `field` is the key of its Field."""

    key: str
    name: Bilingual
    field: str


@dataclass(frozen=True, slots=True)
class Topic:
    """What a provision or a question is about. `theme` is the key of its Theme."""

    key: str
    name: Bilingual
    theme: str


@dataclass(frozen=True, slots=True)
class Topics:
    """All fields, themes and topics by key, in the order people see them."""

    fields: Mapping[str, Field]
    themes: Mapping[str, Theme]
    topics: Mapping[str, Topic]


def read_topics(record: Record) -> Topics:
    """The topics of topics.json. Raises Damaged where a topic or theme points nowhere."""
    fields = by_key((r.text("key"), Field(r.text("key"), r.bilingual("name"))) for r in record.records("fields"))
    themes = by_key(
        (r.text("key"), Theme(r.text("key"), r.bilingual("name"), r.text("field"))) for r in record.records("themes")
    )
    topics = by_key(
        (r.text("key"), Topic(r.text("key"), r.bilingual("name"), r.text("theme"))) for r in record.records("topics")
    )
    if any(theme.field not in fields for theme in themes.values()):
        raise Damaged("field")
    if any(topic.theme not in themes for topic in topics.values()):
        raise Damaged("theme")
    return Topics(fields, themes, topics)
