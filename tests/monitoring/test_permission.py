"""Who may do what: the table of the product page, deed by deed."""

import pytest

from monitor_app.monitoring import Actor, Deed, Kind, ProgrammeRole, VisitRole, may

STRANGER = Actor(None)
VISITOR = Actor(ProgrammeRole.VISITOR, VisitRole.VISITOR)
LEAD = Actor(ProgrammeRole.LEAD, VisitRole.LEAD)
COORDINATOR = Actor(ProgrammeRole.COORDINATOR)
BYSTANDER = Actor(ProgrammeRole.LEAD)


@pytest.mark.parametrize("kind", list(Kind))
def test_somebody_who_is_no_member_may_nothing(kind):
    assert not may(STRANGER, Deed(kind, "text"))
    assert not may(Actor(None, VisitRole.LEAD), Deed(kind, "text", own=True, founds_visit=True))


@pytest.mark.parametrize(
    "kind", [Kind.ANSWER, Kind.NOTE, Kind.COMMENT, Kind.FINDING, Kind.EVIDENCE, Kind.RECOMMENDATION, Kind.PASSAGE]
)
def test_the_whole_team_answers_notes_comments_and_drafts(kind):
    assert may(VISITOR, Deed(kind, "text"))
    assert may(LEAD, Deed(kind, "text"))
    assert not may(BYSTANDER, Deed(kind, "text"))
    assert not may(COORDINATOR, Deed(kind, "text"))


@pytest.mark.parametrize(
    "kind", [Kind.VISIT, Kind.OBJECTIVE, Kind.RESPONSE, Kind.ACCEPTANCE, Kind.REPORT, Kind.REOPENING]
)
def test_only_the_lead_of_the_visit_plans_accepts_signs_and_reopens(kind):
    assert may(LEAD, Deed(kind, "signed"))
    for other in (VISITOR, BYSTANDER, COORDINATOR):
        assert not may(other, Deed(kind, "signed"))


def test_any_visitor_of_the_team_may_begin_the_visit():
    assert may(VISITOR, Deed(Kind.VISIT, "begun"))
    assert not may(VISITOR, Deed(Kind.VISIT, "outcome"))


def test_siblings_are_settled_by_the_lead_or_by_one_of_their_authors():
    deed = Deed(Kind.ANSWER, "x#value", settles=True)
    assert may(LEAD, deed)
    assert not may(VISITOR, deed)
    assert may(VISITOR, Deed(Kind.ANSWER, "x#value", settles=True, own=True))
    assert not may(BYSTANDER, Deed(Kind.ANSWER, "x#value", settles=True, own=True))


@pytest.mark.parametrize(
    "kind", [Kind.PROGRAMME, Kind.MEMBER, Kind.DEVICE, Kind.FACILITY, Kind.CHECKLIST, Kind.PROVISION]
)
def test_the_programme_is_kept_by_the_coordinator(kind):
    assert may(COORDINATOR, Deed(kind, "role"))
    for other in (VISITOR, LEAD, BYSTANDER):
        assert not may(other, Deed(kind, "role"))


def test_members_name_themselves_but_give_themselves_no_role():
    assert may(VISITOR, Deed(Kind.MEMBER, "label", own=True))
    assert not may(VISITOR, Deed(Kind.MEMBER, "role", own=True))
    assert not may(VISITOR, Deed(Kind.MEMBER, "label"))


def test_a_visit_is_founded_by_a_lead_or_coordinator_and_staffed_by_its_lead_or_the_coordinator():
    assert may(BYSTANDER, Deed(Kind.TEAM, "role", founds_visit=True))
    assert may(COORDINATOR, Deed(Kind.TEAM, "role", founds_visit=True))
    assert not may(VISITOR, Deed(Kind.TEAM, "role", founds_visit=True))
    assert may(LEAD, Deed(Kind.TEAM, "role"))
    assert may(COORDINATOR, Deed(Kind.TEAM, "role"))
    assert not may(BYSTANDER, Deed(Kind.TEAM, "role"))
