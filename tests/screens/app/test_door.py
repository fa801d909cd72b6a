"""In and out: unlock, lock, recover, restore, close; nothing that was typed is lost and no vault stays open."""

from __future__ import annotations

import time
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from tests.screens.app.conftest import Starts
from tests.screens.app.given import NEW_PASSPHRASE, PASSPHRASE, Laptop, Person

from monitor_app.actions.keep_safe import back_up
from monitor_app.actions.profiles import read_profiles
from monitor_app.actions.records import records
from monitor_app.monitoring import Kind
from monitor_app.ui.crash import Crash
from monitor_app.ui.doorway.founding import FoundingWizard
from monitor_app.ui.doorway.locked import LockedPage
from monitor_app.ui.doorway.unlock import UnlockPage
from monitor_app.ui.parts import Choice, Line


def test_a_wrong_passphrase_waits_and_the_right_one_opens(start: Starts, laptop: Laptop) -> None:
    laptop.found()
    person = start()
    person.unlock("not this one")
    person.until(lambda: person.sees("That passphrase does not open this profile. Next try in"))
    assert not person.can_press("Open")
    assert person.one(Line).text() == ""
    person.until(lambda: person.can_press("Open"))
    person.enter()
    assert person.sees("No visit yet")
    assert person.button("New visit").hasFocus() or person.focused().accessibleName() == "New visit"


def test_lock_is_quick_closes_the_vault_and_replaces_the_process(start: Starts, laptop: Laptop) -> None:
    laptop.found()
    person = start()
    person.enter()
    QGuiApplication.clipboard().setText("a word of the work")
    began = time.perf_counter()
    person.key(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    took = time.perf_counter() - began
    assert laptop.restarts == [True]
    assert QGuiApplication.clipboard().text() == ""
    assert took < 1, "a generous bound: the 200 ms are measured on an idle laptop"
    again = start(locked=True)
    assert again.all(LockedPage)
    again.key(Qt.Key.Key_Return)
    assert again.all(UnlockPage)
    again.enter()


def test_the_recovery_sheet_opens_with_a_new_passphrase_and_the_recovery_is_recorded(
    start: Starts, laptop: Laptop
) -> None:
    groups = laptop.found()
    person = start()
    person.press("I forgot my passphrase")
    for group in groups:
        person.type(group.lower())
    person.press("Open and choose a new passphrase")
    person.type(NEW_PASSPHRASE)
    person.key(Qt.Key.Key_Return)
    person.type(NEW_PASSPHRASE)
    person.key(Qt.Key.Key_Return)
    person.until(lambda: person.app.programme is not None)
    person.rest()
    members = person.ask(lambda vault: records(vault, vault.identity.programme, Kind.MEMBER))
    (own,) = members
    assert own.values["label"] == "Visitor A"
    assert own.values["recovered"][1] == "sheet"
    again = start()
    again.unlock(PASSPHRASE)
    again.until(lambda: again.sees("does not open this profile"))
    again.until(lambda: again.can_press("Open"))
    again.enter(NEW_PASSPHRASE)


def test_a_sheet_of_another_vault_says_so_and_can_be_tried_again(start: Starts, laptop: Laptop, tmp_path: Path) -> None:
    laptop.found()
    foreign = Laptop(tmp_path / "foreign").found()
    person = start()
    person.press("I forgot my passphrase")
    for group in foreign:
        person.type(group)
    person.press("Open and choose a new passphrase")
    person.type(NEW_PASSPHRASE)
    person.key(Qt.Key.Key_Return)
    person.type(NEW_PASSPHRASE)
    person.key(Qt.Key.Key_Return)
    person.rest()
    assert person.app.programme is None
    assert person.can_press("Use the new passphrase")
    assert person.can_press("Back")
    person.press("Back")
    person.enter()


def test_a_backup_becomes_a_second_profile(start: Starts, laptop: Laptop, tmp_path: Path) -> None:
    laptop.found()
    stick = tmp_path / "stick"
    stick.mkdir()
    person = start()
    person.enter()
    person.ask(lambda vault: back_up(vault, stick))
    again = start()
    again.press("Restore a backup")
    again.press("Choose the backup folder")
    again.pick(stick, "Use this folder")
    again.type("not this one")
    again.key(Qt.Key.Key_Return)
    again.until(lambda: again.can_press("Restore"))
    assert again.app.programme is None
    again.lines()[0].clear()
    again.lines()[0].setFocus()
    again.type(PASSPHRASE)
    again.key(Qt.Key.Key_Return)
    again.until(lambda: again.app.programme is not None)
    again.rest()
    labels = [one.label for one in read_profiles(laptop.around().settings).profiles]
    assert labels == ["Restored work", "My work"]


def test_the_language_can_change_before_founding_and_is_kept(start: Starts, laptop: Laptop) -> None:
    person = start()
    choice = person.all(Choice)[0]
    person.bot.keyClick(choice.focusProxy(), Qt.Key.Key_F)
    person.bot.wait(10)
    assert person.sees("Bienvenue")
    assert read_profiles(laptop.around().settings).language == "fr"
    again = start()
    assert again.sees("Bienvenue")


def test_the_founding_wizard_begins_in_its_first_line_and_offers_no_language(start: Starts) -> None:
    person = start()
    person.press("Found a programme")
    assert person.focused() is person.lines()[0]
    assert not person.all(Choice)
    person.type("Visitor A")
    person.press("Back")
    assert person.sees("Welcome")
    assert not person.all(FoundingWizard)


def test_closing_while_a_programme_is_being_founded_leaves_no_thread(start: Starts, laptop: Laptop) -> None:
    person = start()
    person.press("Found a programme")
    person.type("Visitor A")
    person.key(Qt.Key.Key_Tab)
    person.type("Example monitors")
    person.key(Qt.Key.Key_Return)
    person.type(PASSPHRASE)
    person.key(Qt.Key.Key_Return)
    person.type(PASSPHRASE)
    person.press("Found the programme")
    assert not person.can_press("Back")
    person.window.close()
    assert not person.app.clerk._thread._thread.is_alive()
    assert laptop.restarts == []


def test_a_vault_opens_once_however_often_enter_is_pressed(start: Starts, laptop: Laptop) -> None:
    laptop.found()
    person = start()
    page = person.one(UnlockPage)
    for _ in range(3):
        page.open_asked.emit(str(laptop.around().vaults / "profile"), PASSPHRASE)
    person.until(lambda: person.app.programme is not None)
    person.rest()
    assert person.sees("No visit yet")


def test_a_crash_says_so_and_starting_again_locks(start: Starts, laptop: Laptop) -> None:
    laptop.found()
    person = start()
    person.enter()
    _break(person)
    person.until(lambda: person.sees("Monitor made a mistake and stopped"))
    assert not person.all(Choice)
    _break(person)
    person.press("Start again")
    assert laptop.restarts == [True]
    start(locked=True).key(Qt.Key.Key_Return)


def _break(person: Person) -> None:
    person.app.crashed(Crash("ValueError", ("ui/app.py:1 in nothing",)))
    person.bot.wait(10)
