"""The plan as it is being typed, what is still missing in it, and the plan that comes out of it. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from monitor_app.actions.facilities import NewFacility
from monitor_app.actions.plan_visit import TeamChoice, VisitPlan
from monitor_app.base import EntityId, MemberId, Words
from monitor_app.monitoring import VisitKind, VisitRole

NEW_PLACE = "new"
"""What the choice of a facility says for a place that is not in the register yet."""


@dataclass(frozen=True, slots=True)
class NewPlace:
    """A place as it is being typed."""

    name: str = ""
    name_fr: str = ""
    kind: str = ""
    city: str = ""
    province: str = ""
    time_zone: str = ""

    def missing(self, words: Words) -> dict[str, str]:
        """Field -> what is wrong with it."""
        found = {}
        if not self.name.strip():
            found["name"] = words("Type the name of the place.")
        if not self.kind:
            found["kind"] = words("Choose the kind of place.")
        if not self.time_zone:
            found["time_zone"] = words("Choose the time zone: all times of the visit print in it.")
        return found

    def facility(self) -> NewFacility:
        """What the register takes."""
        return NewFacility(self.name, self.kind, self.city, self.province, self.time_zone, self.name_fr)


@dataclass(frozen=True, slots=True)
class Colleague:
    """A member who comes along."""

    role: VisitRole = VisitRole.VISITOR
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """All that is typed and chosen on the page. `facility` is the hex of a registered place, NEW_PLACE or ""."""

    facility: str = ""
    place: NewPlace = NewPlace()
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
