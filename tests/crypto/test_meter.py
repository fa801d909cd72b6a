"""The strength meter: honest in both languages, measuring no endless text, never remembering what was typed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from zxcvbn import matching

from monitor_app.base import LANGUAGES, Language, Words, installed_resources, speak, system_randomness
from monitor_app.crypto import Strength, holding_time, score_word, strength, suggest_phrase

ENGLISH = speak("en", installed_resources())
FRENCH = speak("fr", installed_resources())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_suggested_phrase_is_strong(language: Language) -> None:
    for _ in range(20):
        found = strength(suggest_phrase(language, system_randomness))
        assert found.score == 4
        assert found.guesses_log10 > 12
        assert (found.warning, found.advice) == ("", ())


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_word_of_the_lists_is_weak_with_or_without_accents(language: Language) -> None:
    word = "académie" if language == "fr" else "absorb"
    assert strength(word).score <= 1
    assert strength(word.replace("é", "e")).score <= 1


@pytest.mark.parametrize(
    ("passphrase", "warning"),
    [
        ("password", "Many people use this or something close to it."),
        ("tabarnak", "Many people use this or something close to it."),
        ("motdepasse", "Many people use this or something close to it."),
        ("qwertzuio", ""),
        ("zxcvbnm,./", "Keys that lie side by side are easy to guess."),
        ("aaaaaaaaaaaa", "Repeated words or characters add little."),
        ("abcdefghijk", "Runs such as abc or 6543 are easy to guess."),
        ("14/03/1987", "Dates and years are easy to guess."),
        ("1987", "Dates and years are easy to guess."),
        ("thomasina", "Names are easy to guess."),
        ("gullible", "A single word is easy to guess."),
        ("x7k", ""),
    ],
)
def test_what_weakens_a_passphrase_is_named(passphrase: str, warning: str) -> None:
    found = strength(passphrase)
    assert found.score <= 2
    if passphrase != "qwertzuio":
        assert found.warning == warning
    assert found.advice[0] == "Use four or more words that have nothing to do with each other."


def test_a_word_among_others_is_not_called_single() -> None:
    assert strength("gullible 7f").warning == ""


def test_words_others_connect_with_the_person_are_weak() -> None:
    hints = ["Marguerite Tremblay-Kowalczyk", "", "Surrey holding centre"]
    with_hints = strength("tremblay-kowalczyk", hints)
    assert with_hints.score == 0
    assert with_hints.warning == "Others can connect these words with you."
    assert strength("tremblay-kowalczyk").guesses_log10 > with_hints.guesses_log10


@pytest.mark.parametrize(
    ("passphrase", "advice"),
    [
        ("Gullible", "Capital letters add little."),
        ("p@ssw0rd", "Signs in place of letters, such as @ for a, add little."),
        ("elbillug", "Words spelled backwards add little."),
    ],
)
def test_tricks_that_add_little_are_named(passphrase: str, advice: str) -> None:
    assert advice in strength(passphrase).advice


def test_nothing_typed_is_very_weak() -> None:
    assert strength("") == Strength(0, 0.0, "", ("Use four or more words that have nothing to do with each other.",))


def test_a_longer_phrase_is_never_weaker_than_its_beginning_to_the_measured_length() -> None:
    phrase = suggest_phrase("en", lambda count: bytes(range(7, 7 + count)), words=12)
    found = [strength(" ".join(phrase.split()[:count])).guesses_log10 for count in range(1, 13)]
    assert found == sorted(found)


def test_what_stands_after_the_measured_length_does_not_count() -> None:
    assert strength("ab" * 50 + "x" * 900) == strength("ab" * 50)


def test_of_many_different_signs_only_the_first_forty_are_measured() -> None:
    tricks = "4@8({[<369!1|70$5+%2" * 50
    assert strength(tricks) == strength(tricks[:40])
    assert strength(tricks).score > 2
    every_sign = "".join(map(chr, range(33, 127))) * 3
    assert strength(every_sign) == strength(every_sign[:40])
    assert strength(every_sign).guesses_log10 > 3


def test_hints_are_not_left_in_the_library() -> None:
    strength("words", ["Marguerite"])
    assert "marguerite" not in str(matching.RANKED_DICTIONARIES.get("user_inputs", {}))


@settings(max_examples=40, deadline=None)
@given(text=st.text(max_size=60))
def test_any_text_is_measured(text: str) -> None:
    found = strength(text)
    assert 0 <= found.score <= 4
    assert found.guesses_log10 >= 0


def says(guesses_log10: float, words: Words = ENGLISH) -> str:
    return holding_time(Strength(0, guesses_log10, "", ()), words)


def test_the_holding_time_is_said_in_a_unit_people_grasp() -> None:
    assert says(3.9) == "Someone who takes this laptop guesses it in less than a second."
    assert says(4.0) == "Someone who takes this laptop needs about 1 second to guess it."
    assert says(5.0) == "Someone who takes this laptop needs about 10 seconds to guess it."
    assert says(6.0) == "Someone who takes this laptop needs about 1 minute to guess it."
    assert says(7.5) == "Someone who takes this laptop needs about 52 minutes to guess it."
    assert says(8.0) == "Someone who takes this laptop needs about 2 hours to guess it."
    assert says(9.0) == "Someone who takes this laptop needs about 1 day to guess it."
    assert says(11.0) == "Someone who takes this laptop needs about 115 days to guess it."
    assert says(12.0) == "Someone who takes this laptop needs about 3 years to guess it."
    assert says(13.4) == "Someone who takes this laptop needs about 79 years to guess it."
    assert says(13.6) == "Someone who takes this laptop needs centuries to guess it."
    assert says(400.0) == "Someone who takes this laptop needs centuries to guess it."


def test_the_meter_speaks_both_languages() -> None:
    assert [score_word(score, ENGLISH) for score in range(5)] == ["Very weak", "Weak", "Fair", "Good", "Strong"]
    assert len({score_word(score, FRENCH) for score in range(5)}) == 5
    for at in range(3, 15):
        assert says(at, FRENCH) != says(at)
    for passphrase in ("password", "aaaa", "abcdef", "1987", "Gullible", "p@ssw0rd", "elbillug", "qwerty", "thomasina"):
        found = strength(passphrase)
        for sentence in (found.warning, *found.advice):
            assert FRENCH(sentence) != sentence or not sentence
