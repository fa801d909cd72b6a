"""Instants are aware, ids are 16 bytes."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor_app.base import FixedClock, SystemClock, from_ms, id_from_hex, system_randomness, to_ms


@given(st.integers(0, 4_000_000_000_000))
def test_milliseconds_go_there_and_back(ms):
    assert to_ms(from_ms(ms)) == ms


def test_an_instant_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="zone"):
        to_ms(datetime(2026, 1, 1))  # noqa: DTZ001


def test_the_system_clock_is_aware():
    assert SystemClock().now().tzinfo is UTC


def test_a_fixed_clock_moves_only_when_moved():
    clock = FixedClock(datetime(2026, 1, 1, tzinfo=UTC))
    assert clock.now() == clock.now()
    clock.forward(minutes=-5)
    assert clock.now() == datetime(2025, 12, 31, 23, 55, tzinfo=UTC)


@pytest.mark.parametrize("text", ["", "00", "g" * 32, "AB" * 16, "00" * 17])
def test_an_id_is_32_lower_case_hex_digits_and_nothing_else(text):
    with pytest.raises(ValueError):
        id_from_hex(text)


def test_an_id_goes_to_hex_and_back():
    own = system_randomness(16)
    assert id_from_hex(own.hex()) == own
