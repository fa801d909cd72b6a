"""AnswerField: the name of one register of an answer, `<path>#<part>`.

The path is the question's path in the form with repeat rows by their random id (`/data/areas[3f2a]/kind`).
Parts: `value` (the answer itself), `note`, `source:<source>` (one register per source, so nobody's tick is lost),
`row` (on a repeat row's path: the row exists), `comment` is an entity of its own.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AnswerField:
    """A question's path and the part of its answer."""

    path: str
    part: str

    @classmethod
    def parse(cls, field: str) -> AnswerField | None:
        """The two halves of a field name, None where it is not one."""
        path, mark, part = field.rpartition("#")
        return cls(path, part) if mark and path and part else None

    def __str__(self) -> str:
        return f"{self.path}#{self.part}"

    @property
    def source(self) -> str | None:
        """The source whose tick this is, None for the other parts."""
        return self.part.removeprefix("source:") if self.part.startswith("source:") else None
