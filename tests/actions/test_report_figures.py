"""The figures of a report: of the right checklist, the right visit, the right day, and never of few people."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.actions.pair import content
from tests.stories.given import Laptop

from monitor_app.actions.answer import answer
from monitor_app.actions.change_visit import change_visit
from monitor_app.actions.checklists import latest_checklists
from monitor_app.actions.finding import change_finding, findings, new_finding
from monitor_app.actions.open_response import open_response, responses
from monitor_app.actions.report_figures import extent
from monitor_app.base import SpaceId, system_randomness
from monitor_app.reports import WITHHELD, Figure, ReportContent


def _rows(report: ReportContent, name: str) -> list[Figure]:
    assert report.snapshot is not None
    return [row for row in report.snapshot.rows if row.label.startswith(name)]


def _answer(laptop: Laptop, space: SpaceId, form_id: str, name: str, value: str) -> None:
    response = next(response for response, form in responses(laptop.vault, space) if form.form_id == form_id)
    items = open_response(laptop.vault, space, response).definition.items
    answer(laptop.vault, space, response, next(path for path, item in items.items() if item.name == name), value)


def test_two_checklists_that_ask_at_one_path_keep_their_own_figures(laptop: Laptop) -> None:
    forms = {one.form_id: one.id for one in latest_checklists(laptop.vault)}
    first, second = list(forms)[:2]
    space = laptop.plan(checklists=(forms[first], forms[second]))
    _answer(laptop, space, first, "held_total", "97")
    _answer(laptop, space, second, "held_total", "12")
    rows = [row for row in (content(laptop, space).snapshot or pytest.fail("none")).rows if row.people]
    assert [row.now for row in rows] == [97, 12]
    assert len({row.label for row in rows}) == 2


def test_the_same_few_people_are_not_worked_back_from_the_other_checklist(laptop: Laptop) -> None:
    """The second checklist has no total, so that alone it would print the men whom the first withholds."""
    forms = {one.form_id: one.id for one in latest_checklists(laptop.vault)}
    first, second = list(forms)[:2]
    space = laptop.plan(checklists=(forms[first], forms[second]))
    for name, value in (("held_total", "30"), ("held_women", "3"), ("held_men", "27")):
        _answer(laptop, space, first, name, value)
    _answer(laptop, space, second, "held_men", "27")
    assert {row.now for row in _rows(content(laptop, space), "Men detained")} == {WITHHELD}


@pytest.mark.parametrize("typed", ["3", "3.0", " 3 ", "03"])
def test_few_people_never_print_however_the_number_was_typed(laptop: Laptop, typed: str) -> None:
    space = laptop.plan()
    laptop.answer(space, "arrivals_month", typed)
    assert [row.now for row in _rows(content(laptop, space), "People admitted")] == ["< 5"]


def test_what_should_count_people_and_is_no_number_is_withheld(laptop: Laptop) -> None:
    space = laptop.plan()
    laptop.answer(space, "arrivals_month", "3 Somali women")
    assert [row.now for row in _rows(content(laptop, space), "People admitted")] == [WITHHELD]


def test_the_shareable_report_hides_more(laptop: Laptop) -> None:
    space = laptop.plan()
    laptop.answer(space, "arrivals_month", "7")
    assert [row.now for row in _rows(content(laptop, space), "People admitted")] == [7]
    outside = content(laptop, space, variant="shareable")
    assert [row.now for row in _rows(outside, "People admitted")] == ["< 10"]
    assert outside.small_group_below == 10


def test_a_figure_without_a_day_is_of_the_day_it_was_written_at_the_facility(laptop: Laptop) -> None:
    space = laptop.plan()
    laptop.clock.forward(hours=10)  # 19 November in UTC, still the 18th in Surrey
    laptop.answer(space, "places", "184")
    assert [row.day for row in _rows(content(laptop, space), "Places")] == [date(2026, 11, 18)]
    assert content(laptop, space).day == date(2026, 11, 18)


def test_what_was_not_asked_any_more_last_time_is_no_figure_of_last_time(laptop: Laptop) -> None:
    before = laptop.plan(first_day=date(2026, 5, 4), last_day=date(2026, 5, 5))
    for name, value in (("held_total", "60"), ("children_held", "9"), ("children_alone", "8"), ("children_held", "0")):
        laptop.answer(before, name, value)
    change_visit(laptop.vault, before, {"begun": True})
    space = laptop.plan()
    for name, value in (("held_total", "70"), ("children_held", "20"), ("children_alone", "10")):
        laptop.answer(space, name, value)
    report = content(laptop, space)
    assert report.snapshot is not None
    assert report.snapshot.last_visit == date(2026, 5, 5)
    assert [(row.now, row.before) for row in _rows(report, "Of the children")] == [(10, None)]
    assert [(row.now, row.before) for row in _rows(report, "People detained on")] == [(70, 60)]


def test_the_extent_of_a_finding_is_under_the_same_rule(laptop: Laptop) -> None:
    space = laptop.plan()
    made = new_finding(laptop.vault, space, system_randomness)
    change_finding(laptop.vault, space, made, {"extent_found": 3, "extent_of": 10, "extent_counted": "women asked"})
    (one,) = findings(laptop.vault, space)
    few = extent(one, 5)
    assert (few.found, few.of, few.counted) == ("< 5", 10, "women asked")
    most = extent(replace(one, extent_found=8), 5)
    assert (most.found, most.of, most.counted) == (None, None, "")
    rooms = extent(replace(one, extent_counted="rooms"), 5)
    assert (rooms.found, rooms.of) == (3, 10)
    nothing_said = extent(replace(one, extent_counted=""), 5)
    assert nothing_said.found == "< 5"
