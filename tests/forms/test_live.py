"""A live response: what is shown, required, computed and allowed while a form is filled in."""

from __future__ import annotations

from datetime import date

import pytest
from tests.forms.given import CONTEXT, NOW, definition, form, live

from monitor_app.forms import Context, LiveResponse, generic_path, stored

COLUMNS = "type;name;label;relevant;constraint;constraint_message;calculation;required;default;choice_filter"
CHILDREN = form(
    COLUMNS,
    "begin_group;people;People",
    "integer;held;People held;;. >= 0;Zero or more.;;yes",
    "integer;children;Children held;;. <= ${held}",
    "end_group;people",
    "begin_group;young;Children;${children} > 0",
    "select_one yn;school;Is there school?;;;;;yes",
    "text;why;Why not?;${school} = 'no'",
    "end_group;young",
    "calculate;adults;;;;;${held} - ${children}",
    "note;sum;Adults: ${adults}",
)


def test_a_group_is_shown_when_its_condition_comes_true() -> None:
    response = live(CHILDREN)
    assert not response.relevant("/data/young/school")
    changes = response.set("/data/people/children", 2)
    assert response.relevant("/data/young")
    assert response.relevant("/data/young/school")
    assert not response.relevant("/data/young/why")
    assert {"/data/young", "/data/young/school"} <= changes.relevance
    assert "/data/young/why" not in changes.relevance
    assert "/data/people/children" in changes.values
    assert {section.name for section in response.sections()} >= {"people", "young"}


def test_what_is_hidden_keeps_its_answer_and_reads_as_nothing() -> None:
    response = live(CHILDREN, {"/data/people/children": 1, "/data/young/school": "no", "/data/young/why": "no teacher"})
    assert response.relevant("/data/young/why")
    response.set("/data/people/children", 0)
    assert response.value("/data/young/why") == "no teacher"
    assert not response.relevant("/data/young/why")
    response.set("/data/people/children", 1)
    assert response.relevant("/data/young/why")


def test_a_constraint_is_said_in_the_words_of_the_form() -> None:
    response = live(CHILDREN)
    changes = response.set("/data/people/held", -1)
    assert response.violation("/data/people/held", "en") == "Zero or more."
    assert "/data/people/held" in changes.violations
    changes = response.set("/data/people/held", 3)
    assert response.violation("/data/people/held") is None
    assert "/data/people/held" in changes.violations


def test_a_constraint_follows_the_answers_it_reads() -> None:
    response = live(CHILDREN, {"/data/people/held": 2, "/data/people/children": 3})
    assert response.violation("/data/people/children") == "This answer is outside what the question allows."
    assert response.violated() == ["/data/people/children"]
    changes = response.set("/data/people/held", 5)
    assert "/data/people/children" in changes.violations
    assert response.violated() == []


def test_an_answer_of_the_wrong_type_is_said() -> None:
    response = live(CHILDREN)
    response.set("/data/people/held", "many")
    assert response.violation("/data/people/held") == "Enter a whole number, in digits."


def test_required_questions_that_are_shown_and_empty_are_listed() -> None:
    response = live(CHILDREN)
    assert response.missing() == ["/data/people/held"]
    response.set("/data/people/held", 4)
    response.set("/data/people/children", 1)
    assert response.missing() == ["/data/young/school"]
    assert response.required("/data/young/school")


def test_a_calculation_and_the_label_that_quotes_it_follow() -> None:
    response = live(CHILDREN, {"/data/people/held": 10})
    changes = response.set("/data/people/children", 4)
    assert response.value("/data/adults") == "6"
    assert response.label("/data/sum") == "Adults: 6"
    assert {"/data/adults"} <= changes.values
    assert "/data/sum" in changes.labels
    assert response.readonly("/data/adults")
    response.set("/data/people/children", None)
    assert response.value("/data/adults") == ""


def test_nothing_changes_when_an_answer_is_given_again() -> None:
    response = live(CHILDREN, {"/data/people/held": 10})
    assert not response.set("/data/people/held", "10").paths


def test_a_path_that_is_not_in_the_form_is_a_bug_of_the_caller() -> None:
    response = live(CHILDREN, {"/data/elsewhere": "kept aside"})
    with pytest.raises(KeyError):
        response.set("/data/elsewhere", "x")
    with pytest.raises(KeyError):
        response.set("/data/people", "x")
    with pytest.raises(KeyError):
        response.add_row("/data/people", "r1")


def test_defaults_stand_until_somebody_answers() -> None:
    data = form(COLUMNS, "integer;beds;Beds;;;;;;12", "date;day;Day;;;;;;today()", "text;by;By;;;;;;")
    response = live(data)
    assert response.value("/data/beds") == "12"
    assert response.value("/data/day") == ""
    begun = response.begin()
    assert response.value("/data/day") == "2026-11-21"
    assert begun.written["/data/day"] == "2026-11-21"
    reopened = live(data, {"/data/beds": "", **begun.written})
    assert reopened.value("/data/beds") == ""
    assert reopened.value("/data/day") == "2026-11-21"


def test_once_keeps_its_first_value_and_says_to_store_it() -> None:
    data = form(COLUMNS, "integer;a;A", "calculate;first;;;;;once(${a})")
    response = live(data)
    assert response.set("/data/a", 3).written == {"/data/first": "3"}
    assert response.set("/data/a", 4).written == {}
    assert response.value("/data/first") == "3"
    assert live(data, {"/data/a": "9", "/data/first": "3"}).value("/data/first") == "3"


def test_choices_follow_their_filter() -> None:
    data = form(
        COLUMNS,
        "select_one yn;region;Region",
        "select_one town;town;Town;;;;;;;region = ${region}",
        choices=("town;a;Ay;yes", "town;b;Bee;no", "town;c;Sea;no"),
    )
    response = live(data)
    assert [choice.name for choice in response.definition.question("/data/town").choices] == ["a", "b", "c"]
    assert response.options("/data/town") == ()
    changes = response.set("/data/region", "no")
    assert [choice.name for choice in response.options("/data/town")] == ["b", "c"]
    assert "/data/town" in changes.options
    assert [choice.label.text("") for choice in response.options("/data/region")] == ["Yes", "No"]


def test_a_cascade_of_three_lists_narrows_step_by_step() -> None:
    rows = [f"place;p{i};Place {i};r{i % 3}" for i in range(30)] + [f"region;r{i};Region {i};" for i in range(3)]
    data = form(
        COLUMNS,
        "select_one region;r;Region",
        "select_one place;p;Place;;;;;;;region = ${r}",
        "select_one place;q;Near it;;;;;;;name = ${p}",
        choices=tuple(rows),
    )
    response = live(data)
    response.set("/data/r", "r1")
    assert [choice.name for choice in response.options("/data/p")] == [f"p{i}" for i in range(1, 30, 3)]
    response.set("/data/p", "p4")
    assert [choice.name for choice in response.options("/data/q")] == ["p4"]


def test_a_chosen_name_is_said_in_the_language_in_use() -> None:
    data = form(
        COLUMNS,
        "select_one yn;open;Open?",
        "note;n;You said ${said}",
        "calculate;said;;;;;jr:choice-name(${open}, '${open}')",
    )
    response = live(data)
    response.set("/data/open", "yes")
    assert response.label("/data/n") == "You said Yes"


AREAS = form(
    COLUMNS,
    "integer;rate;Rate",
    "begin_repeat;areas;Areas",
    "select_one yn;seen;Seen?",
    "text;why;Why not?;${seen} = 'no'",
    "integer;beds;Beds",
    "calculate;rated;;;;;${beds} * ${rate}",
    "calculate;place;;;;;position(..)",
    "end_repeat;areas",
    "calculate;total;;;;;sum(${beds})",
    "calculate;many;;;;;count(${areas})",
    "calculate;unseen;;;;;count(/data/areas[seen = 'no'])",
)


def test_rows_have_ids_and_their_own_logic() -> None:
    response = live(AREAS, {"/data/rate": 2})
    assert response.rows("/data/areas") == ()
    changes = response.add_row("/data/areas", "3f2a")
    assert "/data/areas" in changes.rows
    response.add_row("/data/areas", "91bc")
    response.set("/data/areas[3f2a]/seen", "no")
    assert response.relevant("/data/areas[3f2a]/why")
    assert not response.relevant("/data/areas[91bc]/why")
    response.set("/data/areas[91bc]/beds", 5)
    assert response.value("/data/areas[91bc]/rated") == "10"
    assert response.value("/data/areas[3f2a]/rated") == ""
    assert response.value("/data/unseen") == "1"
    assert response.paths("/data/areas/beds") == ["/data/areas[3f2a]/beds", "/data/areas[91bc]/beds"]
    assert generic_path("/data/areas[3f2a]/beds") == "/data/areas/beds"


def test_sums_and_places_follow_rows_that_come_and_go() -> None:
    response = live(AREAS)
    for row, beds in (("a", 4), ("b", 6), ("c", 1)):
        response.add_row("/data/areas", row)
        response.set(f"/data/areas[{row}]/beds", beds)
    assert (response.value("/data/total"), response.value("/data/many")) == ("11", "3")
    changes = response.remove_row("/data/areas", "a")
    assert (response.value("/data/total"), response.value("/data/many")) == ("7", "2")
    assert response.value("/data/areas[b]/place") == "1"
    assert "/data/areas[b]/place" in changes.values
    response.add_row("/data/areas", "d", before="c")
    assert response.rows("/data/areas") == ("b", "d", "c")
    assert response.value("/data/areas[c]/place") == "3"


def test_a_row_taken_away_comes_back_with_its_answers() -> None:
    response = live(AREAS)
    response.add_row("/data/areas", "a")
    response.set("/data/areas[a]/beds", 4)
    response.remove_row("/data/areas", "a")
    assert response.value("/data/total") == "0"
    response.add_row("/data/areas", "a")
    assert response.value("/data/total") == "4"


def test_rows_are_found_in_the_answers_and_keep_the_order_given() -> None:
    answers = {"/data/areas[b]/beds": "1", "/data/areas[a]/beds": "2", "/data/areas[z]/beds": "3"}
    response = LiveResponse(definition(AREAS), answers, CONTEXT, rows={"/data/areas": ["z", "q"]})
    assert response.rows("/data/areas") == ("z", "q", "a", "b")
    assert response.value("/data/total") == ""
    response.set("/data/areas[q]/beds", 4)
    assert response.value("/data/total") == "10"


def test_a_row_id_is_never_a_path_of_its_own() -> None:
    with pytest.raises(ValueError, match="row id"):
        live(AREAS).add_row("/data/areas", "a]/b[")


def test_a_total_may_count_the_rows_before_it() -> None:
    data = form(
        COLUMNS,
        "begin_repeat;day;Days",
        "integer;came;Came",
        "calculate;so_far;;;;;${came} + coalesce(../preceding-sibling::day[1]/so_far, 0)",
        "end_repeat;day",
    )
    response = live(data)
    for row, came in (("a", 1), ("b", 2), ("c", 3)):
        response.add_row("/data/day", row)
        response.set(f"/data/day[{row}]/came", came)
    assert [response.value(f"/data/day[{row}]/so_far") for row in "abc"] == ["1", "3", "6"]
    response.set("/data/day[a]/came", 10)
    assert [response.value(f"/data/day[{row}]/so_far") for row in "abc"] == ["10", "12", "15"]


def test_rows_inside_rows_keep_to_themselves() -> None:
    data = form(
        COLUMNS,
        "begin_repeat;unit;Units",
        "text;name_of;Name",
        "begin_repeat;room;Rooms",
        "integer;beds;Beds",
        "calculate;where;;;;;concat(${name_of}, position(..))",
        "end_repeat;room",
        "calculate;sum_of;;;;;sum(${beds})",
        "end_repeat;unit",
    )
    response = live(data)
    for unit in ("u", "v"):
        response.add_row("/data/unit", unit)
        response.set(f"/data/unit[{unit}]/name_of", unit.upper())
        for room, beds in (("x", 1), ("y", 2)):
            response.add_row(f"/data/unit[{unit}]/room", room)
            response.set(f"/data/unit[{unit}]/room[{room}]/beds", beds)
    response.set("/data/unit[v]/room[y]/beds", 8)
    assert (response.value("/data/unit[u]/sum_of"), response.value("/data/unit[v]/sum_of")) == ("3", "9")
    assert response.value("/data/unit[v]/room[y]/where") == "V2"


def test_a_count_decides_on_the_rows() -> None:
    data = form(
        COLUMNS + ";repeat_count",
        "integer;n;How many",
        "begin_repeat;child;Child;;;;;;;;${n}",
        "integer;age;Age",
        "end_repeat;child",
    )
    response = live(data)
    changes = response.set("/data/n", 2)
    assert response.rows("/data/child") == ("c1", "c2")
    assert "/data/child" in changes.rows
    response.set("/data/child[c2]/age", 7)
    response.set("/data/n", 1)
    assert response.rows("/data/child") == ("c1",)
    response.set("/data/n", 2)
    assert response.value("/data/child[c2]/age") == "7"
    reopened = live(data, {"/data/n": 2, "/data/child[c2]/age": "7"})
    assert reopened.value("/data/child[c2]/age") == "7"


def test_a_repeat_without_rows_is_still_shown_or_hidden() -> None:
    data = form(COLUMNS, "select_one yn;any;Any?", "begin_repeat;row;Rows;${any} = 'yes'", "text;t;T", "end_repeat;row")
    response = live(data)
    assert not response.relevant("/data/row")
    changes = response.set("/data/any", "yes")
    assert response.relevant("/data/row")
    assert "/data/row" in changes.relevance


def test_new_rows_get_their_dynamic_defaults_once() -> None:
    data = form(COLUMNS, "begin_repeat;row;Rows", "date;day;Day;;;;;;today()", "end_repeat;row")
    response = live(data)
    changes = response.add_row("/data/row", "a")
    assert changes.written == {"/data/row[a]/day": "2026-11-21"}
    reopened = LiveResponse(definition(data), {"/data/row[a]/day": ""}, Context(NOW))
    assert reopened.value("/data/row[a]/day") == ""


def test_progress_counts_judgements_that_are_asked() -> None:
    data = (
        form(
            COLUMNS + ";bind::monitor:role",
            "begin_group;one;One",
            "integer;held;Held;;;;;;;;fact",
            "select_one yn;a;A;;;;;;;;judgement",
            "select_one yn;b;B;${held} > 0;;;;;;;judgement",
            "end_group;one",
            "begin_group;two;Two",
            "select_one yn;c;C;;;;;;;;judgement",
            "end_group;two",
            settings="Test;test;1",
        )
        .replace(b"form_title | form_id | version |", b"form_title | form_id | version | namespaces |")
        .replace(b"| Test | test | 1 |", b'| Test | test | 1 | monitor="urn:x-monitor:checklist:1" |')
    )
    response = live(data)
    assert response.progress() == (0, 2)
    response.set("/data/one/held", 1)
    response.set("/data/one/b", "yes")
    assert response.progress() == (1, 3)
    assert response.progress("/data/one") == (1, 2)
    assert response.progress("/data/two") == (0, 1)
    assert response.progress(roles=frozenset({"fact"})) == (1, 1)


def test_values_may_be_given_as_what_they_are() -> None:
    assert stored(None) == ""
    assert stored(True) == "true"
    assert stored(3) == "3"
    assert stored(2.0) == "2"
    assert stored(0.0000001) == "0.0000001"
    assert stored(date(2026, 11, 18)) == "2026-11-18"
    assert stored(NOW) == "2026-11-21T20:30:00.000+00:00"
    assert stored(["a", "b"]) == "a b"


def test_two_questions_may_hide_each_other() -> None:
    data = form(COLUMNS, "text;a;A;${b} = ''", "text;b;B;${a} = ''")
    response = live(data)
    assert response.relevant("/data/a")
    response.set("/data/a", "x")
    assert not response.relevant("/data/b")
    response.set("/data/a", "")
    assert response.relevant("/data/b")


def test_a_formula_that_asks_for_too_much_hides_nothing() -> None:
    data = form(COLUMNS, "text;a;A", "text;b;B;regex(${a}, '((x{0,90}){0,9}){0,9}y')")
    response = live(data)
    response.set("/data/a", "x" * 10_000)
    assert response.relevant("/data/b")


def test_the_same_seed_shuffles_the_same_way() -> None:
    data = form(
        "type;name;label;parameters",
        "select_one town;t;Town;randomize=true",
        choices=tuple(f"town;t{i};T{i};" for i in range(9)),
    )
    first, second = live(data), live(data)
    assert [c.name for c in first.options("/data/t")] == [c.name for c in second.options("/data/t")]
    assert {c.name for c in first.options("/data/t")} == {f"t{i}" for i in range(9)}
