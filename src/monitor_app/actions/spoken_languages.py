"""Languages a team may speak: codes in the journal (ISO 639-1, or 639-3 where there is none), names for people."""

from __future__ import annotations

from collections.abc import Sequence

from monitor_app.base import Words, mark

SPOKEN: dict[str, str] = {
    "en": mark("English"),
    "fr": mark("French"),
    "ar": mark("Arabic"),
    "zh": mark("Chinese"),
    "ht": mark("Haitian Creole"),
    "hi": mark("Hindi"),
    "hu": mark("Hungarian"),
    "fa": mark("Persian, Dari"),
    "ps": mark("Pashto"),
    "pt": mark("Portuguese"),
    "pa": mark("Punjabi"),
    "ro": mark("Romanian"),
    "ru": mark("Russian"),
    "so": mark("Somali"),
    "es": mark("Spanish"),
    "sw": mark("Swahili"),
    "ta": mark("Tamil"),
    "ti": mark("Tigrinya"),
    "tr": mark("Turkish"),
    "uk": mark("Ukrainian"),
    "ur": mark("Urdu"),
    "vi": mark("Vietnamese"),
}


def language_name(code: str, words: Words) -> str:
    """The name of a language; a code this app does not know is said as it is."""
    return words(SPOKEN[code]) if code in SPOKEN else code


def languages_said(codes: Sequence[str], words: Words) -> str:
    """French, English."""
    return ", ".join(language_name(code, words) for code in codes)
