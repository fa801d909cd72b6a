"""Story 1: the first start. Nothing is there yet; the demo programme is one step away, founding is one, and joining
needs an invitation."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from tests.stories.given import LIGHT, RESOURCES, world

from monitor_app.actions.demo import found_demo
from monitor_app.actions.enrol_device import accept_grant, request_to_join
from monitor_app.actions.home import home
from monitor_app.actions.open_programme import open_programme
from monitor_app.actions.world import World
from monitor_app.base import Problem, system_randomness
from monitor_app.monitoring import VisitState
from monitor_app.vault import Profile, Profiles, read_profiles, write_profiles


def test_a_fresh_laptop_has_no_profile_and_no_language_yet(tmp_path: Path) -> None:
    assert read_profiles(tmp_path) == Profiles()


def test_the_demo_is_tried_in_one_step_and_opened_again_later(tmp_path: Path) -> None:
    demo = found_demo(tmp_path / "demo", RESOURCES, system_randomness, LIGHT, lambda line: None, floor_kib=8)
    write_profiles(tmp_path, Profiles("fr").with_profile(Profile(tmp_path / "demo", "Demo", training=True)))
    demo.vault.lock()
    (profile,) = read_profiles(tmp_path).profiles
    later = World(_Standing(demo.now), system_randomness, LIGHT, floor_kib=8)
    vault = open_programme(profile.folder, demo.passphrase, later)
    try:
        first, *others = home(vault).rows
        assert first.visit.state is VisitState.IN_PROGRESS
        assert {row.visit.state for row in others} == {VisitState.PLANNED, VisitState.IN_REVIEW, VisitState.SIGNED}
    finally:
        vault.lock()


def test_joining_needs_an_invitation_that_was_made_for_this_very_request(tmp_path: Path) -> None:
    here = world()
    request = request_to_join("Visitor B", "fr", here)
    with pytest.raises(Problem, match=r"work\.grant-not-for-you"):
        accept_grant(tmp_path / "b", request, b"not a grant", "four quiet herons over ice", here)
    assert not (tmp_path / "b").exists()


class _Standing:
    """A clock that stands."""

    def __init__(self, at: datetime) -> None:
        self._at = at

    def now(self) -> datetime:
        return self._at
