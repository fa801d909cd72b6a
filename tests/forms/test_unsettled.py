"""A field with two answers: whatever depends on it is never hidden."""

from __future__ import annotations

from tests.forms.given import CONTEXT, definition, form

from monitor_app.forms import LiveResponse

COLUMNS = "type;name;label;relevant;calculation;choice_filter"
DATA = form(
    COLUMNS,
    "integer;children;Children held",
    "calculate;any;;;${children} > 0",
    "begin_group;young;Children;${any} = 'true'",
    "select_one yn;school;School?",
    "text;why;Why not?;${school} = 'no'",
    "end_group;young",
    "text;other;Other;${children} = 99",
    "select_one yn;place;Place",
    "text;free;Free;${place} = 'yes'",
    "select_one town;town;Town;;;region = ${place}",
    "begin_repeat;areas;Areas",
    "select_one yn;seen;Seen?",
    "text;note_on;Why not?;${seen} = 'no'",
    "end_repeat;areas",
    choices=("town;a;Ay;yes", "town;b;Bee;no"),
)


def response(*unsettled: str, **answers: str) -> LiveResponse:
    given = {f"/data/{name}": value for name, value in answers.items()}
    rows = {"/data/areas": ["r1", "r2"]}
    return LiveResponse(definition(DATA), given, CONTEXT, rows=rows, unsettled=unsettled)


def test_what_depends_on_an_unsettled_field_is_shown() -> None:
    settled = response(children="0")
    assert not settled.relevant("/data/young/school")
    open_ = response("/data/children", children="0")
    assert open_.value("/data/children") == "0"
    assert open_.relevant("/data/young/school")
    assert open_.relevant("/data/other")


def test_also_what_depends_on_it_through_others() -> None:
    open_ = response("/data/children", children="0")
    assert open_.value("/data/any") == "false"
    assert open_.relevant("/data/young/why")


def test_what_does_not_depend_on_it_is_hidden_as_ever() -> None:
    open_ = response("/data/children", children="0", place="no")
    assert not open_.relevant("/data/free")
    assert not open_.relevant("/data/areas[r1]/note_on")


def test_choices_that_depend_on_it_are_all_offered() -> None:
    assert [c.name for c in response(place="no").options("/data/town")] == ["b"]
    assert [c.name for c in response("/data/place", place="no").options("/data/town")] == ["a", "b"]


def test_one_unsettled_row_shows_only_its_own() -> None:
    open_ = response("/data/areas[r1]/seen")
    assert open_.relevant("/data/areas[r1]/note_on")
    assert not open_.relevant("/data/areas[r2]/note_on")


def test_settling_hides_again_and_says_so() -> None:
    open_ = response(children="0")
    changes = open_.unsettle(["/data/children"])
    assert {"/data/young", "/data/other"} <= changes.relevance
    changes = open_.unsettle([])
    assert {"/data/young", "/data/other"} <= changes.relevance
    assert not open_.relevant("/data/young")


def test_answers_go_on_while_a_field_is_unsettled() -> None:
    open_ = response("/data/children", children="0")
    open_.set("/data/children", 4)
    assert open_.relevant("/data/young")
    open_.set("/data/children", 0)
    assert open_.relevant("/data/young")
    open_.add_row("/data/areas", "r3")
    assert not open_.relevant("/data/areas[r3]/note_on")
