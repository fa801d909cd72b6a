"""What the doorway asks while a person types: strength, a phrase to suggest, whether a sheet is right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from monitor_app import crypto
from monitor_app.base import Language, Problem, Randomness, Words


@dataclass(frozen=True, slots=True)
class Measured:
    """How strong a passphrase is: 0 to 4, a word, and a sentence on what weakens it or how long it holds."""

    score: int
    word: str
    sentence: str


def measure(passphrase: str, hints: Sequence[str], words: Words) -> Measured:
    """Honest: by the guesses an attacker with the laptop needs. `hints` are words others connect with the person."""
    found = crypto.strength(passphrase, hints)
    sentence = words(found.warning) if found.warning else crypto.holding_time(found, words)
    return Measured(found.score, crypto.score_word(found.score, words), sentence)


def suggestion(language: Language, randomness: Randomness) -> str:
    """Six words out of 2,048: 66 bits, easy to say and to type."""
    return crypto.suggest_phrase(language, randomness)


def group_is_right(number: int, typed: str) -> bool:
    """Whether what was typed can be group `number` (from 1) of a recovery sheet."""
    return crypto.group_fits(number, typed)


def wrong_sheet(typed: str, words: Words) -> str:
    """What is wrong with a typed sheet of the organisation; "" for a right one."""
    try:
        crypto.check_sheet(typed)
    except Problem as problem:
        return problem.say(words).text()
    return ""
