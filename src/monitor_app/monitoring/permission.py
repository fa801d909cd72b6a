"""Who may do what: one pure function, asked by the verbs and, at its causal position, for every arriving entry."""

from __future__ import annotations

from dataclasses import dataclass

from monitor_app.monitoring.kinds import PROGRAMME_KINDS, Kind
from monitor_app.monitoring.terms import ProgrammeRole, VisitRole

_OWN_RECORD = frozenset({"label", "languages", "initial", "recovered"})
_LEAD_ONLY = frozenset({Kind.VISIT, Kind.OBJECTIVE, Kind.RESPONSE, Kind.ACCEPTANCE, Kind.REPORT, Kind.REOPENING})
_TEAM_WORK = frozenset(
    {Kind.ANSWER, Kind.NOTE, Kind.COMMENT, Kind.FINDING, Kind.EVIDENCE, Kind.RECOMMENDATION, Kind.PASSAGE}
)
_VISITORS_OF_THE_VISIT = frozenset({"begun"})


@dataclass(frozen=True, slots=True)
class Actor:
    """A member as known at one causal position. `programme` is None for somebody not (or no longer) a member."""

    programme: ProgrammeRole | None
    visit: VisitRole | None = None


@dataclass(frozen=True, slots=True)
class Deed:
    """One write. `own`: the record is the member's own (their member entity, their sibling); `founds_visit`: the team
    entry that begins a visit's space and names its author as lead."""

    kind: str
    field: str
    settles: bool = False
    own: bool = False
    founds_visit: bool = False


def may(actor: Actor, deed: Deed) -> bool:
    """Whether the actor may do the deed. Kinds this app does not know are never written by it and never admitted as
    deeds; the journal keeps them all the same. Source: product page, "Who may"."""
    if actor.programme is None:
        return False
    if deed.kind in PROGRAMME_KINDS:
        return _may_in_programme(actor, deed)
    if actor.visit is None:
        return False
    lead = actor.visit is VisitRole.LEAD
    visitors_work = deed.kind in _TEAM_WORK or (deed.kind == Kind.VISIT and deed.field in _VISITORS_OF_THE_VISIT)
    if visitors_work:
        return lead or deed.own or not deed.settles
    return lead and deed.kind in _LEAD_ONLY


def _may_in_programme(actor: Actor, deed: Deed) -> bool:
    if deed.kind == Kind.TEAM:
        if deed.founds_visit:
            return actor.programme in (ProgrammeRole.LEAD, ProgrammeRole.COORDINATOR)
        return actor.visit is VisitRole.LEAD or actor.programme is ProgrammeRole.COORDINATOR
    if actor.programme is ProgrammeRole.COORDINATOR:
        return True
    return deed.kind == Kind.MEMBER and deed.own and deed.field in _OWN_RECORD
