"""Chains: any change, gap, swap or missing end is found, and the first bad entry is named."""

from __future__ import annotations

import pytest
from hypothesis import given as any_of
from hypothesis import strategies as st
from tests.journal.given import Writer, chain, run

from monitor_app.journal import BEGINNING, Link, entry_hash, follow, verify

RAWS = run(12)
END = Link(12, entry_hash(RAWS[-1]))


def test_a_whole_chain_leads_to_its_end() -> None:
    assert follow(chain(), BEGINNING, RAWS) == (END, None)
    assert verify(chain(), BEGINNING, RAWS, END) is None
    middle = Link(5, entry_hash(RAWS[4]))
    assert verify(chain(), middle, RAWS[5:], END) is None


@pytest.mark.parametrize(
    ("bad", "what"),
    [
        ([*RAWS[:4], b"\xff", *RAWS[5:]], "an entry is not deterministic CBOR"),
        ([*RAWS[:4], *RAWS[5:]], "a number is missing"),
        ([*RAWS[:4], run(5, "E")[4], *RAWS[5:]], "an entry of another chain"),
        ([*RAWS[:4], RAWS[3], *RAWS[4:]], "a number is missing"),
    ],
)
def test_the_first_bad_entry_is_named(bad: list[bytes], what: str) -> None:
    fault = verify(chain(), BEGINNING, bad, END)
    assert fault is not None
    assert (fault.number, fault.what) == (5, what)


def test_an_entry_written_anew_breaks_the_next_one() -> None:
    writer = Writer(chain())
    forged = [writer.entry("other").to_bytes(), *RAWS[1:]]
    fault = verify(chain(), BEGINNING, forged, END)
    assert fault is not None
    assert (fault.number, fault.what) == (2, "the entry before it is another")


def test_a_missing_tail_and_another_last_entry_are_faults() -> None:
    fault = verify(chain(), BEGINNING, RAWS[:10], END)
    assert fault is not None
    assert (fault.number, fault.what) == (11, "the chain ends elsewhere")
    fault = verify(chain(), BEGINNING, RAWS, Link(12, bytes(32)))
    assert fault is not None
    assert (fault.number, fault.what) == (12, "the last entry is another")


@any_of(st.data())
def test_a_wrong_bit_anywhere_is_found_at_its_entry_or_the_next(data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(RAWS) - 1))
    bit = data.draw(st.integers(0, len(RAWS[at]) * 8 - 1))
    bad = bytearray(RAWS[at])
    bad[bit // 8] ^= 1 << bit % 8
    fault = verify(chain(), BEGINNING, [*RAWS[:at], bytes(bad), *RAWS[at + 1 :]], END)
    assert fault is not None
    assert fault.number in (at + 1, at + 2)
