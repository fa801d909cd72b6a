"""Facilities and agreements that come with the app."""

from __future__ import annotations

from pathlib import Path

import pytest

from monitor_app.base import Problem, Resources, installed_resources, speak
from monitor_app.base.problems import standards as problems
from monitor_app.standards import (
    FacilityStatus,
    Sureness,
    When,
    load_agreements,
    load_facilities,
    load_library,
)

RESOURCES = installed_resources()
EN, FR = speak("en", RESOURCES), speak("fr", RESOURCES)


def test_the_known_facilities_are_there_each_with_its_time_zone() -> None:
    facilities = load_facilities(RESOURCES).facilities
    assert {place.id: place.time_zone for place in facilities.values()} == {
        "laval": "America/Toronto",
        "toronto": "America/Toronto",
        "surrey": "America/Vancouver",
        "vancouver-airport": "America/Vancouver",
        "sainte-anne-des-plaines": "America/Toronto",
    }
    assert facilities["vancouver-airport"].status is FacilityStatus.CLOSED


def test_short_term_cells_and_provincial_jails_are_kinds_without_an_invented_place() -> None:
    register = load_facilities(RESOURCES)
    assert {"short_term_cells", "provincial_jail"} <= set(register.kinds)
    assert {place.kind for place in register.facilities.values()} == {
        "immigration_holding_centre",
        "designated_station",
    }


def test_a_capacity_names_its_source_and_the_year_where_it_is_known() -> None:
    register = load_facilities(RESOURCES)
    figures = {p.id: [(c.places, c.year) for c in p.capacities] for p in register.facilities.values()}
    assert figures["laval"] == [(144, 2016)]
    assert figures["toronto"] == [(195, 2016)]
    assert figures["vancouver-airport"] == [(24, None)]
    assert all(c.source.en and c.source.fr for p in register.facilities.values() for c in p.capacities)


def test_what_is_not_certain_is_marked_to_be_checked() -> None:
    laval = load_facilities(RESOURCES).facilities["laval"]
    assert [fact.sureness for fact in laval.facts] == [Sureness.KNOWN, Sureness.TO_BE_CHECKED]
    agreements = load_agreements(RESOURCES).agreements
    assert agreements["QC"].last_day is None
    assert agreements["ON"].sureness is Sureness.TO_BE_CHECKED
    assert agreements["BC"].sureness is Sureness.KNOWN


def test_all_ten_provinces_end_with_their_last_step() -> None:
    agreements = load_agreements(RESOURCES).agreements
    assert set(agreements) == {"BC", "NS", "AB", "SK", "MB", "QC", "NB", "ON", "PE", "NL"}
    for agreement in agreements.values():
        steps = [step.when.iso for step in agreement.steps]
        assert steps == sorted(steps)
        assert agreement.last_day in (None, agreement.steps[-1].when)


def test_the_provisions_that_facts_rest_on_exist() -> None:
    library = load_library(RESOURCES)
    register, agreements = load_facilities(RESOURCES), load_agreements(RESOURCES)
    cited = [key for kind in register.kinds.values() for key in kind.provisions]
    cited += [key for place in register.facilities.values() for fact in place.facts for key in fact.provisions]
    cited += [key for fact in agreements.facts for key in fact.provisions]
    assert cited
    assert all(library.find(key) for key in cited)


def test_the_review_intervals_are_said_with_their_provisions() -> None:
    rests_on = {key for fact in load_agreements(RESOURCES).facts for key in fact.provisions}
    assert {"irpa:57(1)", "irpa:57(2)", "irpa:57.1"} <= rests_on


@pytest.mark.parametrize(
    ("iso", "en", "fr"),
    [
        ("2024", "2024", "2024"),
        ("2022-07", "Jul 2022", "juill. 2022"),
        ("2023-10-31", "31 Oct 2023", "31 oct. 2023"),
        ("2023-09-01", "1 Sep 2023", "1er sept. 2023"),
    ],
)
def test_a_day_is_said_as_well_as_it_is_known(iso: str, en: str, fr: str) -> None:
    assert (When(iso).said(EN), When(iso).said(FR)) == (en, fr)


def test_labels_are_said_in_both_languages() -> None:
    for words in (EN, FR):
        assert len({s.label(words) for s in Sureness} | {s.label(words) for s in FacilityStatus}) == 4


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"kind": "designated_station"', '"kind": "castle"'),
        ('"time_zone": "America/Toronto"', '"time_zone": "America/Nowhere"'),
        ('"status": "operational"', '"status": "perhaps"'),
        ('"sureness": "known"', '"sureness": "rumour"'),
        ('"places": 144', '"places": 0'),
        ('"places": 144', '"places": true'),
        ('"id": "toronto"', '"id": "laval"'),
    ],
)
def test_damaged_facilities_are_a_problem(tmp_path: Path, old: str, new: str) -> None:
    with pytest.raises(Problem) as caught:
        load_facilities(_copy(tmp_path, "facilities.json", old, new))
    assert caught.value.kind is problems.DAMAGED


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"when": "2022-07"', '"when": "2022-13"'),
        ('"when": "2022-07"', '"when": "202207"'),
        ('"when": "2022-07"', '"when": ""'),
        ('"last_day": "2024"', '"last_day": 2024'),
        ('"province": "BC"', '"province": "NS"'),
    ],
)
def test_damaged_agreements_are_a_problem(tmp_path: Path, old: str, new: str) -> None:
    with pytest.raises(Problem) as caught:
        load_agreements(_copy(tmp_path, "agreements.json", old, new))
    assert caught.value.kind is problems.DAMAGED


def _copy(folder: Path, name: str, old: str, new: str) -> Resources:
    text = RESOURCES.text("facilities", name)
    assert old in text
    (folder / "facilities").mkdir()
    (folder / "facilities" / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    return Resources(folder)
