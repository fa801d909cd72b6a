"""A visit with findings, made by the verbs with light passphrase costs, and the desk its pages are given."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from monitor_app import crypto, standards
from monitor_app.actions.answer import answer, tick_source, write_note
from monitor_app.actions.change_visit import change_visit, place_in_team
from monitor_app.actions.checklists import latest_checklists
from monitor_app.actions.enrol_device import accept_grant, grant, request_to_join
from monitor_app.actions.facilities import facilities
from monitor_app.actions.finding import add_evidence, change_finding, new_finding
from monitor_app.actions.found_programme import Founding, found_programme
from monitor_app.actions.hand_over import parcel, take_parcel
from monitor_app.actions.open_programme import open_programme
from monitor_app.actions.open_response import responses
from monitor_app.actions.passage import Passage, write_passage
from monitor_app.actions.plan_visit import TeamChoice, VisitPlan, plan_visit
from monitor_app.actions.recommendation import add_recommendation
from monitor_app.actions.share_space import share_space
from monitor_app.actions.visits import visits
from monitor_app.actions.world import World
from monitor_app.base import FixedClock, MemberId, SpaceId, installed_resources, system_randomness
from monitor_app.monitoring import ProgrammeRole, Relation, Source, VisitKind
from monitor_app.ui.background import Clerk, Courier
from monitor_app.ui.crash import Crash
from monitor_app.ui.desk import Desk
from monitor_app.ui.look import Look
from monitor_app.vault import Vault

LIGHT = crypto.Argon2Params(memory_kib=8 * 1024, passes=1, lanes=1)
PASSPHRASE = "four plain words stay"
NOW = datetime(2026, 11, 18, 22, 32, 7, tzinfo=UTC)
SEEN = "/data/health/health_seen_24h"
NIGHT = "/data/conditions/call_buttons"

FINDINGS = (
    ("Arrival health check delayed at weekends", "concern", "serious", "health", "Provide nursing cover on weekends."),
    (
        "Night calls for help are not answered",
        "concern",
        "serious",
        "health",
        "Answer every night call within five minutes and keep a log that monitors can check.",
    ),
    ("Lawyers’ calls are limited to 20 minutes", "concern", "moderate", "legal", "Lift the limit on calls to lawyers."),
    ("Complaint forms are only in English", "concern", "moderate", "treatment", "Translate the complaint forms."),
    ("Mattresses in dormitory 2 are worn", "concern", "minor", "conditions", ""),
    ("The kitchen meets religious diets", "good_practice", "", "conditions", ""),
)
NIGHT_TEXT = (
    "At night, calls for help from the dormitory are not reliably answered. People said independently that the button "
    "stays unanswered after 23:00. Management says that calls are answered within five minutes; the log was not shown "
    "when asked for."
)


@dataclass(frozen=True, slots=True)
class Programme:
    """Where the vault of Visitor A lies, its one visit, and the clock it goes by."""

    folder: Path
    clock: FixedClock
    space: SpaceId

    def open(self) -> Vault:
        """Opens it on the thread that asks; nobody else may have it open."""
        return open_programme(self.folder, PASSPHRASE, _world(self.clock))


def make_programme(folder: Path, other_folder: Path, *, twice: bool = True) -> None:
    """Founds it and fills its visit; leaves the folder closed, to be copied. `twice`: with a title written twice."""
    clock = FixedClock(NOW)
    world = _world(clock)
    founding = Founding("Visitor A", "Example monitors", "Example programme", PASSPHRASE)
    ours = found_programme(folder, founding, installed_resources(), world).vault
    request = request_to_join("Visitor B", "fr", world)
    theirs = accept_grant(
        other_folder, request, grant(ours, request.data, ProgrammeRole.VISITOR, world), PASSPHRASE, world
    ).vault
    space = _visit(ours, request.member)
    _findings(ours, space)
    if twice:
        _written_twice(ours, theirs, space)
    theirs.close()
    ours.close()


def copied(template: Path, folder: Path) -> Programme:
    """A copy of the programme."""
    shutil.copytree(template, folder)
    clock = FixedClock(NOW)
    vault = open_programme(folder, PASSPHRASE, _world(clock))
    space = visits(vault)[0].visit.space
    vault.close()
    return Programme(folder, clock, space)


@contextmanager
def at_desk(look: Look, given: Programme) -> Iterator[Desk]:
    """A desk with real threads; the clerk opens the vault. A crash or a problem nobody hears fails the test."""
    wrong: list[str] = []

    def crashed(crash: Crash) -> None:
        wrong.append(crash.text())

    clerk: Clerk[Vault] = Clerk(crashed, lambda problem: wrong.append(problem.kind.code))
    courier = Courier(crashed, lambda problem: wrong.append(problem.kind.code))
    clerk.keep(None, given.open, lambda _vault: None)
    resources = installed_resources()
    try:
        yield Desk(look, clerk, courier, resources, standards.load_library(resources), given.clock, system_randomness)
    finally:
        clerk.close(Vault.close)
        courier.close()
    assert not wrong, wrong


def _world(clock: FixedClock) -> World:
    return World(clock, system_randomness, LIGHT, LIGHT.memory_kib)


def _visit(vault: Vault, colleague: bytes) -> SpaceId:
    where = next(one.id for one in facilities(vault) if "Surrey" in one.names["en"])
    form = next(one.id for one in latest_checklists(vault) if one.form_id == "immigration_holding_centre")
    plan = VisitPlan(
        where,
        VisitKind.PLANNED,
        announced=False,
        first_day=date(2026, 11, 18),
        last_day=date(2026, 11, 19),
        checklists=(form,),
        addressees="Facility operator",
    )
    space = plan_visit(vault, plan, system_randomness)
    change_visit(vault, space, {"begun": True})
    place_in_team(vault, space, TeamChoice(MemberId(colleague), languages=("fr",)))
    share_space(vault, space)
    response = responses(vault, space)[0][0]
    answer(vault, space, response, SEEN, "partly")
    write_note(vault, space, response, SEEN, "Weekend arrivals waited until Monday.")
    answer(vault, space, response, NIGHT, "not_met")
    write_note(vault, space, response, NIGHT, "The button stays unanswered after 23:00.")
    for source in (Source.DETAINED, Source.OBSERVATION):
        tick_source(vault, space, response, NIGHT, source, True)
    return space


def _findings(vault: Vault, space: SpaceId) -> None:
    response = responses(vault, space)[0][0]
    for title, kind, severity, theme, advice in FINDINGS:
        finding = new_finding(vault, space, system_randomness, theme=theme)
        night = title.startswith("Night")
        text = NIGHT_TEXT if night else "The team read the register and asked staff."
        values = {"title.en": title, "text.en": text, "kind": kind}
        if severity:
            values["severity"] = severity
        change_finding(vault, space, finding, values)
        if night:
            change_finding(vault, space, finding, {"provision:mandela:30": True, "provision:nids:2.3": True})
            sources = frozenset({Source.DETAINED, Source.OBSERVATION})
            add_evidence(vault, space, finding, system_randomness, response=response, path=NIGHT, sources=sources)
            said = "Says calls are answered in five minutes"
            against = Relation.CONTRADICTS
            staff = frozenset({Source.STAFF})
            add_evidence(vault, space, finding, system_randomness, text=said, sources=staff, relation=against)
        if advice:
            told = {"text.en": advice, "addressee": "Facility operator", "due": "2027-01-31", "group": "Everyone held"}
            add_recommendation(vault, space, finding, system_randomness, told)
    write_passage(vault, space, Passage.SUMMARY, "en", "The team was received without delay.\n\nNight calls worry it.")
    write_passage(vault, space, Passage.METHOD, "en", "The team stayed for nine hours and saw eleven areas.")


def _written_twice(ours: Vault, theirs: Vault, space: SpaceId) -> None:
    for programme_or_visit in (ours.identity.programme, space):
        take_parcel(theirs, parcel(ours, programme_or_visit))
    fourth = next(row.entity for row in ours.current(space=space, entity_kind="finding") if row.value == FINDINGS[3][0])
    change_finding(ours, space, fourth, {"title.en": "Complaint forms are only in English, and few are used"})
    change_finding(theirs, space, fourth, {"title.en": "People do not find the complaint forms"})
    take_parcel(ours, parcel(theirs, space))


def settled(desk: Desk) -> bool:
    """Nothing is asked of either thread any more."""
    return not desk.clerk.busy() and not desk.courier.busy()
