"""Drafts: every keystroke that was said to be saved is there after a crash, and becomes one entry."""

from __future__ import annotations

import pytest
from tests.vault.given import MORNING, PROGRAMME, RESPONSE, Laptop, Team

from monitor_app.base import Problem, SpaceId
from monitor_app.base.problems import vault as problems
from monitor_app.vault import Write

NOTE = Write(PROGRAMME, "note", RESPONSE, "n1", "the beds ar")


def typed(text: str) -> Write:
    return Write(PROGRAMME, "note", RESPONSE, "n1", text)


def test_a_draft_is_durable_and_no_entry(laptop: Laptop) -> None:
    assert laptop.vault.save_draft(NOTE) == MORNING
    laptop.vault.save_draft(typed("the beds are clean"))
    laptop.reopen()
    (draft,) = laptop.vault.drafts()
    assert draft.value == "the beds are clean"
    assert laptop.vault.frontier(PROGRAMME) == ()


def test_leaving_the_field_makes_one_entry(laptop: Laptop) -> None:
    for length in range(1, 12):
        laptop.vault.save_draft(typed("the beds are"[:length]))
    changes = laptop.vault.flush_drafts()
    assert (changes.entries, laptop.values("n1")) == (1, ["the beds ar"])
    assert laptop.vault.drafts() == ()
    assert laptop.vault.flush_drafts().entries == 0


def test_a_write_takes_the_place_of_the_draft_of_its_field(laptop: Laptop) -> None:
    laptop.vault.save_draft(NOTE)
    laptop.note("the beds are clean")
    assert laptop.vault.drafts() == ()
    assert laptop.values("n1") == ["the beds are clean"]


def test_a_draft_can_be_dropped_with_a_write(laptop: Laptop) -> None:
    laptop.vault.save_draft(NOTE)
    laptop.vault.append([], drop_drafts=[NOTE.place])
    assert laptop.vault.drafts() == ()
    assert laptop.vault.current() == []


def test_a_draft_that_says_what_stands_makes_no_entry(laptop: Laptop) -> None:
    laptop.note("the beds are clean")
    laptop.vault.save_draft(typed("the beds are clean"))
    assert laptop.vault.flush_drafts().entries == 0
    assert laptop.vault.drafts() == ()


def test_a_draft_remembers_what_stood_when_it_began(team: Team) -> None:
    ada, ben = team.laptops
    ada.note("clean")
    team.exchange()
    ada.vault.save_draft(typed("clean, I thi"))
    ben.note("dirty")
    team.exchange()
    ada.vault.save_draft(typed("clean, I think"))
    ada.vault.flush_drafts()
    assert sorted(map(str, ada.values("n1"))) == ["clean, I think", "dirty"]


def test_locking_turns_drafts_into_entries(laptop: Laptop) -> None:
    laptop.vault.save_draft(NOTE)
    laptop.vault.lock()
    laptop.reopen()
    assert laptop.values("n1") == ["the beds ar"]


def test_a_draft_that_could_never_be_an_entry_is_refused_at_once(laptop: Laptop) -> None:
    with pytest.raises(Problem) as caught:
        laptop.vault.save_draft(typed("x" * (1024 * 1024)))
    assert caught.value.kind is problems.TOO_LARGE
    with pytest.raises(Problem) as caught:
        laptop.vault.save_draft(Write(SpaceId(bytes(16)), "note", RESPONSE, "n1", "x"))
    assert caught.value.kind is problems.NO_KEY


def test_a_mode_and_a_key_of_its_own_are_kept_in_the_draft(laptop: Laptop) -> None:
    key = laptop.vault.new_data_key(PROGRAMME, [laptop.vault.identity.device])
    write = Write(PROGRAMME, "note", RESPONSE, "n1", "in private", "beside", (), key)
    laptop.vault.save_draft(write)
    assert laptop.vault.drafts() == (write,)
    laptop.vault.flush_drafts()
    assert laptop.values("n1") == ["in private"]


def test_a_draft_that_cannot_be_an_entry_keeps_nobody_out_and_no_other_draft(laptop: Laptop) -> None:
    visit = laptop.vault.new_space("visit")
    laptop.vault.save_draft(NOTE)
    laptop.vault.save_draft(Write(visit, "note", RESPONSE, "n2", "of the visit"))
    key = laptop.vault.data_key(PROGRAMME)
    laptop.vault._parts.store.connection.execute("DELETE FROM wraps WHERE key_id = ?", (key,))
    laptop.reopen()
    for _ in range(2):
        laptop.vault.flush_drafts()
        assert [notice.kind for notice in laptop.vault.notices] == [problems.NO_RECOVERY]
        assert [draft.value for draft in laptop.vault.drafts()] == ["the beds ar"]
    assert laptop.values("n2", visit) == ["of the visit"]
