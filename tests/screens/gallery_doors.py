"""The screens before and around the pages: `python tests/screens/gallery_doors.py OUT` writes PNGs, 1366 x 700."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QWidget

from monitor_app.base import Language, installed_resources, speak
from monitor_app.ui.crash import crash_of
from monitor_app.ui.doorway.code_groups import CodeGroups
from monitor_app.ui.doorway.crashed import CrashPage
from monitor_app.ui.doorway.forgotten import ForgottenPage
from monitor_app.ui.doorway.found_backup import BackupPage
from monitor_app.ui.doorway.found_names import NamesPage
from monitor_app.ui.doorway.found_shares import SharePage
from monitor_app.ui.doorway.found_sheet import SheetPage
from monitor_app.ui.doorway.frame import Frame
from monitor_app.ui.doorway.locked import LockedPage
from monitor_app.ui.doorway.new_passphrase import ChangePassphrasePage
from monitor_app.ui.doorway.passphrase import StrengthView
from monitor_app.ui.doorway.restore import RestorePage
from monitor_app.ui.doorway.unlock import Profile, UnlockPage, UnlockView
from monitor_app.ui.doorway.welcome import WelcomePage
from monitor_app.ui.files import ask_folder
from monitor_app.ui.look import Look
from monitor_app.ui.look.ring import Ring
from monitor_app.ui.look.tokens import Theme
from monitor_app.ui.parts import Button, Dialog, DialogView, Member, SaveView, ShareView
from monitor_app.ui.rail import RailEntry
from monitor_app.ui.settings.page import Preferences, Safekeeping, SettingsPage
from monitor_app.ui.shell import Shell
from monitor_app.ui.topbar import Myself, Where
from monitor_app.ui.window import Window

GROUPS = ("7KQ2A", "M4PXB", "9DTWC", "H3RCD", "V8NEE", "2AB3F", "66GHJ", "KM7NP")
WORDS = (
    "academic acid acrobat romp change decision painting elder ancestor camera "
    "tackle guilt wavy sister ending humidity emphasis lunar rebuild sunlight"
)
AT = datetime(2026, 11, 18, 14, 32, 7, tzinfo=UTC)


def chance(count: int) -> bytes:
    return bytes(range(7, 7 + count))


def measure(text: str) -> StrengthView:
    score = min(4, len(text) // 5)
    return StrengthView(score, ("Very weak", "Weak", "Fair", "Good", "Strong")[score], "It holds for centuries.")


def unlock(look: Look) -> QWidget:
    profiles = (Profile("a", "Profile A"), Profile("t", "Training", training=True))
    page = UnlockPage(look, UnlockView(profiles, "a"))
    page.passphrase.line.setText("correct horse battery")
    return page


def unlock_wrong(look: Look) -> QWidget:
    return UnlockPage(look, UnlockView((Profile("a", "Profile A"),), "a", wait_s=4, wrong=True))


def forgotten(look: Look) -> QWidget:
    page = ForgottenPage(look, lambda number, text: GROUPS[number - 1] == text, lambda text: "")
    groups = page.findChildren(CodeGroups)[0]
    groups._edited(0, "".join(GROUPS[:5]) + "2")
    return page


def sheet_back(look: Look) -> QWidget:
    page = SheetPage(look, GROUPS, chance, step="Step 3 of 5")
    page._ask_back()
    return page


def change(look: Look) -> QWidget:
    page = ChangePassphrasePage(look, measure, lambda: "copper lantern gravel orchid maple drum")
    page._new.first.line.setText("copper lantern gra")
    page._new._show_suggestion()
    return page


def crashed(look: Look) -> QWidget:
    try:
        raise ValueError("a word of the work")
    except ValueError as error:
        return CrashPage(look, crash_of(error))


DOORS: dict[str, tuple[Callable[[Look], QWidget], bool]] = {
    "welcome": (lambda look: WelcomePage(look), True),
    "unlock": (unlock, True),
    "unlock-wrong": (unlock_wrong, True),
    "forgotten": (forgotten, False),
    "names": (lambda look: NamesPage(look, "Visitor A", "Example Monitor"), True),
    "change": (change, True),
    "sheet": (lambda look: SheetPage(look, GROUPS, chance, step="Step 3 of 5"), True),
    "sheet-back": (sheet_back, True),
    "share": (lambda look: SharePage(look, 1, WORDS, chance, step="Step 4 of 5"), True),
    "backup": (lambda look: BackupPage(look), True),
    "restore": (lambda look: RestorePage(look), True),
    "locked": (lambda look: LockedPage(look), False),
    "crashed": (crashed, False),
}


def shell(look: Look, *, narrow: bool = False) -> Shell:
    words = look.words
    entries = (
        RailEntry("visits", words("Visits"), "clipboard-text"),
        RailEntry("facilities", "Facilities", "buildings"),
        RailEntry("standards", "Standards", "scales"),
        RailEntry("settings", words("Settings"), "gear-six", below=True),
    )
    made = Shell(look, entries)
    made.present_myself(Myself(Member(0, "A", "Visitor A"), "Team lead"))
    made.present_saved(SaveView("saved", AT))
    made.present_shared(ShareView(17))
    page = SettingsPage(
        look, Preferences(language=look.words.language), Safekeeping(False, "Last backup: 12 Nov 2026.")
    )
    if narrow:
        made.put(
            page,
            Where("Surrey Immigration Holding Centre", (("visits", "Visits"),), "Planned visit, 18–19 Nov 2026"),
            key="visits",
            narrow=True,
        )
    else:
        made.put(
            page, Where(words("Settings")), key="settings", tools=(Button(look, "New visit", "plus", rank="primary"),)
        )
    return made


def main(out: Path) -> None:
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    resources = installed_resources()
    look = Look(app, resources, speak("en", resources))
    Ring(app, look)
    out.mkdir(parents=True, exist_ok=True)
    dresses: tuple[tuple[str, Theme, int, Language], ...] = (
        ("light", "light", 100, "en"),
        ("dark", "dark", 100, "en"),
        ("contrast", "contrast", 100, "en"),
        ("large", "light", 150, "fr"),
        ("french", "light", 100, "fr"),
    )
    for name, theme, percent, language in dresses:
        look.speak(speak(language, resources))
        look.wear(theme, percent)
        window = Window(look)
        window.resize(1366, 700)
        window.show()
        window.activateWindow()

        def shot(label: str, window: Window = window, name: str = name) -> None:
            for _ in range(3):
                app.processEvents()
            window.grab().save(str(out / f"{label}-{name}.png"))

        for label, (make, promises) in DOORS.items():
            frame = Frame(look, "0.1.0", with_promises=promises)
            window.put(frame)
            page = make(look)
            frame.put(page)
            shot(label)
        window.put(shell(look))
        shot("settings")
        inside = shell(look, narrow=True)
        window.put(inside)
        shot("inside")
        facts = (("Version", "1, confidential, English and French"), ("Pages", "23, all checks passed at 16:20"))
        view = DialogView(
            "Sign and seal this report?",
            "After signing, nobody can change this version, also not you. Reopening makes version 2.",
            facts,
            "passphrase",
            act="Sign and seal",
            act_icon="pen-nib",
        )
        dialog = Dialog(look, view, window)
        shot("dialog")
        dialog.close_dialog()
        inside.list_keys()
        shot("keys")
        window.findChildren(Dialog)[-1].close_dialog()
        app.processEvents()
        ask_folder(look, window, "Where is the backup kept?", lambda path: None)
        shot("folder")
        window.close()
        window.deleteLater()
        app.processEvents()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
