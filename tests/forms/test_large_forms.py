"""Forms far larger than any checklist keep every value right; their times are in tests/benchmarks/bench_forms.py."""

from __future__ import annotations

from datetime import date

from tests.forms import large
from tests.forms.given import CONTEXT

from monitor_app.forms import LiveResponse, definition_from_xform


def opened(xform: bytes) -> LiveResponse:
    return LiveResponse(definition_from_xform(xform), {}, CONTEXT)


def test_two_thousand_questions_of_every_kind_open() -> None:
    response = opened(large.mixed(2_000))
    assert len(response.definition.items) >= 2_000
    last = "/data/g100/q"
    assert response.value(f"{last}2000") == "child"
    response.set(f"{last}1991", 20)
    assert response.value(f"{last}2000") == "adult 20"
    assert response.relevant(f"{last}1992")
    response.set(f"{last}1998", date(2026, 11, 1))
    response.set(f"{last}1994", 10)
    assert float(response.value(f"{last}1995")) == 11.8


def test_one_answer_runs_through_a_chain_of_a_thousand() -> None:
    response = opened(large.chain(1_000))
    for value in (1, 41, -3):
        response.set("/data/x0", value)
        assert int(response.value("/data/x1000")) == value + 1_000


def test_one_answer_fans_out_to_two_thousand() -> None:
    response = opened(large.fan(1_000))
    response.set("/data/x0", 500)
    assert [int(response.value(f"/data/x{number}")) for number in (1, 500, 1_000)] == [501, 1_000, 1_500]
    assert [response.relevant(f"/data/t{number}") for number in (1, 499, 500, 1_000)] == [True, True, False, False]


def test_one_row_of_a_thousand_keeps_the_totals_right() -> None:
    response = opened(large.rows(1_000))
    rows = response.rows("/data/row")
    assert len(rows) == 1_000
    response.set(f"/data/row[{rows[499]}]/price", 3)
    for quantity in (1, 7):
        response.set(f"/data/row[{rows[499]}]/qty", quantity)
        assert float(response.value("/data/total")) == 3 * quantity
        assert float(response.value("/data/taxes")) == 3 * quantity / 50


def test_one_more_row_after_a_thousand_is_counted() -> None:
    response = opened(large.rows(1_000))
    for count in (1_001, 1_002):
        response.set("/data/n", count)
        assert int(response.value("/data/nrows")) == len(response.rows("/data/row")) == count
