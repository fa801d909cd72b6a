"""64 words nobody uses, one for each kind of field a person can type into, and how to find them in bytes."""

from __future__ import annotations

import base64
import random
from collections.abc import Iterator, Mapping

STEM = "qzvkxjwpn"
"""All of them begin with it: whoever finds none of it found none of them."""

FIELDS = """
    person organisation programme passphrase new_passphrase last_passphrase wrong_passphrase wrong_sheet
    other_person other_passphrase place place_fr city place_note
    objective added_objective carried_in addressees outcome_reason outcome_by hours
    fact long_fact note edited_note drafted_note unfinished_note settled_note other_note beside_note row row_note
    typed_note register_note cleared many_note quick_note changed_quick_note filed_quick_note removed_quick_note
    comment finding_comment resolved_comment title title_fr text text_fr counted evidence changed_evidence
    advice advice_fr addressee group summary summary_fr method limits acceptance reopening withdrawn
    provision_source paraphrase search
""".split()  # noqa: SIM905 - sixty-four lines would hide them


def canaries(seed: int) -> Mapping[str, str]:
    """Field -> its word, other ones in every run."""
    chance = random.Random(seed)
    return {name: STEM + "".join(chance.choices("abcdefghijklmnoprstuvwxyz", k=11)) for name in FIELDS}


def disguises(word: str) -> Iterator[bytes]:
    """The bytes a word leaves behind: plain, UTF-16 both ways, hex, and inside base64 at each of its three offsets."""
    plain = word.encode()
    yield plain
    yield word.encode("utf-16-le")
    yield word.encode("utf-16-be")
    yield plain.hex().encode()
    for offset in range(3):
        whole = base64.b64encode(b"\0" * offset + plain)
        core = (len(plain) + offset) // 3 * 4
        yield whole[-(-offset * 8 // 6) : core]


def stands_in(data: bytes, word: str) -> bool:
    """Whether a word stands in bytes, in any case and disguise."""
    lower = data.lower()
    forms = tuple(disguises(word))
    return any(form in lower for form in forms[:4]) or any(form in data for form in forms[4:])
