"""Findings, their evidence and their recommendations, read from records and put in order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from monitor_app.base import EntityId
from monitor_app.monitoring.record import Record
from monitor_app.monitoring.terms import Extent, FindingKind, Relation, Severity, Source
from monitor_app.monitoring.visit import day, term


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a finding rests on: an answer (`response`, `path`) or a text of its own."""

    id: EntityId
    finding: EntityId
    response: bytes
    path: str
    text: str
    relation: Relation
    sources: frozenset[Source]


@dataclass(frozen=True, slots=True)
class Recommendation:
    """What is recommended, to whom, by when. `texts` by language."""

    id: EntityId
    finding: EntityId
    order: str
    texts: Mapping[str, str]
    addressee: str
    due: date | None
    group: str

    def text(self, language: str) -> str:
        """What is recommended, in a language, or in any it has."""
        return self.texts.get(language) or next((self.texts[key] for key in sorted(self.texts)), "")


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding. `number` is its place in the visit's list (F-1, F-2 ...). Good practice has no severity."""

    id: EntityId
    number: int
    order: str
    kind: FindingKind
    severity: Severity | None
    extent: Extent
    extent_found: int | None
    extent_of: int | None
    extent_counted: str
    theme: str
    titles: Mapping[str, str]
    texts: Mapping[str, str]
    provisions: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    recommendations: tuple[Recommendation, ...]
    unsettled: frozenset[str]

    def title(self, language: str) -> str:
        """The title in a language, or in any it has."""
        return self.titles.get(language) or next((self.titles[key] for key in sorted(self.titles)), "")

    def text(self, language: str) -> str:
        """What was found, in a language, or in any it has."""
        return self.texts.get(language) or next((self.texts[key] for key in sorted(self.texts)), "")

    @property
    def sources(self) -> frozenset[Source]:
        """The kinds of source that support it."""
        found = (piece.sources for piece in self.evidence if piece.relation is Relation.SUPPORTS)
        return frozenset().union(*found)


def read_findings(
    findings: Iterable[Record], evidence: Iterable[Record], recommendations: Iterable[Record]
) -> tuple[Finding, ...]:
    """The findings of a visit in the order of the list, numbered from 1."""
    pieces: dict[bytes, list[Evidence]] = {}
    for r in evidence:
        piece = _evidence(r)
        pieces.setdefault(piece.finding, []).append(piece)
    advice: dict[bytes, list[Recommendation]] = {}
    for r in recommendations:
        one = _recommendation(r)
        advice.setdefault(one.finding, []).append(one)
    ordered = sorted(findings, key=lambda r: (r.text("order"), r.id))
    return tuple(
        _finding(
            r,
            number,
            tuple(pieces.get(r.id, ())),
            tuple(sorted(advice.get(r.id, ()), key=lambda one: (one.order, one.id))),
        )
        for number, r in enumerate(ordered, 1)
    )


def _finding(
    r: Record, number: int, evidence: tuple[Evidence, ...], recommendations: tuple[Recommendation, ...]
) -> Finding:
    kind = term(FindingKind, r.text("kind"), FindingKind.CONCERN)
    severity = term(Severity, r.text("severity"), Severity.MODERATE) if kind is FindingKind.CONCERN else None
    return Finding(
        id=r.id,
        number=number,
        order=r.text("order"),
        kind=kind,
        severity=severity,
        extent=term(Extent, r.text("extent"), Extent.SYSTEMIC),
        extent_found=r.number("extent_found"),
        extent_of=r.number("extent_of"),
        extent_counted=r.text("extent_counted"),
        theme=r.text("theme"),
        titles=r.texts("title"),
        texts=r.texts("text"),
        provisions=r.members("provision"),
        evidence=evidence,
        recommendations=recommendations,
        unsettled=r.unsettled,
    )


def _evidence(r: Record) -> Evidence:
    sources = frozenset(Source(name) for name in r.members("source") if name in set(Source))
    return Evidence(
        id=r.id,
        finding=EntityId(r.data("finding")),
        response=r.data("response"),
        path=r.text("path"),
        text=r.text("text"),
        relation=term(Relation, r.text("relation"), Relation.SUPPORTS),
        sources=sources,
    )


def _recommendation(r: Record) -> Recommendation:
    return Recommendation(
        id=r.id,
        finding=EntityId(r.data("finding")),
        order=r.text("order"),
        texts=r.texts("text"),
        addressee=r.text("addressee"),
        due=day(r.text("due")),
        group=r.text("group"),
    )
