"""The words of Home, computed without a widget."""

from __future__ import annotations

from datetime import date

import pytest

from monitor_app.actions.facilities import Facility
from monitor_app.actions.visits import SinceLastVisit
from monitor_app.base import EntityId, installed_resources, speak
from monitor_app.monitoring import VisitState
from monitor_app.ui.visits.hits import fold
from monitor_app.ui.visits.since import since_view
from monitor_app.ui.visits.view import day_of_visit
from monitor_app.ui.visits.visit_list import columns

WORDS = speak("en", installed_resources())
TODAY = date(2026, 11, 18)
PLACE = Facility(EntityId(bytes(16)), {"en": "Laval IHC"}, "", "", "", "America/Toronto", False, "")


@pytest.mark.parametrize(
    ("days", "tone"), [(None, "primary"), (90, "primary"), (91, "partly"), (135, "partly"), (136, "notmet")]
)
def test_a_wait_beyond_the_aim_is_amber_and_half_as_long_again_red(days: int | None, tone: str) -> None:
    row = SinceLastVisit(PLACE, days, VisitState.SIGNED, None)
    assert since_view([row], 90, WORDS, TODAY)[0].tone == tone


def test_a_visit_that_was_planned_for_a_day_gone_by_is_not_announced_as_coming() -> None:
    gone = SinceLastVisit(PLACE, 40, VisitState.SIGNED, date(2026, 11, 2))
    coming = SinceLastVisit(PLACE, 40, VisitState.SIGNED, date(2026, 12, 1))
    lines = [view.line for view in since_view([gone, coming], 90, WORDS, TODAY)]
    assert lines == ["Report signed", "Visit planned for 1 Dec 2026"]


def test_the_day_of_a_visit_is_said_only_while_it_runs() -> None:
    first, last = date(2026, 11, 18), date(2026, 11, 19)
    assert day_of_visit(first, last, WORDS, first) == "Day 1 of 2"
    assert day_of_visit(first, last, WORDS, last) == "Day 2 of 2"
    assert day_of_visit(first, last, WORDS, date(2026, 11, 20)) == ""
    assert day_of_visit(None, None, WORDS, first) == ""


def test_search_knows_no_case_and_no_accents() -> None:
    assert fold("Établissement DE Québec") == "etablissement de quebec"


@pytest.mark.parametrize("width", [400, 640, 838, 1200])
def test_the_columns_of_a_row_never_overlap(width: int) -> None:
    at = columns(width, 100, 100)
    assert at.pill + 100 <= at.place
    assert at.place + at.place_width <= at.middle
    assert at.middle + at.middle_width <= at.team
    assert at.team + at.team_width <= at.note
    assert at.note + at.note_width <= at.caret
