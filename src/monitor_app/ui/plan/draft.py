"""The plan as it is being typed, what is still missing in it, and the plan that comes out of it. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from monitor_app.actions.change_plan import ChangedPlan
from monitor_app.actions.plan_choices import PlanChoices
from monitor_app.actions.plan_visit import TeamChoice, VisitPlan
from monitor_app.actions.visits import VisitRow
from monitor_app.base import EntityId, MemberId, Words
from monitor_app.monitoring import VisitKind, VisitRole
from monitor_app.ui.facilities.place_form import NewPlace

NEW_PLACE = "new"
"""What the choice of a facility says for a place that is not in the register yet."""


@dataclass(frozen=True, slots=True)
class Colleague:
    """A member who comes along."""

    role: VisitRole = VisitRole.VISITOR
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """All that is typed and chosen on the page. `facility` is the hex of a registered place, NEW_PLACE or ""."""

    facility: str = ""
    place: NewPlace = field(default_factory=NewPlace)
    kind: VisitKind = VisitKind.PLANNED
    announced: bool = False
    first_day: date | None = None
    last_day: date | None = None
    checklists: tuple[EntityId, ...] = ()
    team: dict[MemberId, Colleague] = field(default_factory=dict)
    objectives: tuple[str, ...] = ()
    language: str = "en"
    carried_in: str = ""
    addressees: str = ""
    hours_on_site: int | None = None

    def with_day(self, day: date) -> Draft:
        """A day picked in the calendar: the first day, then the last one; an earlier day begins anew."""
        if self.first_day is None or self.last_day != self.first_day or day < self.first_day:
            return replace(self, first_day=day, last_day=day)
        return replace(self, last_day=day)

    def with_first_day(self, day: date | None) -> Draft:
        """The first day typed; the last one follows where it would lie before."""
        last = day if day and (self.last_day is None or self.last_day < day) else self.last_day
        return replace(self, first_day=day, last_day=last)

    def missing(self, words: Words, *, changing: bool = False) -> dict[str, str]:
        """Field -> what is wrong with it, in the order of the page."""
        found: dict[str, str] = {}
        if not self.facility:
            found["facility"] = words("Choose the place of the visit.")
        elif self.facility == NEW_PLACE:
            found |= {f"place.{name}": said for name, said in self.place.missing(words).items()}
        if self.first_day is None:
            found["first_day"] = words("Choose the first day.")
        elif self.last_day is None or self.last_day < self.first_day:
            found["last_day"] = words("The last day lies before the first day.")
        if not self.checklists and not changing:
            found["checklists"] = words("Choose at least one checklist.")
        return found

    def plan(self, facility: EntityId) -> VisitPlan:
        """The plan; call it only when nothing is missing."""
        if self.first_day is None or self.last_day is None:
            raise ValueError("a plan has days")
        return VisitPlan(
            facility=facility,
            kind=self.kind,
            announced=self.announced,
            first_day=self.first_day,
            last_day=self.last_day,
            checklists=self.checklists,
            team=tuple(TeamChoice(member, one.role, one.languages) for member, one in self.team.items()),
            objectives=tuple(text.strip() for text in self.objectives if text.strip()),
            language=self.language,
            carried_in=self.carried_in.strip(),
            addressees=self.addressees.strip(),
        )

    def changed_plan(self) -> ChangedPlan:
        """The same as a change of a plan that stands; call it only when nothing is missing."""
        if self.first_day is None or self.last_day is None:
            raise ValueError("a plan has days")
        return ChangedPlan(
            kind=self.kind,
            announced=self.announced,
            first_day=self.first_day,
            last_day=self.last_day,
            team=tuple(TeamChoice(member, one.role, one.languages) for member, one in self.team.items()),
            language=self.language,
            carried_in=self.carried_in.strip(),
            addressees=self.addressees.strip(),
            hours_on_site=self.hours_on_site,
        )


def first_draft(choices: PlanChoices, facility: EntityId | None, language: str) -> Draft:
    """What the page begins with: this person leads; the one checklist there is, is chosen."""
    only = choices.checklists[:1] if len(choices.checklists) == 1 else ()
    return Draft(
        facility=facility.hex() if facility else "",
        checklists=tuple(one.id for one in only),
        team={choices.me.id: Colleague(VisitRole.LEAD, choices.me.languages)},
        language=language,
    )


def draft_of(row: VisitRow) -> Draft:
    """The plan of a visit that stands, to be changed."""
    visit = row.visit
    return Draft(
        facility=visit.facility.hex(),
        kind=visit.kind,
        announced=visit.announced,
        first_day=visit.first_day,
        last_day=visit.last_day,
        team={place.member.id: Colleague(place.role, place.languages) for place in row.team},
        language=visit.language,
        carried_in=visit.carried_in,
        addressees=visit.addressees,
        hours_on_site=visit.hours_on_site,
    )
