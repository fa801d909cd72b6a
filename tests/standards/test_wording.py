"""The words of the library: whole, in both languages, by the house's rules."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from monitor_app.base import installed_resources
from monitor_app.standards import Bilingual, load_agreements, load_facilities, load_library

RESOURCES = installed_resources()
LIBRARY = load_library(RESOURCES)


def _texts() -> Iterator[tuple[str, Bilingual]]:
    for provision in LIBRARY.provisions.values():
        yield provision.key, provision.paraphrase
        yield provision.key, provision.ref
    for instrument in LIBRARY.instruments.values():
        for text in (instrument.title, instrument.short_title, instrument.citation, instrument.body):
            yield instrument.id, text
        if instrument.notes.en:
            yield instrument.id, instrument.notes
    for topic in LIBRARY.sorting.topics.values():
        yield topic.key, topic.name
    for theme in LIBRARY.sorting.themes.values():
        yield theme.key, theme.name
    register, agreements = load_facilities(RESOURCES), load_agreements(RESOURCES)
    for kind in register.kinds.values():
        yield kind.key, kind.note
    for place in register.facilities.values():
        yield place.id, place.name
        for fact in place.facts:
            yield place.id, fact.text
    for agreement in agreements.agreements.values():
        for step in agreement.steps:
            yield agreement.province, step.what
    for fact in agreements.facts:
        yield "fact", fact.text


ALL = list(_texts())
PARAPHRASES = [(p.key, p.paraphrase) for p in LIBRARY.provisions.values()]


def test_nothing_is_empty_or_untidy() -> None:
    untidy = [key for key, text in ALL for one in (text.en, text.fr) if not one or one != one.strip() or "  " in one]
    assert untidy == []


def test_a_french_sign_has_its_no_break_space() -> None:
    plain = re.compile(r"[^\u00a0\u202f][;:?!»](?=\s|$)|«[^\u00a0\u202f]| [;:?!»]|'")
    assert [(key, text.fr) for key, text in ALL if plain.search(text.fr)] == []


def test_a_paraphrase_is_one_sentence_of_its_own_in_each_language() -> None:
    for key, text in PARAPHRASES:
        for one in (text.en, text.fr):
            assert one[0].isupper() or one[0].isdigit(), key
            assert one.endswith("."), key
        assert text.en != text.fr or len(text.en) < 25, key
        assert 0.6 <= len(text.fr) / len(text.en) <= 2.6, key


def test_the_french_is_french() -> None:
    english = re.compile(r"\b(the|and|with|must|shall|people|their|rights|detention of)\b", re.IGNORECASE)
    assert [(key, text.fr) for key, text in PARAPHRASES if english.search(text.fr)] == []


def test_figures_are_the_same_in_both_languages() -> None:
    def figures(text: str) -> list[str]:
        return sorted(re.findall(r"\d+", text.replace(":00", "")))

    assert [key for key, text in PARAPHRASES if figures(text.en) != figures(text.fr)] == []


def test_people_are_people_first_outside_official_titles() -> None:
    quoted = {"ccra:94.1"}
    assert [key for key, text in PARAPHRASES if "detainee" in text.en.lower() and key not in quoted] == []
    masculine = re.compile(r"\b(les|des|aux|un|le|du) (détenus?|prisonniers?)\b", re.IGNORECASE)
    assert [key for key, text in PARAPHRASES if masculine.search(text.fr)] == []


@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_long_paraphrase_stands_twice(language: str) -> None:
    long = [getattr(text, language) for _key, text in PARAPHRASES if len(getattr(text, language)) > 40]
    assert len(set(long)) == len(long)
