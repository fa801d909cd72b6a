"""The shell: its keys work everywhere, it locks when nobody is there, it says nothing to a stranger."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from monitor_app.ui.look import Look
from monitor_app.ui.parts import Button, Dialog, DialogView, Label, Line, Member, NoteField, SaveView, ShareView
from monitor_app.ui.rail import NARROW, WIDE, Rail, RailEntry
from monitor_app.ui.shell import KeyHint, Shell
from monitor_app.ui.topbar import Myself, TopBar, Where
from monitor_app.ui.window import Window

ENTRIES = (
    RailEntry("visits", "Visits", "clipboard-text"),
    RailEntry("facilities", "Facilities", "buildings"),
    RailEntry("settings", "Settings", "gear-six", below=True),
)


class Page(QWidget):
    """A page with three parts, keys of its own, and a note."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.outline = Line(look)
        self.note = NoteField(look, "Note")
        self.side = Button(look, "Verify now")
        layout = QVBoxLayout(self)
        for widget in (self.outline, self.note, self.side):
            layout.addWidget(widget)

    def regions(self) -> list[QWidget]:
        return [self.outline, self.note, self.side]

    def key_hints(self) -> list[KeyHint]:
        return [KeyHint("N", "next question without an answer")]

    def flush(self) -> None:
        self.note.flush()


class Made:
    def __init__(self, qtbot: QtBot, look: Look) -> None:
        self.window = Window(look)
        qtbot.addWidget(self.window)
        self.window.resize(1366, 700)
        self.shell = Shell(look, ENTRIES)
        self.window.put(self.shell)
        self.page = Page(look)
        with qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()
        self.shell.put(self.page, Where("Visits"), key="visits")


@pytest.fixture
def made(qtbot: QtBot, look: Look) -> Made:
    return Made(qtbot, look)


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def test_the_title_of_the_window_is_neutral(made: Made) -> None:
    made.shell.put(Page(made.shell._look), Where("Surrey Immigration Holding Centre"), key="visits", narrow=True)
    assert made.window.windowTitle() == "Monitor"


def test_f6_goes_through_the_parts_of_the_screen_and_back(qtbot: QtBot, made: Made) -> None:
    made.shell.rail.focus_rail()
    seen = []
    for _ in range(5):
        qtbot.keyClick(focused(), Qt.Key.Key_F6)
        seen.append(focused())
    assert seen[:3] == [made.page.outline, made.page.note, made.page.side]
    assert made.shell.top_bar.isAncestorOf(seen[3])
    assert made.shell.rail.isAncestorOf(seen[4])
    qtbot.keyClick(focused(), Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert made.shell.top_bar.isAncestorOf(focused())


def test_f9_hides_words_and_f8_held_shows_them(qtbot: QtBot, look: Look, made: Made) -> None:
    qtbot.keyClick(focused(), Qt.Key.Key_F9)
    assert look.veil.hides
    assert made.shell.top_bar.hide_button.accessibleName() == "Hide words, on"
    qtbot.keyPress(focused(), Qt.Key.Key_F8)
    assert not look.veil.hides
    qtbot.keyRelease(focused(), Qt.Key.Key_F8)
    assert look.veil.hides
    qtbot.keyClick(focused(), Qt.Key.Key_F9)
    assert not look.veil.down


def test_the_hide_button_turns_on_a_press_and_peeks_while_held(qtbot: QtBot, look: Look, made: Made) -> None:
    button = made.shell.top_bar.hide_button
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert look.veil.hides
    qtbot.mousePress(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not look.veil.hides)
    qtbot.mouseRelease(button, Qt.MouseButton.LeftButton)
    assert look.veil.hides


def test_lock_flushes_and_clears_the_clipboard_first(qtbot: QtBot, made: Made) -> None:
    told: list[str] = []
    made.page.note.left.connect(told.append)
    made.page.note.setFocus()
    qtbot.keyClicks(made.page.note, "Half a word")
    QGuiApplication.clipboard().setText("a quote")
    with qtbot.waitSignal(made.shell.lock_asked):
        qtbot.keyClick(focused(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert told == ["Half a word"]
    assert QGuiApplication.clipboard().text() == ""


def test_lock_works_while_a_dialog_is_open(qtbot: QtBot, look: Look, made: Made) -> None:
    Dialog(look, DialogView("Sign?", asks="passphrase", act="Sign"), made.window)
    with qtbot.waitSignal(made.shell.lock_asked):
        qtbot.keyClick(focused(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)


def test_it_locks_when_nobody_touches_it_and_waits_anew_after_a_key(qtbot: QtBot, made: Made) -> None:
    told: list[bool] = []
    made.shell.lock_asked.connect(lambda: told.append(True))
    made.shell.set_idle_minutes(0.4 / 60)
    qtbot.wait(250)
    qtbot.keyClick(made.page.outline, Qt.Key.Key_A)
    qtbot.wait(250)
    assert told == []
    qtbot.waitUntil(lambda: told == [True], timeout=1500)


def test_the_keys_of_the_screen_are_listed(qtbot: QtBot, made: Made) -> None:
    made.page.side.setFocus()
    qtbot.keyClick(focused(), Qt.Key.Key_Question)
    sheet = made.window.findChildren(Dialog)[0]
    said = [label.text() for label in sheet.findChildren(Label)]
    assert "next question without an answer" in said
    assert "lock at once" in said
    qtbot.keyClick(focused(), Qt.Key.Key_Escape)


def test_a_question_mark_in_a_text_stays_a_question_mark(qtbot: QtBot, made: Made) -> None:
    made.page.note.setFocus()
    qtbot.keyClicks(made.page.note, "Why?")
    assert made.page.note.toPlainText() == "Why?"
    assert made.window.findChildren(Dialog) == []


def test_single_letters_can_be_switched_off(qtbot: QtBot, look: Look, made: Made) -> None:
    look.letter_keys = False
    look.changed.emit()
    made.page.side.setFocus()
    qtbot.keyClick(focused(), Qt.Key.Key_Question)
    assert made.window.findChildren(Dialog) == []
    qtbot.keyClick(focused(), Qt.Key.Key_F1)
    assert len(made.window.findChildren(Dialog)) == 1


def test_the_rail_is_wide_at_home_and_narrow_inside_a_visit(look: Look, made: Made) -> None:
    assert made.shell.rail.width() == WIDE
    made.shell.put(Page(look), Where("Surrey"), key="visits", narrow=True)
    assert made.shell.rail.width() == NARROW


def test_at_larger_text_the_rail_gives_its_room(look: Look, made: Made) -> None:
    look.wear("light", 150)
    made.shell.put(Page(look), Where("Visits"), key="visits")
    assert made.shell.rail.width() == NARROW * 3 // 2


def test_a_page_that_is_left_is_flushed(qtbot: QtBot, look: Look, made: Made) -> None:
    told: list[str] = []
    made.page.note.left.connect(told.append)
    made.page.note.setFocus()
    qtbot.keyClicks(made.page.note, "Seen at 14:00")
    made.shell.put(Page(look), Where("Facilities"), key="facilities")
    assert told == ["Seen at 14:00"]


def test_rail_and_crumbs_ask_for_pages(qtbot: QtBot, look: Look, made: Made) -> None:
    told: list[str] = []
    made.shell.page_asked.connect(told.append)
    rail = made.shell.findChildren(Rail)[0]
    rail.focus_rail()
    qtbot.keyClick(focused(), Qt.Key.Key_Down)
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    made.shell.put(Page(look), Where("Surrey", (("visits", "Visits"),), "18–19 Nov 2026"), key="visits")
    next(b for b in made.shell.findChildren(TopBar)[0].findChildren(Button) if b.text() == "Visits").click()
    assert told == ["facilities", "visits"]


def test_what_is_saved_shared_and_who_you_are_stands_in_the_bar(look: Look, made: Made) -> None:
    made.shell.present_saved(SaveView("writing"))
    made.shell.present_shared(ShareView(17))
    made.shell.present_myself(Myself(Member(0, "A", "Visitor A"), "Team lead"))
    said = [label.text() for label in made.shell.top_bar.findChildren(Label) if label.isVisible()]
    assert {"Writing…", "17 changes not yet shared", "Visitor A", "Team lead"} <= set(said)
    made.shell.present_shared(None)
    assert "17 changes not yet shared" not in [
        label.text() for label in made.shell.top_bar.findChildren(Label) if label.isVisible()
    ]


def test_closing_the_window_is_told(qtbot: QtBot, made: Made) -> None:
    with qtbot.waitSignal(made.window.closing):
        made.window.close()


def test_everything_that_takes_the_focus_has_a_name(look: Look, made: Made) -> None:
    nameless = [
        type(widget).__name__
        for widget in made.shell.rail.findChildren(QWidget) + made.shell.top_bar.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not widget.accessibleName()
    ]
    assert nameless == []
