"""Phrases: words of the BIP39 lists, suggested and compared."""

from __future__ import annotations

import unicodedata
from hashlib import sha256

import pytest
from mnemonic import Mnemonic

from monitor_app.base import LANGUAGES, Language, system_randomness
from monitor_app.crypto import check_phrase, phrase_words, suggest_phrase


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_list_has_2048_different_words_with_composed_accents(language: Language) -> None:
    words = phrase_words(language)
    assert len(set(words)) == 2048
    assert all(word == unicodedata.normalize("NFC", word) for word in words)


def test_the_lists_are_those_of_bip39() -> None:
    """Source: BIP39 word lists, English and French, first and last words."""
    assert (phrase_words("en")[0], phrase_words("en")[-1]) == ("abandon", "zoo")
    assert (phrase_words("fr")[0], phrase_words("fr")[-1]) == ("abaisser", "zoologie")
    assert "académie" in phrase_words("fr")


def test_words_are_taken_from_the_bits_as_bip39_takes_them() -> None:
    """Source: BIP39: 11 bits a word, highest first; its last word also holds a checksum, so ours are all but that."""
    entropy = bytes.fromhex("8080808080808080808080808080808080808080808080808080808080808080")
    official = Mnemonic("english").to_mnemonic(entropy).split()
    assert official[:4] == ["letter", "advice", "cage", "absurd"]
    assert check_phrase(entropy, "en").split() == official[:8]


def test_a_check_phrase_is_the_first_88_bits_in_eight_words() -> None:
    digest = sha256(b"report").digest()
    for language in LANGUAGES:
        phrase = check_phrase(digest, language)
        assert len(phrase.split(" ")) == 8
        assert check_phrase(digest[:11] + bytes(21), language) == phrase
        assert check_phrase(digest[:10] + bytes([digest[10] ^ 1]) + digest[11:], language) != phrase


def test_a_suggested_phrase_has_six_words_and_comes_from_the_randomness_given() -> None:
    assert suggest_phrase("en", bytes) == " ".join(["abandon"] * 6)
    assert suggest_phrase("fr", lambda count: b"\xff" * count) == " ".join(["zoologie"] * 6)
    phrase = suggest_phrase("fr", system_randomness)
    assert set(phrase.split(" ")) <= set(phrase_words("fr"))
    assert len(suggest_phrase("en", system_randomness, words=8).split(" ")) == 8
    assert suggest_phrase("en", system_randomness) != suggest_phrase("en", system_randomness)
