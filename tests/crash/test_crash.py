"""What the screen called saved survives kill -9 and power loss; and the harness sees it where it would not.

CI runs a slice. `MONITOR_KILLS` and `MONITOR_CUTS` set the size of a longer run; what was really run is printed.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.crash import cuts, kills

KILLS = int(os.environ.get("MONITOR_KILLS", "200"))
CUTS = int(os.environ.get("MONITOR_CUTS", "2000"))
PARTS = 4

linux = pytest.mark.skipif(sys.platform != "linux", reason="fork and strace are used")
recorded = pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed: dev.py test installs it")


@linux
@pytest.mark.timeout(900)
def test_kill_9_inside_a_write_and_between_loses_nothing_that_was_acknowledged(
    tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    done = kills.play(tmp_path / "vault", KILLS, seed=1)
    said = f"{done.runs} kills, {done.inside} inside a write, {done.acknowledged} acknowledged saves, {done.lost} lost"
    record_property("ran", said)
    assert done.lost == 0
    assert done.faults == 0
    assert done.acknowledged >= done.runs
    assert 0 < done.inside < done.runs


@linux
@recorded
@pytest.mark.timeout(900)
@pytest.mark.parametrize("part", range(PARTS))
def test_a_power_cut_at_any_moment_loses_nothing_that_was_acknowledged(
    part: int, record_property: Callable[[str, object], None]
) -> None:
    done = cuts.play(cuts.record(), -(-CUTS // PARTS), seed=part)
    said = f"{done.states} states after a power cut, {done.lost} lost something, {done.refused} did not open"
    record_property("ran", said)
    assert done.examples == []
    assert done.states * PARTS >= CUTS


@linux
@recorded
@pytest.mark.timeout(900)
@pytest.mark.parametrize("planted", ["normal", "delete", "off"])
def test_a_recipe_broken_on_purpose_is_caught(planted: str) -> None:
    """Without this the tests above would prove nothing."""
    done = cuts.play(cuts.record(planted), 250, seed=3)
    assert done.lost > 0
