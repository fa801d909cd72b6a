"""Words out of random bits: a passphrase to suggest, a check phrase to compare by eye or by voice.

Source: the BIP39 word lists, English and French: 2,048 words each, so a word carries 11 bits.
"""

from __future__ import annotations

import unicodedata

from mnemonic import Mnemonic

from monitor_app.base import Language, Randomness

WORD_BITS = 11
SUGGESTED_WORDS = 6
CHECK_WORDS = 8


def phrase_words(language: Language) -> tuple[str, ...]:
    """The 2,048 words of a language, accents composed (NFC)."""
    list_name = "english" if language == "en" else "french"
    return tuple(unicodedata.normalize("NFC", word) for word in Mnemonic(list_name).wordlist)


def suggest_phrase(language: Language, randomness: Randomness, words: int = SUGGESTED_WORDS) -> str:
    """A random passphrase: words joined by spaces, 11 bits each (six words: 66 bits)."""
    return _phrase(language, randomness(-(-words * WORD_BITS // 8)), words)


def check_phrase(digest: bytes, language: Language) -> str:
    """The first 88 bits of a digest as eight words, for people who compare two digests."""
    return _phrase(language, digest[: CHECK_WORDS * WORD_BITS // 8], CHECK_WORDS)


def _phrase(language: Language, bits: bytes, count: int) -> str:
    """The first `count` x 11 bits as words, highest bits first."""
    listed = phrase_words(language)
    number = int.from_bytes(bits, "big") >> (len(bits) * 8 - count * WORD_BITS)
    return " ".join(listed[number >> (WORD_BITS * place) & 2047] for place in reversed(range(count)))
