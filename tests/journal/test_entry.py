"""Entries: one encoding, every rule of the format refused where it is broken, words that can be shredded."""

from __future__ import annotations

from typing import Any

import cbor2
import pytest
from hypothesis import given as any_of
from hypothesis import strategies as st
from tests.journal.given import KEY, KEY_ID, Counted, Writer, chain, device, incarnation

from monitor_app.base import cbor_bytes
from monitor_app.journal import (
    NO_HASH,
    Broken,
    Entry,
    NewerEntry,
    entry_hash,
    header_of,
    open_value,
    value_key,
)

FIRST_BAD: dict[int, list[Any]] = {
    0: [0, -1, True, "1", None],
    1: [b"short", "S" * 16, None],
    2: [b"", 5],
    3: [bytes(17)],
    4: [0, -3, False, 2**63, "1"],
    5: [bytes(31), None],
    6: [b"x"],
    7: ["", 4, "k" * 65, b"put"],
    8: ["", None, "é" * 40],
    9: [bytes(15)],
    10: ["", "f" * 1025, b"field"],
    11: [None, [1], [[bytes(16), bytes(16)]], [[bytes(16), bytes(16), 0]], {}],
    12: [None, [[bytes(16), bytes(15), 1]]],
    13: [-1, 2**53, 1.5, True],
    14: [bytes(8)],
    15: [b"", bytes(28), "text", bytes(1024 * 1024 + 1)],
}


def items_of(entry: Entry) -> list[Any]:
    return list(cbor2.loads(entry.to_bytes()))


def test_an_entry_reads_back_as_it_was_written() -> None:
    writer = Writer(chain())
    writer.entry()
    mark = (device("E"), incarnation(), 7)
    entry = writer.entry(["met", None, {"a": 1}], overwrites=(mark,), frontier=(mark,))
    again = Entry.parse(entry.to_bytes())
    assert again == entry
    assert Entry.trusted(entry.to_bytes()) == entry
    assert again.value(value_key(KEY)) == ["met", None, {"a": 1}]
    assert again.dot == chain().dot(2)
    assert again.dot.chain == again.chain == chain()


@any_of(st.text(max_size=400), st.integers(0, 70_000))
def test_the_header_is_found_in_the_bytes_whatever_the_size_of_the_value(text: str, more: int) -> None:
    entry = Writer(chain()).entry(text + "x" * more)
    header = header_of(entry.to_bytes(), entry.sealed)
    assert header == entry.header_bytes()
    assert open_value(value_key(KEY), entry.sealed, header) == text + "x" * more


@pytest.mark.parametrize("place", sorted(FIRST_BAD))
def test_every_item_of_another_shape_is_refused(place: int) -> None:
    good = items_of(Writer(chain()).entry())
    for bad in FIRST_BAD[place]:
        with pytest.raises(Broken):
            Entry.parse(cbor2.dumps([*good[:place], bad, *good[place + 1 :]], canonical=True))


def test_bytes_that_are_no_deterministic_array_are_refused() -> None:
    entry = Writer(chain()).entry()
    raw = entry.to_bytes()
    for bad in (b"", raw[:-1], raw + b"\0", cbor2.dumps({"version": 1}), cbor_bytes([1, 2]), b"\x98\x10" + raw[1:]):
        with pytest.raises(Broken):
            Entry.parse(bad)


def test_one_item_more_or_less_is_refused_in_version_1_only() -> None:
    good = items_of(Writer(chain()).entry())
    for bad in (good[:-1], [*good, 0]):
        with pytest.raises(Broken):
            Entry.parse(cbor_bytes(bad))
    newer = Entry.parse(cbor_bytes([2, *good[1:], "more", {"of": "it"}]))
    assert isinstance(newer, NewerEntry)
    assert (newer.version, newer.kind, newer.dot, newer.chain) == (2, "", chain().dot(1), chain())


def test_a_newer_version_needs_only_its_first_six_items() -> None:
    good = items_of(Writer(chain()).entry())
    raw = cbor_bytes([9, *good[1:6]])
    newer = Entry.parse(raw)
    assert isinstance(newer, NewerEntry)
    assert newer.to_bytes() == raw
    assert Entry.trusted(raw) == newer


def test_an_unknown_kind_is_kept_whole() -> None:
    entry = Writer(chain()).entry(kind="weave")
    kept = Entry.parse(entry.to_bytes())
    assert isinstance(kept, NewerEntry)
    assert (kept.kind, kept.version, kept.raw) == ("weave", 1, entry.to_bytes())
    assert Entry.trusted(entry.to_bytes()) == kept


def test_the_hash_before_suits_the_number() -> None:
    good = items_of(Writer(chain()).entry())
    for number, previous in ((1, bytes([1]) * 32), (2, NO_HASH)):
        with pytest.raises(Broken, match="previous"):
            Entry.parse(cbor_bytes([*good[:4], number, previous, *good[6:]]))


def test_marks_stand_in_order_and_once() -> None:
    writer = Writer(chain())
    low, high = (device("A"), incarnation(), 1), (device("B"), incarnation(), 1)
    for bad in ((high, low), (low, low)):
        with pytest.raises(Broken, match="ascending"):
            Entry.parse(writer.entry(overwrites=bad).to_bytes())


def test_a_frontier_names_a_chain_once() -> None:
    twice = ((device("A"), incarnation(), 1), (device("A"), incarnation(), 2))
    with pytest.raises(Broken, match="twice"):
        Entry.parse(Writer(chain()).entry(frontier=twice).to_bytes())


def test_an_entry_never_overwrites_itself_or_what_its_chain_has_not_written() -> None:
    for number in (1, 2):
        with pytest.raises(Broken, match="future"):
            Entry.parse(Writer(chain()).entry(overwrites=((device("D"), incarnation(), number),)).to_bytes())


def test_the_value_opens_under_its_own_header_only() -> None:
    entry = Writer(chain()).entry("a word")
    other = Writer(chain("E")).entry("a word")
    with pytest.raises(Broken, match="does not open"):
        open_value(value_key(KEY), entry.sealed, other.header_bytes())
    with pytest.raises(Broken, match="does not open"):
        entry.value(value_key(bytes(32)))


def test_a_sealed_value_that_is_not_canonical_does_not_open() -> None:
    from monitor_app.crypto import seal

    entry = Writer(chain()).entry()
    sealed = seal(value_key(KEY), b"\x18\x01", entry.header_bytes(), Counted())
    with pytest.raises(Broken, match="does not open"):
        open_value(value_key(KEY), sealed, entry.header_bytes())


@any_of(st.data())
def test_a_wrong_bit_anywhere_changes_the_hash_and_opens_nothing(data: st.DataObject) -> None:
    raw = Writer(chain()).entry("a word").to_bytes()
    at = data.draw(st.integers(0, len(raw) * 8 - 1))
    bad = bytearray(raw)
    bad[at // 8] ^= 1 << at % 8
    assert entry_hash(bytes(bad)) != entry_hash(raw)
    try:
        entry = Entry.parse(bytes(bad))
    except Broken:
        return
    if isinstance(entry, Entry):
        with pytest.raises(Broken):
            entry.value(value_key(KEY))


@pytest.mark.parametrize("what", ["value", "field", "kind"])
def test_what_is_over_its_limit_is_not_written(what: str) -> None:
    writer = Writer(chain())
    with pytest.raises(Broken):
        if what == "value":
            writer.entry("x" * (1024 * 1024))
        elif what == "field":
            writer.entry(field="é" * 513)
        else:
            writer.entry(kind="k" * 65)


def test_destroying_the_key_leaves_the_chain_whole() -> None:
    writer = Writer(chain())
    first, second = writer.entry("words"), writer.entry("more words")
    assert second.previous == entry_hash(first.to_bytes())
    assert b"words" not in first.to_bytes() + second.to_bytes()
    assert first.key_id == KEY_ID
