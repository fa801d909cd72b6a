"""A real programme with a running visit, and what a page is given: made by the verbs, with light passphrase costs."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from monitor_app import crypto, standards
from monitor_app.actions.answer import answer, tick_source, write_note
from monitor_app.actions.change_visit import change_visit, place_in_team
from monitor_app.actions.checklists import latest_checklists
from monitor_app.actions.enrol_device import accept_grant, grant, request_to_join
from monitor_app.actions.facilities import facilities
from monitor_app.actions.found_programme import Founding, found_programme
from monitor_app.actions.hand_over import parcel, take_parcel
from monitor_app.actions.open_programme import open_programme
from monitor_app.actions.open_response import responses
from monitor_app.actions.plan_visit import TeamChoice, VisitPlan, plan_visit
from monitor_app.actions.share_space import share_space
from monitor_app.actions.world import World
from monitor_app.base import (
    EntityId,
    FixedClock,
    Problem,
    SpaceId,
    installed_resources,
    system_randomness,
)
from monitor_app.monitoring import ProgrammeRole, Source, VisitKind
from monitor_app.ui.background import Clerk, Courier
from monitor_app.ui.crash import Crash
from monitor_app.ui.desk import Desk
from monitor_app.ui.look import Look
from monitor_app.vault import Vault

LIGHT = crypto.Argon2Params(memory_kib=8 * 1024, passes=1, lanes=1)
START = datetime(2026, 11, 18, 19, 0, tzinfo=UTC)
PASSPHRASE = "four plain words stay"
SEEN = "/data/health/health_seen_24h"
CALLED = "/data/health/emergency_response"
FORM = "immigration_holding_centre"


@dataclass(frozen=True, slots=True)
class Given:
    """A running visit: its space, its holding-centre checklist, and the world it is in."""

    folder: Path
    vault: Vault
    world: World
    clock: FixedClock
    space: SpaceId
    response: EntityId


def running_visit(folder: Path, *, more: bool = False) -> Given:
    """Founds a programme, makes an earlier visit with an answer, and begins a visit; `more`: with all checklists."""
    clock = FixedClock(START)
    world = World(clock, system_randomness, LIGHT, LIGHT.memory_kib)
    founding = Founding("Visitor A", "Example monitors", "Example programme", PASSPHRASE)
    vault = found_programme(folder, founding, installed_resources(), world).vault
    known = {form.form_id: form.id for form in latest_checklists(vault)}
    forms = (known[FORM], *(ident for name, ident in known.items() if name != FORM and more))
    place = next(place.id for place in facilities(vault) if place.time_zone == "America/Vancouver")
    earlier = _visit(vault, place, forms[:1], date(2026, 8, 11))
    before = responses(vault, earlier)[0][0]
    answer(vault, earlier, before, SEEN, "partly")
    write_note(vault, earlier, before, SEEN, "Nurse on weekdays. Weekend arrivals wait until Monday.")
    space = _visit(vault, place, forms, date(2026, 11, 18))
    clock.forward(minutes=5)
    return Given(folder, vault, world, clock, space, responses(vault, space)[0][0])


def _visit(vault: Vault, place: EntityId, forms: tuple[EntityId, ...], first: date) -> SpaceId:
    last = first.replace(day=first.day + 1)
    space = plan_visit(vault, VisitPlan(place, VisitKind.PLANNED, False, first, last, forms), system_randomness)
    change_visit(vault, space, {"begun": True})
    return space


def with_colleague(given: Given, folder: Path) -> Vault:
    """A second person with a laptop of their own, in the team of the visit. Their vault holds the visit."""
    request = request_to_join("Visitor B", "en", given.world)
    granted = grant(given.vault, request.data, ProgrammeRole.VISITOR, given.world)
    other = accept_grant(folder, request, granted, PASSPHRASE, given.world).vault
    place_in_team(given.vault, given.space, TeamChoice(request.member))
    share_space(given.vault, given.space)
    hand_over(given.vault, other, given)
    return other


def hand_over(giver: Vault, taker: Vault, given: Given) -> None:
    """Everything one laptop wrote goes to the other."""
    for space in (giver.identity.programme, given.space):
        blobs = _blobs(giver) if space == giver.identity.programme else ()
        take_parcel(taker, parcel(giver, space, blobs=blobs))


def _blobs(vault: Vault) -> tuple[bytes, ...]:
    rows = vault.current(space=vault.identity.programme, entity_kind="checklist", field="xform")
    return tuple(vault.blob(str(row.value)) for row in rows)


def disagree(given: Given, other: Vault) -> None:
    """Both answer one question without having seen each other, and note it differently; the colleague alone answers
    another; then the work is merged."""
    ours, response, clock = given.vault, given.response, given.clock
    answer(ours, given.space, response, CALLED, "met")
    write_note(
        ours, given.space, response, CALLED, "On-call nurse listed until 07:00; the phone was tried and answered."
    )
    clock.forward(minutes=45)
    answer(other, given.space, response, CALLED, "not_met")
    write_note(other, given.space, response, CALLED, "Two people say the call button is not answered after 23:00.")
    answer(other, given.space, response, SEEN, "met")
    hand_over(other, ours, given)


def worked_on(given: Given) -> None:
    """An answer with its note and sources, as the design's picture shows it."""
    vault, space, response = given.vault, given.space, given.response
    answer(vault, space, response, SEEN, "partly")
    write_note(vault, space, response, SEEN, "Weekday arrivals are seen the same day. Register: 3 of 10 waited.")
    tick_source(vault, space, response, SEEN, Source.DETAINED, True)
    tick_source(vault, space, response, SEEN, Source.DOCUMENTS, True)


def copied(given: Given, folder: Path) -> Given:
    """The same programme in another folder, so that a test may change it."""
    shutil.copytree(given.folder, folder)
    return replace(given, folder=folder, clock=given.clock)


@contextmanager
def at_desk(look: Look, given: Given) -> Iterator[Desk]:
    """A desk with real threads; the vault is opened again on the clerk's, as in the app."""
    crashes: list[Crash] = []
    problems: list[Problem] = []
    given.vault.close()
    clerk: Clerk[Vault] = Clerk(crashes.append, problems.append)
    courier = Courier(crashes.append, problems.append)
    clerk.keep(None, lambda: open_programme(given.folder, PASSPHRASE, given.world), lambda _vault: None)
    resources = installed_resources()
    try:
        yield Desk(look, clerk, courier, resources, standards.load_library(resources), given.clock, system_randomness)
    finally:
        clerk.close(lambda vault: vault.close())
        courier.close()
    assert not crashes, crashes
    assert not problems, problems
