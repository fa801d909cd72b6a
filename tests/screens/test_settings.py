"""Settings: told at once, reachable by keys, the reminder stays until the sheet is confirmed."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from monitor_app.ui.look import Look
from monitor_app.ui.parts import Button, Message, Switch
from monitor_app.ui.parts.segments import Segments
from monitor_app.ui.settings.page import Preferences, Safekeeping, SettingsPage


def shown(qtbot: QtBot, look: Look, safe: Safekeeping) -> SettingsPage:
    page = SettingsPage(look, Preferences(), safe)
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.show()
    return page


def press(page: QWidget, text: str) -> None:
    next(b for b in page.findChildren(Button) if b.text() == text).click()


def test_each_preference_is_told_at_once(qtbot: QtBot, look: Look) -> None:
    page = shown(qtbot, look, Safekeeping(True))
    told: list[Preferences] = []
    page.changed.connect(told.append)
    language, theme, size, minutes = page.findChildren(Segments)
    qtbot.keyClicks(language, "f")
    qtbot.keyClicks(theme, "h")
    qtbot.keyClicks(size, " ")
    size._choose_by_person(2)
    minutes._choose_by_person(0)
    page.findChildren(Switch)[0].click()
    assert told[-1] == Preferences("fr", "contrast", 150, letter_keys=False, idle_minutes=1)
    assert page.preferences() == told[-1]


def test_the_sheet_is_asked_for_until_it_is_confirmed(qtbot: QtBot, look: Look) -> None:
    page = shown(qtbot, look, Safekeeping(False))
    reminder = page.findChildren(Message)[0]
    assert reminder.isVisible()
    with qtbot.waitSignal(page.sheet_asked):
        press(page, "Make a recovery sheet")
    page.present_safe(Safekeeping(True))
    assert not reminder.isVisible()


def test_passphrase_and_backup_are_one_press_away(qtbot: QtBot, look: Look) -> None:
    page = shown(qtbot, look, Safekeeping(True, "Last backup: 12 Nov 2026."))
    with qtbot.waitSignal(page.passphrase_asked):
        press(page, "Change the passphrase")
    with qtbot.waitSignal(page.backup_asked):
        press(page, "Back up now")
    page.present_safe(Safekeeping(True, working=True))
    assert not next(b for b in page.findChildren(Button) if b.text().startswith("Backing up")).isEnabled()
