"""Bilingual: a text of the data files in English and in French, as opposed to the words of the app's own catalogue."""

from __future__ import annotations

from dataclasses import dataclass

from monitor_app.base import Language


@dataclass(frozen=True, slots=True)
class Bilingual:
    """One text in both languages; neither is empty unless both are."""

    en: str
    fr: str

    def said(self, language: Language) -> str:
        """The text in that language."""
        return self.fr if language == "fr" else self.en
