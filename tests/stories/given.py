"""What the stories stand on: a laptop with a founded programme, and the few things its person does again and again."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from shutil import copytree

from monitor_app import crypto
from monitor_app.actions.answer import answer, tick_source, write_note
from monitor_app.actions.checklists import latest_checklists
from monitor_app.actions.facilities import known_facility_id
from monitor_app.actions.found_programme import Founded, Founding, found_programme
from monitor_app.actions.open_programme import open_programme
from monitor_app.actions.open_response import OpenResponse, open_response, responses
from monitor_app.actions.plan_visit import VisitPlan, plan_visit
from monitor_app.actions.world import World
from monitor_app.base import FixedClock, SpaceId, installed_resources, system_randomness
from monitor_app.forms import Context, LiveResponse
from monitor_app.monitoring import Source, VisitKind
from monitor_app.standards import Library, load_library
from monitor_app.vault import Vault

LIGHT = crypto.Argon2Params(memory_kib=1024, passes=1, lanes=1)
PASSPHRASE = "four quiet herons over ice"
RESOURCES = installed_resources()
MORNING = datetime(2026, 11, 18, 17, 0, tzinfo=UTC)
"""18 Nov 2026, 9:00 in Surrey, noon in Toronto."""


def world(at: datetime = MORNING) -> World:
    """A world whose clock the story moves, and where a passphrase is cheap to stretch."""
    return World(FixedClock(at), system_randomness, LIGHT, floor_kib=8)


@dataclass(slots=True)
class Laptop:
    """A laptop and its person. `library` is as the app has it."""

    folder: Path
    world: World
    founded: Founded
    vault: Vault
    library: Library = field(default_factory=lambda: load_library(RESOURCES))

    @property
    def clock(self) -> FixedClock:
        assert isinstance(self.world.clock, FixedClock)
        return self.world.clock

    def plan(self, place: str = "surrey", form: str = "immigration_holding_centre", **changed: object) -> SpaceId:
        """Plans a visit of two days, 18 and 19 November."""
        chosen = {one.form_id: one.id for one in latest_checklists(self.vault)}[form]
        plan = VisitPlan(
            facility=known_facility_id(place),
            kind=VisitKind.PLANNED,
            announced=False,
            first_day=date(2026, 11, 18),
            last_day=date(2026, 11, 19),
            checklists=(chosen,),
        )
        values = {name: getattr(plan, name) for name in plan.__dataclass_fields__} | changed
        return plan_visit(self.vault, VisitPlan(**values), system_randomness)

    def checklist(self, space: SpaceId) -> OpenResponse:
        """The visit's one checklist as it stands."""
        ((response, _),) = responses(self.vault, space)
        return open_response(self.vault, space, response)

    def live(self, space: SpaceId) -> LiveResponse:
        """The same at work."""
        return self.checklist(space).live(Context(self.clock.now()))

    def path(self, space: SpaceId, name: str) -> str:
        """The path of a question of the visit's checklist."""
        items = self.checklist(space).definition.items
        return next(path for path, item in items.items() if item.name == name)

    def answer(self, space: SpaceId, name: str, value: str, note: str = "", sources: tuple[Source, ...] = ()) -> None:
        """Answers a question by its name, as its page does: value, note and each source are a commit of their own."""
        response, path = self.checklist(space).id, self.path(space, name)
        answer(self.vault, space, response, path, value)
        if note:
            write_note(self.vault, space, response, path, note)
        for source in sources:
            tick_source(self.vault, space, response, path, source, on=True)


def found(folder: Path, at: datetime = MORNING) -> Laptop:
    """A programme founded on one laptop, without a network."""
    here = world(at)
    founding = Founding("Visitor A", "Monitoring Team", "Detention monitoring", PASSPHRASE, report_prefix="MT")
    founded = found_programme(folder, founding, RESOURCES, here)
    return Laptop(folder, here, founded, founded.vault)


def copied(locked: Laptop, folder: Path) -> Laptop:
    """A copy of a locked laptop, unlocked, as its backup on another disk would be."""
    copytree(locked.folder, folder)
    here = world()
    return Laptop(folder, here, locked.founded, open_programme(folder, PASSPHRASE, here))
