"""Instrument: a law, treaty, rule set or manual that provisions come from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from monitor_app.base import Words
from monitor_app.standards.bilingual import Bilingual

Scope = Literal["domestic", "international"]
Reach = Literal["all", "immigration", "women", "children", "health"]


@dataclass(frozen=True, slots=True)
class Instrument:
    """One instrument. `year` is None where it was not found; `notes` may be empty; `applies_to` says whom it covers.

    `french_confirmed` says that a person checked the French title and citation, which are ours until then.
    """

    id: str
    title: Bilingual
    short_title: Bilingual
    citation: Bilingual
    year: int | None
    body: Bilingual
    scope: Scope
    binding: bool
    applies_to: Reach
    notes: Bilingual
    french_confirmed: bool

    def say_force(self, words: Words) -> str:
        """Where it comes from and whether it binds."""
        if self.scope == "domestic":
            return words("Domestic, binding") if self.binding else words("Domestic, policy or guidance")
        return words("International, binding") if self.binding else words("International, not binding")

    def say_reach(self, words: Words) -> str:
        """Whom it covers."""
        match self.applies_to:
            case "immigration":
                return words("Immigration detention")
            case "women":
                return words("Women in detention")
            case "children":
                return words("Children in detention")
            case "health":
                return words("Health care and documentation of injuries")
            case _:
                return words("Every kind of detention")
