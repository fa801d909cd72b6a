"""Three sheets, any two of which give the secret back; every slip has its sentence."""

from __future__ import annotations

import itertools
import secrets

import pytest
from shamir_mnemonic import generate_mnemonics

from monitor_app.base import Problem
from monitor_app.crypto import check_sheet, combine, kem_key, split, unwrap, wrap

# Source: SLIP-0039 vectors 22 (two of three, 256 bits), 20 and 21 (256 bits, broken checksum); passphrase "TREZOR".
OFFICIAL = (
    "humidity disease academic always aluminum jewelry energy woman receiver strategy amuse duckling lying evidence "
    "network walnut tactics forget hairy rebound impulse brother survive clothes stadium mailman rival ocean reward "
    "venture always armed unwrap",
    "humidity disease academic agency actress jacket gross physics cylinder solution fake mortgage benefit public busy "
    "prepare sharp friar change work slow purchase ruler again tricycle involve viral wireless mixture anatomy desert "
    "cargo upgrade",
)
OFFICIAL_SECRET = "c938b319067687e990e05e0da0ecce1278f75ff58d9853f19dcaeed5de104aae"
ONE_OF_ONE = (
    "theory painting academic academic armed sweater year military elder discuss acne wildlife boring employer fused "
    "large satoshi bundle carbon diagnose anatomy hamster leaves tracks paces beyond phantom capital marvel lips brave "
    "detect luck"
)

SECRET = secrets.token_bytes(32)
SHEETS = split(SECRET)


def problem_of(*sheets: str) -> tuple[str, dict[str, str | int]]:
    with pytest.raises(Problem) as met:
        combine(sheets)
    assert met.value.__cause__ is None
    return met.value.kind.code, met.value.details


def test_the_official_sheets_give_the_official_secret() -> None:
    assert combine(OFFICIAL, b"TREZOR").hex() == OFFICIAL_SECRET


@pytest.mark.parametrize(("first", "second"), [*itertools.permutations(range(3), 2)])
def test_any_two_sheets_in_any_order_give_the_secret(first: int, second: int) -> None:
    assert combine([SHEETS[first], SHEETS[second]]) == SECRET


def test_a_third_sheet_does_no_harm() -> None:
    assert combine(SHEETS) == SECRET


def test_a_recovery_key_survives_its_sheets() -> None:
    key = kem_key(SECRET)
    wrapped = wrap(key.public, b"root", b"info")
    assert unwrap(combine(SHEETS[1:]), wrapped, b"info") == b"root"


def test_sheets_have_33_words_and_begin_with_the_same_two() -> None:
    words = [sheet.split() for sheet in SHEETS]
    assert [len(each) for each in words] == [33] * 3
    assert len({tuple(each[:2]) for each in words}) == 1
    assert len({tuple(each) for each in words}) == 3


def test_two_splits_of_one_secret_do_not_mix() -> None:
    assert split(SECRET)[0] not in SHEETS
    assert problem_of(SHEETS[0], split(SECRET)[1])[0] == "crypto.share-other-set"


def test_numbers_case_and_line_breaks_are_passed_over() -> None:
    numbered = "\n".join(f"{place}. {word.upper()}" for place, word in enumerate(SHEETS[0].split(), start=1))
    assert combine([numbered, SHEETS[1]]) == SECRET


def test_a_word_outside_the_list_is_named_by_its_place() -> None:
    words = SHEETS[1].split()
    words[16] = "detention"
    assert problem_of(SHEETS[0], " ".join(words)) == ("crypto.share-word", {"word": 17, "sheet": 2})


def test_missing_words_are_counted() -> None:
    assert problem_of(" ".join(SHEETS[0].split()[:-1]), SHEETS[1]) == ("crypto.share-length", {"sheet": 1, "count": 32})
    assert problem_of("", SHEETS[1]) == ("crypto.share-length", {"sheet": 1, "count": 0})


def test_words_of_the_list_in_the_wrong_place_are_noticed() -> None:
    words = SHEETS[0].split()
    words[7], words[8] = words[8], ("academic" if words[7] == words[8] else words[7])
    assert problem_of(" ".join(words), SHEETS[1]) == ("crypto.share-misread", {"sheet": 1})
    assert problem_of(ONE_OF_ONE.replace("detect luck", "detect lunar"), OFFICIAL[0])[0] == "crypto.share-misread"


def test_one_sheet_is_not_enough_nor_is_the_same_sheet_twice() -> None:
    assert problem_of(SHEETS[0])[0] == "crypto.shares-too-few"
    assert problem_of(SHEETS[0], SHEETS[0].upper())[0] == "crypto.share-twice"


def test_sheets_of_another_set_or_another_kind_do_not_belong_together() -> None:
    assert problem_of(SHEETS[0], OFFICIAL[1])[0] == "crypto.share-other-set"
    assert problem_of(SHEETS[0], ONE_OF_ONE)[0] == "crypto.share-other-set"
    three_of_five = generate_mnemonics(1, [(3, 5)], SECRET)[0]
    assert problem_of(*three_of_five[:2])[0] == "crypto.share-other-set"


def test_sheets_that_agree_in_everything_but_the_secret_are_refused() -> None:
    """Two sheets with the same number and other words: the library finds their numbers equal and refuses."""
    from shamir_mnemonic import Share

    share = Share.from_mnemonic(SHEETS[0])
    forged = Share(*(*(getattr(share, name) for name in share.__dataclass_fields__ if name != "value"), bytes(32)))
    assert problem_of(SHEETS[0], forged.mnemonic())[0] == "crypto.share-other-set"


def test_one_sheet_is_checked_before_the_other_is_typed() -> None:
    check_sheet(SHEETS[2])
    with pytest.raises(Problem) as met:
        check_sheet("academic", number=2)
    assert met.value.details == {"sheet": 2, "count": 1}


def test_no_word_of_a_sheet_stands_in_an_error() -> None:
    words = SHEETS[0].split()
    words[5] = "notaword"
    with pytest.raises(Problem) as met:
        combine([" ".join(words), SHEETS[1]])
    assert "notaword" not in str(met.value) + repr(met.value.details)


def test_only_secrets_of_32_bytes_are_split() -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        split(bytes(16))
