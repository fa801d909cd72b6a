"""Registers: order-free, repeatable, convergent; nobody's words silently gone."""

from __future__ import annotations

import random

from hypothesis import given as any_of
from hypothesis import strategies as st
from tests.journal.given import BEN, ENTITY, Writer, chain

from monitor_app.base import EntityId
from monitor_app.journal import Dot, Entry, Register, merge, place_of, register_of


def current(entries: list[Entry]) -> frozenset[Dot]:
    found = merge(entries)
    return frozenset(dot for register in found.values() for dot in register.current)


def test_a_write_that_saw_the_one_value_replaces_it() -> None:
    writer = Writer(chain())
    first = writer.entry("met")
    second = writer.entry("not met", overwrites=(first.dot.mark,))
    assert current([first, second]) == {second.dot}


def test_two_that_did_not_see_each_other_both_stand() -> None:
    ada, ben = Writer(chain("D")).entry("met"), Writer(chain("E"), BEN).entry("not met")
    assert current([ada, ben]) == {ada.dot, ben.dot}


def test_an_overwriting_entry_may_come_before_the_overwritten_one() -> None:
    ada = Writer(chain("D")).entry("met")
    ben = Writer(chain("E"), BEN).entry("not met", overwrites=(ada.dot.mark,))
    early = merge([ben])[place_of(ben)]
    assert early.missed == {ada.dot}
    assert merge([ben, ada])[place_of(ben)].current == {ben.dot}
    assert merge([ben, ada])[place_of(ben)].missed == frozenset()


def test_an_entry_overwrites_in_its_own_field_only() -> None:
    ada = Writer(chain("D")).entry("met", field="a")
    ben = Writer(chain("E"), BEN).entry("met", field="b", overwrites=(ada.dot.mark,))
    assert current([ada, ben]) == {ada.dot, ben.dot}


def history(seed: int) -> list[Entry]:
    """Three people writing, each seeing a chance part of what the others wrote."""
    chance = random.Random(seed)
    writers = [Writer(chain(letter), BEN) for letter in "DEF"]
    seen: list[list[Entry]] = [[] for _ in writers]
    written: list[Entry] = []
    for _ in range(chance.randint(1, 14)):
        who = chance.randrange(3)
        entity = EntityId(ENTITY[:-1] + bytes([chance.randrange(2)]))
        known = merge(seen[who])
        stands = [d for p, r in known.items() for d in r.current if p.entity == entity]
        chosen = [dot for dot in stands if chance.random() < 0.8]
        entry = writers[who].entry("x", entity=entity, overwrites=tuple(sorted(dot.mark for dot in chosen)))
        written.append(entry)
        for other in range(3):
            if other == who or chance.random() < 0.4:
                seen[other].append(entry)
    return written


@any_of(st.integers(0, 10_000), st.randoms(use_true_random=False))
def test_any_order_and_any_repetition_give_the_same_registers(seed: int, chance: random.Random) -> None:
    entries = history(seed)
    other = [*entries, *chance.choices(entries, k=len(entries))]
    chance.shuffle(other)
    assert merge(other) == merge(entries)


@any_of(st.integers(0, 10_000))
def test_merging_is_commutative_associative_and_idempotent(seed: int) -> None:
    registers = [register_of(entry) for entry in history(seed) if entry.entity == ENTITY]
    a, b, c = (registers * 3)[:3] if registers else (Register(),) * 3
    assert a.merge(b) == b.merge(a)
    assert a.merge(b).merge(c) == a.merge(b.merge(c))
    assert a.merge(a) == a


@any_of(st.integers(0, 10_000))
def test_what_nobody_overwrote_always_stands(seed: int) -> None:
    entries = history(seed)
    overwritten = {(place_of(e), mark) for e in entries for mark in e.overwrites}
    assert current(entries) == {e.dot for e in entries if (place_of(e), e.dot.mark) not in overwritten}
