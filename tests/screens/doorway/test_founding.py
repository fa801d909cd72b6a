"""Founding: five steps, nothing goes on before it was written down, a problem can be tried again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from monitor_app.base import Problem
from monitor_app.base.problems import vault as problems
from monitor_app.ui.doorway.found_backup import BackupPage
from monitor_app.ui.doorway.found_names import NamesPage
from monitor_app.ui.doorway.found_passphrase import FirstPassphrasePage
from monitor_app.ui.doorway.found_shares import SharePage
from monitor_app.ui.doorway.found_sheet import SheetPage, picked, plain
from monitor_app.ui.doorway.founding import FoundedView, FoundingWish, FoundingWizard
from monitor_app.ui.doorway.passphrase import StrengthView
from monitor_app.ui.doorway.restore import RestorePage
from monitor_app.ui.files import FilePicker
from monitor_app.ui.look import Look
from monitor_app.ui.parts import Button, Dialog, message_of

GROUPS = ("7KQ2A", "M4PXB", "9DTWC", "H3RCD", "V8NEE", "2AB3F", "66GHJ", "KM7NP")
SHEETS = tuple(" ".join(f"word{sheet}x{n}" for n in range(20)) for sheet in range(3))


def chance(count: int) -> bytes:
    return bytes(range(3, 3 + count))


def button(page: QWidget, text: str) -> Button:
    return next(b for b in page.findChildren(Button) if b.text() == text)


@pytest.fixture
def wizard(qtbot: QtBot, look: Look) -> FoundingWizard:
    measure: Callable[[str], StrengthView] = lambda text: StrengthView(min(4, len(text) // 4), "Word")  # noqa: E731
    made = FoundingWizard(look, measure, lambda: "copper lantern gravel", chance)
    qtbot.addWidget(made)
    made.show()
    return made


def name_it(qtbot: QtBot, wizard: FoundingWizard) -> None:
    page = wizard.step()
    assert isinstance(page, NamesPage)
    assert not button(page, "Next: the passphrase").isEnabled()
    qtbot.keyClicks(page.person, "Visitor A")
    qtbot.keyClicks(page.organisation, "Example Monitor")
    button(page, "Next: the passphrase").click()


def choose(qtbot: QtBot, wizard: FoundingWizard) -> None:
    page = wizard.step()
    assert isinstance(page, FirstPassphrasePage)
    qtbot.keyClicks(page.new.first.line, "copper lantern")
    qtbot.keyClicks(page.new.second.line, "copper lantern")
    button(page, "Found the programme").click()


def type_back(qtbot: QtBot, page: SheetPage | SharePage, right: Callable[[int], str]) -> None:
    button(page, "I have written it down").click()
    for number, line in page.lines.items():
        line.clear()
        qtbot.keyClicks(line, right(number))
    button(page, "Check").click()


def test_a_programme_is_founded_in_five_steps(qtbot: QtBot, wizard: FoundingWizard) -> None:
    wishes: list[FoundingWish] = []
    wizard.found_asked.connect(wishes.append)
    typed: list[dict[int, str]] = []
    wizard.sheet_confirmed.connect(typed.append)
    name_it(qtbot, wizard)
    choose(qtbot, wizard)
    assert wishes == [FoundingWish("Visitor A", "Example Monitor", "", "copper lantern")]
    wizard.present(FoundedView(GROUPS, SHEETS))
    page = wizard.step()
    assert isinstance(page, SheetPage)
    type_back(qtbot, page, lambda number: GROUPS[number - 1].lower())
    assert typed and len(typed[0]) == 2
    for sheet in range(3):
        page = wizard.step()
        assert isinstance(page, SharePage)
        words = SHEETS[sheet].split()
        type_back(qtbot, page, lambda number, words=words: words[number - 1])  # type: ignore[misc]
    assert isinstance(wizard.step(), BackupPage)
    with qtbot.waitSignal(wizard.finished):
        button(wizard, "Begin").click()


def test_the_passphrase_is_never_printed(wizard: FoundingWizard) -> None:
    assert "lantern" not in repr(FoundingWish("Visitor A", "Example", "", "copper lantern"))
    assert "7KQ2A" not in repr(FoundedView(GROUPS, SHEETS))


def test_names_are_kept_when_going_back(qtbot: QtBot, wizard: FoundingWizard) -> None:
    name_it(qtbot, wizard)
    before = wizard.step()
    assert before is not None
    button(before, "Back").click()
    page = wizard.step()
    assert isinstance(page, NamesPage)
    assert page.person.text() == "Visitor A"
    with qtbot.waitSignal(wizard.left):
        button(page, "Back").click()


def test_a_problem_while_founding_is_said_and_can_be_tried_again(
    qtbot: QtBot, look: Look, wizard: FoundingWizard
) -> None:
    name_it(qtbot, wizard)
    choose(qtbot, wizard)
    page = wizard.step()
    assert isinstance(page, FirstPassphrasePage)
    assert not button(page, "Making the keys…").isEnabled()
    wizard.say(message_of(Problem(problems.DISK_FULL), look.words))
    assert button(page, "Found the programme").isEnabled()


def test_a_wrong_group_sends_back_to_the_paper(qtbot: QtBot, look: Look) -> None:
    page = SheetPage(look, GROUPS, chance)
    qtbot.addWidget(page)
    page.show()
    with qtbot.assertNotEmitted(page.confirmed):
        type_back(qtbot, page, lambda _number: "AAAAA")
    assert all(line.property("wrong") is True for line in page.lines.values())
    button(page, "Show the sheet again").click()
    assert page._card.isVisible()


def test_while_groups_are_typed_back_the_sheet_is_hidden(qtbot: QtBot, look: Look) -> None:
    page = SheetPage(look, GROUPS, chance)
    qtbot.addWidget(page)
    page.show()
    button(page, "I have written it down").click()
    assert not page._card.isVisible()


def test_the_sheet_may_be_left_for_later(qtbot: QtBot, wizard: FoundingWizard) -> None:
    wizard.present(FoundedView(GROUPS, SHEETS))
    page = wizard.step()
    assert isinstance(page, SheetPage)
    button(page, "I have written it down").click()
    with qtbot.assertNotEmitted(wizard.sheet_confirmed):
        button(page, "Do this later").click()
    assert isinstance(wizard.step(), SharePage)


def test_each_sheet_can_be_saved_as_a_pdf(qtbot: QtBot, wizard: FoundingWizard, tmp_path: Path) -> None:
    asked: list[tuple[int, Path]] = []
    wizard.pdf_asked.connect(lambda number, path: asked.append((number, path)))
    wizard.present(FoundedView(GROUPS, SHEETS))
    page = wizard.step()
    assert isinstance(page, SheetPage)
    button(page, "Save as PDF").click()
    picker = wizard.window().findChildren(FilePicker)[0]
    picker.go(tmp_path)
    button(picker.dialog, "Save here").click()
    assert asked == [(0, tmp_path / "recovery-sheet.pdf")]
    assert wizard.window().findChildren(Dialog) == [] or not picker.dialog.isVisible()


def test_a_backup_is_offered_and_said_when_it_is_made(qtbot: QtBot, look: Look, tmp_path: Path) -> None:
    page = BackupPage(look)
    qtbot.addWidget(page)
    page.show()
    asked: list[Path] = []
    page.backup_asked.connect(asked.append)
    page.make.click()
    picker = page.window().findChildren(FilePicker)[0]
    picker.go(tmp_path)
    button(picker.dialog, "Use this folder").click()
    assert asked == [tmp_path]
    assert not page.done.isEnabled()
    page.say_made()
    assert page.done.isEnabled()


def test_a_backup_is_restored_from_its_folder_with_its_passphrase(qtbot: QtBot, look: Look, tmp_path: Path) -> None:
    page = RestorePage(look)
    qtbot.addWidget(page)
    page.show()
    page.chosen(tmp_path)
    qtbot.keyClicks(page.passphrase.line, "copper lantern")
    with qtbot.waitSignal(page.restore_asked) as told:
        qtbot.keyClick(page.passphrase.line, Qt.Key.Key_Return)
    assert told.args == [tmp_path, "copper lantern"]
    page.set_working(True)
    assert not button(page, "Checking and restoring…").isEnabled()


@pytest.mark.parametrize(("count", "wanted"), [(8, 2), (20, 2), (33, 3)])
def test_picked_numbers_differ_and_are_in_range(count: int, wanted: int) -> None:
    for start in range(50):
        numbers = picked(count, wanted, lambda n, start=start: bytes((start * 7 + i * 13) % 256 for i in range(n)))  # type: ignore[misc]
        assert len(set(numbers)) == wanted
        assert 1 <= min(numbers) <= max(numbers) <= count


def test_what_a_hand_confuses_counts_as_the_same() -> None:
    assert plain("o1l-u ") == plain("0 1 1 V")
