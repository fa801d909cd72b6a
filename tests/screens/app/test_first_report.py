"""A new person founds a programme, plans a visit, answers, writes a finding, signs, and checks the saved report."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from tests.screens.app.conftest import Starts
from tests.screens.app.given import PASSPHRASE, Laptop, Person

from monitor_app import reports
from monitor_app.actions.keep_safe import safe_state
from monitor_app.ui.doorway.found_shares import SharePage
from monitor_app.ui.doorway.found_sheet import SheetPage
from monitor_app.ui.files import FilePicker
from monitor_app.ui.parts import Chip, Line
from monitor_app.ui.plan.when_card import DayLine


def test_from_the_first_screen_to_a_signed_report(
    start: Starts, laptop: Laptop, tmp_path: Path, windows_shown: list[str]
) -> None:
    person = start()
    _found(person, tmp_path)
    _plan(person)
    _answer(person)
    _recommend(person)
    _sign(person)
    saved = _save(person, tmp_path)
    root = person.ask(lambda vault: vault.identity.root_certificate)
    verdict = reports.verify_pdf(saved.read_bytes(), [root])
    assert verdict.confirmed
    assert laptop.restarts == []
    assert windows_shown == ["Window"]


def _found(person: Person, folder: Path) -> None:
    person.press("Found a programme")
    person.type("Visitor A")
    person.key(Qt.Key.Key_Tab)
    person.type("Example monitors")
    person.key(Qt.Key.Key_Return)
    person.type(PASSPHRASE)
    person.key(Qt.Key.Key_Return)
    person.type(PASSPHRASE)
    person.press("Found the programme")
    person.until(lambda: person.all(SheetPage))
    _copy_back(person, person.one(SheetPage)._groups)
    for number in (1, 2, 3):
        person.until(lambda number=number: person.all(SharePage) and person.one(SharePage)._number == number)
        _copy_back(person, person.one(SharePage)._sheet_words)
    person.press("Back up to a folder or a stick")
    person.pick(folder, "Use this folder")
    person.until(lambda: person.can_press("Begin"))
    assert list(folder.glob("monitor-backup-*"))
    person.key(Qt.Key.Key_Return)
    person.until(lambda: person.app.programme is not None)
    person.rest()
    assert person.ask(safe_state).sheet_confirmed
    assert person.sees("No visit yet")


def _copy_back(person: Person, sheet: object) -> None:
    groups = list(sheet)  # type: ignore[call-overload]
    page = next(iter([*person.all(SheetPage), *person.all(SharePage)]))
    person.press("I have written it down")
    for number, line in page.lines.items():
        line.setFocus()
        person.type(groups[number - 1])
    person.key(Qt.Key.Key_Return)
    person.rest()


def _plan(person: Person) -> None:
    person.key(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    person.rest()
    place = person.one(QComboBox, "Place")
    place.setCurrentIndex(1)
    place.activated.emit(1)
    first, last = person.all(DayLine)
    for line in (first, last):
        line.setFocus()
        person.type("16 Nov 2026")
        person.key(Qt.Key.Key_Return)
    chip = next(one for one in person.all(Chip) if "Immigration holding centre" in one.view().text)
    person.bot.keyClick(chip, Qt.Key.Key_Space)
    person.press("Plan the visit")
    person.until(lambda: person.can_press("Begin the visit"))


def _answer(person: Person) -> None:
    person.press("Begin the visit")
    person.rest()
    person.key(Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    person.rest()
    person.key(Qt.Key.Key_3)
    person.key(Qt.Key.Key_Return)
    person.type("Staff shouted at two people at the counter.")
    person.rest()
    person.press("Make finding")
    person.rest()


def _recommend(person: Person) -> None:
    assert person.sees("F-1")
    person.press("Add one")
    person.rest()
    person.one(Line, "To").setFocus()
    person.type("Director of the facility")
    person.key(Qt.Key.Key_Tab)
    person.type("Brief every shift on how people are addressed.")
    person.key(Qt.Key.Key_Tab)
    person.rest()


def _sign(person: Person) -> None:
    person.app.programme.shell.page().choose("report")
    person.rest()
    person.bot.wait(600)
    person.rest()
    person.press("Sign and seal")
    person.type(PASSPHRASE)
    person.key(Qt.Key.Key_Tab)
    person.type("A first, short visit.")
    person.press("Sign and seal")
    person.until(lambda: person.sees("Version 1 is signed and sealed"))
    person.rest()


def _save(person: Person, folder: Path) -> Path:
    person.press("Save a copy of Version 1")
    person.type(PASSPHRASE)
    person.key(Qt.Key.Key_Return)
    person.until(lambda: person.can_press("Save here"))
    person.bot.wait(20)
    assert person.window.findChild(FilePicker).isAncestorOf(person.focused())
    person.window.findChild(FilePicker).go(folder)
    person.key(Qt.Key.Key_Return)
    person.rest()
    (saved,) = folder.glob("*.pdf")
    return saved
