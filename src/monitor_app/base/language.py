"""Language: the one catalogue of words, English in the source, French beside it.

A sentence is written once, in English, where it is said: `words("Saved on this laptop {time}", time=...)`.
`packaging/words.py` collects every literal given to `words(...)`, `words.n(...)` and `mark(...)` for the translators.
"""

from __future__ import annotations

import gettext
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from typing import Literal

from monitor_app.base.resources import Resources

Language = Literal["en", "fr"]
LANGUAGES: tuple[Language, ...] = ("en", "fr")

_MONTHS: dict[Language, tuple[str, ...]] = {
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    "fr": ("janv.", "févr.", "mars", "avr.", "mai", "juin", "juill.", "août", "sept.", "oct.", "nov.", "déc."),
}


def mark(sentence: str) -> str:
    """Marks a sentence for the catalogue where it is kept rather than said; returns it unchanged."""
    return sentence


@dataclass(frozen=True, slots=True)
class Words:
    """Says sentences in one language. Cheap to pass around; made by `speak`."""

    language: Language
    catalogue: gettext.NullTranslations

    def __call__(self, sentence: str, /, **details: object) -> str:
        """The sentence in this language, its {places} filled in."""
        said = self.catalogue.gettext(sentence)
        return said.format(**details) if details else said

    def n(self, one: str, many: str, count: int, /, **details: object) -> str:
        """The sentence for a count, by the plural rule of the language; {n} is the count, digits grouped."""
        return self.catalogue.ngettext(one, many, count).format(n=self.number(count), **details)

    def number(self, value: int) -> str:
        """12,345 in English; 12 345 in French (narrow no-break space)."""
        grouped = f"{value:,}"
        return grouped if self.language == "en" else grouped.replace(",", "\u202f")

    def day(self, day: date) -> str:
        """18 Nov 2026; 18 nov. 2026; the first of a French month is 1er."""
        number = "1er" if self.language == "fr" and day.day == 1 else str(day.day)
        return f"{number} {_MONTHS[self.language][day.month - 1]} {day.year}"

    def days(self, first: date, last: date) -> str:
        """18-19 Nov 2026: a span as short as it can be said without doubt."""
        if first == last:
            return self.day(first)
        if (first.year, first.month) == (last.year, last.month):
            number = "1er" if self.language == "fr" and first.day == 1 else str(first.day)
            return f"{number}–{self.day(last)}"
        if first.year == last.year:
            return f"{self.day(first).removesuffix(f' {first.year}')} – {self.day(last)}"
        return f"{self.day(first)} – {self.day(last)}"

    def time(self, instant: datetime, where: tzinfo | None = None, *, seconds: bool = False) -> str:
        """14:32:07; 14 h 32 min 07 s. `instant` is aware; `where` is the zone it is read in (None: this laptop's)."""
        local = instant.astimezone(where)
        if self.language == "en":
            return f"{local:%H:%M:%S}" if seconds else f"{local:%H:%M}"
        short = f"{local.hour}\u00a0h\u00a0{local.minute:02d}"
        return f"{short}\u00a0min\u00a0{local.second:02d}\u00a0s" if seconds else short

    def moment(self, instant: datetime, where: tzinfo | None = None) -> str:
        """18 Nov 2026, 14:32."""
        return f"{self.day(instant.astimezone(where).date())}, {self.time(instant, where)}"


def speak(language: Language, resources: Resources) -> Words:
    """Words of a language. A missing catalogue speaks English rather than nothing."""
    if language == "en":
        return Words("en", gettext.NullTranslations())
    path = resources.path("i18n", f"{language}.mo")
    try:
        with path.open("rb") as stream:
            return Words(language, gettext.GNUTranslations(stream))
    except OSError:
        return Words(language, gettext.NullTranslations())
