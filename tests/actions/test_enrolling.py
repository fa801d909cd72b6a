"""Joining: a request that is changed, claims somebody's place or is broken makes nobody a member."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.actions.pair import Pair, carry
from tests.stories.given import Laptop

from monitor_app.actions.enrol_device import accept_grant, grant, request_to_join, request_words
from monitor_app.actions.people import members
from monitor_app.actions.records import records
from monitor_app.base import Canonical, Problem, cbor_bytes, cbor_value
from monitor_app.monitoring import Kind, ProgrammeRole


def _changed(request: bytes, **values: Canonical) -> bytes:
    body = cbor_value(request)
    assert isinstance(body, dict)
    return cbor_bytes({**body, **values})


@pytest.mark.parametrize(
    "values",
    [
        {"kem": b"short"},
        {"kem": bytes(1216)},
        {"journal": b"no key"},
        {"document": 7},
        {"label": "x" * 65},
        {"label": "two\nlines"},
        {"label": " "},
        {"member": b"1"},
        {"version": 2},
    ],
)
def test_a_broken_request_makes_nobody_a_member(laptop: Laptop, values: dict[str, Canonical]) -> None:
    request = request_to_join("Visitor B", "en", laptop.world)
    with pytest.raises(Problem, match=r"work\.request-unreadable"):
        grant(laptop.vault, _changed(request.data, **values), ProgrammeRole.VISITOR, laptop.world)
    assert len(members(laptop.vault)) == 1


def test_a_request_does_not_take_the_place_of_a_member_or_of_a_laptop(laptop: Laptop) -> None:
    request = request_to_join("Visitor B", "en", laptop.world)
    own = laptop.vault.identity
    for taken in ({"member": own.member}, {"device": own.device}, {"member": own.member, "device": own.device}):
        with pytest.raises(Problem, match=r"work\.request-unreadable"):
            grant(laptop.vault, _changed(request.data, **taken), ProgrammeRole.VISITOR, laptop.world)
    assert [(one.label, one.role) for one in members(laptop.vault).values()] == [
        ("Visitor A", ProgrammeRole.COORDINATOR)
    ]


def test_the_same_request_granted_twice_is_the_same_laptop(laptop: Laptop, tmp_path: Path) -> None:
    request = request_to_join("Visitor B", "en", laptop.world)
    grant(laptop.vault, request.data, ProgrammeRole.VISITOR, laptop.world)
    again = grant(laptop.vault, request.data, ProgrammeRole.VISITOR, laptop.world)
    programme = laptop.vault.identity.programme
    assert [r.number("ordinal") for r in records(laptop.vault, programme, Kind.DEVICE)] == [0, 1]
    accept_grant(tmp_path / "b", request, again, "six slow otters under fir", laptop.world).vault.close()


def test_a_grant_opens_for_its_own_request_only(laptop: Laptop, tmp_path: Path) -> None:
    request, other = (request_to_join("Visitor B", "en", laptop.world) for _ in range(2))
    granted = grant(laptop.vault, request.data, ProgrammeRole.VISITOR, laptop.world)
    damaged = granted[:-1] + bytes([granted[-1] ^ 1])
    for wrong, data in ((other, granted), (request, damaged), (request, b"")):
        with pytest.raises(Problem, match=r"work\.grant-not-for-you"):
            accept_grant(tmp_path / "b", wrong, data, "six slow otters under fir", laptop.world)


def test_a_request_changed_on_the_way_reads_other_words_aloud(laptop: Laptop) -> None:
    request = request_to_join("Visitor B", "en", laptop.world)
    changed = _changed(request.data, label="Visitor C")
    assert request_words(request.data, "en") != request_words(changed, "en")


def test_a_laptop_whose_clock_is_behind_joins_all_the_same(laptop: Laptop, tmp_path: Path) -> None:
    request = request_to_join("Visitor B", "en", laptop.world)
    granted = grant(laptop.vault, request.data, ProgrammeRole.VISITOR, laptop.world)
    laptop.clock.forward(minutes=-5)
    accept_grant(tmp_path / "b", request, granted, "six slow otters under fir", laptop.world).vault.close()


def test_a_name_too_long_for_a_certificate_is_said_at_once(laptop: Laptop) -> None:
    with pytest.raises(Problem, match=r"work\.name-needed"):
        request_to_join("x" * 65, "en", laptop.world)


def test_a_parcel_taken_twice_changes_nothing_the_second_time(pair: Pair) -> None:
    space = pair.visit()
    pair.a.answer(space, "places", "12")
    carry(pair.a.vault, pair.b.vault, space)
    before = [pair.b.vault.current(space=at) for at in (space, pair.b.vault.identity.programme)]
    for came in carry(pair.a.vault, pair.b.vault, space):
        assert (came.changes.entries, came.waiting, came.aside) == (0, 0, ())
    assert [pair.b.vault.current(space=at) for at in (space, pair.b.vault.identity.programme)] == before
