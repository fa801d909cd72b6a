"""Unlock: shows only labels, says Caps Lock, slows down after a wrong try, deletes nothing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from monitor_app.ui.doorway.frame import Frame
from monitor_app.ui.doorway.locked import LockedPage
from monitor_app.ui.doorway.passphrase import PassphraseField
from monitor_app.ui.doorway.radio_card import RadioCard
from monitor_app.ui.doorway.unlock import Profile, UnlockPage, UnlockView
from monitor_app.ui.doorway.welcome import WelcomePage
from monitor_app.ui.look import Look
from monitor_app.ui.parts import Button, Label
from monitor_app.ui.parts.segments import Segments

TWO = (Profile("a", "Profile A"), Profile("t", "Training", training=True))


def page(qtbot: QtBot, look: Look, view: UnlockView) -> tuple[Frame, UnlockPage]:
    frame = Frame(look, "0.1.0")
    qtbot.addWidget(frame)
    frame.resize(1366, 700)
    with qtbot.waitActive(frame):
        frame.show()
        frame.activateWindow()
    made = UnlockPage(look, view)
    frame.put(made)
    return frame, made


def button(made: UnlockPage | WelcomePage, text: str) -> Button:
    return next(b for b in made.findChildren(Button) if b.text() == text)


def test_enter_opens_the_chosen_profile(qtbot: QtBot, look: Look) -> None:
    _frame, made = page(qtbot, look, UnlockView(TWO, "a"))
    assert made.passphrase.line.hasFocus()
    qtbot.keyClicks(made.passphrase.line, "copper lantern")
    with qtbot.waitSignal(made.open_asked) as told:
        qtbot.keyClick(made.passphrase.line, Qt.Key.Key_Return)
    assert told.args == ["a", "copper lantern"]


def test_another_profile_is_chosen_by_its_card(qtbot: QtBot, look: Look) -> None:
    _frame, made = page(qtbot, look, UnlockView(TWO, "a"))
    made.findChildren(RadioCard)[1].click()
    qtbot.keyClicks(made.passphrase.line, "x")
    with qtbot.waitSignal(made.open_asked) as told:
        button(made, "Open").click()
    assert told.args == ["t", "x"]


def test_with_one_profile_there_is_nothing_to_choose(qtbot: QtBot, look: Look) -> None:
    _frame, made = page(qtbot, look, UnlockView(TWO[:1]))
    assert made.findChildren(RadioCard) == []
    assert not any(label.text() == "Profile A" for label in made.findChildren(Label))


def test_without_a_passphrase_nothing_is_asked(qtbot: QtBot, look: Look) -> None:
    _frame, made = page(qtbot, look, UnlockView(TWO, "a"))
    with qtbot.assertNotEmitted(made.open_asked):
        qtbot.keyClick(made.passphrase.line, Qt.Key.Key_Return)


def test_a_wrong_passphrase_waits_and_says_how_long(qtbot: QtBot, look: Look) -> None:
    _frame, made = page(qtbot, look, UnlockView(TWO, "a"))
    qtbot.keyClicks(made.passphrase.line, "wrong")
    made.present(UnlockView(TWO, "a", wait_s=2, wrong=True))
    said = made.passphrase.line.accessibleDescription
    assert said() == "That passphrase does not open this profile. Next try in 2 s."
    assert made.passphrase.text() == ""
    assert not button(made, "Open").isEnabled()
    qtbot.waitUntil(lambda: said().endswith("Next try in 1 s."), timeout=2000)
    qtbot.waitUntil(lambda: said().endswith("You can try again."), timeout=2000)
    assert button(made, "Open").isEnabled()


def test_while_the_key_is_made_nothing_can_be_pressed_twice(qtbot: QtBot, look: Look) -> None:
    _frame, made = page(qtbot, look, UnlockView(TWO, "a"))
    qtbot.keyClicks(made.passphrase.line, "copper")
    made.present(UnlockView(TWO, "a", working=True))
    with qtbot.assertNotEmitted(made.open_asked):
        qtbot.keyClick(made.passphrase.line, Qt.Key.Key_Return)
    assert made.passphrase.line.isReadOnly()


def test_the_passphrase_shows_only_while_the_button_is_pressed(qtbot: QtBot, look: Look) -> None:
    field = PassphraseField(look, "Passphrase")
    qtbot.addWidget(field)
    show = field.findChildren(Button)[0]
    qtbot.mousePress(show, Qt.MouseButton.LeftButton)
    assert field.line.echoMode() is QLineEdit.EchoMode.Normal
    qtbot.mouseRelease(show, Qt.MouseButton.LeftButton)
    assert field.line.echoMode() is QLineEdit.EchoMode.Password


def test_caps_lock_is_said(qtbot: QtBot, look: Look) -> None:
    field = PassphraseField(look, "Passphrase")
    qtbot.addWidget(field)
    field.show()
    said = next(label for label in field.findChildren(Label) if label.text() == "Caps Lock is on.")
    qtbot.keyClicks(field.line, "A", Qt.KeyboardModifier.NoModifier)
    assert said.isVisible()
    qtbot.keyClicks(field.line, "a", Qt.KeyboardModifier.NoModifier)
    assert not said.isVisible()
    qtbot.keyClick(field.line, "A", Qt.KeyboardModifier.ShiftModifier)
    assert not said.isVisible()


@pytest.mark.parametrize(
    ("text", "signal"),
    [
        ("I forgot my passphrase", "forgotten_asked"),
        ("New profile", "new_asked"),
        ("Restore a backup", "restore_asked"),
    ],
)
def test_the_other_ways_are_one_press_away(qtbot: QtBot, look: Look, text: str, signal: str) -> None:
    _frame, made = page(qtbot, look, UnlockView(TWO, "a"))
    with qtbot.waitSignal(getattr(made, signal)):
        button(made, text).click()


def test_the_language_is_chosen_at_the_door(qtbot: QtBot, look: Look) -> None:
    frame, _made = page(qtbot, look, UnlockView(TWO, "a"))
    with qtbot.waitSignal(frame.language_chosen) as told:
        qtbot.keyClicks(frame.findChildren(Segments)[0], "f")
    assert told.args == ["fr"]


def test_the_promises_give_way_on_a_narrow_window(qtbot: QtBot, look: Look) -> None:
    frame, _made = page(qtbot, look, UnlockView(TWO, "a"))
    assert frame._promises.isVisible()
    frame.resize(900, 700)
    assert not frame._promises.isVisible()


def test_the_welcome_offers_demo_founding_and_restore(qtbot: QtBot, look: Look) -> None:
    made = WelcomePage(look)
    qtbot.addWidget(made)
    for deed, signal in (
        (made.demo, made.demo_asked),
        (made.found, made.found_asked),
        (made.restore, made.restore_asked),
    ):
        with qtbot.waitSignal(signal):
            deed.click()
    made.set_working(True)
    assert not made.found.isEnabled()
    assert made.demo.accessibleName() == "Making it…"


def test_joining_is_explained_and_has_no_dead_button(qtbot: QtBot, look: Look) -> None:
    made = WelcomePage(look)
    qtbot.addWidget(made)
    assert any("invitation" in label.text() for label in made.findChildren(Label))
    assert all(b.isEnabled() for b in made.findChildren(Button))


def test_the_locked_screen_opens_with_enter(qtbot: QtBot, look: Look) -> None:
    made = LockedPage(look)
    qtbot.addWidget(made)
    with qtbot.waitSignal(made.unlock_asked):
        qtbot.keyClick(made.unlock, Qt.Key.Key_Return)
