"""Properties of live responses: computing step by step gives what computing from nothing gives."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.forms.given import CONTEXT, definition, form

from monitor_app.forms import Definition, LiveResponse

COLUMNS = "type;name;label;relevant;constraint;calculation;required;choice_filter"
DATA = form(
    COLUMNS,
    "integer;n;N",
    "select_one yn;any;Any;${n} > 1",
    "begin_group;g;G;${any} = 'yes' or ${total} > 5",
    "integer;x;X;;. < ${n};;${n} = 2",
    "calculate;y;;;;${x} + ${n}",
    "begin_group;deep;Deep;${y} mod 2 = 1",
    "text;t;T",
    "end_group;deep",
    "end_group;g",
    "begin_repeat;row;Rows;${n} != 3",
    "integer;a;A;;. <= ${n}",
    "select_one yn;b;B;${a} > 1",
    "calculate;c;;;;${a} * coalesce(${n}, 1)",
    "calculate;place;;;;position(..)",
    "calculate;sofar;;;;${a} + coalesce(../preceding-sibling::row[1]/sofar, 0)",
    "select_one town;town;Town;;;;;region = ${b}",
    "begin_repeat;inner;Inner;${b} = 'yes'",
    "integer;z;Z",
    "calculate;w;;;;${z} + ${a}",
    "end_repeat;inner",
    "calculate;zs;;;;sum(${z})",
    "end_repeat;row",
    "calculate;total;;;;sum(/data/row/a)",
    "calculate;big;;;;count(/data/row[a > 1])",
    "text;last;Last;${big} > 1 and ${total} < 20",
    choices=("town;u;U;yes", "town;v;V;no"),
)
ROWS = ("r1", "r2", "r3")
FIELDS = [
    ("/data/n", ("", "0", "1", "2", "3", "x")),
    ("/data/any", ("", "yes", "no")),
    ("/data/g/x", ("", "1", "2", "9")),
    ("/data/g/deep/t", ("", "words")),
    ("/data/last", ("", "words")),
    *(
        (f"/data/row[{row}]/{name}", values)
        for row in ROWS
        for name, values in (("a", ("", "1", "2", "7")), ("b", ("", "yes", "no")))
    ),
    *((f"/data/row[{row}]/inner[i1]/z", ("", "4")) for row in ROWS),
]


@cache
def the_form() -> Definition:
    return definition(DATA)


SET = st.sampled_from(FIELDS).flatmap(
    lambda field: st.tuples(st.just("set"), st.just(field[0]), st.sampled_from(field[1]))
)
ADD = st.tuples(st.just("add"), st.just("/data/row"), st.sampled_from(ROWS))
ADD_INNER = st.tuples(st.just("add"), st.sampled_from([f"/data/row[{row}]/inner" for row in ROWS]), st.just("i1"))
REMOVE = st.tuples(st.just("remove"), st.just("/data/row"), st.sampled_from(ROWS))
UNSETTLE = st.tuples(st.just("unsettle"), st.sampled_from(["", "/data/n", "/data/row[r1]/a"]), st.just(""))
STEPS = st.lists(st.one_of(SET, SET, SET, ADD, ADD_INNER, REMOVE, UNSETTLE), max_size=25)


def state(response: LiveResponse) -> dict[str, object]:
    """All that can be asked of every field, group and row."""
    found: dict[str, object] = {}
    for item in response.definition.items:
        for path in response.paths(item):
            found[path] = (response.relevant(path), response.required(path), response.label(path))
            try:
                found[f"{path} value"] = (response.value(path), response.violation(path))
            except KeyError:
                continue
            if item.endswith("town"):
                found[f"{path} options"] = tuple(choice.name for choice in response.options(path))
    return found | {"progress": response.progress(), "missing": tuple(response.missing())}


def walked(
    steps: Sequence[tuple[str, str, str]],
) -> tuple[LiveResponse, dict[str, str], dict[str, list[str]], list[str]]:
    """A response after the steps, and what a store would hold: answers, rows and unsettled fields."""
    response = LiveResponse(the_form(), {}, CONTEXT)
    answers: dict[str, str] = {}
    unsettled: list[str] = []
    for verb, path, word in steps:
        try:
            if verb == "set":
                response.set(path, word)
                answers[path] = word
            elif verb == "add":
                response.add_row(path, word)
            elif verb == "remove":
                response.remove_row(path, word)
            else:
                unsettled = [path] if path else []
                response.unsettle(unsettled)
        except KeyError:
            continue
    rows = {"/data/row": list(response.rows("/data/row"))}
    for row in rows["/data/row"]:
        rows[f"/data/row[{row}]/inner"] = list(response.rows(f"/data/row[{row}]/inner"))
    there = [f"/data/row[{row}]" for row in rows["/data/row"]]
    kept = {
        p: t
        for p, t in answers.items()
        if "[" not in p or (p.startswith(tuple(there)) and ("inner" not in p or rows.get(p.partition("[i1]")[0])))
    }
    return response, kept, rows, unsettled


@given(STEPS)
@settings(max_examples=400, deadline=None)
def test_step_by_step_gives_what_computing_from_nothing_gives(steps: list[tuple[str, str, str]]) -> None:
    response, answers, rows, unsettled = walked(steps)
    fresh = LiveResponse(the_form(), answers, CONTEXT, rows=rows, unsettled=unsettled)
    assert state(response) == state(fresh)


@given(STEPS, SET)
@settings(max_examples=200, deadline=None)
def test_every_difference_is_announced(steps: list[tuple[str, str, str]], last: tuple[str, str, str]) -> None:
    response, *_ = walked(steps)
    before = state(response)
    try:
        changes = response.set(last[1], last[2])
    except KeyError:
        return
    after = state(response)
    for key in before.keys() | after.keys():
        if before.get(key) != after.get(key) and key.startswith("/"):
            assert key.partition(" ")[0] in changes.paths, key


@given(STEPS)
@settings(max_examples=100, deadline=None)
def test_what_depends_on_an_unsettled_field_is_never_hidden_by_it(steps: list[tuple[str, str, str]]) -> None:
    response, *_ = walked(steps)
    response.unsettle(["/data/n"])
    assert response.relevant("/data/any")
    assert response.relevant("/data/row")
    for row in response.rows("/data/row"):
        assert response.relevant(f"/data/row[{row}]")


@given(st.permutations(FIELDS[:5]))
@settings(max_examples=50, deadline=None)
def test_the_order_of_answers_does_not_matter(order: list[tuple[str, tuple[str, ...]]]) -> None:
    one, other = LiveResponse(the_form(), {}, CONTEXT), LiveResponse(the_form(), {}, CONTEXT)
    for path, values in order:
        one.set(path, values[-1])
    for path, values in FIELDS[:5]:
        other.set(path, values[-1])
    assert state(one) == state(other)
