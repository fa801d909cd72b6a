"""What a verb refuses on one's own laptop is refused where it arrives, and what it allows is taken in there."""

from __future__ import annotations

import pytest
from tests.actions.pair import Pair, carry

from monitor_app.actions.change_visit import place_in_team, take_from_team
from monitor_app.actions.finding import new_finding
from monitor_app.actions.people import actor, team_entity, teams
from monitor_app.actions.plan_visit import TeamChoice
from monitor_app.actions.write import permit, put
from monitor_app.base import Canonical, EntityId, MemberId, Problem, SpaceId, system_randomness
from monitor_app.monitoring import Actor, Kind, ProgrammeRole, VisitRole
from monitor_app.vault import Write

_FIELDS: dict[Kind, tuple[str, ...]] = {
    Kind.MEMBER: ("label", "role"),
    Kind.VISIT: ("begun", "outcome", "deleted"),
    Kind.ANSWER: ("/data/x#value", "/data/x#note", "nonsense"),
}


def _deeds(pair: Pair, space: SpaceId) -> list[Write]:
    """One write of every kind, to fields that matter, on records of one's own and of others."""
    own, other = pair.b.vault.identity.member, pair.a.vault.identity.member
    programme = pair.b.vault.identity.programme
    found = []
    for kind in Kind:
        if kind is Kind.TEAM:
            continue
        at = (
            space
            if kind not in (Kind.PROGRAMME, Kind.DEVICE, Kind.FACILITY, Kind.CHECKLIST, Kind.PROVISION)
            else programme
        )
        at = programme if kind is Kind.MEMBER else at
        for field in _FIELDS.get(kind, ("text", "deleted")):
            for entity in (own, other) if kind is Kind.MEMBER else (system_randomness(16),):
                value: Canonical = "visitor" if field == "role" else system_randomness(4).hex()
                found.append(Write(at, kind, EntityId(entity), field, value))
    return found


@pytest.mark.parametrize("role", list(ProgrammeRole))
@pytest.mark.parametrize("place", [None, *VisitRole])
def test_every_deed_of_every_role_is_judged_alike_on_both_laptops(
    pair: Pair, role: ProgrammeRole, place: VisitRole | None
) -> None:
    a, b = pair.a.vault, pair.b.vault
    own = EntityId(b.identity.member)
    space = pair.visit(place or VisitRole.VISITOR)
    put(a, a.identity.programme, Kind.MEMBER, own, {"role": role.value})
    if place is None:
        take_from_team(a, space, b.identity.member)
    pair.meet(space)
    deeds = [
        deed
        for deed in _deeds(pair, space)
        if not (deed.field == "role" and bytes(deed.entity) == bytes(b.identity.member))
    ]
    refused = []
    for deed in deeds:
        try:
            permit(b, [deed])
        except Problem:
            refused.append(deed)
        b.append([deed])
    carry(b, a, space)
    taken = {
        (row.space, row.entity_kind, row.entity, row.field)
        for at in (space, a.identity.programme)
        for row in a.current(space=at)
        if row.author == b.identity.member
    }
    for deed in deeds:
        named = (deed.space, str(deed.entity_kind), deed.entity, deed.field)
        assert (named in taken) == (deed not in refused), (role, place, deed)


def test_a_visitor_who_leads_a_visit_staffs_it_everywhere(pair: Pair) -> None:
    space = pair.visit(VisitRole.LEAD)
    place_in_team(pair.b.vault, space, TeamChoice(pair.a.vault.identity.member, VisitRole.VISITOR, ("fr",)))
    pair.meet(space)
    assert [place.languages for place in teams(pair.a.vault)[space] if place.role is VisitRole.VISITOR] == [("fr",)]


def _as_lead_of_the_programme(pair: Pair) -> None:
    programme = pair.a.vault.identity.programme
    member = EntityId(pair.b.vault.identity.member)
    put(pair.a.vault, programme, Kind.MEMBER, member, {"role": ProgrammeRole.LEAD.value})


def _claim(pair: Pair, space: SpaceId, entity: EntityId, names: tuple[str, ...]) -> None:
    """B, who plans visits of their own, writes themselves into a team by hand."""
    b = pair.b.vault
    values: dict[str, Canonical] = {"visit": space, "member": b.identity.member, "role": "lead", "left": False}
    b.append([Write(b.identity.programme, Kind.TEAM, entity, name, values[name]) for name in names])
    carry(b, pair.a.vault, space)


@pytest.mark.parametrize("names", [("role", "member", "visit"), ("visit", "member", "role")])
@pytest.mark.parametrize("own_place", [True, False])
def test_nobody_makes_themselves_lead_of_a_visit(pair: Pair, names: tuple[str, ...], own_place: bool) -> None:
    space = pair.a.plan()
    _as_lead_of_the_programme(pair)
    carry(pair.a.vault, pair.b.vault, space)
    member = pair.b.vault.identity.member
    _claim(pair, space, team_entity(space, member) if own_place else EntityId(system_randomness(16)), names)
    assert [place.member.label for place in teams(pair.a.vault)[space]] == ["Visitor A"]


def test_a_lead_who_was_taken_out_does_not_come_back_alone(pair: Pair) -> None:
    _as_lead_of_the_programme(pair)
    pair.meet()
    space = pair.b.plan()
    pair.meet(space)
    take_from_team(pair.a.vault, space, pair.b.vault.identity.member)
    pair.meet(space)
    _claim(pair, space, team_entity(space, pair.b.vault.identity.member), ("left",))
    assert space not in teams(pair.a.vault)


def test_a_lead_of_the_programme_plans_a_visit_that_others_take_in(pair: Pair) -> None:
    _as_lead_of_the_programme(pair)
    pair.meet()
    space = pair.b.plan()
    pair.meet(space)
    assert [place.role for place in teams(pair.a.vault)[space]] == [VisitRole.LEAD]


def test_a_visitor_who_settles_something_of_their_own_signs_no_report_by_it(pair: Pair) -> None:
    space = pair.visit()
    b = pair.b.vault
    report = EntityId(system_randomness(16))
    for value in ("one", "two"):
        b.append([Write(space, Kind.REPORT, report, "signed", value, "settle")])
    carry(b, pair.a.vault, space)
    assert pair.a.vault.current(space=space, entity_kind=Kind.REPORT) == []
    with pytest.raises(Problem, match=r"work\.not-allowed"):
        permit(b, [Write(space, Kind.REPORT, report, "signed", "three", "settle")])


def test_a_bystander_who_cites_words_of_their_own_from_another_field_settles_nothing(pair: Pair) -> None:
    space = pair.visit()
    a, b = pair.a.vault, pair.b.vault
    response = EntityId(system_randomness(16))
    a.append([Write(space, Kind.ANSWER, response, "/data/q1#value", "not_met")])
    carry(a, b, space)
    b.append([Write(space, Kind.ANSWER, response, "/data/q2#value", "met")])
    theirs, own = (
        b.current(space=space, entity_kind=Kind.ANSWER, field=f"/data/{name}#value")[0].dot for name in ("q1", "q2")
    )
    b.append([Write(space, Kind.ANSWER, response, "/data/q1#value", "met", "settle", (theirs, own))])
    carry(b, a, space)
    assert [row.value for row in a.current(space=space, entity_kind=Kind.ANSWER, field="/data/q1#value")] == ["not_met"]
    assert [row.value for row in a.current(space=space, entity_kind=Kind.ANSWER, field="/data/q2#value")] == ["met"]


def test_a_laptop_that_was_taken_away_writes_nothing_that_others_would_refuse(pair: Pair) -> None:
    space = pair.visit()
    a, b = pair.a.vault, pair.b.vault
    put(a, a.identity.programme, Kind.DEVICE, EntityId(b.identity.device), {"revoked": True})
    pair.meet(space)
    assert actor(b, space) == Actor(None)
    with pytest.raises(Problem, match=r"work\.not-allowed"):
        new_finding(b, space, system_randomness)


def test_a_member_of_no_team_has_no_place_in_it(pair: Pair) -> None:
    space = pair.a.plan()
    assert actor(pair.a.vault, space) == Actor(ProgrammeRole.COORDINATOR, VisitRole.LEAD)
    assert actor(pair.b.vault, space) == Actor(ProgrammeRole.VISITOR)
    assert MemberId(pair.b.vault.identity.member) not in {p.member.id for p in teams(pair.a.vault)[space]}
