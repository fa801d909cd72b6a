"""Story 4: planning a visit, in the days of its place; what becomes of it; pinned to the checklist it began with."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from tests.stories.given import PASSPHRASE, RESOURCES, Laptop

from monitor_app.actions.change_visit import change_days, change_objective, set_outcome
from monitor_app.actions.checklists import latest_checklists, publish_checklist
from monitor_app.actions.facilities import NewFacility, add_facility
from monitor_app.actions.home import home
from monitor_app.actions.objectives import objectives
from monitor_app.actions.overview import overview
from monitor_app.actions.passage import Passage, write_passage
from monitor_app.actions.report_content import ReportWish
from monitor_app.actions.sign_report import sign_report
from monitor_app.actions.signed_reports import signed_pdf, signed_versions
from monitor_app.actions.visits import visit_of
from monitor_app.base import Problem, speak, system_randomness
from monitor_app.monitoring import Outcome, VisitKind, VisitRole, VisitState
from monitor_app.reports import verify_pdf


def test_a_plan_holds_all_that_was_chosen(laptop: Laptop) -> None:
    space = laptop.plan(
        kind=VisitKind.NOTIFICATION,
        announced=True,
        objectives=("See a Sunday", "Try the call buttons"),
        carried_in="Laptops yes, cameras no.",
    )
    visit = visit_of(laptop.vault, space)
    assert (visit.kind, visit.announced, visit.state) == (VisitKind.NOTIFICATION, True, VisitState.PLANNED)
    assert visit.number == "MT-2026-001"
    assert [one.text for one in objectives(laptop.vault, space)] == ["See a Sunday", "Try the call buttons"]
    (lead,) = overview(laptop.vault, space, "en").row.team
    assert (lead.member.label, lead.role) == ("Visitor A", VisitRole.LEAD)


def test_an_objective_is_ticked(laptop: Laptop) -> None:
    space = laptop.plan(objectives=("See a Sunday",))
    change_objective(laptop.vault, space, objectives(laptop.vault, space)[0].id, {"done": True})
    assert objectives(laptop.vault, space)[0].done


def test_a_place_that_is_missing_from_the_register_is_added_with_its_own_hours(laptop: Laptop) -> None:
    new = NewFacility("Port cells", "short_term_cells", "St. John's", "NL", "America/St_Johns", "Cellules du port")
    place = add_facility(laptop.vault, new, system_randomness)
    space = laptop.plan(facility=place, form="short_term_holding_cells")
    laptop.clock.at = datetime(2026, 11, 18, 3, 29, tzinfo=UTC)
    assert overview(laptop.vault, space, "fr").today == date(2026, 11, 17)
    laptop.clock.forward(minutes=1)
    assert overview(laptop.vault, space, "fr").today == date(2026, 11, 18)
    assert home(laptop.vault).rows[0].facility.name("fr") == "Cellules du port"


def test_days_in_the_wrong_order_are_refused_and_nothing_changes(laptop: Laptop) -> None:
    space = laptop.plan()
    with pytest.raises(Problem, match=r"work\.days-wrong"):
        change_days(laptop.vault, space, date(2026, 12, 2), date(2026, 12, 1))
    with pytest.raises(Problem, match=r"work\.days-wrong"):
        laptop.plan(last_day=date(2026, 11, 17))
    assert visit_of(laptop.vault, space).first_day == date(2026, 11, 18)
    assert len(home(laptop.vault).rows) == 1


def test_two_visits_never_get_one_number(laptop: Laptop) -> None:
    numbers = [visit_of(laptop.vault, laptop.plan()).number for _ in range(3)]
    assert numbers == ["MT-2026-001", "MT-2026-002", "MT-2026-003"]


@pytest.mark.parametrize("outcome", [Outcome.CUT_SHORT, Outcome.REFUSED, Outcome.CANCELLED])
def test_a_visit_that_did_not_go_as_planned_says_why_and_by_whom(laptop: Laptop, outcome: Outcome) -> None:
    space = laptop.plan()
    with pytest.raises(Problem, match=r"work\.reason-needed"):
        set_outcome(laptop.vault, space, outcome, "  ")
    set_outcome(laptop.vault, space, outcome, "Quarantine in one unit", "Duty manager")
    visit = visit_of(laptop.vault, space)
    assert (visit.outcome, visit.outcome_reason, visit.outcome_by) == (
        outcome,
        "Quarantine in one unit",
        "Duty manager",
    )
    assert visit.took_place == (outcome is Outcome.CUT_SHORT)


def test_a_refused_visit_is_reported_and_signed(laptop: Laptop) -> None:
    space = laptop.plan()
    set_outcome(laptop.vault, space, Outcome.REFUSED, "Quarantine in one unit", "Duty manager")
    write_passage(laptop.vault, space, Passage.SUMMARY, "en", "The team was not let in.")
    words = speak("en", RESOURCES)
    sign_report(laptop.vault, ReportWish(space, "en"), PASSPHRASE, laptop.library, RESOURCES, words, system_randomness)
    (version,) = signed_versions(laptop.vault, space)
    pdf = signed_pdf(laptop.vault, version.signed)
    assert verify_pdf(pdf, [laptop.founded.root_certificate], laptop.clock.now()).confirmed


def test_a_running_visit_stays_with_the_checklist_version_it_began_with(laptop: Laptop, tmp_path: Path) -> None:
    space = laptop.plan()
    source = RESOURCES.text("checklists", "immigration-holding-centre.md")
    newer = source.replace("| 2026.1 |", "| 2026.2 |").replace("Floor area of the most crowded", "Area of the fullest")
    assert newer != source
    publish_checklist(laptop.vault, newer.encode(), "immigration-holding-centre.md")
    latest = {one.form_id: one.version for one in latest_checklists(laptop.vault)}
    assert latest["immigration_holding_centre"] == "2026.2"
    assert laptop.checklist(space).checklist.version == "2026.1"
    later = laptop.plan()
    assert laptop.checklist(later).checklist.version == "2026.2"
    assert {laptop.live(one).label(laptop.path(one, "room_area_m2"), "English (en)")[:4] for one in (space, later)} == {
        "Floo",
        "Area",
    }
