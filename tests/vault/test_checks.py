"""The chain notices what the cipher cannot: an old page put back. The first bad entry is named; reading goes on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.vault.given import PROGRAMME, RESPONSE, Laptop

from monitor_app.base import Problem
from monitor_app.base.problems import vault as problems
from monitor_app.vault import Fault, Vault, VerifyState, Write

PAGE = 4096


def write(laptop: Laptop, first: int, last: int) -> None:
    for number in range(first, last):
        laptop.answer(f"value {number}", f"q{number}")


def tamper(vault: Vault, statement: str, *values: object) -> None:
    """Changes the journal as no trigger would let us."""
    connection = vault._parts.store.connection
    connection.execute("DROP TRIGGER IF EXISTS entries_stay")
    connection.execute("DROP TRIGGER IF EXISTS entries_stand")
    connection.execute(statement, values)


def test_the_whole_journal_is_checked_in_slices(laptop: Laptop) -> None:
    write(laptop, 0, 30)
    visit = laptop.vault.new_space("visit")
    laptop.answer("met", space=visit)
    laptop.reopen()
    states: list[VerifyState] = []
    while not states or not states[-1].done:
        states.append(laptop.vault.verify_slice(10))
    assert states[-1].checked == states[-1].total == 31
    assert laptop.vault.faults == ()
    assert laptop.vault.verify_slice(10).done


def test_what_was_checked_is_not_read_again_at_unlock(laptop: Laptop) -> None:
    write(laptop, 0, 20)
    laptop.vault.verify_all()
    tamper(laptop.vault, "UPDATE entries SET raw = zeroblob(9) WHERE id & 4294967295 = 5")
    laptop.reopen()
    assert laptop.vault.faults == ()
    with pytest.raises(Problem) as caught:
        laptop.vault.verify_all()
    assert caught.value.details == {"entry": 5, "space": PROGRAMME.hex()[:8]}


@pytest.mark.parametrize(
    ("statement", "number"),
    [
        ("UPDATE entries SET raw = zeroblob(9) WHERE id & 4294967295 = 7", 7),
        ("DELETE FROM entries WHERE id & 4294967295 = 7", 7),
        ("DELETE FROM entries WHERE id & 4294967295 >= 9", 9),
        ("DELETE FROM entries", 1),
        ("UPDATE chains SET hash = zeroblob(32)", 12),
        ("UPDATE chains SET number = 11", 11),
        ("UPDATE chains SET number = 13", 13),
        ("UPDATE entries SET raw = (SELECT raw FROM entries WHERE id & 4294967295 = 3) WHERE id & 4294967295 = 4", 4),
    ],
)
def test_the_first_bad_entry_is_named_at_unlock(laptop: Laptop, statement: str, number: int) -> None:
    write(laptop, 0, 12)
    tamper(laptop.vault, statement)
    laptop.reopen()
    fault: Fault = laptop.vault.faults[0]
    with pytest.raises(Problem) as caught:
        laptop.vault.verify_all()
    assert caught.value.kind is problems.CHAIN_FAULT
    assert caught.value.details["entry"] == laptop.vault.faults[0].number == number
    assert fault.chain.space == PROGRAMME


def test_a_fault_in_the_middle_is_found_in_the_background(laptop: Laptop) -> None:
    write(laptop, 0, 1200)
    laptop.vault.verify_all()
    tamper(laptop.vault, "DELETE FROM entries WHERE id & 4294967295 = 700")
    laptop.reopen()
    assert laptop.vault.faults == ()
    while not laptop.vault.verify_slice(100).done:
        continue
    assert [fault.number for fault in laptop.vault.faults] == [700]


def test_with_a_fault_one_can_read_and_not_write_into_that_chain(laptop: Laptop) -> None:
    visit = laptop.vault.new_space("visit")
    write(laptop, 0, 5)
    tamper(laptop.vault, "UPDATE entries SET raw = zeroblob(9) WHERE id & 4294967295 = 2")
    laptop.reopen()
    assert len(laptop.vault.current()) == 5
    with pytest.raises(Problem) as caught:
        laptop.answer("met")
    assert caught.value.kind is problems.CHAIN_FAULT
    with pytest.raises(Problem):
        laptop.vault.backup_to(laptop.folder.parent)
    assert laptop.answer("met", space=visit).entries == 1
    laptop.vault.renew_incarnation()
    assert laptop.answer("met").entries == 1
    assert [dot.number for dot in laptop.dots()] == [1]
    assert laptop.vault.faults != ()


@pytest.fixture
def before_and_after(laptop: Laptop) -> Iterator[tuple[Path, bytes, bytes]]:
    """The database file at two moments of its life."""
    write(laptop, 0, 60)
    laptop.vault.verify_all()
    laptop.vault.close()
    path = laptop.folder / "vault.db"
    before = path.read_bytes()
    laptop.reopen()
    write(laptop, 60, 75)
    laptop.vault.append([Write(PROGRAMME, "answer", RESPONSE, "q3", "another value")])
    laptop.vault.close()
    after = path.read_bytes()
    yield path, before, after
    path.write_bytes(after)
    laptop.reopen()


def test_an_old_page_put_back_is_noticed_by_the_chain(
    before_and_after: tuple[Path, bytes, bytes], laptop: Laptop
) -> None:
    """SQLCipher takes every page of this file for genuine, as each was once."""
    path, before, after = before_and_after
    journal_pages, caught = 0, 0
    for page in range(1, len(before) // PAGE):
        at = slice(page * PAGE, (page + 1) * PAGE)
        if before[at] == after[at]:
            continue
        path.write_bytes(after[: at.start] + before[at] + after[at.stop :])
        problem = None
        try:
            laptop.reopen()
            entries = journal_of(laptop.vault)
            laptop.vault.verify_all()
        except Problem as raised:
            problem = raised
        finally:
            path.write_bytes(after)
        if problem is None:
            assert entries == 76
            laptop.vault.rebuild()
            assert sorted(str(row.value) for row in laptop.vault.current())[0] == "another value"
            continue
        assert problem.kind in (problems.CHAIN_FAULT, problems.DAMAGED)
        caught += 1
        journal_pages += problem.kind is problems.CHAIN_FAULT
    assert journal_pages >= 2
    assert caught >= journal_pages


def journal_of(vault: Vault) -> int:
    return int(vault._parts.store.connection.execute("SELECT count(*) FROM entries").fetchone()[0])
