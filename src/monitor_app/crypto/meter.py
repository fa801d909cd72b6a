"""Says honestly how long a passphrase holds against someone who has the laptop and all the time they want.

Source: zxcvbn, whose guesses are a lower bound. The thief is granted 10,000 guesses a second, far more than Argon2id
lets one machine make. The patterns come from zxcvbn, the sentences are ours.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from zxcvbn import matching, scoring

from monitor_app.base import LANGUAGES, Words, mark
from monitor_app.crypto.phrases import phrase_words

MEASURED_LENGTH = 100
_MEASURED_MIXED_LENGTH = 40
_MIXED_SIGNS = 6
_GUESSES_LOG10_PER_S = 4.0
_SCORES_LOG10 = (3.0, 6.0, 8.0, 10.0)
_PHRASE_WORD_RANK = 1024
_FRENCH_HABITS = (
    *("doudou", "loulou", "chouchou", "coucou", "maman", "papa", "amour", "bienvenue", "chocolat", "papillon"),
    *("princesse", "vacances", "nicolas", "quebec", "québec", "tabarnak", "toulouse", "bordeaux", "football"),
)
_NAMES = ("surnames", "male_names", "female_names")


@dataclass(frozen=True, slots=True)
class Strength:
    """How strong a passphrase is: score 0 (very weak) to 4 (strong), guesses as a power of ten, and what weakens it.

    `warning` is empty where nothing stands out; it and the `advice` are sentences of the catalogue: `words(warning)`.
    """

    score: int
    guesses_log10: float
    warning: str
    advice: tuple[str, ...]


def strength(passphrase: str, hints: Sequence[str] = ()) -> Strength:
    """Measures a passphrase. `hints` are words others connect with the person: name, organisation, place.

    Only the first 100 characters count, 40 where many different digits and signs make the search slow.
    """
    text = _measured(passphrase)
    if not text:
        return Strength(0, 0.0, "", (mark("Use four or more words that have nothing to do with each other."),))
    found = scoring.most_guessable_match_sequence(text, matching.omnimatch(text, _dictionaries(hints)))
    guesses_log10 = float(found["guesses_log10"])
    score = sum(guesses_log10 >= bound for bound in _SCORES_LOG10)
    if score > 2:
        return Strength(score, guesses_log10, "", ())
    sequence = found["sequence"]
    longest = max(sequence, key=lambda match: len(match["token"]))
    return Strength(score, guesses_log10, _warning(longest, alone=len(sequence) == 1), _advice(longest))


def score_word(score: int, words: Words) -> str:
    """The score in a word or two."""
    return (words("Very weak"), words("Weak"), words("Fair"), words("Good"), words("Strong"))[score]


def holding_time(found: Strength, words: Words) -> str:
    """A sentence: how long someone who has the laptop needs to guess the passphrase."""
    seconds_log10 = found.guesses_log10 - _GUESSES_LOG10_PER_S
    if seconds_log10 < 0:
        return words("Someone who takes this laptop guesses it in less than a second.")
    if seconds_log10 > math.log10(100 * 365 * 86_400):
        return words("Someone who takes this laptop needs centuries to guess it.")
    seconds = round(10**seconds_log10)
    if seconds < 60:
        return words.n(
            "Someone who takes this laptop needs about {n} second to guess it.",
            "Someone who takes this laptop needs about {n} seconds to guess it.",
            seconds,
        )
    if seconds < 3600:
        return words.n(
            "Someone who takes this laptop needs about {n} minute to guess it.",
            "Someone who takes this laptop needs about {n} minutes to guess it.",
            seconds // 60,
        )
    if seconds < 86_400:
        return words.n(
            "Someone who takes this laptop needs about {n} hour to guess it.",
            "Someone who takes this laptop needs about {n} hours to guess it.",
            seconds // 3600,
        )
    if seconds < 365 * 86_400:
        return words.n(
            "Someone who takes this laptop needs about {n} day to guess it.",
            "Someone who takes this laptop needs about {n} days to guess it.",
            seconds // 86_400,
        )
    return words.n(
        "Someone who takes this laptop needs about {n} year to guess it.",
        "Someone who takes this laptop needs about {n} years to guess it.",
        seconds // (365 * 86_400),
    )


def _measured(passphrase: str) -> str:
    text = unicodedata.normalize("NFKC", passphrase)
    signs = {letter for letter in text if not letter.isalpha() and not letter.isspace()}
    return text[: _MEASURED_MIXED_LENGTH if len(signs) > _MIXED_SIGNS else MEASURED_LENGTH]


def _dictionaries(hints: Sequence[str]) -> Mapping[str, Mapping[str, int]]:
    """zxcvbn's own, our phrase words (all equally likely), and the hints: never put into the library's shared state."""
    words = {word: _PHRASE_WORD_RANK for language in LANGUAGES for word in phrase_words(language)}
    bare = {_without_accents(word): rank for word, rank in words.items()}
    near = [part.lower() for hint in hints for part in (hint, *hint.split()) if part]
    return {
        **matching.RANKED_DICTIONARIES,
        "phrase_words": bare | words,
        "french_habits": matching.build_ranked_dict(_FRENCH_HABITS),
        "user_inputs": matching.build_ranked_dict(unicodedata.normalize("NFKC", part) for part in near),
    }


def _without_accents(word: str) -> str:
    return "".join(mark_ for mark_ in unicodedata.normalize("NFD", word) if not unicodedata.combining(mark_))


def _warning(match: Mapping[str, Any], *, alone: bool) -> str:
    """What stands out in the longest part of a weak passphrase."""
    pattern = match["pattern"]
    if pattern == "dictionary":
        return _dictionary_warning(match["dictionary_name"], alone=alone)
    if pattern == "regex" or pattern == "date":
        return mark("Dates and years are easy to guess.")
    if pattern == "spatial":
        return mark("Keys that lie side by side are easy to guess.")
    if pattern == "repeat":
        return mark("Repeated words or characters add little.")
    if pattern == "sequence":
        return mark("Runs such as abc or 6543 are easy to guess.")
    return ""


def _dictionary_warning(name: str, *, alone: bool) -> str:
    if name == "user_inputs":
        return mark("Others can connect these words with you.")
    if name == "passwords" or name == "french_habits":
        return mark("Many people use this or something close to it.")
    if name in _NAMES:
        return mark("Names are easy to guess.")
    return mark("A single word is easy to guess.") if alone else ""


def _advice(match: Mapping[str, Any]) -> tuple[str, ...]:
    advice = [mark("Use four or more words that have nothing to do with each other.")]
    token = match["token"]
    if match["pattern"] == "dictionary":
        if token[:1].isupper():
            advice.append(mark("Capital letters add little."))
        if match["l33t"]:
            advice.append(mark("Signs in place of letters, such as @ for a, add little."))
        if match["reversed"]:
            advice.append(mark("Words spelled backwards add little."))
    return tuple(advice)
