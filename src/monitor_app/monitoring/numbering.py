"""Numbers that never change once given: report numbers, finding numbers, recommendation numbers, places in a list."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import count

BLOCK = 50
BLOCKS = 20
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def next_report_number(prefix: str, year: int, device_ordinal: int, taken: Iterable[str]) -> str:
    """`2026-051`: the next free number of the device's own blocks, so that two laptops without a network never give one
    number twice. Device n (from 0) owns n*50+1 ... n*50+50 and, when these are used up, the block 20 further on, and so
    on; from the 21st device on, rows of twenty blocks of their own. `prefix` stands before the year ("CIDM-2026-051";
    none for "").
    """
    start = f"{prefix}-{year}-" if prefix else f"{year}-"
    used = {int(m[1]) for number in taken if (m := re.fullmatch(re.escape(start) + r"(\d{3,})", number))}
    twenty, place = divmod(max(0, device_ordinal), BLOCKS)
    blocks = ((_row(twenty, turn) * BLOCKS + place) * BLOCK for turn in count())
    own = (number for before in blocks for number in range(before + 1, before + BLOCK + 1))
    return f"{start}{next(number for number in own if number not in used):03d}"


def _row(twenty: int, turn: int) -> int:
    """A row of twenty blocks for each pair, never one for two pairs: (0, 0) -> 0, (0, 1) -> 1, (1, 0) -> 2.
    Source: Cantor's pairing function."""
    both = twenty + turn
    return both * (both + 1) // 2 + twenty


def between(before: str, after: str) -> str:
    """A fractional key that sorts between two others ("" is the open end). Two people who insert at one place give
    close keys, never a lost row. Raises ValueError where `before` does not sort before `after`."""
    if after and before >= after:
        raise ValueError("keys out of order")
    key = ""
    place = 0
    bounded = bool(after)
    while True:
        low = _DIGITS.index(before[place]) if place < len(before) else 0
        high = _DIGITS.index(after[place]) if bounded and place < len(after) else len(_DIGITS)
        if high - low > 1:
            return key + _DIGITS[(low + high) // 2]
        key += _DIGITS[low]
        if high - low == 1:
            bounded = False
        place += 1
