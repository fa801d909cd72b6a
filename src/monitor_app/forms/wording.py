"""Wording: a text of a form in all its languages, with the answers it quotes (`<output>`) left open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from monitor_app.forms.formulas import Formula

MISSING = frozenset({"", "-"})
"""What stands where a translation was never written; pyxform puts a dash."""


@dataclass(frozen=True, slots=True)
class Output:
    """A place in a text that shows what a formula gives."""

    formula: Formula


Piece = str | Output


@dataclass(frozen=True, slots=True)
class Wording:
    """`texts`: language as the form names it (`English (en)`; '' in a form without languages) to the pieces."""

    texts: Mapping[str, tuple[Piece, ...]]

    def pieces(self, language: str, fallback: str) -> tuple[Piece, ...]:
        """The text in a language, else in the form's default language, else in any; () where nobody wrote one."""
        for wanted in (language, fallback, ""):
            found = self.texts.get(wanted)
            if found:
                return found
        return next((found for found in self.texts.values() if found), ())

    def text(self, language: str, fallback: str = "") -> str:
        """The text with its open places shown as an ellipsis."""
        return "".join(piece if isinstance(piece, str) else "…" for piece in self.pieces(language, fallback)).strip()

    def outputs(self) -> list[Formula]:
        return [piece.formula for pieces in self.texts.values() for piece in pieces if isinstance(piece, Output)]

    def __bool__(self) -> bool:
        return any(self.texts.values())


SILENT = Wording({})


def language_named(wanted: str, languages: tuple[str, ...]) -> str:
    """The form's own name of a language: `fr` finds `Français (fr)`. '' where the form does not speak it."""
    if wanted in languages:
        return wanted
    code = wanted.lower()
    for name in languages:
        lower = name.lower()
        if lower == code or lower.endswith(f"({code})"):
            return name
    return ""
