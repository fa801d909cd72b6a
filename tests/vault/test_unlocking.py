"""Ways in: passphrase, sheet, organisation; a wrong one waits and deletes nothing; torn slot files fall back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from tests.vault.given import CODE, FLOOR_KIB, LIGHT, MORNING, PASSPHRASE, RECOVERY, Laptop, describe, open_vault

from monitor_app import crypto
from monitor_app.base import FixedClock, Problem, system_randomness
from monitor_app.base.problems import crypto as crypto_problems
from monitor_app.base.problems import vault as problems
from monitor_app.vault import UnlockDelay, Vault, unlock, unlock_with_organisation, unlock_with_recovery


def refused(work: Callable[[], object]) -> Problem:
    with pytest.raises(Problem) as caught:
        work()
    return caught.value


def with_sheet(laptop: Laptop, code: bytes = CODE) -> Vault:
    return unlock_with_recovery(
        laptop.folder,
        code,
        laptop.clock,
        system_randomness,
        describe,
        floor_kib=FLOOR_KIB,
        home=laptop.folder.parent,
    )


def with_organisation(laptop: Laptop, private: bytes = RECOVERY.private) -> Vault:
    return unlock_with_organisation(
        laptop.folder,
        private,
        laptop.clock,
        system_randomness,
        describe,
        floor_kib=FLOOR_KIB,
        home=laptop.folder.parent,
    )


def test_a_wrong_passphrase_says_how_long_to_wait_and_deletes_nothing(laptop: Laptop) -> None:
    laptop.answer("met")
    laptop.vault.close()
    before = {path.name: path.read_bytes() for path in laptop.folder.iterdir()}
    problem = refused(lambda: open_vault(laptop.folder, "a guess"))
    assert (problem.kind, problem.details) == (problems.WRONG_PASSPHRASE, {"seconds": 1})
    assert {path.name: path.read_bytes() for path in laptop.folder.iterdir()} == before
    assert laptop.reopen().current()[0].value == "met"


def test_each_wrong_try_waits_twice_as_long_up_to_a_minute() -> None:
    delay, waits = UnlockDelay(), []
    for _ in range(10):
        delay = delay.after_failure(MORNING)
        waits.append(delay.seconds_left(MORNING))
    assert waits == [1, 2, 4, 8, 16, 32, 60, 60, 60, 60]
    assert UnlockDelay().seconds_left(MORNING) == 0
    assert delay.seconds_left(MORNING + timedelta(seconds=59.5)) == 1
    assert delay.seconds_left(MORNING + timedelta(seconds=60)) == 0
    assert delay.seconds_left(MORNING - timedelta(days=400)) == 60


def test_the_next_try_is_refused_until_the_wait_is_over(laptop: Laptop) -> None:
    laptop.vault.close()
    delay = UnlockDelay().after_failure(MORNING).after_failure(MORNING)

    def attempt(passphrase: str) -> Vault:
        return unlock(
            laptop.folder,
            passphrase,
            laptop.clock,
            system_randomness,
            describe,
            delay=delay,
            floor_kib=FLOOR_KIB,
            home=laptop.folder.parent,
        )

    problem = refused(lambda: attempt(PASSPHRASE))
    assert (problem.kind, problem.details) == (problems.WAIT, {"seconds": 2})
    laptop.clock.forward(seconds=2)
    assert refused(lambda: attempt("a guess")).details == {"seconds": 4}
    attempt(PASSPHRASE).close()


def test_a_changed_passphrase_opens_and_the_old_one_does_not(laptop: Laptop) -> None:
    laptop.vault.change_passphrase(PASSPHRASE, "another one altogether", LIGHT)
    laptop.vault.close()
    for name in ("vault.slots", "vault.slots.2"):
        only = laptop.folder / name
        assert crypto.SlotFile.parse(only.read_bytes(), FLOOR_KIB).unlock("another one altogether")
    assert refused(lambda: open_vault(laptop.folder)).kind is problems.WRONG_PASSPHRASE
    laptop.reopen("another one altogether")


def test_changing_needs_the_old_passphrase(laptop: Laptop) -> None:
    change = laptop.vault.change_passphrase
    assert refused(lambda: change("a guess", "another", LIGHT)).kind is problems.WRONG_PASSPHRASE
    assert refused(lambda: laptop.vault.set_passphrase("another", LIGHT)).kind is problems.NOT_CONFIRMED
    assert refused(lambda: laptop.vault.set_recovery(CODE)).kind is problems.NOT_CONFIRMED
    laptop.reopen()


def test_a_confirmation_counts_for_one_change_and_until_the_next_write(laptop: Laptop) -> None:
    vault = laptop.vault
    vault.confirm_passphrase(PASSPHRASE)
    vault.set_passphrase("second", LIGHT)
    assert refused(lambda: vault.set_passphrase("third", LIGHT)).kind is problems.NOT_CONFIRMED
    vault.confirm_passphrase("second")
    laptop.answer("met")
    assert refused(lambda: vault.set_passphrase("third", LIGHT)).kind is problems.NOT_CONFIRMED
    assert refused(lambda: vault.confirm_passphrase("a guess")).kind is problems.WRONG_PASSPHRASE


def test_the_recovery_sheet_opens_and_a_new_passphrase_is_set(laptop: Laptop) -> None:
    laptop.answer("met")
    laptop.vault.close()
    other = refused(lambda: with_sheet(laptop, bytes(20)))
    assert other.kind is crypto_problems.RECOVERY_OTHER_SHEET
    laptop.vault = with_sheet(laptop)
    assert laptop.values() == ["met"]
    laptop.vault.set_passphrase("remembered again", LIGHT)
    laptop.reopen("remembered again")


def test_a_new_sheet_replaces_the_old_one(laptop: Laptop) -> None:
    new = crypto.new_code(system_randomness)
    laptop.vault.confirm_passphrase(PASSPHRASE)
    laptop.vault.set_recovery(new)
    laptop.vault.close()
    assert refused(lambda: with_sheet(laptop)).kind is crypto_problems.RECOVERY_OTHER_SHEET
    laptop.vault = with_sheet(laptop, new)


def test_the_organisation_opens_what_a_member_forgot(laptop: Laptop) -> None:
    laptop.answer("met")
    laptop.vault.close()
    stranger = crypto.new_kem_key(system_randomness).private
    assert refused(lambda: with_organisation(laptop, stranger)).kind is crypto_problems.RECOVERY_OTHER_PROGRAMME
    laptop.vault = with_organisation(laptop)
    assert laptop.values() == ["met"]


@pytest.mark.parametrize("torn", ["vault.slots", "vault.slots.2"])
@pytest.mark.parametrize("how", ["missing", "empty", "half", "flipped"])
def test_a_torn_slot_file_falls_back_to_the_other_and_says_so(laptop: Laptop, torn: str, how: str) -> None:
    laptop.vault.close()
    path = laptop.folder / torn
    whole = path.read_bytes()
    left = {
        "empty": b"",
        "half": whole[: len(whole) // 2],
        "flipped": whole[:99] + bytes([whole[99] ^ 1]) + whole[100:],
    }
    if how == "missing":
        path.unlink()
    else:
        path.write_bytes(left[how])
    laptop.reopen()
    assert [notice.kind for notice in laptop.vault.notices] == [problems.SLOTS_FELL_BACK]
    assert path.read_bytes() == whole
    laptop.reopen()
    assert laptop.vault.notices == ()


def test_a_crash_between_the_two_copies_is_healed_without_a_word(laptop: Laptop) -> None:
    older = (laptop.folder / "vault.slots.2").read_bytes()
    laptop.vault.change_passphrase(PASSPHRASE, "the new one", LIGHT)
    laptop.vault.close()
    (laptop.folder / "vault.slots.2").write_bytes(older)
    laptop.reopen("the new one")
    assert laptop.vault.notices == ()
    assert (laptop.folder / "vault.slots.2").read_bytes() == (laptop.folder / "vault.slots").read_bytes()


def test_without_any_whole_slot_file_nothing_opens(laptop: Laptop) -> None:
    laptop.vault.close()
    (laptop.folder / "vault.slots").unlink()
    (laptop.folder / "vault.slots.2").write_bytes(b"torn")
    assert refused(lambda: open_vault(laptop.folder)).kind is problems.SLOTS_MISSING


def test_a_slot_file_of_a_newer_app_is_not_taken_for_damage(laptop: Laptop) -> None:
    from monitor_app.base import cbor_bytes, cbor_value, sha256

    laptop.vault.close()
    path = laptop.folder / "vault.slots"
    said = dict(cbor_value(path.read_bytes()[:-32]))  # type: ignore[arg-type]
    newer = cbor_bytes({**said, "format": 99})
    path.write_bytes(newer + sha256(newer))
    assert refused(lambda: open_vault(laptop.folder)).kind is crypto_problems.SLOTS_NEWER


def test_slots_of_another_vault_open_nothing(laptop: Laptop, tmp_path: Path) -> None:
    from tests.vault.given import make_laptop

    other = make_laptop(tmp_path / "other")
    other.vault.close()
    laptop.vault.close()
    for name in ("vault.slots", "vault.slots.2"):
        (laptop.folder / name).write_bytes((other.folder / name).read_bytes())
    assert refused(lambda: open_vault(laptop.folder)).kind is problems.DAMAGED


def test_the_clock_set_back_a_day_is_noticed(laptop: Laptop) -> None:
    laptop.answer("met")
    assert laptop.vault.clock_warning is None
    laptop.clock.forward(hours=-23)
    assert laptop.vault.clock_warning is None
    laptop.clock.forward(hours=-2)
    warning = laptop.vault.clock_warning
    assert warning is not None
    assert (warning.newest, warning.now) == (MORNING, MORNING - timedelta(hours=25))
    laptop.reopen()
    assert laptop.vault.clock_warning == warning
    laptop.answer("not_met")
    assert laptop.vault.clock_warning == warning


def test_the_same_vault_opens_once_only(laptop: Laptop) -> None:
    assert refused(lambda: open_vault(laptop.folder)).kind is problems.IN_USE
    laptop.vault.close()
    laptop.vault.close()
    again = open_vault(laptop.folder, clock=FixedClock(MORNING))
    assert refused(lambda: open_vault(laptop.folder)).kind is problems.IN_USE
    again.close()
    laptop.reopen()


def test_a_draft_that_cannot_be_flushed_does_not_keep_the_vault_open(laptop: Laptop) -> None:
    from tests.vault.test_drafts import NOTE

    laptop.vault.save_draft(NOTE)
    laptop.vault._parts.store.connection.execute("DELETE FROM wraps")
    laptop.reopen()
    laptop.vault.lock()
    assert [notice.kind for notice in laptop.vault.notices] == [problems.NO_RECOVERY]
    laptop.reopen()
    assert [draft.value for draft in laptop.vault.drafts()] == ["the beds ar"]
