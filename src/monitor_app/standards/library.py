"""Library: all instruments and provisions, to look up, cite and search."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from monitor_app.base import Language, Problem, Resources
from monitor_app.base.problems import standards as problems
from monitor_app.standards.instrument import Instrument
from monitor_app.standards.provision import Correction, Provision
from monitor_app.standards.read_library import read_library
from monitor_app.standards.reading import opened
from monitor_app.standards.search import Index, Row, framed
from monitor_app.standards.topics import Field, Theme, Topics, read_topics


@dataclass(frozen=True, slots=True)
class Library:
    """Instruments by id and provisions by key, in the order of the library; `sorting` holds topics, themes, fields.

    `indexes` is what search has made of it so far, a language at a time; it holds nothing of its own.
    """

    instruments: Mapping[str, Instrument]
    provisions: Mapping[str, Provision]
    sorting: Topics
    indexes: dict[Language, Index] = field(default_factory=dict, init=False, repr=False, compare=False)

    def find(self, key: str) -> Provision | None:
        """The provision of that key, None where this library does not know it."""
        return self.provisions.get(key)

    def provision(self, key: str) -> Provision:
        """The provision of that key. Raises Problem UNKNOWN_PROVISION."""
        found = self.provisions.get(key)
        if found is None:
            raise Problem(problems.UNKNOWN_PROVISION, provision=key)
        return found

    def instrument_of(self, key: str) -> Instrument:
        """The instrument of a provision. Raises Problem UNKNOWN_PROVISION."""
        return self.instruments[self.provision(key).instrument]

    def cite(self, key: str, language: Language) -> str:
        """How a report names a provision: "Nelson Mandela Rules, Rule 30". Raises Problem UNKNOWN_PROVISION."""
        provision = self.provision(key)
        short_title = self.instruments[provision.instrument].short_title
        return f"{short_title.said(language)}, {provision.ref.said(language)}"

    def provisions_of(self, instrument: str) -> tuple[Provision, ...]:
        """The provisions of an instrument, in its order; none for an unknown id."""
        return tuple(p for p in self.provisions.values() if p.instrument == instrument)

    def for_topic(self, topic: str) -> tuple[Provision, ...]:
        """The provisions about a topic, the confirmed ones first."""
        about = (p for p in self.provisions.values() if topic in p.topics)
        return tuple(sorted(about, key=lambda p: not p.confirmed))

    def theme_of(self, topic: str) -> Theme | None:
        """The theme a topic belongs to, None for an unknown topic."""
        found = self.sorting.topics.get(topic)
        return None if found is None else self.sorting.themes[found.theme]

    def field_of(self, theme: str) -> Field | None:
        """The field a theme belongs to, None for an unknown theme."""
        found = self.sorting.themes.get(theme)
        return None if found is None else self.sorting.fields[found.field]

    def search(self, text: str, language: Language) -> tuple[Provision, ...]:
        """Provisions in which every word of `text` is found, the best first; none for an empty text.

        A title is known by its id and its short title in both languages, so that "IRPA 57" works in French too.
        """
        index = self.indexes.get(language)
        if index is None:
            index = self.indexes[language] = self._index(language)
        return tuple(self.provisions[key] for key in index.search(text))

    def _index(self, language: Language) -> Index:
        titles = {
            i.id: framed(f"{i.id} {i.short_title.en} {i.short_title.fr} {i.title.said(language)}")
            for i in self.instruments.values()
        }
        topics = {topic.key: topic.name.said(language) for topic in self.sorting.topics.values()}
        return Index(
            tuple(
                Row(
                    key=p.key,
                    ref=framed(p.ref.said(language)),
                    titles=titles[p.instrument],
                    topics=framed(" ".join(topics[topic] for topic in p.topics)),
                    paraphrase=framed(p.wording(language)),
                )
                for p in self.provisions.values()
            )
        )

    def with_corrections(self, corrections: Mapping[str, Correction]) -> Library:
        """The library after a coordinator's corrections, by provision key; keys unknown here are passed over."""
        corrected = {
            key: provision.corrected(corrections[key]) if key in corrections else provision
            for key, provision in self.provisions.items()
        }
        return replace(self, provisions=corrected)


def load_library(resources: Resources) -> Library:
    """The library that comes with the app. Raises Problem DAMAGED."""
    sorting = opened(resources, "standards", "topics.json", read_topics)
    instruments, provisions = opened(
        resources, "standards", "library.json", lambda record: read_library(record, frozenset(sorting.topics))
    )
    return Library(instruments, provisions, sorting)
