"""Padding: few sizes, little waste, nothing but zeros."""

from __future__ import annotations

import pytest
from hypothesis import given as any_of
from hypothesis import strategies as st

from monitor_app.journal import Broken
from monitor_app.journal.padding import pad, size_class, unpad


@any_of(st.binary(max_size=5_000), st.integers(0, 100_000))
def test_what_is_padded_comes_back(data: bytes, more: int) -> None:
    whole = data + bytes(more)
    assert unpad(pad(whole)) == whole


@any_of(st.integers(1, 50_000_000))
def test_a_class_holds_its_size_and_wastes_at_most_an_eighth_above_16_kib(size: int) -> None:
    found = size_class(size)
    assert found >= size
    assert found % 1024 == 0
    assert found - size < max(1024, size / 8 + 1)
    assert size_class(found) == found


def test_the_classes_are_those_of_the_format() -> None:
    sizes = {1: 1024, 1024: 1024, 1025: 2048, 16_384: 16_384, 16_385: 18_432, 40_000: 40_960, 1_000_000: 1_048_576}
    assert {size: size_class(size) for size in sizes} == sizes


def test_other_padding_is_refused() -> None:
    good = pad(b"word")
    for bad in (b"", good[:3], good + bytes(1024), good[:-1] + b"\1", b"\xff" * 4 + good[4:], good[:1000]):
        with pytest.raises(Broken):
            unpad(bad)
