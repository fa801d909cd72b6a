"""Stretching a passphrase: known answers, accents, and how params are found for a laptop."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from hypothesis import given
from hypothesis import strategies as st
from tests.crypto.given import LIGHT

from monitor_app.base import Problem
from monitor_app.crypto import FLOOR_KIB, Argon2Params, Measure, calibrate, measure_with, stretch


def test_a_passphrase_stretches_as_the_reference_implementation_says() -> None:
    """Source: the Argon2 reference implementation's tests, Argon2id v1.3, 64 MiB, two passes, one lane."""
    stretched = stretch("password", b"somesalt", Argon2Params(FLOOR_KIB, 2, 1))
    assert stretched.hex() == "09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7"


def test_the_library_agrees_with_rfc_9106() -> None:
    """Source: RFC 9106 5.3, which also has a secret and associated data."""
    work = Argon2id(
        salt=b"\x02" * 16, length=32, iterations=3, lanes=4, memory_cost=32, ad=b"\x04" * 12, secret=b"\x03" * 8
    )
    assert work.derive(b"\x01" * 32).hex() == "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659"


def test_an_accent_typed_in_another_way_is_the_same_passphrase() -> None:
    salt = bytes(16)
    assert stretch("de\u0301tention\u00a0libre", salt, LIGHT) == stretch("détention libre", salt, LIGHT)
    assert stretch("Détention libre", salt, LIGHT) != stretch("détention libre", salt, LIGHT)


def test_half_a_character_does_not_stop_the_stretching() -> None:
    assert len(stretch("\ud83d", bytes(16), LIGHT)) == 32


def test_too_little_memory_is_said_with_the_amount() -> None:
    with pytest.raises(Problem) as met:
        stretch("words", bytes(16), Argon2Params(memory_kib=2**31, passes=1, lanes=1))
    assert met.value.kind.code == "crypto.too-little-memory"
    assert met.value.details == {"mib": 2**21}


def seconds(memory_per_s_kib: float, room_kib: float = math.inf) -> Measure:
    """A laptop that works through so many KiB a second, and has so much memory."""

    def measure(params: Argon2Params) -> float:
        return math.inf if params.memory_kib > room_kib else params.memory_kib * params.passes / memory_per_s_kib

    return measure


@given(speed_mib_per_s=st.integers(min_value=170, max_value=20_000))
def test_params_take_between_0_7_and_1_5_seconds_on_any_laptop_not_too_slow(speed_mib_per_s: int) -> None:
    measure = seconds(speed_mib_per_s * 1024)
    params = calibrate(measure)
    assert 0.7 <= measure(params) <= 1.5
    assert params.bearable(FLOOR_KIB)


@given(speed_mib_per_s=st.integers(min_value=1, max_value=120))
def test_a_very_slow_laptop_keeps_the_floor(speed_mib_per_s: int) -> None:
    assert calibrate(seconds(speed_mib_per_s * 1024)) == Argon2Params(FLOOR_KIB, 3, 4)


def test_a_laptop_with_little_memory_makes_more_passes_over_less() -> None:
    params = calibrate(seconds(1024 * 1024, room_kib=130 * 1024))
    assert params.memory_kib == 128 * 1024
    assert params.passes > 3


def test_a_clock_that_stands_still_asks_for_no_more_than_the_most_passes() -> None:
    assert calibrate(lambda _params: 0.0).passes == 64


def test_a_measure_that_was_disturbed_is_taken_again() -> None:
    taken = iter((0.6, 0.4, 0.6, 0.9))
    params = calibrate(lambda _params: next(taken))
    assert 11 <= params.passes <= 14
    assert next(taken, None) is None


def test_a_measure_times_a_real_stretch() -> None:
    ticks = iter((10.0, 11.25))
    assert measure_with(lambda: next(ticks))(LIGHT) == 1.25


def test_a_measure_without_enough_memory_is_infinite() -> None:
    assert measure_with(lambda: 0.0)(Argon2Params(memory_kib=2**31)) == math.inf


def test_params_outside_their_bounds_are_not_bearable() -> None:
    assert Argon2Params().bearable(FLOOR_KIB)
    for wrong in (
        replace(Argon2Params(), memory_kib=FLOOR_KIB - 1),
        replace(Argon2Params(), memory_kib=2**31),
        replace(Argon2Params(), passes=0),
        replace(Argon2Params(), passes=65),
        replace(Argon2Params(), lanes=0),
        replace(Argon2Params(), lanes=17),
    ):
        assert not wrong.bearable(FLOOR_KIB)
    assert not Argon2Params(8, 1, 2).bearable(8)
