"""Note field: nothing typed is lost, nothing typed is overwritten, nothing is read over the shoulder."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from monitor_app.ui.look import Look, masked
from monitor_app.ui.parts import NoteField, VeiledLabel


class Page(QWidget):
    """A note and another field to go to."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        self.note = NoteField(look, "Note to question 3.4")
        self.other = QLineEdit()
        layout.addWidget(self.note)
        layout.addWidget(self.other)
        layout.addStretch(1)
        self.typed: list[str] = []
        self.left: list[str] = []
        self.note.typed.connect(self.typed.append)
        self.note.left.connect(self.left.append)


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> Page:
    made = Page(look)
    qtbot.addWidget(made)
    made.resize(600, 600)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.note.present("")
    made.note.setFocus()
    qtbot.waitUntil(lambda: made.note.hasFocus())
    return made


def test_a_draft_is_told_half_a_second_after_the_last_key_and_once(qtbot: QtBot, page: Page) -> None:
    qtbot.keyClicks(page.note, "The door stays open")
    assert page.typed == []
    qtbot.waitUntil(lambda: page.typed == ["The door stays open"], timeout=1500)
    assert page.left == []


def test_leaving_the_field_tells_the_draft_and_then_the_entry_at_once(qtbot: QtBot, page: Page) -> None:
    qtbot.keyClicks(page.note, "A guard sits near")
    page.other.setFocus()
    assert page.typed == ["A guard sits near"]
    assert page.left == ["A guard sits near"]


def test_leaving_without_a_change_tells_nothing(page: Page) -> None:
    page.note.present("Weekday arrivals are seen.")
    page.note.setFocus()
    page.other.setFocus()
    assert (page.typed, page.left) == ([], [])


def test_flush_tells_what_the_focus_still_holds(qtbot: QtBot, page: Page) -> None:
    qtbot.keyClicks(page.note, "Half a word")
    page.note.flush()
    assert page.left == ["Half a word"]
    page.note.flush()
    assert page.left == ["Half a word"]


def test_a_field_that_is_taken_away_tells_first(qtbot: QtBot, page: Page) -> None:
    qtbot.keyClicks(page.note, "Going")
    page.note.hide()
    assert page.left == ["Going"]


def test_words_that_arrive_are_not_put_under_a_writing_hand(qtbot: QtBot, page: Page) -> None:
    qtbot.keyClicks(page.note, "Mine")
    page.note.present("Theirs")
    assert page.note.toPlainText() == "Mine"
    page.other.setFocus()
    page.note.present("Theirs")
    assert page.note.toPlainText() == "Theirs"


def test_a_stored_draft_shown_again_still_becomes_an_entry(qtbot: QtBot, page: Page) -> None:
    qtbot.keyClicks(page.note, "Draft")
    qtbot.waitUntil(lambda: page.typed == ["Draft"], timeout=1500)
    page.note.present("Draft")
    page.other.setFocus()
    assert page.left == ["Draft"]


def test_undo_goes_back_through_what_was_told(qtbot: QtBot, page: Page) -> None:
    qtbot.keyClicks(page.note, "one")
    page.note.flush()
    qtbot.keyClick(page.note, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.note.toPlainText() == ""


def test_it_grows_from_two_lines_to_twelve(qtbot: QtBot, page: Page) -> None:
    two = page.note.height()
    page.note.setPlainText("\n".join("line" for _ in range(6)))
    six = page.note.height()
    page.note.setPlainText("\n".join("line" for _ in range(40)))
    twelve = page.note.height()
    line = (six - two) / 4
    assert twelve - two == pytest.approx(10 * line, abs=1)
    assert page.note.verticalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAsNeeded


def test_tab_leaves_the_field(qtbot: QtBot, page: Page) -> None:
    qtbot.keyClick(page.note, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is page.other


def test_the_veil_hides_words_but_not_in_the_field_in_use(page: Page, look: Look) -> None:
    page.note.present("Nobody reads this over the shoulder")
    page.other.setFocus()
    open_ = page.note.grab().toImage()
    look.veil.set_down(True)
    hidden = page.note.grab().toImage()
    assert open_ != hidden
    look.veil.peek(True)
    assert page.note.grab().toImage() == open_
    look.veil.peek(False)
    assert page.note.grab().toImage() == hidden
    page.note.setFocus()
    page.note.setCursorWidth(0)
    in_use = page.note.grab().toImage()
    look.veil.set_down(False)
    assert page.note.grab().toImage() == in_use


def test_masked_words_keep_their_shape_and_none_of_their_letters() -> None:
    assert masked("Rain, 2 h\nstop") == "▪▪▪▪▪ ▪ ▪\n▪▪▪▪"


def test_a_veiled_label_is_veiled_for_a_screen_reader_too(qtbot: QtBot, look: Look) -> None:
    label = VeiledLabel(look, "I stopped asking.")
    qtbot.addWidget(label)
    look.veil.set_down(True)
    assert "stopped" not in label.text()
    look.veil.set_down(False)
    assert label.text() == "I stopped asking."
