"""The code of a recovery sheet: 160 bits, written so that a hand can copy it and a slip is named.

Eight groups of five characters: four of code and one check character. The alphabet is Crockford's base 32, which has
no I, L, O or U. The check character is a weighted sum over GF(32) that begins with the group's place, so one wrong
character, two swapped in a group, and two swapped groups are always noticed.
"""

from __future__ import annotations

import hmac
import unicodedata

from monitor_app.base import Problem, Randomness
from monitor_app.base.problems import crypto as problems

CODE_BYTES = 20
GROUPS = 8
GROUP_LENGTH = 5
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1", "U": "V"})
_GROUP_BITS = 20
_POLYNOMIAL = 0b100101


def new_code(randomness: Randomness) -> bytes:
    """A fresh 20-byte code."""
    return randomness(CODE_BYTES)


def write_code(code: bytes) -> tuple[str, ...]:
    """The eight groups of five characters, for the sheet."""
    whole = int.from_bytes(code, "big")
    groups = []
    for place in range(GROUPS):
        bits = whole >> (_GROUP_BITS * (GROUPS - 1 - place))
        values = [bits >> shift & 31 for shift in (15, 10, 5, 0)]
        groups.append("".join(ALPHABET[value] for value in [*values, _check(place, values)]))
    return tuple(groups)


def read_code(text: str) -> bytes:
    """The 20 bytes behind what a person typed: any case, spaces and dashes; O for 0, I or L for 1, U for V.

    Raises Problem recovery-group with the number of the first wrong group, or recovery-length.
    """
    typed = _groups(text)
    whole = 0
    for place, group in enumerate(typed[:GROUPS]):
        whole = whole << _GROUP_BITS | _group_bits(place, group)
    count = sum(map(len, typed))
    if count != GROUPS * GROUP_LENGTH:
        raise Problem(problems.RECOVERY_LENGTH, count=count)
    return whole.to_bytes(CODE_BYTES, "big")


def group_is(code: bytes, number: int, typed: str) -> bool:
    """The typed group is group `number` (from 1) of the code: how a person confirms having copied the sheet."""
    return hmac.compare_digest(write_code(code)[number - 1].encode(), "".join(_groups(typed)).encode())


def group_fits(number: int, typed: str) -> bool:
    """Whether the typed text can be group `number` (from 1) of some code: its check character is right."""
    groups = _groups(typed)
    try:
        return len(groups) == 1 and _group_bits(number - 1, groups[0]) >= 0
    except Problem:
        return False


def _groups(text: str) -> list[str]:
    """The eight groups as separated by the person; cut in fives where they separated otherwise."""
    plain = unicodedata.normalize("NFKC", text).upper().translate(_READ_AS)
    parts = "".join(letter if letter.isalnum() else " " for letter in plain).split()
    if len(parts) == GROUPS:
        return parts
    joined = "".join(parts)
    return [joined[start : start + GROUP_LENGTH] for start in range(0, len(joined), GROUP_LENGTH)]


def _group_bits(place: int, group: str) -> int:
    values = [ALPHABET.find(letter) for letter in group]
    if len(values) != GROUP_LENGTH or -1 in values or _check(place, values[:-1]) != values[-1]:
        raise Problem(problems.RECOVERY_GROUP, group=place + 1)
    bits = 0
    for value in values[:-1]:
        bits = bits << 5 | value
    return bits


def _check(place: int, values: list[int]) -> int:
    total = place
    for value in values:
        total = _double(total) ^ value
    return _double(total)


def _double(value: int) -> int:
    doubled = value << 1
    return doubled ^ _POLYNOMIAL if doubled & 32 else doubled
