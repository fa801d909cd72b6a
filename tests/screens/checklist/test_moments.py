"""A day with an hour, typed and kept."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from monitor_app.ui.checklist.moments import read_moment, typed_moment

PACIFIC = ZoneInfo("America/Vancouver")


@pytest.mark.parametrize(
    "typed",
    ["2026-11-18 14:30", "2026-11-18T14:30", "18 Nov 2026, 14:30", "18 nov. 2026 14 h 30", "18 nov 2026 14h30 min"],
)
def test_a_moment_is_read_as_people_write_it(typed: str) -> None:
    assert read_moment(typed, PACIFIC) == "2026-11-18T14:30:00.000-08:00"


def test_summer_has_its_own_offset() -> None:
    assert read_moment("2026-07-01 9:05", PACIFIC) == "2026-07-01T09:05:00.000-07:00"


@pytest.mark.parametrize("typed", ["yesterday", "2026-11-18", "14:30", "2026-13-18 14:30", "2026-11-18 25:00"])
def test_what_is_no_moment_is_not_read(typed: str) -> None:
    assert read_moment(typed, PACIFIC) is None


def test_nothing_is_nothing() -> None:
    assert read_moment("  ", PACIFIC) == ""


def test_a_kept_moment_is_shown_in_the_time_of_the_facility() -> None:
    assert typed_moment("2026-11-18T22:30:00.000+00:00", PACIFIC) == "2026-11-18 14:30"
    assert typed_moment("not a moment", PACIFIC) == "not a moment"
