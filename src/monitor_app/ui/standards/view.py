"""What the standards page says, computed from the library. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from monitor_app.base import Words
from monitor_app.standards import Instrument, Library, Provision, Standing
from monitor_app.ui.facilities.text_rows import TextRow
from monitor_app.ui.look import Tone
from monitor_app.ui.parts import PillView

Way = Literal["instruments", "topics"]
"""By what the library is browsed."""

_STANDINGS: dict[Standing, tuple[str, Tone]] = {
    Standing.TEXT: ("check-circle", "met"),
    Standing.COORDINATOR: ("check-circle-fill", "met"),
    Standing.NUMBER: ("warning", "partly"),
    Standing.CITED: ("quotes", "partly"),
    Standing.OPEN: ("circle-dashed", "na"),
}


@dataclass(frozen=True, slots=True)
class HeadView:
    """What stands above a list of provisions: an instrument, a topic or a search."""

    title: str
    lines: tuple[str, ...] = ()
    pills: tuple[PillView, ...] = ()


@dataclass(frozen=True, slots=True)
class ProvisionView:
    """One provision in full. `other` is its wording in the other language, with what to know about the French."""

    key: str
    pill: PillView
    citation: str
    wording: str
    standing: str
    standing_icon: str
    standing_tone: Tone
    source: str
    french: str
    other_title: str
    other: str
    topics: tuple[str, ...]
    instrument: tuple[tuple[str, str], ...]


def source_rows(library: Library, way: Way, words: Words) -> tuple[TextRow, ...]:
    """Instruments or topics, with the number of their provisions."""
    if way == "instruments":
        return tuple(_instrument_row(library, one, words) for one in library.instruments.values())
    rows = []
    for topic in library.sorting.topics.values():
        theme = library.sorting.themes[topic.theme]
        count = words.number(len(library.for_topic(topic.key)))
        rows.append(TextRow(topic.key, topic.name.said(words.language), theme.name.said(words.language), count))
    return tuple(rows)


def provisions_for(library: Library, way: Way, key: str, asked: str, words: Words) -> tuple[Provision, ...]:
    """What a search finds; else the provisions of the chosen instrument or topic."""
    if asked:
        return library.search(asked, words.language)
    return library.provisions_of(key) if way == "instruments" else library.for_topic(key)


def provision_rows(library: Library, found: Iterable[Provision], words: Words, *, cite: bool) -> tuple[TextRow, ...]:
    """Provisions as rows; `cite` names their instruments too."""
    return tuple(_provision_row(library, one, words, cite=cite) for one in found)


def head_view(library: Library, way: Way, key: str, asked: str, count: int, words: Words) -> HeadView:
    """What the list is about."""
    language = words.language
    said = words.n("{n} provision", "{n} provisions", count)
    if asked:
        nothing = words("No provision has all these words. Try fewer words.")
        return HeadView(words("Found in the whole library"), (said if count else nothing,))
    if way == "topics":
        topic, theme = library.sorting.topics.get(key), library.theme_of(key)
        if topic is None or theme is None:
            return HeadView("")
        return HeadView(topic.name.said(language), (f"{theme.name.said(language)} · {said}",))
    instrument = library.instruments.get(key)
    if instrument is None:
        return HeadView("")
    citation = " · ".join(part for part in (instrument.citation.said(language), said) if part)
    lines = (citation, instrument.notes.said(language))
    return HeadView(
        instrument.title.said(language),
        tuple(line for line in lines if line),
        (scope_pill(instrument, words), PillView(instrument.say_reach(words), "na")),
    )


def provision_view(library: Library, key: str, words: Words) -> ProvisionView | None:
    """One provision, None for a key the library does not know."""
    one = library.find(key)
    if one is None:
        return None
    language = words.language
    instrument = library.instrument_of(key)
    icon, tone = _STANDINGS[one.standing]
    other = one.paraphrase.en if language == "fr" else one.paraphrase.fr
    topics = (library.sorting.topics.get(topic) for topic in one.topics)
    year = str(instrument.year) if instrument.year else ""
    about = (
        (words("Instrument"), instrument.title.said(language)),
        (words("Citation"), instrument.citation.said(language)),
        (words("Issued by"), ", ".join(part for part in (instrument.body.said(language), year) if part)),
        (words("Covers"), instrument.say_reach(words)),
    )
    return ProvisionView(
        key=key,
        pill=scope_pill(instrument, words),
        citation=library.cite(key, language),
        wording=one.wording(language),
        standing=one.say_standing(words),
        standing_icon=icon,
        standing_tone=tone,
        source=one.source if one.correction is None else "",
        french=one.say_french(words),
        other_title=words("In English") if language == "fr" else words("In French"),
        other=other,
        topics=tuple(topic.name.said(language) for topic in topics if topic),
        instrument=tuple((label, value) for label, value in about if value),
    )


def scope_pill(instrument: Instrument, words: Words) -> PillView:
    """Domestic (pin) or international (globe), and whether it binds."""
    if instrument.scope == "domestic":
        return PillView(instrument.say_force(words), "primary", "map-pin")
    return PillView(instrument.say_force(words), "indigo", "globe-simple")


def _instrument_row(library: Library, one: Instrument, words: Words) -> TextRow:
    count = words.number(len(library.provisions_of(one.id)))
    return TextRow(one.id, one.short_title.said(words.language), one.say_force(words), count)


def _provision_row(library: Library, one: Provision, words: Words, *, cite: bool) -> TextRow:
    icon, tone = _STANDINGS[one.standing]
    title = library.cite(one.key, words.language) if cite else one.ref.said(words.language)
    label = one.standing.label(words)
    return TextRow(
        one.key,
        title,
        one.wording(words.language),
        foot=label[:1].upper() + label[1:],
        foot_icon=icon,
        foot_tone=tone,
    )
