"""Content: one encoding, derived lists, and what a shareable report may not hold."""

import json
from dataclasses import replace
from datetime import date

import pytest
from tests.reports.sample import bare, sample, sample_fr
from tests.reports.sample_findings import F1, F4, THEMES

from monitor_app.reports import (
    Provision,
    Recommendation,
    all_findings,
    canonical_json,
    content_hash,
    recommendations_by_date,
    shareable,
    standards_cited,
)


def test_the_canonical_json_is_sorted_without_spaces_and_opens_without_the_app():
    data = canonical_json(sample())
    value = json.loads(data)
    assert data == json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
    assert value["format"] == "monitor-visit-report"
    assert value["cover"]["first_date"] == "2026-11-03"
    assert value["themes"][0]["findings"][0]["recommendations"][0]["number"] == "1.1"


def test_equal_contents_have_equal_hashes_and_any_change_another():
    one = sample()
    assert content_hash(one) == content_hash(sample())
    others = [replace(one, version=2), replace(one, number="IDM-2026-042"), replace(one, unanswered=3), sample_fr()]
    assert len({content_hash(one), *map(content_hash, others)}) == 5


def test_a_shareable_report_holds_no_urgent_matters_and_no_judgements_also_in_its_data():
    shared = shareable(sample())
    assert shared.variant == "shareable"
    data = canonical_json(shared)
    assert b"Medication held in the property store" not in data
    assert "Médicaments gardés".encode() not in data
    assert b"T-01" not in data
    with pytest.raises(ValueError, match="shareable"):
        replace(sample(), variant="shareable")


def test_a_final_report_names_its_signer():
    with pytest.raises(ValueError, match="signer"):
        replace(bare(), state="final")


def test_recommendations_are_listed_by_date_then_by_number_as_numbers():
    theme = replace(
        THEMES[0],
        findings=(
            replace(
                F1,
                recommendations=tuple(
                    Recommendation(number, "Do it.", due=due)
                    for number, due in (("1.10", date(2027, 1, 1)), ("1.9", date(2027, 1, 1)), ("1.1", None))
                ),
            ),
        ),
    )
    listed = recommendations_by_date(replace(sample(), themes=(theme,)))
    assert [one.number for one in listed] == ["1.9", "1.10", "1.1"]


def test_each_provision_is_cited_once_with_all_its_findings_and_grouped_by_instrument():
    shared = F1.provisions[1]
    themes = (replace(THEMES[0], findings=(F1, replace(F4, provisions=(*F4.provisions, shared)))),)
    cited = standards_cited(replace(sample(), themes=themes))
    assert [one.findings for one in cited if one.provision.key == shared.key] == [(1, 4)]
    instruments = [one.provision.instrument for one in cited]
    assert instruments == sorted(instruments, key=instruments.index)


def test_provisions_of_one_instrument_stand_in_the_order_of_their_numbers():
    provisions = tuple(Provision(f"k{n}", f"Rule {n}", "Rules", provision=f"Rule {n}") for n in (30, 4, 100))
    themes = (replace(THEMES[0], findings=(replace(F1, provisions=provisions),)),)
    cited = standards_cited(replace(sample(), themes=themes))
    assert [one.provision.provision for one in cited] == ["Rule 4", "Rule 30", "Rule 100"]


def test_a_bare_draft_is_complete_in_itself():
    assert all_findings(bare()) == ()
    assert recommendations_by_date(bare()) == ()
    assert standards_cited(bare()) == ()
