"""Findings by theme, their standards, sources and recommendations."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from monitor_app.reports.content.visit import Shown

Severity = Literal["critical", "serious", "moderate", "minor"]
FindingKind = Literal["concern", "good_practice"]
Source = Literal["observation", "detained_people", "staff", "documents", "third_parties"]

SOURCES: tuple[Source, ...] = ("observation", "detained_people", "staff", "documents", "third_parties")
"""The five kinds of source, in the order in which they are printed."""


@dataclass(frozen=True, slots=True)
class Extent:
    """How far a finding reaches: "Systemic. 6 of 9 placements sampled" (`counted`: what was counted)."""

    kind: Literal["individual", "systemic"]
    found: Shown = None
    of: Shown = None
    counted: str = ""


@dataclass(frozen=True, slots=True)
class Provision:
    """A provision of a standard as this report cites it; the wording stays as cited even when the library changes.

    `citation` is what a finding prints ("Nelson Mandela Rules, Rule 45(1)"); `provision` what annex B prints under the
    instrument ("Rule 45(1)"); `standing` says in a sentence how far the text was checked, empty when it was.
    """

    key: str
    citation: str
    instrument: str
    instrument_citation: str = ""
    provision: str = ""
    wording: str = ""
    standing: str = ""


@dataclass(frozen=True, slots=True)
class Recommendation:
    """`number` is `theme.n` ("3.2"), fixed at signing; `earlier` are numbers under which it was made before."""

    number: str
    text: str
    addressee: str = ""
    due: date | None = None
    earlier: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """`number` n of F-n, unique in the report; the title is a whole sentence. Good practice has no severity."""

    number: int
    title: str
    kind: FindingKind = "concern"
    severity: Severity | None = None
    extent: Extent | None = None
    provisions: tuple[Provision, ...] = ()
    sources: tuple[Source, ...] = ()
    paragraphs: tuple[str, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme with its findings; the first digit of its recommendations' numbers is `number`."""

    number: int
    title: str
    findings: tuple[Finding, ...] = ()
    paragraphs: tuple[str, ...] = ()
