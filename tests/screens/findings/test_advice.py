"""Advice on recommendations: what it praises, what it asks for, and that it never forbids."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor_app.base import Language, installed_resources, speak
from monitor_app.ui.findings.advice import advice, names_action, soft_words

WORDS = speak("en", installed_resources())
TODAY = date(2026, 11, 18)
LATER = date(2027, 1, 31)


def test_an_action_an_addressee_and_a_date_are_praised_in_one_line() -> None:
    found = advice("Answer every night call within five minutes.", "en", "The operator", LATER, TODAY, WORDS)
    assert [(one.good, one.text) for one in found] == [(True, "Names an action, an addressee and a date")]


def test_nothing_is_said_while_nothing_is_written() -> None:
    assert advice("", "en", " ", None, TODAY, WORDS) == ()


def test_each_missing_part_has_its_own_line() -> None:
    found = advice("Better food", "en", "", None, TODAY, WORDS)
    assert len(found) == 3
    assert not any(one.good for one in found)


def test_a_date_that_is_over_is_named() -> None:
    found = advice("Translate the complaint forms.", "en", "The operator", date(2026, 1, 1), TODAY, WORDS)
    assert [one.text for one in found] == ["The date is over already."]


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        ("Answer every night call.", "en", True),
        ("The night calls are late", "en", False),
        ("Better food", "en", False),
        ("Répondre à chaque appel de nuit.", "fr", True),
        ("Ne pas limiter les appels.", "fr", True),
        ("Les appels sont limités.", "fr", False),
    ],
)
def test_a_deed_begins_with_a_verb(text: str, language: Language, names: bool) -> None:
    assert names_action(text, language) is names


def test_phrases_that_let_the_addressee_off_are_named() -> None:
    assert soft_words("Consider answering the calls", "en") == "consider"
    assert soft_words("Envisager de répondre aux appels", "fr") == "envisager"
    assert soft_words("A considerable change", "en") == ""


@given(text=st.text(max_size=200), addressee=st.text(max_size=40), due=st.none() | st.dates())
def test_any_words_get_advice_or_none_but_never_an_error(text: str, addressee: str, due: date | None) -> None:
    for language in ("en", "fr"):
        found = advice(text, language, addressee, due, TODAY, WORDS)
        assert all(one.text for one in found)
        assert len([one for one in found if one.good]) in (0, len(found))
