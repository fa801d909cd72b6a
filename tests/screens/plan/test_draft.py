"""The draft of a plan, computed without a widget."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from monitor_app.base import EntityId, installed_resources, speak, zone
from monitor_app.ui.facilities.place_form import NewPlace
from monitor_app.ui.facilities.time_zones import offset, zone_names
from monitor_app.ui.plan.draft import NEW_PLACE, Draft
from monitor_app.ui.plan.month import month_title, moved, shifted, weeks

WORDS = speak("en", installed_resources())
DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))
FULL = Draft(
    facility="00" * 16,
    first_day=date(2026, 11, 18),
    last_day=date(2026, 11, 19),
    checklists=(EntityId(bytes(16)),),
)


def test_a_full_draft_misses_nothing_and_becomes_the_plan() -> None:
    assert FULL.missing(WORDS) == {}
    plan = FULL.plan(EntityId(bytes(16)))
    assert (plan.first_day, plan.last_day) == (date(2026, 11, 18), date(2026, 11, 19))


def test_what_is_missing_is_said_in_the_order_of_the_page() -> None:
    assert list(Draft().missing(WORDS)) == ["facility", "first_day", "checklists"]


def test_a_new_place_needs_a_name_a_kind_and_a_time_zone() -> None:
    draft = Draft(facility=NEW_PLACE, place=NewPlace(city="Windsor"))
    assert list(draft.missing(WORDS))[:3] == ["place.name", "place.kind", "place.time_zone"]


def test_a_plan_that_stands_needs_no_checklist_to_be_changed() -> None:
    assert "checklists" not in Draft(facility="00" * 16).missing(WORDS, changing=True)


@given(st.lists(DAYS, min_size=1, max_size=6))
def test_picking_days_never_leaves_a_last_day_before_the_first(days: list[date]) -> None:
    draft = Draft()
    for day in days:
        draft = draft.with_day(day)
        assert draft.first_day is not None
        assert draft.last_day is not None
        assert draft.first_day <= draft.last_day
        assert day in (draft.first_day, draft.last_day)


@given(DAYS, DAYS)
def test_a_typed_first_day_takes_the_last_one_along(first: date, last: date) -> None:
    draft = Draft(first_day=last, last_day=last).with_first_day(first)
    assert draft.last_day is not None
    assert first <= draft.last_day


@given(DAYS, st.integers(-30, 30))
def test_months_are_shifted_to_a_day_that_exists(day: date, months: int) -> None:
    there = shifted(day, months)
    assert (there.year * 12 + there.month) - (day.year * 12 + day.month) == months
    assert there.day <= day.day


def test_arrows_move_by_days_and_weeks() -> None:
    day = date(2026, 11, 30)
    assert moved(day, int(Qt.Key.Key_Right)) == date(2026, 12, 1)
    assert moved(day, int(Qt.Key.Key_Up)) == date(2026, 11, 23)
    assert moved(day, int(Qt.Key.Key_PageUp)) == date(2026, 10, 30)


def test_a_week_begins_on_monday() -> None:
    assert all(week[0].weekday() == 0 and len(week) == 7 for week in weeks(2026, 11))
    assert month_title(date(2026, 11, 1), WORDS) == "November 2026"


def test_the_zones_of_canada_come_first_and_every_name_is_a_zone() -> None:
    names = zone_names()
    assert names[0] == "America/St_Johns"
    assert names.index("America/Vancouver") < names.index("Africa/Abidjan")
    assert names[-1] == "UTC"
    assert len(set(names)) == len(names) > 300
    assert all(zone(name).key == name for name in names)


@pytest.mark.parametrize(
    ("name", "said"),
    [("America/St_Johns", "−03:30"), ("UTC", "±00:00"), ("Asia/Kathmandu", "+05:45"), ("America/Vancouver", "−08:00")],
)
def test_offsets_are_said_with_hours_and_minutes(name: str, said: str) -> None:
    assert offset(name, datetime(2026, 11, 18, tzinfo=UTC)) == said
