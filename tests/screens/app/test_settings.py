"""Settings in the app: what is liked is worn at once and kept, the page stays, passphrase and certificate."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from tests.screens.app.conftest import Starts
from tests.screens.app.given import NEW_PASSPHRASE, PASSPHRASE, Laptop, Person

from monitor_app import crypto
from monitor_app.ui.parts import Choice
from monitor_app.ui.settings.page import SettingsPage


def _choose_next(person: Person, about: str) -> None:
    segments = next(one.focusProxy() for one in person.all(Choice) if about in one.focusProxy().accessibleName())
    segments.setFocus()
    person.key(Qt.Key.Key_Right)
    person.key(Qt.Key.Key_Space)
    person.rest()


def test_another_language_and_size_keep_the_page(start: Starts, laptop: Laptop) -> None:
    laptop.found()
    person = start()
    person.enter()
    person.app.programme.open("settings")
    person.rest()
    _choose_next(person, "Language")
    person.until(lambda: person.sees("Réglages"))
    assert person.all(SettingsPage)
    _choose_next(person, "Taille")
    person.until(lambda: person.app.look.percent == 125)
    person.rest()
    assert person.all(SettingsPage)
    again = start()
    again.enter()
    assert (again.app.look.words.language, again.app.look.percent) == ("fr", 125)


def test_the_passphrase_is_changed_and_a_wrong_old_one_is_said(start: Starts, laptop: Laptop) -> None:
    laptop.found()
    person = start()
    person.enter()
    person.app.programme.open("settings")
    person.rest()
    person.press("Change the passphrase")
    old, new, same = person.lines()
    old.setFocus()
    for line, text in ((old, "not this one"), (new, NEW_PASSPHRASE), (same, NEW_PASSPHRASE)):
        line.setFocus()
        person.type(text)
    person.press("Use the new passphrase")
    person.until(lambda: person.sees("That is not the passphrase of this profile."))
    assert person.focused() is old
    person.type(PASSPHRASE)
    person.until(lambda: person.can_press("Use the new passphrase"))
    person.press("Use the new passphrase")
    person.until(lambda: person.sees("The new passphrase opens this profile from now on."))
    start().enter(NEW_PASSPHRASE)


def test_the_certificate_of_the_programme_is_saved(start: Starts, laptop: Laptop, tmp_path: Path) -> None:
    laptop.found()
    person = start()
    person.enter()
    person.app.programme.open("settings")
    person.rest()
    person.press("Save the certificate")
    person.pick(tmp_path, "Save here")
    person.until(lambda: person.sees("The certificate is saved."))
    root = person.ask(lambda vault: vault.identity.root_certificate)
    assert crypto.certificate_of((tmp_path / "programme-root.pem").read_bytes()) == root


def test_a_sheet_not_confirmed_is_said_at_every_unlocking(start: Starts, laptop: Laptop) -> None:
    laptop.found()
    person = start()
    person.enter()
    assert not person.sees("Your recovery sheet is not confirmed yet")
    person.app.programme.open("settings")
    person.rest()
    person.press("New recovery sheet")
    person.type(PASSPHRASE)
    person.key(Qt.Key.Key_Return)
    person.until(lambda: person.can_press("I have written it down"))
    person.press("I have written it down")
    person.press("Do this later")
    again = start()
    again.enter()
    assert again.sees("Your recovery sheet is not confirmed yet")
