"""Story 2: founding a programme, and every way back to the work: passphrase, sheet, organisation, backup."""

from __future__ import annotations

from datetime import timedelta
from itertools import combinations
from pathlib import Path

import pytest
from tests.stories.given import PASSPHRASE, RESOURCES, Laptop

from monitor_app import crypto, reports
from monitor_app.actions.home import home
from monitor_app.actions.keep_safe import (
    back_up,
    change_passphrase,
    confirm_recovery_sheet,
    new_recovery_sheet,
    restore,
    safe_state,
)
from monitor_app.actions.open_programme import (
    after_wrong_try,
    open_programme,
    recover_with_organisation,
    recover_with_sheet,
)
from monitor_app.base import EntityId, Problem, speak, system_randomness
from monitor_app.journal import recovery_recipient
from monitor_app.monitoring import Kind
from monitor_app.vault import UnlockDelay

NEW = "seven pale kites above rye"


def test_the_meter_is_honest_and_the_suggested_phrase_passes_it() -> None:
    weak = crypto.strength("surrey2026", ("Surrey",))
    assert weak.score <= 1
    assert weak.warning or weak.advice
    phrase = crypto.suggest_phrase("fr", system_randomness)
    assert len(phrase.split()) == 6
    assert crypto.strength(phrase).score == 4


def test_the_recovery_sheet_is_asked_for_until_two_groups_were_typed_back(laptop: Laptop) -> None:
    sheet = laptop.founded.recovery_groups
    assert [len(group) for group in sheet] == [5] * 8
    assert not safe_state(laptop.vault).sheet_confirmed
    assert not confirm_recovery_sheet(laptop.vault, sheet, {2: sheet[1], 5: sheet[5]})
    assert not safe_state(laptop.vault).sheet_confirmed
    assert confirm_recovery_sheet(laptop.vault, sheet, {2: sheet[1].lower(), 5: sheet[4]})
    assert safe_state(laptop.vault).sheet_confirmed


def test_the_sheets_can_be_printed_before_anything_else_is_done(laptop: Laptop) -> None:
    words = speak("fr", RESOURCES)
    day = laptop.clock.now().date()
    recovery = reports.recovery_sheet_pdf(laptop.founded.recovery_groups, words, RESOURCES, day=day)
    shares = [
        reports.share_sheet_pdf(sheet.split(), words, RESOURCES, number=number, day=day)
        for number, sheet in enumerate(laptop.founded.sheets, 1)
    ]
    assert all(pdf.startswith(b"%PDF-") for pdf in (recovery, *shares))


def test_any_two_of_the_three_sheets_open_the_programme_root_and_one_does_not(laptop: Laptop) -> None:
    vault = laptop.vault
    programme = vault.identity.programme
    (sealed,) = vault.current(programme, Kind.PROGRAMME, EntityId(programme), "root_sealed")
    assert isinstance(sealed.value, bytes)
    for pair in combinations(laptop.founded.sheets, 2):
        assert crypto.open_root_from_recovery(sealed.value, crypto.combine(pair))
    with pytest.raises(Problem):
        crypto.combine(laptop.founded.sheets[:1])


def test_every_space_is_wrapped_to_recovery_from_its_first_entry_on(laptop: Laptop) -> None:
    laptop.plan()
    recipient = recovery_recipient(laptop.vault.identity.recovery_public)
    for space in laptop.vault.spaces():
        wraps = laptop.vault.wraps(space.id)
        assert any(recipient in wrap and b"recovery" in wrap for wrap in wraps), space.kind


def test_a_wrong_passphrase_waits_longer_each_time_and_says_so(laptop: Laptop) -> None:
    laptop.vault.lock()
    delay: UnlockDelay | None = None
    waits = []
    for _ in range(8):
        with pytest.raises(Problem, match=r"vault\.wrong-passphrase"):
            open_programme(laptop.folder, "not this one", laptop.world, delay)
        delay = after_wrong_try(delay, laptop.world)
        waits.append(delay.seconds_left(laptop.clock.now()))
        with pytest.raises(Problem, match=r"vault\.wait") as waiting:
            open_programme(laptop.folder, PASSPHRASE, laptop.world, delay)
        assert str(waits[-1]) in waiting.value.say(speak("en", RESOURCES)).text()
        laptop.clock.forward(seconds=waits[-1])
    assert waits == [1, 2, 4, 8, 16, 32, 60, 60]
    laptop.vault = open_programme(laptop.folder, PASSPHRASE, laptop.world, delay)
    assert home(laptop.vault).may_plan


def test_a_changed_passphrase_opens_and_the_old_one_does_not(laptop: Laptop) -> None:
    change_passphrase(laptop.vault, PASSPHRASE, NEW, laptop.world)
    laptop.vault.lock()
    with pytest.raises(Problem, match=r"vault\.wrong-passphrase"):
        open_programme(laptop.folder, PASSPHRASE, laptop.world)
    laptop.vault = open_programme(laptop.folder, NEW, laptop.world)


def test_a_forgotten_passphrase_loses_nothing_the_sheet_opens(laptop: Laptop) -> None:
    space = laptop.plan()
    laptop.vault.lock()
    typed = " ".join(laptop.founded.recovery_groups).lower()
    laptop.vault = recover_with_sheet(laptop.folder, typed, NEW, laptop.world)
    assert [row.visit.space for row in home(laptop.vault).rows] == [space]
    laptop.vault.lock()
    laptop.vault = open_programme(laptop.folder, NEW, laptop.world)


def test_a_lost_sheet_is_replaced_and_opens_nothing_any_more(laptop: Laptop) -> None:
    fresh = new_recovery_sheet(laptop.vault, PASSPHRASE, system_randomness)
    assert not safe_state(laptop.vault).sheet_confirmed
    laptop.vault.lock()
    with pytest.raises(Problem):
        recover_with_sheet(laptop.folder, " ".join(laptop.founded.recovery_groups), NEW, laptop.world)
    laptop.vault = recover_with_sheet(laptop.folder, " ".join(fresh), NEW, laptop.world)


def test_two_of_the_organisations_sheets_open_a_vault_too(laptop: Laptop) -> None:
    space = laptop.plan()
    laptop.vault.lock()
    first, _, third = laptop.founded.sheets
    laptop.vault = recover_with_organisation(laptop.folder, (third, first), NEW, laptop.world)
    assert [row.visit.space for row in home(laptop.vault).rows] == [space]


def test_a_backup_is_verified_and_restores_as_another_incarnation(laptop: Laptop, tmp_path: Path) -> None:
    space = laptop.plan()
    laptop.answer(space, "held_total", "97")
    kept = back_up(laptop.vault, tmp_path)
    laptop.clock.at += timedelta(hours=1)
    laptop.answer(space, "held_total", "98")
    copy = restore(kept.folder, tmp_path / "copy", PASSPHRASE, laptop.world)
    try:
        other = Laptop(tmp_path / "copy", laptop.world, laptop.founded, copy)
        assert other.live(space).value(other.path(space, "held_total")) == "97"
        assert copy.identity.incarnation != laptop.vault.identity.incarnation
        other.answer(space, "held_total", "99")
        assert laptop.live(space).value(laptop.path(space, "held_total")) == "98"
    finally:
        copy.close()
