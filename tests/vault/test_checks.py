"""The chain notices what the cipher cannot: an old page put back. The first bad entry is named; reading goes on."""

from __future__ import annotations

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
    assert bad_entries(laptop.vault) == []
    while not laptop.vault.verify_slice(100).done:
        continue
    assert bad_entries(laptop.vault) == [700]


def bad_entries(vault: Vault) -> list[int]:
    return [fault.number for fault in vault.faults]


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


def test_an_old_page_put_back_is_noticed_by_the_chain(laptop: Laptop) -> None:
    """SQLCipher takes every page of the file for genuine, as each was once."""
    before, after = two_moments(laptop)
    path = laptop.folder / "vault.db"
    right = sorted(["another value", *(f"value {number}" for number in range(75) if number != 3)])
    found = []
    for page in range(1, len(before) // PAGE):
        at = slice(page * PAGE, (page + 1) * PAGE)
        if before[at] != after[at]:
            path.write_bytes(after[: at.start] + before[at] + after[at.stop :])
            found.append(checked_values(laptop))
            assert not (laptop.folder / "vault.db-wal").exists()
    assert problems.CHAIN_FAULT in found
    assert all(values in (right, problems.CHAIN_FAULT, problems.DAMAGED) for values in found)
    path.write_bytes(after)
    laptop.reopen()
    assert sorted(str(row.value) for row in laptop.vault.current()) == right


def two_moments(laptop: Laptop) -> tuple[bytes, bytes]:
    """The database file at two moments of its life; the vault is closed."""
    path = laptop.folder / "vault.db"
    write(laptop, 0, 60)
    laptop.vault.verify_all()
    laptop.vault.close()
    before = path.read_bytes()
    laptop.reopen()
    write(laptop, 60, 75)
    laptop.vault.append([Write(PROGRAMME, "answer", RESPONSE, "q3", "another value")])
    laptop.vault.close()
    return before, path.read_bytes()


def checked_values(laptop: Laptop) -> object:
    """What a checked vault says, or the kind of problem it meets on the way. Closed afterwards."""
    try:
        laptop.reopen()
        laptop.vault.verify_all()
        return sorted(str(row.value) for row in laptop.vault.current())
    except Problem as problem:
        return problem.kind
    finally:
        laptop.vault.close()


@pytest.mark.parametrize(
    "damage",
    [
        "DELETE FROM current WHERE field = 'q3'",
        "UPDATE current SET id = id - 1 WHERE field = 'q5'",
        "INSERT INTO current SELECT space, entity_kind, entity, 'q99', id, author, at_ms, settled, key_id, value, "
        "counts FROM current WHERE field = 'q3'",
    ],
)
@pytest.mark.parametrize("in_slices", [True, False])
def test_values_that_are_not_the_journals_are_made_anew(laptop: Laptop, damage: str, in_slices: bool) -> None:
    write(laptop, 0, 12)
    laptop.vault.append([Write(PROGRAMME, "answer", RESPONSE, "q5", "value 5, corrected")])
    before = laptop.vault.current()
    laptop.vault._parts.store.connection.execute(damage)
    assert laptop.vault.current() != before
    laptop.reopen()
    if in_slices:
        while not laptop.vault.verify_slice(5).done:
            continue
    else:
        laptop.vault.verify_all()
    assert laptop.vault.current() == before
    assert laptop.vault.faults == ()


def test_what_is_written_while_the_check_runs_is_no_fault(laptop: Laptop) -> None:
    write(laptop, 0, 30)
    laptop.reopen()
    number = 30
    while not laptop.vault.verify_slice(3).done:
        write(laptop, number, number + 1)
        write(laptop, number - 20, number - 19)
        laptop.vault.new_space("visit")
        number += 1
    assert laptop.vault.faults == ()
    assert not laptop.vault._parts.checker.derived_differ
    laptop.vault.verify_all()
