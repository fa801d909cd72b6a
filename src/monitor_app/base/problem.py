"""Problem: a foreseen failure, said in three sentences: what happened, what is safe, what to do next."""

from __future__ import annotations

from dataclasses import dataclass

from monitor_app.base.language import Words


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of problem. `code` is stable, for programs ("vault.damaged"); the sentences are marked."""

    code: str
    happened: str
    safe: str
    next: str


@dataclass(frozen=True, slots=True)
class Said:
    """A problem in one language."""

    happened: str
    safe: str
    next: str

    def text(self) -> str:
        """All that is said, in one line."""
        return " ".join(part for part in (self.happened, self.safe, self.next) if part)


class Problem(Exception):
    """Raised for a foreseen failure. Details fill the {places}; they never hold answers or names of people.

    `str()` gives only the code: what reaches a log names no place and no person.
    """

    def __init__(self, kind: Kind, **details: str | int) -> None:
        super().__init__(kind.code)
        self.kind = kind
        self.details = details

    def say(self, words: Words) -> Said:
        """The sentences in the language of `words`."""
        return Said(
            words(self.kind.happened, **self.details),
            words(self.kind.safe, **self.details),
            words(self.kind.next, **self.details),
        )


class Cancelled(Exception):
    """The person stopped it. Quiet: nothing is wrong."""
