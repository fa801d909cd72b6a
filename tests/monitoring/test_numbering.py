"""Numbers that never collide and never change."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor_app.monitoring import between, next_report_number


def test_the_first_numbers_of_a_device_come_from_its_block():
    assert next_report_number("", 2026, 0, []) == "2026-001"
    assert next_report_number("", 2026, 0, ["2026-001", "2025-002"]) == "2026-002"
    assert next_report_number("CIDM", 2026, 3, []) == "CIDM-2026-151"


def test_a_used_up_block_goes_on_twenty_blocks_further():
    used = [f"2026-{n:03d}" for n in range(1, 51)]
    assert next_report_number("", 2026, 0, used) == "2026-1001"


@given(st.lists(st.integers(0, 45), min_size=1, max_size=150))
def test_devices_that_never_meet_never_give_one_number_twice(planners):
    given_by: dict[int, list[str]] = {}
    for device in planners:
        own = given_by.setdefault(device, [])
        own.append(next_report_number("", 2026, device, own))
    every = [number for own in given_by.values() for number in own]
    assert len(every) == len(set(every))


def test_a_thousand_laptops_have_blocks_of_their_own():
    """The first two blocks of each: none is another's."""
    firsts = [next_report_number("", 2026, device, []) for device in range(1_000)]
    seconds = [next_report_number("", 2026, device, _block(first)) for device, first in enumerate(firsts)]
    assert len({*firsts, *seconds}) == 2_000


def _block(first: str) -> list[str]:
    year, _, number = first.partition("-")
    return [f"{year}-{n:03d}" for n in range(int(number), int(number) + 50)]


@given(st.lists(st.integers(0, 60), max_size=80))
def test_a_place_between_two_others_always_exists(places):
    keys: list[str] = []
    for place in places:
        at = min(place, len(keys))
        before, after = keys[at - 1] if at else "", keys[at] if at < len(keys) else ""
        keys.insert(at, between(before, after))
        assert keys == sorted(keys)
        assert len(set(keys)) == len(keys)


def test_keys_out_of_order_are_refused():
    with pytest.raises(ValueError, match="order"):
        between("b", "a")
