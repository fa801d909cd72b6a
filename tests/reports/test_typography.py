"""Typography: French spaces, one no-break space, nothing invisible, nothing that looks like markup."""

import unicodedata
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor_app.reports.typography import markup, prepared

LANGUAGES = st.sampled_from(["en", "fr"])


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Qui l’a vu? Personne.", "Qui l’a vu\u00a0? Personne."),
        ("Oui ; non !", "Oui\u00a0; non\u00a0!"),
        ("Motif : aucun", "Motif\u00a0: aucun"),
        ("Motif: aucun", "Motif\u00a0: aucun"),
        ("à 12:30, rien", "à 12:30, rien"),
        ("« à chaque relève »", "«\u00a0à chaque relève\u00a0»"),
        ("«ici»", "«\u00a0ici\u00a0»"),
        ("Enregistré\u202f?", "Enregistré\u00a0?"),
        ("5 % des gens", "5\u00a0% des gens"),
        ("https://exemple.org/a?b", "https://exemple.org/a?b"),
    ],
)
def test_french_has_its_no_break_spaces(typed, printed):
    assert prepared(typed, "fr") == printed


def test_english_is_left_as_it_was_typed():
    assert prepared("Who saw it ? Nobody: none!", "en") == "Who saw it ? Nobody: none!"


def test_a_suppressed_count_never_breaks_after_its_sign():
    assert prepared("< 5 and < 12", "en") == "<\u00a05 and <\u00a012"


def test_decomposed_accents_are_composed_and_invisible_characters_dropped():
    assert prepared("e\u0301te\u0301\u200b\u00ad\u202e", "fr") == "été"


@given(st.text(), LANGUAGES)
def test_preparing_twice_changes_nothing_more(text, language):
    once = prepared(text, language)
    assert prepared(once, language) == once


@given(st.text(), LANGUAGES)
def test_prepared_text_is_composed_and_holds_no_control_character(text, language):
    done = prepared(text, language)
    assert unicodedata.is_normalized("NFC", done)
    assert not [char for char in done if char != "\n" and unicodedata.category(char) in ("Cc", "Cf")]


@given(st.text(alphabet="<>&/b\"' nr=\n"), LANGUAGES)
def test_what_looks_like_markup_stays_text(text, language):
    tree = ElementTree.fromstring(f"<p>{markup(text, language)}</p>")
    assert {child.tag for child in tree} <= {"br"}
