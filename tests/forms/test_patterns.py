"""Patterns of regex(): Java's meaning, whole text, and no way to hang."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor_app.forms.xpath import ExpressionFault, TooMuchWork
from monitor_app.forms.xpath.patterns import Pattern


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("[0-9]{3}", "123", True),
        ("[0-9]{3}", "1234", False),
        ("^[A-Za-z ]*$", "Anne Marie", True),
        ("a|bc", "bc", True),
        ("a|bc", "abc", False),
        ("(ab)+", "ababab", True),
        ("(ab)+", "aba", False),
        ("x{2,3}", "xxxx", False),
        ("x{2,}", "xxxx", True),
        (r"\d+\.\d\d", "12.50", True),
        (r"\w+@\w+\.[a-z]{2,}", "a@b.org", True),
        ("[^,]*", "a,b", False),
        (r"\p{Lu}\p{Ll}+", "Élodie", True),
        ("(?i)abc", "aBC", True),
        ("(?=.*[0-9])[a-z0-9]+", "abc1", True),
        ("(?=.*[0-9])[a-z0-9]+", "abc", False),
        ("(?!no).*", "nope", False),
        (r"\bab\b", "ab", True),
        (".*?", "anything", True),
        ("", "", True),
        (r"\Qa.b\E", "a.b", True),
        (r"[\]\-a]+", "]-a", True),
        (r"\x41\u0042", "AB", True),
        ("[a-c[x-z]]+", "axz", True),
    ],
)
def test_a_pattern_means_what_it_does_in_java(pattern: str, text: str, expected: bool) -> None:
    assert Pattern.read(pattern).matches(text) is expected


@pytest.mark.parametrize(
    "pattern", ["(a", "a)", "[a", "*a", r"(a)\1", "(?<=a)b", "a{3,1}", "a{99999}", r"\p{Qx}", "\\"]
)
def test_a_pattern_that_cannot_be_used_is_refused(pattern: str) -> None:
    with pytest.raises(ExpressionFault):
        Pattern.read(pattern)


def test_a_pattern_that_hangs_others_is_answered() -> None:
    assert Pattern.read("(a+)+$").matches("a" * 5_000 + "b") is False
    assert Pattern.read("(a|aa)*c").matches("a" * 5_000) is False


def test_a_pattern_that_needs_too_much_stops() -> None:
    with pytest.raises((TooMuchWork, ExpressionFault)):
        Pattern.read("((a{0,100}){0,100}){0,100}").matches("a" * 10_000)


PIECES = st.sampled_from(["a", "b", "ab", ".", "[ab]", "(a|b)", "a*", "(ab)+", "b?", "[^a]", "a{2}", "b{1,2}"])


@given(st.lists(PIECES, max_size=5), st.text(alphabet="abc", max_size=8))
def test_simple_patterns_agree_with_pythons(pieces: list[str], text: str) -> None:
    pattern = "".join(pieces)
    assert Pattern.read(pattern).matches(text) is (re.fullmatch(pattern, text) is not None)
