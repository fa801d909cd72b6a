"""Appending: one transaction, the journal's rules, changes told when they are durable."""

from __future__ import annotations

import pytest
from tests.vault.given import MORNING, PROGRAMME, RESPONSE, Laptop

from monitor_app.base import EntityId, Problem, SpaceId
from monitor_app.base.problems import vault as problems
from monitor_app.vault import Write


def test_a_save_tells_what_changed_and_when(laptop: Laptop) -> None:
    changes = laptop.answer("met")
    (touched,) = changes.touched
    assert (touched.space, touched.entity_kind, touched.entity, touched.field) == (
        PROGRAMME,
        "answer",
        RESPONSE,
        "q1#value",
    )
    assert (changes.at, changes.entries) == (MORNING, 1)


def test_what_was_saved_is_there_after_unlocking_again(laptop: Laptop) -> None:
    laptop.answer(["met", None, {"n": 3, "raw": b"\0"}])
    laptop.reopen()
    (current,) = laptop.vault.current()
    assert current.value == ["met", None, {"n": 3, "raw": b"\0"}]
    assert (current.author, current.at, current.settled, current.readable) == (
        laptop.vault.identity.member,
        MORNING,
        False,
        True,
    )


def test_numbers_go_up_without_gaps_in_each_space(laptop: Laptop) -> None:
    visit = laptop.vault.new_space("visit")
    for value in ("met", "not_met", "met"):
        laptop.answer(value)
        laptop.answer(value, space=visit)
    for space in (PROGRAMME, visit):
        history = laptop.vault.history(space, "answer", RESPONSE, "q1#value")
        assert [said.dot.number for said in history] == [1, 2, 3]
        assert [said.value for said in history] == ["met", "not_met", "met"]
        assert len(laptop.vault.current(space=space)) == 1


def test_saying_what_already_stands_makes_no_entry(laptop: Laptop) -> None:
    laptop.answer("met")
    again = laptop.answer("met")
    assert (again.touched, again.entries) == (frozenset(), 0)
    assert len(laptop.vault.history(PROGRAMME, "answer", RESPONSE, "q1#value")) == 1


def test_many_writes_are_one_change(laptop: Laptop) -> None:
    writes = [Write(PROGRAMME, "answer", RESPONSE, f"q{n}#value", "met") for n in range(5)]
    changes = laptop.vault.append(writes)
    assert changes.entries == len(changes.touched) == 5
    assert laptop.vault.append([]).entries == 0


def test_all_of_it_is_written_or_nothing(laptop: Laptop) -> None:
    good = Write(PROGRAMME, "answer", RESPONSE, "q1#value", "met")
    bad = Write(PROGRAMME, "answer", RESPONSE, "q2#value", "x" * (1024 * 1024))
    with pytest.raises(Problem) as caught:
        laptop.vault.append([good, bad], blobs=[b"a picture"])
    assert caught.value.kind is problems.TOO_LARGE
    assert laptop.vault.current() == []
    assert laptop.vault.frontier(PROGRAMME) == ()
    assert laptop.answer("met").entries == 1
    assert laptop.dots()[0].number == 1


def test_a_space_without_a_key_is_not_written_to(laptop: Laptop) -> None:
    with pytest.raises(Problem) as caught:
        laptop.answer("met", space=SpaceId(bytes(16)))
    assert caught.value.kind is problems.NO_KEY


def test_an_emptied_field_stands_empty_and_is_not_gone(laptop: Laptop) -> None:
    laptop.answer("met")
    laptop.answer(None)
    assert laptop.values() == [None]


def test_words_of_an_enumeration_are_kept_as_plain_text(laptop: Laptop) -> None:
    from enum import StrEnum

    class Kind(StrEnum):
        ANSWER = "answer"

    laptop.answer("met", kind=Kind.ANSWER)
    (current,) = laptop.vault.current(entity_kind=Kind.ANSWER)
    assert type(current.entity_kind) is str


def test_current_answers_any_question_of_four(laptop: Laptop) -> None:
    visit = laptop.vault.new_space("visit")
    other = EntityId(bytes(16))
    laptop.answer("a", "q1")
    laptop.answer("b", "q2", entity=other)
    laptop.answer("c", "q1", space=visit)
    laptop.answer("d", "q2", space=visit, kind="note")
    current = laptop.vault.current

    def said(rows: object) -> str:
        return "".join(sorted(row.value for row in rows))  # type: ignore[attr-defined]

    assert said(current()) == "abcd"
    assert said(current(space=visit)) == "cd"
    assert said(current(entity_kind="answer")) == "abc"
    assert said(current(entity=other)) == "b"
    assert said(current(field="q1")) == "ac"
    assert said(current(entity_kind="note", field="q2")) == "d"
    assert said(current(space=PROGRAMME, entity_kind="answer", entity=RESPONSE, field="q1")) == "a"
    assert said(current(space=visit, entity=other)) == ""


def test_entries_since_a_frontier_are_what_came_after(laptop: Laptop) -> None:
    laptop.answer("met")
    signed = laptop.vault.frontier(PROGRAMME)
    assert laptop.vault.entries_since(PROGRAMME, signed) == []
    laptop.clock.forward(minutes=1)
    laptop.answer("not_met")
    laptop.answer("met", "q2#value")
    assert [said.field for said in laptop.vault.entries_since(PROGRAMME, signed)] == ["q1#value", "q2#value"]
    assert len(laptop.vault.entries_since(PROGRAMME, ())) == 3
    assert laptop.vault.not_shared(PROGRAMME) == 3


def test_the_journal_is_append_only(laptop: Laptop) -> None:
    laptop.answer("met")
    connection = laptop.vault._parts.store.connection
    from sqlcipher3 import dbapi2

    for statement in (
        "DELETE FROM entries",
        "UPDATE entries SET raw = x'00'",
        "INSERT OR REPLACE INTO entries SELECT id, x'00' FROM entries",
    ):
        with pytest.raises(dbapi2.IntegrityError, match=r"append-only|UNIQUE"):
            connection.execute(statement)
    laptop.vault.verify_all()


def test_settings_stay_on_this_laptop(laptop: Laptop) -> None:
    assert laptop.vault.setting("text_size") is None
    laptop.vault.set_setting("text_size", 125)
    laptop.vault.set_setting("text_size", 150)
    laptop.reopen()
    assert laptop.vault.setting("text_size") == 150
    assert laptop.vault.frontier(PROGRAMME) == ()


def test_the_label_and_the_identity_are_kept(laptop: Laptop) -> None:
    from dataclasses import replace

    own = laptop.vault.identity
    assert laptop.vault.label == "Ada"
    laptop.vault.set_identity(replace(own, document_private=b"a new key", document_certificate=b"its certificate"))
    laptop.reopen()
    assert laptop.vault.identity == replace(own, document_private=b"a new key", document_certificate=b"its certificate")
    assert "a new key" not in repr(laptop.vault.identity)
