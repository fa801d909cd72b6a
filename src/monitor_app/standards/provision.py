"""Provision: one rule of an instrument, told in our own sentence, with how surely it was checked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from monitor_app.base import Language, Words, mark
from monitor_app.standards.bilingual import Bilingual


class Standing(Enum):
    """How surely number and content of a provision are known. The value is a short label for the catalogue."""

    TEXT = mark("checked in the text")
    COORDINATOR = mark("confirmed by coordinator")
    NUMBER = mark("number checked only")
    CITED = mark("seen through another body's citation")
    OPEN = mark("to be checked with the text")

    @property
    def confirmed(self) -> bool:
        """Whether a report may cite it without a warning."""
        return self in (Standing.TEXT, Standing.COORDINATOR)

    def label(self, words: Words) -> str:
        """The short label."""
        return words(self.value)


@dataclass(frozen=True, slots=True)
class Correction:
    """A coordinator's confirmation of a provision, with corrections where a text is given.

    `source` says in which text it was checked, `date` is the ISO day of the check, `by` is a display label.
    `confirmed_fr` says that the French wording was checked too.
    """

    source: str
    date: str
    by: str
    paraphrase_en: str | None = None
    paraphrase_fr: str | None = None
    ref_en: str | None = None
    ref_fr: str | None = None
    confirmed_fr: bool = False


@dataclass(frozen=True, slots=True)
class Provision:
    """One provision. `key` ("mandela:30") is what checklists and findings cite; it never changes.

    `topics` are keys of Topic; `source` says where it was seen, empty where nobody has seen it yet;
    `french_confirmed` says that a person checked the French, which is ours until then.
    """

    key: str
    instrument: str
    ref: Bilingual
    topics: tuple[str, ...]
    paraphrase: Bilingual
    standing: Standing
    source: str
    french_confirmed: bool
    correction: Correction | None = None

    @property
    def confirmed(self) -> bool:
        """Whether its text was read, here or by the coordinator."""
        return self.standing.confirmed

    def wording(self, language: Language) -> str:
        """The canonical wording: what a report that cites the provision keeps when it is signed."""
        return self.paraphrase.said(language)

    def corrected(self, correction: Correction) -> Provision:
        """The provision after a coordinator confirmed or corrected it."""
        new, ref, told = correction, self.ref, self.paraphrase
        return replace(
            self,
            ref=Bilingual(new.ref_en or ref.en, new.ref_fr or ref.fr),
            paraphrase=Bilingual(new.paraphrase_en or told.en, new.paraphrase_fr or told.fr),
            standing=Standing.COORDINATOR,
            source=new.source,
            french_confirmed=new.confirmed_fr,
            correction=new,
        )

    def say_standing(self, words: Words) -> str:
        """The standing as a sentence, with who confirmed it and from what, or where it was seen."""
        if self.correction is not None:
            return words(
                "Confirmed by {by} on {day} with {source}.",
                by=self.correction.by,
                day=_day(self.correction.date, words),
                source=self.correction.source,
            )
        match self.standing:
            case Standing.TEXT:
                return words("Checked in the text.")
            case Standing.NUMBER:
                return words("Only the number and the heading were checked. Read the text before you rely on it.")
            case Standing.CITED:
                return words("Seen through another body's citation, not in the text itself.")
            case _:
                return words("Not checked yet. Compare number and content with the text before you cite it.")

    def say_french(self, words: Words) -> str:
        """What to know about the French wording; empty where a person confirmed it."""
        return "" if self.french_confirmed else words("The French wording is ours until a person confirms it.")


def _day(iso: str, words: Words) -> str:
    try:
        return words.day(date.fromisoformat(iso))
    except ValueError:
        return iso
