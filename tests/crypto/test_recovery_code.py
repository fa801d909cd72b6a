"""The recovery code: written, copied by hand, read back; slips are named."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.crypto.given import replayed

from monitor_app.base import Problem, system_randomness
from monitor_app.crypto import group_fits, group_is, new_code, read_code, write_code
from monitor_app.crypto.recovery_code import ALPHABET

CODE = new_code(replayed("sheet"))
GROUPS = write_code(CODE)
codes = st.binary(min_size=20, max_size=20)


def problem_of(text: str) -> tuple[str, dict[str, str | int]]:
    with pytest.raises(Problem) as met:
        read_code(text)
    return met.value.kind.code, met.value.details


def test_a_code_is_eight_groups_of_five_without_letters_that_look_alike() -> None:
    assert len(CODE) == 20
    assert [len(group) for group in GROUPS] == [5] * 8
    assert not set("".join(GROUPS)) & set("ILOU")
    assert len(set(ALPHABET)) == 32


def test_two_codes_differ() -> None:
    assert new_code(system_randomness) != new_code(system_randomness)


@given(code=codes)
def test_every_code_reads_back(code: bytes) -> None:
    assert read_code(" ".join(write_code(code))) == code


@given(
    code=codes, separator=st.sampled_from(["", " ", "-", "–", " - ", "\n", ".", "\u202f", "\t"]), lower=st.booleans()
)
def test_case_and_separators_do_not_matter(code: bytes, separator: str, lower: bool) -> None:
    text = separator.join(write_code(code))
    assert read_code(text.lower() if lower else text) == code


def test_a_code_cut_elsewhere_is_read() -> None:
    joined = "".join(GROUPS)
    assert read_code(" ".join(joined[at : at + 4] for at in range(0, 40, 4))) == CODE


def test_letters_that_look_alike_are_forgiven() -> None:
    code = bytes.fromhex("00443200" * 5)
    text = " ".join(write_code(code))
    assert "0" in text
    assert "1" in text
    assert read_code(text.replace("0", "O").replace("1", "I")) == code
    assert read_code(text.replace("0", "o").replace("1", "l")) == code
    assert read_code(" ".join(GROUPS).replace("V", "U")) == CODE


def test_full_width_characters_are_read() -> None:
    wide = "".join(chr(ord(letter) + 0xFEE0) if letter != " " else "\u3000" for letter in " ".join(GROUPS))
    assert read_code(wide) == CODE


@given(code=codes, at=st.integers(0, 39), other=st.sampled_from(ALPHABET))
def test_one_wrong_character_names_its_group(code: bytes, at: int, other: str) -> None:
    letters = list("".join(write_code(code)))
    if letters[at] == other:
        return
    letters[at] = other
    assert problem_of("".join(letters)) == ("crypto.recovery-group", {"group": at // 5 + 1})


@given(code=codes, group=st.integers(0, 7), at=st.integers(0, 3))
def test_two_neighbours_swapped_name_their_group(code: bytes, group: int, at: int) -> None:
    groups = list(write_code(code))
    letters = list(groups[group])
    letters[at], letters[at + 1] = letters[at + 1], letters[at]
    if "".join(letters) == groups[group]:
        return
    groups[group] = "".join(letters)
    assert problem_of(" ".join(groups)) == ("crypto.recovery-group", {"group": group + 1})


@pytest.mark.parametrize(("first", "second"), [*itertools.combinations(range(8), 2)])
def test_two_groups_swapped_are_noticed_at_the_first(first: int, second: int) -> None:
    groups = list(GROUPS)
    groups[first], groups[second] = groups[second], groups[first]
    assert problem_of(" ".join(groups)) == ("crypto.recovery-group", {"group": first + 1})


def test_a_group_too_short_among_eight_is_named() -> None:
    groups = list(GROUPS)
    groups[2] = groups[2][:-1]
    assert problem_of(" ".join(groups)) == ("crypto.recovery-group", {"group": 3})


def test_a_letter_of_no_alphabet_names_its_group() -> None:
    assert problem_of(" ".join([GROUPS[0], "ЖЖЖЖЖ", *GROUPS[2:]])) == ("crypto.recovery-group", {"group": 2})


def test_missing_groups_are_counted() -> None:
    assert problem_of("") == ("crypto.recovery-length", {"count": 0})
    assert problem_of(" ".join(GROUPS[:7])) == ("crypto.recovery-length", {"count": 35})
    assert problem_of(" ".join((*GROUPS, "X"))) == ("crypto.recovery-length", {"count": 41})


def test_a_person_confirms_having_copied_a_group() -> None:
    assert group_is(CODE, 3, f" {GROUPS[2].lower()}-")
    assert not group_is(CODE, 4, GROUPS[2])
    assert not group_is(CODE, 3, "")
    assert not group_is(CODE, 3, "é")


@given(code=codes, number=st.integers(1, 8))
def test_a_group_fits_its_own_place_and_no_other(code: bytes, number: int) -> None:
    groups = write_code(code)
    assert group_fits(number, groups[number - 1].lower())
    assert not any(group_fits(other, groups[number - 1]) for other in range(1, 9) if other != number)


@pytest.mark.parametrize("typed", ["", "ABC", "AAAAAA", "A A A A A", "!!!!!", "ééééé"])
def test_what_is_no_group_fits_nowhere(typed: str) -> None:
    assert not group_fits(1, typed)
