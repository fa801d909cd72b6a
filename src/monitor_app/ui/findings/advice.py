"""Advice on a recommendation: whether it names an action, an addressee and a date. It never forbids anything. Pure.

Source: the usual test of a recommendation of a visiting body: somebody can act on it, by a day, and it can be verified.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from monitor_app.base import Language, Words

_WORD = re.compile(r"[^\W\d_]+(?:[’'\-][^\W\d_]+)*")
_FEWEST_WORDS = 4
_NO_DEED_EN = re.compile(
    r"the|an?|this|that|these|those|there|it|its|they|their|he|she|we|our|you|your|people|persons|detained|all|each|"
    r"every|no|some|any|in|on|at|by|for|from|with|of|to|as|if|when|because|more|better"
)
_DEED_FR = re.compile(r"(?:er|ir|re|oir|ez)$")
_SOFT: dict[Language, tuple[str, ...]] = {
    "en": ("consider", "explore", "look into", "continue to", "where possible", "if possible", "as appropriate"),
    "fr": ("envisager", "étudier la possibilité", "continuer de", "continuer à", "si possible", "au besoin"),
}


@dataclass(frozen=True, slots=True)
class Advice:
    """One line: `good` is passed, else it says what to add."""

    good: bool
    text: str


def advice(
    text: str, language: Language, addressee: str, due: date | None, today: date, words: Words
) -> tuple[Advice, ...]:
    """The lines under a recommendation; none while nothing is written."""
    if not text.strip() and not addressee.strip() and due is None:
        return ()
    lacking = []
    if not names_action(text, language):
        lacking.append(words("Begin with what is to be done, in a few words."))
    soft = soft_words(text, language)
    if soft:
        lacking.append(words("“{phrase}” can be met without any change. Say what is to change.", phrase=soft))
    if not addressee.strip():
        lacking.append(words("Name who is to act."))
    if due is None:
        lacking.append(words("Give a date by when."))
    elif due < today:
        lacking.append(words("The date is over already."))
    if not lacking:
        return (Advice(True, words("Names an action, an addressee and a date")),)
    return tuple(Advice(False, line) for line in lacking)


def names_action(text: str, language: Language) -> bool:
    """Whether it reads like a deed: four words at least, and it begins with a verb as far as that can be told."""
    found = _WORD.findall(text.casefold())
    if len(found) < _FEWEST_WORDS:
        return False
    if language == "en":
        return _NO_DEED_EN.fullmatch(found[0]) is None
    return any(_DEED_FR.search(word) for word in found[:3])


def soft_words(text: str, language: Language) -> str:
    """The first phrase that lets the addressee off, "" where there is none."""
    folded = text.casefold()
    return next((phrase for phrase in _SOFT[language] if re.search(rf"\b{re.escape(phrase)}\b", folded)), "")
