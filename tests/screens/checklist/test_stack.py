"""Cards one under the other, as numbers."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from monitor_app.ui.checklist.stack import Stack, stacked


def made(heights: list[int]) -> Stack:
    return stacked([str(place) for place in range(len(heights))], lambda key, _top: heights[int(key)], 4, 12)


def test_cards_begin_where_the_one_before_ends() -> None:
    stack = made([100, 50, 70])
    assert stack.tops == {"0": 4, "1": 116, "2": 178}
    assert stack.end == 248


def test_near_are_those_of_which_some_part_is_there() -> None:
    stack = made([100, 50, 70])
    assert stack.near(0, 110) == ["0"]
    assert stack.near(110, 120) == ["0", "1"]
    assert stack.near(300, 400) == []


def test_the_wanted_card_is_found_first_if_it_begins_there() -> None:
    stack = made([100, 50, 70])
    assert stack.begins_between(0, 300) == "0"
    assert stack.begins_between(0, 300, "2") == "2"
    assert stack.begins_between(0, 120, "2") == "0"
    assert stack.begins_between(300, 400) == ""


@given(st.lists(st.integers(1, 500), max_size=30), st.integers(-100, 5000), st.integers(1, 900))
def test_what_is_in_the_window_is_near(heights: list[int], top: int, window: int) -> None:
    stack = made(heights)
    seen = {
        str(place)
        for place, height in enumerate(heights)
        if stack.tops[str(place)] < top + window and stack.tops[str(place)] + height > top
    }
    assert seen <= set(stack.near(top, top + window))


def test_nothing_is_a_stack_too() -> None:
    assert made([]) == Stack((), {}, 4)
