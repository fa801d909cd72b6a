"""The back of a report: progress, checklist judgements, accepted checks, the signer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from monitor_app.reports.content.findings import Source

Judgement = Literal["met", "partly", "not_met", "na", "not_assessed"]
JUDGEMENTS: tuple[Judgement, ...] = ("met", "partly", "not_met", "na", "not_assessed")

ProgressState = Literal["implemented", "partly", "not_implemented", "no_longer_relevant", "not_verified"]
PROGRESS_STATES: tuple[ProgressState, ...] = (
    "implemented",
    "partly",
    "not_implemented",
    "no_longer_relevant",
    "not_verified",
)


@dataclass(frozen=True, slots=True)
class ProgressRow:
    """An earlier recommendation. `implemented` only if a visit verified it; `finding` links to what says it anew."""

    number: str
    text: str
    state: ProgressState
    how: str = ""
    finding: int | None = None
    earlier: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Progress:
    """What became of earlier recommendations; the chart is counted from the rows."""

    rows: tuple[ProgressRow, ...] = ()
    paragraphs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class JudgementRow:
    """A judged question. `provision` is short ("NMR 45"); `theme` groups the rows in the order they come."""

    ref: str
    theme: str
    question: str
    judgement: Judgement
    provision: str = ""
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class ChecklistJudgements:
    """The judgements of one checklist, with the version the visit was pinned to."""

    checklist: str
    version: str
    rows: tuple[JudgementRow, ...] = ()


@dataclass(frozen=True, slots=True)
class AcceptedCheck:
    """A point looked at before signing and accepted: what it was, where, and the reason that was given."""

    check: str
    reason: str
    place: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs. `fingerprint` is the SHA-256 of the certificate, 64 hex digits."""

    name: str
    role: str
    fingerprint: str
