"""Question card, message, empty state."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from monitor_app.base import Problem
from monitor_app.base.problems import vault as problems
from monitor_app.ui.look import Look
from monitor_app.ui.parts import (
    AnswerView,
    Button,
    CardAction,
    Chip,
    ChipView,
    EmptyState,
    EmptyView,
    JudgementView,
    Label,
    Message,
    MessageView,
    NoteField,
    QuestionCard,
    QuestionView,
    SaveState,
    SaveView,
    ShareState,
    ShareView,
    message_of,
)
from monitor_app.ui.parts.segments import Segments

AT = datetime(2026, 11, 18, 14, 32, 7, tzinfo=UTC)
VIEW = QuestionView(
    "/data/q34",
    "3.4",
    "Every person is seen by a health professional within 24 hours.",
    JudgementView("3.4"),
    guidance=("First entries in the health register",),
    note="",
    sources=(ChipView("staff", "Staff"), ChipView("documents", "Documents", on=True)),
    actions=(CardAction("finding", "Make finding", "flag"),),
    open=True,
)


def button(widget: QWidget, text: str) -> Button:
    return next(b for b in widget.findChildren(Button) if b.text() == text)


def shown(qtbot: QtBot, look: Look, view: QuestionView) -> QuestionCard:
    card = QuestionCard(look, view)
    qtbot.addWidget(card)
    card.resize(800, 400)
    with qtbot.waitActive(card):
        card.show()
        card.activateWindow()
    return card


def test_a_judgement_names_its_question(qtbot: QtBot, look: Look) -> None:
    card = shown(qtbot, look, VIEW)
    with qtbot.waitSignal(card.answered) as told:
        qtbot.keyClicks(card.findChildren(Segments)[0], "3")
    assert told.args == ["/data/q34", "not_met"]


def test_enter_on_the_judgement_goes_to_the_note(qtbot: QtBot, look: Look) -> None:
    card = shown(qtbot, look, VIEW)
    card.focus_answer()
    qtbot.keyClick(card.findChildren(Segments)[0], Qt.Key.Key_Return)
    assert isinstance(QApplication.focusWidget(), NoteField)


def test_a_note_is_a_draft_while_typed_and_finished_when_left(qtbot: QtBot, look: Look) -> None:
    card = shown(qtbot, look, VIEW)
    told: list[tuple[str, str, bool]] = []
    card.noted.connect(lambda *args: told.append(args))
    card.focus_note()
    qtbot.keyClicks(card.findChildren(NoteField)[0], "Door open")
    card.focus_answer()
    assert told == [("/data/q34", "Door open", False), ("/data/q34", "Door open", True)]


def test_a_source_is_toggled_with_its_question(qtbot: QtBot, look: Look) -> None:
    card = shown(qtbot, look, VIEW)
    with qtbot.waitSignal(card.sourced) as told:
        qtbot.keyClick(card.findChildren(Chip)[0], Qt.Key.Key_Space)
    assert told.args == ["/data/q34", "staff", True]


def test_an_action_tells_its_key(qtbot: QtBot, look: Look) -> None:
    card = shown(qtbot, look, VIEW)
    with qtbot.waitSignal(card.acted) as told:
        button(card, "Make finding").click()
    assert told.args == ["/data/q34", "finding"]


def test_a_closed_card_shows_question_and_judgement_and_opens_when_answered(qtbot: QtBot, look: Look) -> None:
    card = shown(qtbot, look, replace(VIEW, open=False))
    assert card.findChildren(NoteField) == []
    with qtbot.waitSignals([card.opened, card.answered]):
        qtbot.keyClicks(card.findChildren(Segments)[0], "1")


def test_a_closed_card_opens_by_a_press(qtbot: QtBot, look: Look) -> None:
    card = shown(qtbot, look, replace(VIEW, open=False))
    with qtbot.waitSignal(card.opened) as told:
        qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    assert told.args == ["/data/q34"]


def test_another_answer_is_shown_without_making_the_card_anew(qtbot: QtBot, look: Look) -> None:
    card = shown(qtbot, look, VIEW)
    note = card.findChildren(NoteField)[0]
    card.present(replace(VIEW, answer=JudgementView("3.4", "met"), note="Seen", saved=SaveView("saved", AT)))
    assert card.findChildren(NoteField) == [note]
    assert note.toPlainText() == "Seen"
    assert card.findChildren(Segments)[0].chosen_key() == "met"


def test_what_a_colleague_is_assigned_is_read_only(qtbot: QtBot, look: Look) -> None:
    card = shown(qtbot, look, replace(VIEW, writable=False))
    assert card.findChildren(NoteField)[0].isReadOnly()
    assert not card.findChildren(Segments)[0].isEnabled()
    assert not any(chip.isEnabled() for chip in card.findChildren(Chip))


def test_a_fault_is_said_under_the_answer(qtbot: QtBot, look: Look) -> None:
    view = replace(VIEW, answer=AnswerView("1.2", "integer", "900"), fault="More people than places: check the figure.")
    card = shown(qtbot, look, view)
    assert any(label.text() == view.fault and label.isVisible() for label in card.findChildren(Label))


def test_a_problem_says_what_happened_what_is_safe_and_what_next(look: Look) -> None:
    view = message_of(Problem(problems.DISK_FULL), look.words)
    assert view.title == "The disk is full."
    assert view.line == "Everything said to be saved is saved. Free some space, then go on."


def test_a_message_offers_the_way_out_and_can_be_closed(qtbot: QtBot, look: Look) -> None:
    message = Message(
        look, MessageView("The stick was pulled out", "41 of 64 are on it.", "look", (("on", "Go on"),), True)
    )
    qtbot.addWidget(message)
    message.show()
    with qtbot.waitSignal(message.acted) as told:
        button(message, "Go on").click()
    assert told.args == ["on"]
    with qtbot.waitSignal(message.closed):
        qtbot.keyClick(message, Qt.Key.Key_Escape)
    assert message.isHidden()


def test_technical_details_stay_folded_until_asked(qtbot: QtBot, look: Look) -> None:
    message = Message(look, MessageView("It stopped", details="ValueError"))
    qtbot.addWidget(message)
    message.show()
    details = next(label for label in message.findChildren(Label) if label.text() == "ValueError")
    assert not details.isVisible()
    button(message, "Technical details").click()
    assert details.isVisible()


def test_an_empty_state_says_what_to_do(qtbot: QtBot, look: Look) -> None:
    empty = EmptyState(look, EmptyView("No visit yet", "Plan the first one.", actions=(("new", "New visit", "plus"),)))
    qtbot.addWidget(empty)
    with qtbot.waitSignal(empty.acted) as told:
        button(empty, "New visit").click()
    assert told.args == ["new"]


@pytest.mark.parametrize(
    ("view", "said"),
    [
        (SaveView("nothing"), ""),
        (SaveView("writing"), "Writing…"),
        (SaveView("saved", AT), "Saved on this laptop "),
        (SaveView("failed", AT), "This laptop cannot save"),
    ],
)
def test_the_save_state_says_only_what_is_true(qtbot: QtBot, look: Look, view: SaveView, said: str) -> None:
    state = SaveState(look)
    qtbot.addWidget(state)
    state.present(view)
    assert state.accessibleName().startswith(said)
    assert bool(state.accessibleName()) == bool(said)


def test_saved_and_shared_are_never_mixed(qtbot: QtBot, look: Look) -> None:
    state = ShareState(look)
    qtbot.addWidget(state)
    state.present(ShareView(17))
    assert state.accessibleName() == "17 changes not yet shared"
    state.present(ShareView(0, 2))
    assert state.accessibleName() == "All shared, seen by 2 laptops"
