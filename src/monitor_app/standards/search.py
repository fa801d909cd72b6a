"""Search: finds provisions by words of title, number, paraphrase or topics, whatever the case or accents."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

_WORD = re.compile(r"[^\W_]+(?:\.[^\W_]+)*")
_NUMBER = re.compile(r"\d|^[ivx]+$")
_ABBREVIATIONS = frozenset(("s", "ss", "art", "arts", "par", "para", "paras", "sect", "al", "n", "no"))
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss"})

IN_REF, IN_TITLE, IN_TOPIC, IN_PARAPHRASE = 12, 10, 6, 4
"""What a found word is worth by the place where it stands."""


@dataclass(frozen=True, slots=True)
class Row:
    """One provision as search sees it: the folded words of each place, joined and framed by spaces."""

    key: str
    ref: str
    titles: str
    topics: str
    paraphrase: str


@dataclass(frozen=True, slots=True)
class Index:
    """All provisions in one language."""

    rows: tuple[Row, ...]

    def search(self, text: str) -> tuple[str, ...]:
        """Keys of the provisions that hold every word of `text`, the best first, else in the library's order.

        Abbreviations (s., art.) may be missing, unless nothing else is asked for.
        """
        found = words_of(text)
        must = tuple(word for word in found if word not in _ABBREVIATIONS) or found
        may = tuple(word for word in found if word not in must)
        scored = ((_score(row, must, may), row.key) for row in self.rows)
        return tuple(key for _worth, key in sorted((s for s in scored if s[0]), key=lambda s: -s[0]))


def fold(text: str) -> str:
    """Lower case, no accents, ligatures opened."""
    lowered = text.lower().translate(_LIGATURES)
    if lowered.isascii():
        return lowered
    return "".join(c for c in unicodedata.normalize("NFKD", lowered) if not unicodedata.combining(c))


def words_of(text: str) -> tuple[str, ...]:
    """The folded words and numbers of a text; 94.4(2) gives 94.4 and 2."""
    return tuple(_WORD.findall(fold(text)))


def framed(text: str) -> str:
    """The words of a text for a Row."""
    return f" {' '.join(words_of(text))} "


def _score(row: Row, must: Iterable[str], may: Iterable[str]) -> int:
    total = 0
    for word in must:
        worth = max(
            IN_REF * _fit(word, row.ref),
            IN_TITLE * _fit(word, row.titles),
            IN_TOPIC * _fit(word, row.topics),
            IN_PARAPHRASE * _fit(word, row.paraphrase),
        )
        if not worth:
            return 0
        total += worth
    return total and total + sum(IN_REF for word in may if f" {word} " in row.ref)


def _fit(word: str, text: str) -> int:
    """4 as a whole word, 2 as its beginning (a number only before a dot), 1 inside a word of the text, else 0."""
    if f" {word} " in text:
        return 4
    if _NUMBER.search(word):
        return 2 if f" {word}." in text else 0
    if f" {word}" in text:
        return 2
    return 1 if len(word) > 2 and word in text else 0
