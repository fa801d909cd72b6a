"""The standards library through its door: looking up, citing, standing, corrections."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from monitor_app.base import LANGUAGES, Problem, Resources, installed_resources, speak
from monitor_app.base.problems import standards as problems
from monitor_app.standards import Correction, Library, Standing, load_library

RESOURCES = installed_resources()
EN, FR = speak("en", RESOURCES), speak("fr", RESOURCES)


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library(RESOURCES)


def test_every_instrument_provision_and_topic_is_there(library: Library) -> None:
    assert len(library.instruments) == 62
    assert len(library.provisions) == 664
    assert (len(library.sorting.topics), len(library.sorting.themes), len(library.sorting.fields)) == (52, 8, 4)


def test_the_standings_are_those_of_the_research(library: Library) -> None:
    counted = {s: sum(p.standing is s for p in library.provisions.values()) for s in Standing}
    assert counted == {
        Standing.TEXT: 435,
        Standing.COORDINATOR: 0,
        Standing.NUMBER: 117,
        Standing.CITED: 22,
        Standing.OPEN: 90,
    }


def test_only_a_provision_read_in_its_text_is_confirmed(library: Library) -> None:
    assert library.provision("mandela:30").confirmed
    assert not library.provision("nids:4.2").confirmed
    assert not library.provision("bangkok:22").confirmed
    assert not library.provision("havana:12").confirmed


def test_whatever_was_verified_names_where_it_was_seen(library: Library) -> None:
    unsourced = [p.key for p in library.provisions.values() if not p.source and p.standing is not Standing.OPEN]
    assert unsourced == []


def test_a_provision_is_cited_in_both_languages(library: Library) -> None:
    assert library.cite("mandela:30", "en") == "Nelson Mandela Rules, Rule 30"
    assert library.cite("mandela:30", "fr") == "Règles Nelson Mandela, Règle 30"
    assert library.cite("irpa:57(1)", "en") == "IRPA, s. 57(1)"
    assert library.cite("irpa:57(1)", "fr") == "LIPR, art.\u00a057(1)"


def test_no_two_provisions_are_cited_alike(library: Library) -> None:
    for language in LANGUAGES:
        cited = [library.cite(key, language) for key in library.provisions]
        assert len(set(cited)) == len(cited)


def test_an_unknown_provision_is_a_problem_that_names_it_and_find_is_quiet(library: Library) -> None:
    assert library.find("mandela:999") is None
    with pytest.raises(Problem) as caught:
        library.cite("mandela:999", "en")
    assert caught.value.kind is problems.UNKNOWN_PROVISION
    assert "mandela:999" in caught.value.say(EN).happened


def test_each_standing_has_its_own_sentence_in_both_languages(library: Library) -> None:
    keys = ("mandela:30", "nids:4.2", "bangkok:22", "havana:12")
    for words in (EN, FR):
        assert len({library.provision(key).say_standing(words) for key in keys}) == 4
        assert len({standing.label(words) for standing in Standing}) == len(Standing)
    assert library.provision("nids:4.2").standing.label(EN) == "number checked only"


def test_the_french_is_ours_until_a_person_confirms_it(library: Library) -> None:
    provision = library.provision("mandela:30")
    assert provision.say_french(EN) == "The French wording is ours until a person confirms it."
    assert provision.corrected(Correction("text", "2026-11-18", "C", confirmed_fr=True)).say_french(EN) == ""
    assert not any(p.french_confirmed for p in library.provisions.values())
    assert not any(i.french_confirmed for i in library.instruments.values())


def test_a_coordinator_confirms_a_provision_without_changing_a_word(library: Library) -> None:
    check = Correction(source="the printed resolution", date="2026-11-18", by="Coordinator 1")
    after = library.with_corrections({"havana:12": check})
    was, now = library.provision("havana:12"), after.provision("havana:12")
    assert not was.confirmed and now.confirmed
    assert now.standing.label(EN) == "confirmed by coordinator"
    assert (now.ref, now.paraphrase) == (was.ref, was.paraphrase)
    assert now.say_standing(EN) == "Confirmed by Coordinator 1 on 18 Nov 2026 with the printed resolution."
    assert "18 nov. 2026" in now.say_standing(FR)


def test_a_correction_replaces_only_what_it_gives_and_leaves_the_library_before_it_alone(library: Library) -> None:
    correction = Correction("text", "2026-11-18", "C", paraphrase_en="New wording.", ref_fr="Règle 12, par. 1")
    after = library.with_corrections({"havana:12": correction, "unknown:1": correction})
    assert after.provision("havana:12").wording("en") == "New wording."
    assert after.provision("havana:12").wording("fr") == library.provision("havana:12").wording("fr")
    assert after.cite("havana:12", "fr") == "Règles de La Havane, Règle 12, par. 1"
    assert library.provision("havana:12").wording("en") != "New wording."
    assert after.find("unknown:1") is None
    assert len(after.provisions) == len(library.provisions)


def test_search_finds_the_corrected_wording_and_no_longer_the_old_one(library: Library) -> None:
    library.search("anything", "en")
    after = library.with_corrections({"havana:12": Correction("t", "2026-11-18", "C", paraphrase_en="Xylophones.")})
    assert [p.key for p in after.search("xylophones", "en")] == ["havana:12"]
    assert library.search("xylophones", "en") == ()


def test_a_correction_whose_date_is_no_day_is_said_as_it_was_written(library: Library) -> None:
    provision = library.provision("havana:12").corrected(Correction("t", "last week", "C"))
    assert "last week" in provision.say_standing(EN)


def test_every_topic_has_provisions_a_theme_and_a_field(library: Library) -> None:
    for topic in library.sorting.topics.values():
        found = library.for_topic(topic.key)
        assert found and all(topic.key in p.topics for p in found)
        assert [p.confirmed for p in found] == sorted((p.confirmed for p in found), reverse=True)
        theme = library.theme_of(topic.key)
        assert theme is not None
        assert library.field_of(theme.key) is not None
    assert library.theme_of("weather") is None
    assert library.field_of("weather") is None


def test_the_themes_lie_in_the_fields_of_the_mandate(library: Library) -> None:
    fields = {key: {t.key for t in library.sorting.themes.values() if t.field == key} for key in library.sorting.fields}
    assert fields == {
        "treatment": {"treatment", "vulnerable", "staff"},
        "conditions": {"conditions", "health", "activities"},
        "legal": {"legal"},
        "family": {"family"},
    }


def test_the_provisions_of_an_instrument_are_its_own(library: Library) -> None:
    assert sum(len(library.provisions_of(i)) for i in library.instruments) == 664
    assert {p.instrument for p in library.provisions_of("irpa")} == {"irpa"}
    assert library.instrument_of("irpa:60").short_title.en == "IRPA"
    assert library.provisions_of("nothing") == ()


def test_an_instrument_says_its_force_and_reach_in_both_languages(library: Library) -> None:
    for words in (EN, FR):
        assert len({i.say_force(words) for i in library.instruments.values()}) == 4
        assert len({i.say_reach(words) for i in library.instruments.values()}) == 5
    assert library.instruments["irpa"].say_force(EN) == "Domestic, binding"
    assert library.instruments["mandela"].say_force(EN) == "International, not binding"


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: text[: len(text) // 2],
        lambda text: "",
        lambda text: "[]",
        lambda text: text.replace('"format": 1', '"format": 2', 1),
        lambda text: text.replace('"key": "mandela:1"', '"key": "mandela:3"', 1),
        lambda text: text.replace('"key": "mandela:1"', '"key": "other:1"', 1),
        lambda text: text.replace('"id": "bop"', '"id": "mandela"', 1),
        lambda text: text.replace('"topics": ["treatment_dignity"', '"topics": ["weather"', 1),
        lambda text: text.replace('"topics": ["treatment_dignity"', '"topics": [7', 1),
        lambda text: text.replace('"basis": "text"', '"basis": "rumour"', 1),
        lambda text: text.replace('"scope": "domestic"', '"scope": "lunar"', 1),
        lambda text: text.replace('"binding": true', '"binding": 1', 1),
        lambda text: text.replace('"year": 2015', '"year": "2015"', 1),
        lambda text: text.replace('"fr": "Règle 1"', '"fr": ""', 1),
        lambda text: text.replace('"provisions": [', '"provisions": [3,', 1),
        lambda text: text.replace('"provisions": [', '"provision": [', 1),
        lambda text: "[" * 100_000,
    ],
)
def test_a_damaged_library_is_a_problem_that_names_the_file(tmp_path: Path, damage: Callable[[str], str]) -> None:
    text = RESOURCES.text("standards", "library.json")
    assert damage(text) != text
    copy = _copy(tmp_path, library=damage(text))
    with pytest.raises(Problem) as caught:
        load_library(copy)
    assert caught.value.kind is problems.DAMAGED
    assert "standards/library.json" in caught.value.say(FR).happened


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"theme": "family"', '"theme": "weather"'),
        ('"field": "family"', '"field": "weather"'),
        ('"key": "visits"', '"key": "family_contact"'),
        ('"key": "visits"', '"key": ""'),
    ],
)
def test_damaged_topics_are_a_problem(tmp_path: Path, old: str, new: str) -> None:
    text = RESOURCES.text("standards", "topics.json")
    copy = _copy(tmp_path, topics=text.replace(old, new, 1))
    with pytest.raises(Problem) as caught:
        load_library(copy)
    assert caught.value.kind is problems.DAMAGED


def test_a_library_that_is_not_installed_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(Problem) as caught:
        load_library(Resources(tmp_path))
    assert caught.value.kind is problems.DAMAGED


def test_the_keys_that_checklists_cite_never_change(library: Library) -> None:
    with (Path(__file__).parent / "keys.tsv").open(encoding="utf-8", newline="") as stream:
        frozen = [row[0] for row in csv.reader(stream, delimiter="\t")]
    assert list(library.provisions) == frozen


def _copy(folder: Path, library: str | None = None, topics: str | None = None) -> Resources:
    (folder / "standards").mkdir()
    for name, text in (("library.json", library), ("topics.json", topics)):
        whole = RESOURCES.text("standards", name) if text is None else text
        (folder / "standards" / name).write_text(whole, encoding="utf-8")
    return Resources(folder)
