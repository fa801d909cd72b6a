"""Cuts a 32-byte secret into three sheets of 33 words; any two give it back, one alone says nothing about it.

The library draws its own randomness. Its errors quote words of the sheets, so none of them leaves this module.
Source: SLIP-0039, one group, two of three, no passphrase.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from shamir_mnemonic import MnemonicError, Share, combine_mnemonics, generate_mnemonics
from shamir_mnemonic.wordlist import WORD_INDEX_MAP

from monitor_app.base import Problem
from monitor_app.base.problems import crypto as problems

SECRET_BYTES = 32
SHEETS = 3
NEEDED = 2
SHEET_WORDS = 33


def split(secret: bytes) -> tuple[str, str, str]:
    """Three sheets of words for a secret of 32 bytes."""
    if len(secret) != SECRET_BYTES:
        raise ValueError("a secret to be split has 32 bytes")
    first, second, third = generate_mnemonics(1, [(NEEDED, SHEETS)], secret)[0]
    return first, second, third


def combine(sheets: Sequence[str], passphrase: bytes = b"") -> bytes:
    """The secret from two sheets as typed: any case, numbers and line breaks between the words are passed over.

    Raises Problem share-word, share-length, share-misread, share-twice, share-other-set, shares-too-few. Sheets count
    from 1 in the order given. Our sheets have no passphrase; sheets of other programs may.
    """
    if len(sheets) < NEEDED:
        raise Problem(problems.SHARES_TOO_FEW)
    read = [_read(number, typed) for number, typed in enumerate(sheets[:NEEDED], start=1)]
    first, second = (share for share, _words in read)
    if first == second:
        raise Problem(problems.SHARE_TWICE)
    if first.member_threshold != NEEDED or first.group_parameters() != second.group_parameters():
        raise Problem(problems.SHARE_OTHER_SET)
    try:
        return bytes(combine_mnemonics([words for _share, words in read], passphrase))
    except MnemonicError:
        raise Problem(problems.SHARE_OTHER_SET) from None


def check_sheet(typed: str, number: int = 1) -> None:
    """Raises the Problem of one sheet alone, so that a person hears of a slip before typing the other."""
    _read(number, typed)


def _read(sheet: int, typed: str) -> tuple[Share, str]:
    words = re.findall(r"[^\W\d_]+", unicodedata.normalize("NFKC", typed).lower())
    for place, word in enumerate(words, start=1):
        if word not in WORD_INDEX_MAP:
            raise Problem(problems.SHARE_WORD, word=place, sheet=sheet)
    if len(words) != SHEET_WORDS:
        raise Problem(problems.SHARE_LENGTH, sheet=sheet, count=len(words))
    try:
        return Share.from_mnemonic(" ".join(words)), " ".join(words)
    except MnemonicError:
        raise Problem(problems.SHARE_MISREAD, sheet=sheet) from None
