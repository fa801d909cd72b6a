"""Forgotten and changed passphrases, and the crash page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from monitor_app.ui.crash import Crash
from monitor_app.ui.doorway.code_groups import CodeGroups
from monitor_app.ui.doorway.crashed import CrashPage
from monitor_app.ui.doorway.forgotten import ForgottenPage
from monitor_app.ui.doorway.new_passphrase import ChangePassphrasePage, NewPassphrase
from monitor_app.ui.doorway.passphrase import StrengthView
from monitor_app.ui.look import Look
from monitor_app.ui.parts import Button, Line

GROUPS = ("7KQ2A", "M4PXB", "9DTWC", "H3RCD", "V8NEE", "2AB3F", "66GHJ", "KM7NP")


def is_right(number: int, text: str) -> bool:
    return GROUPS[number - 1] == text


def button(page: ForgottenPage | ChangePassphrasePage | CrashPage, text: str) -> Button:
    return next(b for b in page.findChildren(Button) if b.text() == text)


@pytest.fixture
def forgotten(qtbot: QtBot, look: Look) -> ForgottenPage:
    made = ForgottenPage(look, is_right, lambda text: "" if len(text.split()) == 20 else "This sheet has 20 words.")
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def test_each_right_group_goes_on_to_the_next(qtbot: QtBot, forgotten: ForgottenPage) -> None:
    lines = forgotten.groups.findChildren(Line)
    lines[0].setFocus()
    for group in GROUPS:
        focused = QApplication.focusWidget()
        assert focused is not None
        qtbot.keyClicks(focused, group.lower())
    assert forgotten.groups.typed() == GROUPS
    with qtbot.waitSignal(forgotten.code_given) as told:
        button(forgotten, "Open and choose a new passphrase").click()
    assert told.args == [GROUPS]


def test_a_wrong_group_is_marked_and_does_not_count(qtbot: QtBot, forgotten: ForgottenPage) -> None:
    line = forgotten.groups.findChildren(Line)[0]
    qtbot.keyClicks(line, "7KQ2B")
    assert line.property("wrong") is True
    assert forgotten.groups.right() == 0
    assert not button(forgotten, "Open and choose a new passphrase").isEnabled()


def test_a_whole_code_can_be_put_into_the_first_group(qtbot: QtBot, look: Look) -> None:
    groups = CodeGroups(look, is_right)
    qtbot.addWidget(groups)
    first = groups.findChildren(Line)[0]
    first.setText("-".join(GROUPS))
    first.textEdited.emit(first.text())
    assert groups.right() == 8


def test_backspace_in_an_empty_group_goes_back(qtbot: QtBot, forgotten: ForgottenPage) -> None:
    lines = forgotten.groups.findChildren(Line)
    qtbot.keyClicks(lines[0], GROUPS[0])
    assert lines[1].hasFocus()
    qtbot.keyClick(lines[1], Qt.Key.Key_Backspace)
    assert lines[0].hasFocus()


def test_two_sheets_of_the_organisation_are_the_other_way(qtbot: QtBot, forgotten: ForgottenPage) -> None:
    forgotten._other_choice.click()
    first, second = forgotten._sheets
    first.setPlainText("word " * 20)
    second.setPlainText("too few")
    with qtbot.assertNotEmitted(forgotten.sheets_given):
        button(forgotten, "Open with two sheets").click()
    second.setPlainText("other\n" * 20)
    with qtbot.waitSignal(forgotten.sheets_given) as told:
        button(forgotten, "Open with two sheets").click()
    assert told.args == [" ".join(["word"] * 20), " ".join(["other"] * 20)]


def measure(text: str) -> StrengthView:
    return StrengthView(min(4, len(text) // 5), "Word", "Why.")


@pytest.fixture
def change(qtbot: QtBot, look: Look) -> ChangePassphrasePage:
    made = ChangePassphrasePage(look, measure, lambda: "copper lantern gravel orchid")
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_new_passphrase_must_be_fair_and_typed_twice(qtbot: QtBot, change: ChangePassphrasePage) -> None:
    deed = button(change, "Use the new passphrase")
    new = change.findChildren(NewPassphrase)[0]
    assert change._old is not None
    qtbot.keyClicks(change._old.line, "until now")
    qtbot.keyClicks(new.first.line, "short")
    qtbot.keyClicks(new.second.line, "short")
    assert not deed.isEnabled()
    new.clear()
    qtbot.keyClicks(new.first.line, "copper lantern")
    qtbot.keyClicks(new.second.line, "copper lamp")
    assert new.second.line.accessibleDescription() == "The two are not the same."
    assert not deed.isEnabled()
    new.second.clear()
    qtbot.keyClicks(new.second.line, "copper lantern")
    with qtbot.waitSignal(change.given) as told:
        qtbot.keyClick(new.second.line, Qt.Key.Key_Return)
    assert told.args == ["until now", "copper lantern"]


def test_a_phrase_is_suggested_and_not_filled_in(qtbot: QtBot, change: ChangePassphrasePage) -> None:
    button(change, "Suggest a phrase of words").click()
    new = change.findChildren(NewPassphrase)[0]
    assert new._suggested.text() == "copper lantern gravel orchid"
    assert new.first.text() == ""


def test_a_wrong_old_passphrase_is_said_at_its_field(qtbot: QtBot, change: ChangePassphrasePage) -> None:
    change.set_working(True)
    change.say_old_wrong("That is not the passphrase of this profile.")
    assert change._old is not None
    assert change._old.line.accessibleDescription() == "That is not the passphrase of this profile."


def test_after_a_recovery_no_old_passphrase_is_asked(qtbot: QtBot, look: Look) -> None:
    made = ChangePassphrasePage(look, measure, lambda: "", asks_old=False)
    qtbot.addWidget(made)
    new = made.findChildren(NewPassphrase)[0]
    qtbot.keyClicks(new.first.line, "copper lantern")
    qtbot.keyClicks(new.second.line, "copper lantern")
    with qtbot.waitSignal(made.given) as told:
        button(made, "Use the new passphrase").click()
    assert told.args == ["", "copper lantern"]


def test_the_crash_page_says_what_is_safe_and_copies_only_lines(qtbot: QtBot, look: Look) -> None:
    made = CrashPage(look, Crash("ValueError", ("vault/append.py:112 in append",)))
    qtbot.addWidget(made)
    button(made, "Copy the technical details").click()
    assert QGuiApplication.clipboard().text() == "ValueError\nvault/append.py:112 in append"
    with qtbot.waitSignal(made.restart_asked):
        made.restart.click()
    with qtbot.waitSignal(made.quit_asked):
        button(made, "Quit").click()
