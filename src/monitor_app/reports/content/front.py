"""The front of a report: cover, how the visit went, summary in both languages, counts for "At a glance"."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

OutcomeKind = Literal["carried_out", "cut_short", "refused", "cancelled"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How the visit went. `reason` and `by_whom` are printed as given, where something went otherwise than planned."""

    kind: OutcomeKind = "carried_out"
    reason: str = ""
    by_whom: str = ""


@dataclass(frozen=True, slots=True)
class TeamMember:
    """One place in the team, never a name: "Team lead (law)", languages ("French", "Spanish")."""

    role: str
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cover:
    """What the first page says. Dates are days in the facility's own zone (`time_zone`, IANA name)."""

    facility: str
    place: str
    first_date: date
    last_date: date
    time_zone: str
    visit_kind: str
    announced: bool | None = None
    outcome: Outcome = Outcome()
    visits_in_12_months: int | None = None
    hours_on_site: int | None = None
    team: tuple[TeamMember, ...] = ()
    addressees: tuple[str, ...] = ()
    notice: str = ""
    """A sentence for the box on the cover, such as "Demo programme: everything here is invented"."""


@dataclass(frozen=True, slots=True)
class KeyFinding:
    """One of the three to five points of the summary; `finding` is the number behind F it links to."""

    title: str
    text: str
    finding: int | None = None


@dataclass(frozen=True, slots=True)
class UrgentMatter:
    """Raised during the visit, with consent; `state` as known on the last day. Identifies nobody."""

    matter: str
    raised_with: str
    day: date
    state: str


@dataclass(frozen=True, slots=True)
class Summary:
    """Paragraphs under headings; a part without data prints no heading. The first of `lead` is set larger."""

    lead: tuple[str, ...] = ()
    key_findings: tuple[KeyFinding, ...] = ()
    urgent: tuple[UrgentMatter, ...] = ()
    good_practice: tuple[str, ...] = ()
    recommendations: tuple[str, ...] = ()


NO_SUMMARY = Summary()


@dataclass(frozen=True, slots=True)
class OtherSummary:
    """The summary in the other official language, typed and approved by a person."""

    language: Literal["en", "fr"]
    summary: Summary


@dataclass(frozen=True, slots=True)
class ThemeCounts:
    """How many questions of a theme were judged how; counts of questions, never of people, never a score."""

    theme: str
    met: int = 0
    partly: int = 0
    not_met: int = 0
    na: int = 0
    not_assessed: int = 0

    def total(self) -> int:
        """All judged questions of the theme."""
        return self.met + self.partly + self.not_met + self.na + self.not_assessed
