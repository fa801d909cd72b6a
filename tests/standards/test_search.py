"""Searching the library as people type."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor_app.base import Language, installed_resources
from monitor_app.standards import load_library

LIBRARY = load_library(installed_resources())
LANGUAGES = st.sampled_from(["en", "fr"])


@pytest.mark.parametrize(
    ("text", "language", "first"),
    [
        ("mandela 30", "en", "mandela:30"),
        ("MANDELA RULE 30", "en", "mandela:30"),
        ("règles nelson mandela 30", "fr", "mandela:30"),
        ("regles mandela 30", "fr", "mandela:30"),
        ("IRPA 57", "fr", "irpa:57(1)"),
        ("LIPR 57", "en", "irpa:57(1)"),
        ("s. 57", "en", "irpa:57(1)"),
        ("art. 57", "fr", "irpa:57(1)"),
        ("142(5)", "en", "irpa:142(5)"),
        ("nids 4.2", "en", "nids:4.2"),
        ("hunger strike", "en", "nids:4.2"),
        ("greve de la faim", "fr", "nids:4.2"),
        ("solitary 22 hours", "en", "mandela:44"),
        ("isolement 15 jours consecutifs", "fr", "mandela:44"),
        ("principe xxii", "fr", "iachr:xxii"),
    ],
)
def test_the_provision_meant_comes_first(text: str, language: Language, first: str) -> None:
    assert LIBRARY.search(text, language)[0].key == first


def test_the_beginning_of_a_word_is_enough_but_a_number_is_whole() -> None:
    keys = [p.key for p in LIBRARY.search("segreg", "en")]
    assert "bangkok:22" in keys
    assert "mandela:12" not in [p.key for p in LIBRARY.search("mandela 1", "en")]


def test_a_topic_finds_what_does_not_say_its_name() -> None:
    assert "bangkok:22" in [p.key for p in LIBRARY.search("solitary confinement bangkok", "en")]


def test_an_empty_search_and_an_unknown_word_find_nothing() -> None:
    assert LIBRARY.search("", "en") == ()
    assert LIBRARY.search(" ,.; ", "fr") == ()
    assert LIBRARY.search("zzzzzz", "en") == ()


@given(st.sampled_from(sorted(LIBRARY.provisions)), LANGUAGES)
def test_every_provision_is_found_by_its_own_citation(key: str, language: Language) -> None:
    assert key in [p.key for p in LIBRARY.search(LIBRARY.cite(key, language), language)]


@given(st.text(max_size=40), LANGUAGES)
def test_case_and_accents_make_no_difference_and_nothing_breaks_it(text: str, language: Language) -> None:
    found = LIBRARY.search(text, language)
    assert len(set(found)) == len(found)
    if text.isascii():
        assert LIBRARY.search(text.upper(), language) == LIBRARY.search(text.lower(), language)


@given(st.sampled_from(["health", "family", "search", "food", "review", "child"]), LANGUAGES)
def test_more_words_never_find_more(word: str, language: Language) -> None:
    wide = {p.key for p in LIBRARY.search(word, language)}
    assert {p.key for p in LIBRARY.search(f"{word} mandela", language)} <= wide


@pytest.mark.parametrize("text", ["s", "sa", "san", "sante", "sante mentale", "fouille a nu", "57", "mandela 30"])
def test_every_beginning_of_what_is_typed_finds_something(text: str) -> None:
    assert LIBRARY.search(text, "fr")
