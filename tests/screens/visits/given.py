"""A programme with visits in every state, made by the verbs with light passphrase costs, and the desk of a page."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QApplication

from monitor_app import crypto, standards
from monitor_app.actions.answer import answer, tick_source, write_note
from monitor_app.actions.change_visit import add_objective, change_objective, change_visit, place_in_team, set_outcome
from monitor_app.actions.checklists import latest_checklists
from monitor_app.actions.comment import add_comment
from monitor_app.actions.enrol_device import accept_grant, grant, request_to_join
from monitor_app.actions.facilities import facilities
from monitor_app.actions.finding import change_finding, new_finding
from monitor_app.actions.found_programme import Founding, found_programme
from monitor_app.actions.hand_over import parcel, take_parcel
from monitor_app.actions.open_programme import open_programme
from monitor_app.actions.open_response import responses
from monitor_app.actions.plan_visit import TeamChoice, VisitPlan, plan_visit
from monitor_app.actions.recommendation import add_recommendation
from monitor_app.actions.report_content import ReportWish
from monitor_app.actions.share_space import share_space
from monitor_app.actions.sign_report import travel, unpack
from monitor_app.actions.sign_with_reason import pack_with_reason
from monitor_app.actions.visits import visits
from monitor_app.actions.world import World
from monitor_app.base import EntityId, FixedClock, Language, SpaceId, installed_resources, speak, system_randomness
from monitor_app.monitoring import Outcome, ProgrammeRole, Source, VisitKind, VisitState
from monitor_app.ui.background import Clerk, Courier
from monitor_app.ui.crash import Crash
from monitor_app.ui.desk import Desk
from monitor_app.ui.look import Look
from monitor_app.ui.look.tokens import Theme
from monitor_app.vault import Vault

T = TypeVar("T")
LIGHT = crypto.Argon2Params(memory_kib=8 * 1024, passes=1, lanes=1)
PASSPHRASE = "four plain words stay"
NOW = datetime(2026, 11, 18, 20, 0, tzinfo=UTC)
SEEN = "/data/health/health_seen_24h"
NIGHT = "/data/health/emergency_response"
HELD = "/data/snapshot/held_total"
PLACES = "/data/snapshot/places"
APART = "/data/snapshot/apart_week"


def opened(template: Path, folder: Path) -> Callable[[FixedClock], Vault]:
    """A copy of the programme; what comes back opens it, on whichever thread asks."""
    shutil.copytree(template, folder)
    return lambda clock: open_programme(folder, PASSPHRASE, _world(clock))


def empty_programme(folder: Path) -> Callable[[FixedClock], Vault]:
    """A programme without visits and with one member, founded on whichever thread asks."""
    return lambda clock: _found(folder, _world(clock))


def make_programme(folder: Path, other_folder: Path) -> None:
    """Founds it and makes its visits; leaves the folder closed, to be copied."""
    clock = FixedClock(NOW - timedelta(days=120))
    world = _world(clock)
    ours = _found(folder, world)
    request = request_to_join("Visitor B", "fr", world)
    granted = grant(ours, request.data, ProgrammeRole.VISITOR, world)
    theirs = accept_grant(other_folder, request, granted, PASSPHRASE, world).vault
    _signed(ours, clock)
    clock.at = NOW - timedelta(days=41)
    review = _plan(ours, "Toronto", VisitKind.PLANNED, date(2026, 10, 7), 2)
    change_visit(ours, review, {"begun": True})
    response = responses(ours, review)[0][0]
    answer(ours, review, response, SEEN, "met")
    add_comment(ours, review, "Ask for the register of November too.", system_randomness, path=SEEN)
    change_visit(ours, review, {"in_review": True})
    clock.at = NOW - timedelta(hours=3)
    _plan(ours, "Laval", VisitKind.FOLLOW_UP, date(2026, 12, 1), 1, announced=True)
    refused = _plan(ours, "Toronto", VisitKind.AD_HOC, date(2026, 11, 2), 1)
    set_outcome(ours, refused, Outcome.REFUSED, "The duty manager let nobody in during a lockdown.", "The duty manager")
    _running(ours, theirs, request.member, clock)
    theirs.close()
    ours.close()


def _world(clock: FixedClock) -> World:
    return World(clock, system_randomness, LIGHT, LIGHT.memory_kib)


def _found(folder: Path, world: World) -> Vault:
    founding = Founding("Visitor A", "Example monitors", "Example programme", PASSPHRASE)
    return found_programme(folder, founding, installed_resources(), world).vault


def _plan(vault: Vault, place: str, kind: VisitKind, first: date, days: int, *, announced: bool = False) -> SpaceId:
    where = next(one.id for one in facilities(vault) if place in one.names["en"])
    form = next(one.id for one in latest_checklists(vault) if one.form_id == "immigration_holding_centre")
    plan = VisitPlan(
        where,
        kind,
        announced,
        first,
        first + timedelta(days=days - 1),
        (form,),
        language="en",
        carried_in="Laptops yes, phones and cameras no. Agreed with management.",
        addressees="Director of the facility\nBorder services agency",
    )
    return plan_visit(vault, plan, system_randomness)


def _signed(vault: Vault, clock: FixedClock) -> None:
    clock.at = datetime(2026, 8, 16, 18, tzinfo=UTC)
    space = _plan(vault, "Surrey", VisitKind.PLANNED, date(2026, 8, 16), 2)
    change_visit(vault, space, {"begun": True})
    response = responses(vault, space)[0][0]
    answer(vault, space, response, SEEN, "partly")
    answer(vault, space, response, HELD, "88")
    for title, severity, advice, due in (
        ("Arrival health check delayed at weekends", "serious", "Provide nursing cover on weekends.", "2026-10-01"),
        ("Night calls for help not answered", "critical", "Answer every night call within five minutes.", ""),
    ):
        finding = new_finding(vault, space, system_randomness, theme="health")
        values = {"title.en": title, "text.en": "The team read the register.", "severity": severity}
        change_finding(vault, space, finding, values | {"provision:mandela:30": True})
        told = {"text.en": advice, "addressee": "Facility operator", "due": due}
        add_recommendation(vault, space, finding, system_randomness, told)
    clock.forward(days=12)
    resources = installed_resources()
    words, library = speak("en", resources), standards.load_library(resources)
    wish = ReportWish(space, "en")
    frozen = pack_with_reason(vault, wish, PASSPHRASE, "Known to the team.", library, resources, words)
    unpack(vault, travel(frozen, resources, words), system_randomness)
    clock.forward(days=1)
    answer(vault, space, response, PLACES, "184")


def _running(ours: Vault, theirs: Vault, colleague: bytes, clock: FixedClock) -> None:
    space = _plan(ours, "Surrey", VisitKind.PLANNED, date(2026, 11, 18), 2)
    change_visit(ours, space, {"begun": True})
    place_in_team(ours, space, TeamChoice(EntityId(colleague), languages=("es", "fr")))
    share_space(ours, space)
    done = add_objective(ours, space, "Verify nursing cover on weekends", system_randomness)
    change_objective(ours, space, done, {"done": True})
    add_objective(ours, space, "Test the night call buttons after 23:00", system_randomness)
    response = responses(ours, space)[0][0]
    answer(ours, space, response, PLACES, "184")
    tick_source(ours, space, response, PLACES, Source.STAFF, True)
    answer(ours, space, response, HELD, "97")
    tick_source(ours, space, response, HELD, Source.DOCUMENTS, True)
    answer(ours, space, response, SEEN, "partly")
    write_note(ours, space, response, SEEN, "Weekend arrivals waited until Monday. The xylophone stood in the hall.")
    for programme_or_visit in (ours.identity.programme, space):
        take_parcel(theirs, parcel(ours, programme_or_visit, blobs=_blobs(ours, programme_or_visit)))
    answer(ours, space, response, APART, "2")
    answer(theirs, space, response, APART, "0")
    answer(ours, space, response, NIGHT, "met")
    answer(theirs, space, response, NIGHT, "not_met")
    for programme_or_visit in (ours.identity.programme, space):
        take_parcel(ours, parcel(theirs, programme_or_visit))


def _blobs(vault: Vault, space: SpaceId) -> tuple[bytes, ...]:
    if space != vault.identity.programme:
        return ()
    rows = vault.current(space=space, entity_kind="checklist", field="xform")
    return tuple(vault.blob(str(row.value)) for row in rows)


def make_look(app: QApplication, language: Language = "en", theme: Theme = "light", percent: int = 100) -> Look:
    """A look as the app wears it."""
    resources = installed_resources()
    look = Look(app, resources, speak(language, resources))
    look.wear(theme, percent)
    return look


@contextmanager
def at_desk(look: Look, open_it: Callable[[FixedClock], Vault]) -> Iterator[Desk]:
    """A desk with real threads. The vault is opened and used on the clerk's thread only, as in the app."""
    crashes: list[Crash] = []
    problems: list[str] = []
    clock = FixedClock(NOW)
    clerk: Clerk[Vault] = Clerk(crashes.append, lambda problem: problems.append(problem.kind.code))
    courier = Courier(crashes.append, lambda problem: problems.append(problem.kind.code))
    clerk.keep(None, lambda: open_it(clock), lambda _vault: None)
    resources = installed_resources()
    library = standards.load_library(resources)
    try:
        yield Desk(look, clerk, courier, resources, library, clock, system_randomness)
    finally:
        clerk.close(Vault.close)
        courier.close()
    assert not crashes, crashes
    assert not problems, problems


def settle(desk: Desk) -> None:
    """Waits until everything asked has come back and is shown."""
    for _ in range(4):
        until = time.monotonic() + 20
        while desk.clerk.busy() and time.monotonic() < until:
            QApplication.processEvents()
            time.sleep(0.001)
        QApplication.processEvents()


def told(desk: Desk, query: Callable[[Vault], T]) -> T:
    """What a query finds now."""
    found: list[T] = []
    desk.clerk.ask(None, query, found.append)
    settle(desk)
    return found[0]


def space_of(desk: Desk, state: VisitState, outcome: Outcome = Outcome.CARRIED_OUT) -> SpaceId:
    """The visit in a state."""
    rows = told(desk, visits)
    return next(row.visit.space for row in rows if row.visit.state is state and row.visit.outcome is outcome)
