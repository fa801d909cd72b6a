"""Story 3: the visits page. What there is, in which state, and anything ever written found while it is typed."""

from __future__ import annotations

import pytest
from tests.stories.given import Laptop

from monitor_app.actions.demo import Demo
from monitor_app.actions.home import home
from monitor_app.actions.search import search
from monitor_app.base import SpaceId
from monitor_app.monitoring import Kind, VisitState


def test_rows_stand_in_the_order_of_work_with_place_days_team_and_progress(demo: Demo) -> None:
    rows = home(demo.vault).rows
    assert [(row.visit.state.value, row.facility.city, str(row.visit.first_day)) for row in rows] == [
        ("in_progress", "Surrey", "2026-11-18"),
        ("planned", "Laval", "2026-12-01"),
        ("in_review", "Sainte-Anne-des-Plaines", "2026-09-24"),
        ("signed", "Richmond", "2026-10-06"),
        ("signed", "Surrey", "2026-08-16"),
        ("signed", "Laval", "2026-07-02"),
        ("signed", "Toronto", "2026-05-12"),
    ]
    running = rows[0]
    assert [place.member.initial for place in running.team] == ["A", "B", "C"]
    assert 0 < running.progress.answered < running.progress.asked
    assert running.conflicts > 0
    assert all(row.signed_at for row in rows if row.visit.state is VisitState.SIGNED)


@pytest.mark.parametrize(
    ("typed", "visit", "kind"),
    [
        ("threshold yard", "2026-11-surrey", Kind.ANSWER),
        ("heating of dorm", "2026-11-surrey", Kind.NOTE),
        ("entraves a chaque", "2026-09-sainte-anne-des-plaines", Kind.FINDING),
        ("BEFORE WE SIGN", "2026-09-sainte-anne-des-plaines", Kind.COMMENT),
        ("retablir la promenade", "2026-07-laval", Kind.RECOMMENDATION),
        ("superintendent on duty said", "2026-10-vancouver-airport-cells", Kind.VISIT),
        ("chaplaincy volunteers say", "2026-05-toronto", Kind.EVIDENCE),
    ],
)
def test_whatever_was_written_is_found_without_accents_or_case(demo: Demo, typed: str, visit: str, kind: Kind) -> None:
    assert (demo.visits[visit], kind.value) in {(hit.space, hit.kind) for hit in search(demo.vault, typed)}


def test_a_facility_is_found_by_its_french_name(demo: Demo) -> None:
    hits = search(demo.vault, "surveillance laval")
    assert {(hit.space, hit.kind) for hit in hits} == {(demo.vault.identity.programme, "facility")}


@pytest.mark.parametrize("typed", ["", "   ", '"', "a AND", "NEAR(", "*", "-x", "col:", "(", "'; drop table"])
def test_any_text_may_be_typed_into_the_search(demo: Demo, typed: str) -> None:
    assert isinstance(search(demo.vault, typed), tuple)


def test_a_new_programme_begins_with_no_visit_and_may_plan_one(laptop: Laptop) -> None:
    empty = home(laptop.vault)
    assert empty.rows == ()
    assert empty.may_plan
    space: SpaceId = laptop.plan()
    assert [row.visit.space for row in home(laptop.vault).rows] == [space]
