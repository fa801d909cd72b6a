"""Which values a write replaces: the sole one it saw, one's own among siblings, all of them when it settles."""

from __future__ import annotations

import pytest
from tests.journal.given import ADA, BEN, PROGRAMME, chain

from monitor_app.journal import Mode, Standing, kind_of, overwritten_by, seen_by

HERE, THERE = chain("D"), chain("E")
MINE, MINE_LATER = Standing(HERE.dot(1), ADA), Standing(HERE.dot(2), ADA)
THEIRS = Standing(THERE.dot(1), BEN)


@pytest.mark.parametrize(
    ("mode", "seen", "replaced"),
    [
        ("ordinary", [], []),
        ("ordinary", [MINE], [MINE]),
        ("ordinary", [THEIRS], [THEIRS]),
        ("ordinary", [THEIRS, THEIRS], [THEIRS]),
        ("ordinary", [MINE, THEIRS], [MINE]),
        ("ordinary", [MINE, MINE_LATER, THEIRS], [MINE, MINE_LATER]),
        ("beside", [], []),
        ("beside", [THEIRS], []),
        ("beside", [MINE], [MINE]),
        ("beside", [MINE, THEIRS], [MINE]),
        ("settle", [MINE, THEIRS], [MINE, THEIRS]),
        ("settle", [THEIRS], [THEIRS]),
    ],
)
def test_a_write_replaces_what_its_mode_says(mode: Mode, seen: list[Standing], replaced: list[Standing]) -> None:
    assert overwritten_by(mode, ADA, HERE, seen) == tuple(sorted({standing.dot.mark for standing in replaced}))


def test_a_dot_of_another_space_is_never_named() -> None:
    elsewhere = Standing(chain("E", space=PROGRAMME).dot(1), BEN)
    assert overwritten_by("settle", ADA, HERE, [elsewhere]) == ()


def test_what_the_screen_showed_counts_and_what_came_since_does_not() -> None:
    assert seen_by(ADA, HERE, [MINE], [MINE, THEIRS]) == (MINE,)
    assert seen_by(ADA, HERE, [THEIRS], [THEIRS]) == (THEIRS,)


def test_ones_own_words_on_this_laptop_are_always_seen() -> None:
    assert seen_by(ADA, HERE, [], [MINE, THEIRS]) == (MINE,)
    assert seen_by(BEN, HERE, [], [MINE, THEIRS]) == ()


def test_only_settling_makes_a_settle_entry() -> None:
    assert [kind_of(mode) for mode in ("ordinary", "beside", "settle")] == ["put", "put", "settle"]
