"""Damaged and hostile forms: each is refused with a sentence or read; none raises anything else, none hangs."""

from __future__ import annotations

import random
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from tests.forms.given import CONTEXT, definition, form, live, table

from monitor_app.forms import LiveResponse, check, convert

COLUMNS = "type;name;label;relevant;constraint;calculation;required;choice_filter"
DATA = form(
    COLUMNS,
    "integer;n;N",
    "begin_group;g;G;${n} > 1",
    "select_one yn;a;A;;. != 'no'",
    "select_one town;t;T;;;;yes;region = ${a}",
    "end_group;g",
    "begin_repeat;row;Rows",
    "integer;x;X ${n}",
    "calculate;y;;;;${x} * ${n}",
    "end_repeat;row",
    "calculate;total;;;;sum(${x})",
    choices=("town;u;U;yes", "town;v;V;no"),
)


@cache
def xform() -> bytes:
    return convert(DATA, "form.md")


@given(st.integers(), st.integers(1, 6))
@settings(max_examples=150, deadline=None)
def test_an_xform_with_parts_moved_and_lost_is_refused_or_works(seed: int, changes: int) -> None:
    chance = random.Random(seed)
    root = etree.fromstring(xform())
    for _ in range(changes):
        element = chance.choice(list(root.iter()))
        parent = element.getparent()
        action = chance.randrange(4)
        if action == 0 and parent is not None:
            parent.remove(element)
        elif action == 1 and element.attrib:
            del element.attrib[chance.choice(list(element.attrib))]
        elif action == 2 and element.attrib:
            name = chance.choice(list(element.attrib))
            element.set(
                name, chance.choice(["/data/nowhere", "..", "/data/row", "1 +", "//*", "", "true()", "/data/total"])
            )
        elif parent is not None and parent.getparent() is not None:
            inside = set(element.iter())
            chance.choice([other for other in root.iter() if other not in inside]).append(element)
    result = check(etree.tostring(root), "form.xml")
    assert (result.definition is None) == bool(result.faults)
    if result.definition is not None:
        used(LiveResponse(result.definition, {}, CONTEXT))


def used(response: LiveResponse) -> None:
    """Touches everything once."""
    response.begin()
    for path in list(response.definition.items):
        for place in response.paths(path):
            response.label(place)
            try:
                response.set(place, "1")
                response.violation(place)
            except KeyError:
                continue
    response.progress()


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_a_sheet_with_cells_mixed_up_is_refused_or_works(data: st.DataObject) -> None:
    words = [
        "",
        "text",
        "a",
        "n",
        "${n}",
        "${",
        "begin_group",
        "end_group",
        "begin_repeat",
        "end_repeat",
        "select_one yn",
    ]
    words += ["integer", ". > 1", "calculate", "yes", "note", "1 div 0", "${n} + ${a}", "select_multiple town", "//*"]
    cell = st.sampled_from(words)
    rows = data.draw(st.lists(st.lists(cell, min_size=1, max_size=8), max_size=8))
    sheet = form(COLUMNS, *(";".join(row) for row in rows), choices=("town;u;U;yes",))
    result = check(sheet, "form.md")
    assert (result.definition is None) == bool(result.faults)
    if result.definition is not None:
        used(LiveResponse(result.definition, {}, CONTEXT))


@given(st.binary(max_size=200), st.sampled_from(["form.md", "form.xlsx", "form.xml", "form", "form.docx"]))
@settings(max_examples=200, deadline=None)
def test_any_bytes_are_refused_or_read(data: bytes, filename: str) -> None:
    result = check(data, filename)
    assert (result.definition is None) == bool(result.faults)


def test_rows_that_count_rows_that_count_rows_stop_growing() -> None:
    data = form(
        "type;name;label;repeat_count",
        "begin_repeat;a;A;5000",
        "begin_repeat;b;B;5000",
        "begin_repeat;c;C;5000",
        "text;t;T",
        "end_repeat;c",
        "end_repeat;b",
        "end_repeat;a",
    )
    found = definition(data)
    response = LiveResponse(found, {}, CONTEXT)
    assert len(response.rows("/data/a")) <= 5000
    assert len(response.paths("/data/a/b/c/t")) < 100_000


def test_formulas_that_read_everything_are_refused() -> None:
    rows = [f"integer;q{number};Q" for number in range(2_000)]
    rows += [f"calculate;c{number};;;;count(//*)" for number in range(2_000)]
    result = check(form(COLUMNS, *rows), "form.md")
    assert [fault.kind for fault in result.faults] in (["forms.too-much-logic"], ["forms.cycle"])


def test_a_place_asked_of_a_repeat_without_rows_is_no_accident() -> None:
    data = form(
        COLUMNS,
        "text;a;A",
        "begin_repeat;row;Rows;position(.) = 1 and count(preceding-sibling::*) >= 0",
        "text;t;T",
        "end_repeat;row",
    )
    response = live(data)
    response.add_row("/data/row", "r1")
    assert response.rows("/data/row") == ("r1",)


def test_a_sheet_of_ten_thousand_rows_is_sound() -> None:
    result = check(
        table("survey", "type;name;label", *(f"text;q{number};Q" for number in range(9_999))).encode(), "f.md"
    )
    assert result.definition is not None
    assert len(list(result.definition.questions())) == 9_999
