"""Where two texts differ, word by word. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

_WORDS = re.compile(r"\s+|\w+|[^\w\s]")
_ALIKE = 0.4
"""The share of words two texts must have in common for marks to help; below it they are simply two texts."""
_MOST = 4000
"""Words per text that are compared; a longer one is marked whole, so that no text can stop the screen."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words; `differs`: the other text has it otherwise, or not at all."""

    text: str
    differs: bool


def marked(own: str, others: tuple[str, ...]) -> tuple[Piece, ...]:
    """`own` in pieces; a piece differs where at least one text that is like it does not have it in its place."""
    words = _WORDS.findall(own)
    compared = [_WORDS.findall(other) for other in others]
    if len(words) > _MOST or any(len(other) > _MOST for other in compared):
        return (Piece(own, any(other != own for other in others)),) if own else ()
    differs = [False] * len(words)
    for other in compared:
        matcher = SequenceMatcher(None, words, other, autojunk=False)
        kept = [False] * len(words)
        for block in matcher.get_matching_blocks():
            kept[block.a : block.a + block.size] = [True] * block.size
        if not _alike(words, kept, other):
            continue
        differs = [before or not same for before, same in zip(differs, kept, strict=True)]
    return _joined(words, differs)


def _alike(words: list[str], kept: list[bool], other: list[str]) -> bool:
    """Whether enough words are the same; spaces are the same everywhere and prove nothing."""
    same = sum(1 for word, stays in zip(words, kept, strict=True) if stays and not word.isspace())
    longest = max(sum(1 for word in text if not word.isspace()) for text in (words, other))
    return same >= _ALIKE * longest


def combined(texts: tuple[str, ...]) -> str:
    """A text to begin with when several are made one: each once, those that stand inside another left out."""
    whole: list[str] = []
    for text in texts:
        plain = text.strip()
        if plain and not any(plain in other for other in whole):
            whole = [other for other in whole if other not in plain]
            whole.append(plain)
    return "\n\n".join(whole)


def _joined(words: list[str], differs: list[bool]) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    for place, word in enumerate(words):
        mark = differs[place]
        if word.isspace():
            before = differs[place - 1] if place else mark
            after = differs[place + 1] if place + 1 < len(words) else before
            mark = mark and before and after
        if pieces and pieces[-1].differs == mark:
            pieces[-1] = Piece(pieces[-1].text + word, mark)
        else:
            pieces.append(Piece(word, mark))
    return tuple(pieces)
