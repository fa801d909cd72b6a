"""Coverage: every character of a report against its fonts, before anything is built. A missing one stops signing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass

from monitor_app.base import Language, Resources
from monitor_app.reports.content import Finding, OtherSummary, ReportContent
from monitor_app.reports.fonts import covered_characters
from monitor_app.reports.typography import prepared


@dataclass(frozen=True, slots=True)
class Uncovered:
    """A character that would print as an empty box. `where` is the path of the field in the content, as in the
    attachment ("themes.0.findings.2.title"); `finding` is its number where it stands in one."""

    char: str
    where: str
    finding: int | None = None


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    where: str
    finding: int | None
    language: Language


def uncovered_characters(content: ReportContent, resources: Resources) -> tuple[Uncovered, ...]:
    """Each missing character once per field, in the order of the content."""
    covered = covered_characters(resources) | {ord("\n")}
    found: dict[Uncovered, None] = {}
    for piece in _pieces(content, "", None, content.language):
        for char in prepared(piece.text, piece.language):
            if ord(char) not in covered:
                found[Uncovered(char, piece.where, piece.finding)] = None
    return tuple(found)


def _pieces(value: object, where: str, finding: int | None, language: Language) -> Iterator[_Piece]:
    if isinstance(value, str):
        yield _Piece(value, where, finding, language)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _pieces(item, f"{where}.{index}", finding, language)
    elif is_dataclass(value):
        finding = value.number if isinstance(value, Finding) else finding
        language = value.language if isinstance(value, OtherSummary) else language
        for field in fields(value):
            path = f"{where}.{field.name}" if where else field.name
            yield from _pieces(getattr(value, field.name), path, finding, language)
