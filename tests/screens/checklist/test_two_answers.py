"""Two answers to one question: both are kept and shown, and a person decides."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.screens.checklist.conftest import Open, Opens
from tests.screens.checklist.given import CALLED, SEEN, Given
from tests.screens.checklist.test_answering import card_of, press, stored
from tests.screens.checklist.test_moving import numbers, where

from monitor_app.ui.checklist.conflict_card import TwoAnswersCard
from monitor_app.ui.parts import Button, NoteField


def two_answers(opened: Open) -> TwoAnswersCard:
    opened.page.open_place(opened.given.response, CALLED)
    opened.rest()
    card = opened.page.work.cards.card(CALLED)
    assert isinstance(card, TwoAnswersCard)
    return card


def press_button(opened: Open, card: TwoAnswersCard, text: str, bot: QtBot) -> None:
    button = next(button for button in card.findChildren(Button) if button.text() == text)
    bot.mouseClick(button, Qt.MouseButton.LeftButton)
    opened.rest()


def test_both_answers_stand_side_by_side_with_who_and_when(opens: Opens, given_merged: Given) -> None:
    view = two_answers(opens(given_merged)).view()
    assert view.badge == "Visitor B answered differently"
    assert [side.who.name for side in view.sides] == ["You", "Visitor B"]
    assert [side.answer.text for side in view.sides if side.answer] == ["Met", "Not met"]
    assert [side.when for side in view.sides] == ["11:05", "11:50"]
    assert view.spoken.startswith("Question 4.11, two answers. You: Met. Visitor B: Not met")


def test_using_one_answer_settles_answer_and_note(opens: Opens, given_merged: Given, qtbot: QtBot) -> None:
    opened = opens(given_merged)
    press_button(opened, two_answers(opened), "Use Visitor B’s", qtbot)
    state = stored(opened, CALLED)
    assert [given.text for given in state.values] == ["not_met"]
    assert [given.text for given in state.notes] == ["Two people say the call button is not answered after 23:00."]
    assert card_of(opened, CALLED).view().open
    past = opened.page.work.notes.view(CALLED).past
    assert any("phone was tried" in one.text for one in past)


def test_keeping_both_notes_leaves_the_answers_to_be_decided(opens: Opens, given_merged: Given, qtbot: QtBot) -> None:
    opened = opens(given_merged)
    press_button(opened, two_answers(opened), "Keep both notes", qtbot)
    state = stored(opened, CALLED)
    assert len(state.notes) == 1
    assert "phone was tried" in state.notes[0].text
    assert "call button" in state.notes[0].text
    card = two_answers(opened)
    assert card.view().keep == ""
    press_button(opened, card, "Use mine", qtbot)
    assert not stored(opened, CALLED).unsettled
    assert "call button" in stored(opened, CALLED).notes[0].text


def test_one_note_can_be_made_of_both(opens: Opens, given_merged: Given, qtbot: QtBot) -> None:
    opened = opens(given_merged)
    card = two_answers(opened)
    press_button(opened, card, "Combine", qtbot)
    field = QApplication.focusWidget()
    column = opened.page.work.cards.column
    assert isinstance(field, NoteField)
    assert field.mapTo(column.viewport(), field.rect().bottomLeft()).y() <= column.viewport().height()
    card.combined.emit(CALLED, "Answered by day, not after 23:00.")
    opened.rest()
    assert [note.text for note in stored(opened, CALLED).notes] == ["Answered by day, not after 23:00."]


def test_enter_on_a_panel_uses_it(opens: Opens, given_merged: Given, qtbot: QtBot) -> None:
    opened = opens(given_merged)
    two_answers(opened).focus_answer()
    press(qtbot, Qt.Key.Key_Return)
    opened.rest()
    assert [given.text for given in stored(opened, CALLED).values] == ["met"]


def test_conflicts_are_found_from_any_section(opens: Opens, given_merged: Given) -> None:
    opened = opens(given_merged)
    opened.page.moves.filter("conflicts", True)
    opened.rest()
    assert numbers(opened) == ["4.11"]
    assert where(opened).open_path == CALLED
    outline = where(opened).outline(0, opened.desk.words)
    assert [row.conflicts for row in outline.sections if row.key == "/data/health"] == [1]


def test_a_letter_key_never_decides_between_two_answers(opens: Opens, given_merged: Given, qtbot: QtBot) -> None:
    opened = opens(given_merged)
    two_answers(opened).focus_answer()
    press(qtbot, Qt.Key.Key_5)
    opened.rest()
    assert stored(opened, CALLED).unsettled


def test_answering_too_keeps_the_colleagues_answer(opens: Opens, given_merged: Given, qtbot: QtBot) -> None:
    opened = opens(given_merged)
    opened.page.open_place(given_merged.response, SEEN)
    opened.rest()
    card = card_of(opened, SEEN)
    assert "too" in [action.key for action in card.view().actions]
    card.acted.emit(SEEN, "too")
    opened.rest()
    assert card_of(opened, SEEN).view().hint.startswith("Your answer is kept beside")
    card_of(opened, SEEN).focus_answer()
    press(qtbot, Qt.Key.Key_3)
    opened.rest()
    assert sorted(given.text for given in stored(opened, SEEN).values) == ["met", "not_met"]
    assert isinstance(opened.page.work.cards.card(SEEN), TwoAnswersCard)
