"""Answering on the checklist page: by keys and by mouse, saved by itself, said only when it is true."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.screens.checklist.conftest import Open, Opens, turn
from tests.screens.checklist.given import SEEN, Given

from monitor_app.actions.change_visit import place_in_team, take_from_team
from monitor_app.actions.open_response import AnswerState, answer_states
from monitor_app.actions.plan_visit import TeamChoice
from monitor_app.monitoring import Source, VisitRole
from monitor_app.ui.parts import AnswerField, Chip, Line, Message, NoteField, QuestionCard, SaveView

CHILDREN = "/data/snapshot/children_held"
HELD = "/data/snapshot/held_total"
CHILD_QUESTION = "/data/vulnerable/child_alone_apart"


def stored(opened: Open, path: str) -> AnswerState:
    """What the vault holds of a question."""
    states = opened.ask(lambda vault: answer_states(vault, opened.given.space, opened.given.response)[0])
    assert isinstance(states, dict)
    found = states.get(path, AnswerState())
    assert isinstance(found, AnswerState)
    return found


def card_of(opened: Open, path: str) -> QuestionCard:
    card = opened.page.work.cards.card(path)
    assert isinstance(card, QuestionCard)
    return card


def go(opened: Open, path: str) -> QuestionCard:
    """Opens a question as a search hit does."""
    opened.page.open_place(opened.given.response, path)
    opened.rest()
    return card_of(opened, path)


def press(bot: QtBot, key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    bot.keyClick(focused, key)


def test_a_key_judges_and_saved_is_said_only_after_the_commit(opens: Opens, given: Given, qtbot: QtBot) -> None:
    opened = opens(given)
    go(opened, SEEN)
    said: list[SaveView] = []
    opened.page.saved.connect(said.append)
    press(qtbot, Qt.Key.Key_3)
    assert [view.state for view in said] == ["writing"]
    opened.rest()
    assert said[-1].state == "saved"
    assert stored(opened, SEEN).values[0].text == "not_met"
    assert card_of(opened, SEEN).view().saved.state == "saved"


def test_zero_takes_the_judgement_back(opens: Opens, given: Given, qtbot: QtBot) -> None:
    opened = opens(given)
    go(opened, SEEN)
    press(qtbot, Qt.Key.Key_0)
    opened.rest()
    assert stored(opened, SEEN).values[0].text == ""


def test_enter_goes_to_the_note_and_esc_back_to_the_answer(opens: Opens, given: Given, qtbot: QtBot) -> None:
    opened = opens(given)
    go(opened, SEEN)
    press(qtbot, Qt.Key.Key_Return)
    assert isinstance(QApplication.focusWidget(), NoteField)
    press(qtbot, Qt.Key.Key_Escape)
    assert not isinstance(QApplication.focusWidget(), NoteField)
    assert opened.page.work.cards.column.key_of(QApplication.focusWidget()) == f"question:{SEEN}"


def test_a_note_is_a_draft_while_typing_and_an_entry_on_leaving(opens: Opens, given: Given, qtbot: QtBot) -> None:
    opened = opens(given)
    card = go(opened, SEEN)
    before = stored(opened, SEEN).notes[0].text
    card.focus_note()
    note = QApplication.focusWidget()
    assert isinstance(note, NoteField)
    note.selectAll()
    qtbot.keyClicks(note, "The door was open.")
    turn(700)
    opened.rest()
    drafts = opened.ask(lambda vault: [write.value for write in vault.drafts()])
    assert drafts == ["The door was open."]
    assert stored(opened, SEEN).notes[0].text == before
    assert card.view().saved.state == "saved"
    press(qtbot, Qt.Key.Key_Escape)
    opened.rest()
    assert stored(opened, SEEN).notes[0].text == "The door was open."
    assert opened.ask(lambda vault: vault.drafts()) == ()


def test_what_is_typed_survives_lock_without_leaving_the_field(opens: Opens, given: Given, qtbot: QtBot) -> None:
    opened = opens(given)
    go(opened, SEEN).focus_note()
    note = QApplication.focusWidget()
    assert isinstance(note, NoteField)
    note.selectAll()
    qtbot.keyClicks(note, "Half a word")
    opened.page.flush()
    opened.rest()
    assert stored(opened, SEEN).notes[0].text == "Half a word"


def test_a_number_is_a_draft_while_it_is_typed(opens: Opens, given: Given, qtbot: QtBot) -> None:
    opened = opens(given)
    line = go(opened, HELD).findChild(Line)
    assert isinstance(line, Line)
    qtbot.keyClicks(line, "14")
    turn(700)
    opened.rest()
    assert opened.ask(lambda vault: [write.value for write in vault.drafts()]) == ["14"]
    qtbot.keyClick(line, Qt.Key.Key_Return)
    opened.rest()
    assert stored(opened, HELD).values[0].text == "14"
    assert opened.ask(lambda vault: vault.drafts()) == ()


def test_a_source_is_ticked_on_its_own(opens: Opens, given: Given, qtbot: QtBot) -> None:
    opened = opens(given)
    card = go(opened, SEEN)
    chip = next(chip for chip in card.findChildren(Chip) if chip.view().key == Source.STAFF.value)
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    opened.rest()
    assert stored(opened, SEEN).sources == {Source.DETAINED, Source.DOCUMENTS, Source.STAFF}


def test_an_answer_that_cannot_stand_says_why_at_its_question(opens: Opens, given: Given, qtbot: QtBot) -> None:
    opened = opens(given)
    line = go(opened, HELD).findChild(Line)
    assert isinstance(line, Line)
    qtbot.keyClicks(line, "-3")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    opened.rest()
    assert card_of(opened, HELD).view().fault == "Enter zero or a whole number above zero."


def test_no_children_held_means_children_are_not_asked_about(opens: Opens, given: Given) -> None:
    opened = opens(given)
    work = opened.page.work
    for path, value in ((HELD, "10"), (CHILDREN, "2")):
        work.deeds.answered(path, value)
    assert work.where is not None
    assert work.where.filling.live.relevant(CHILD_QUESTION)
    work.deeds.answered(CHILDREN, "0")
    assert not work.where.filling.live.relevant(CHILD_QUESTION)
    opened.rest()
    go_to = opened.page
    go_to.open_place(given.response, CHILD_QUESTION)
    opened.rest()
    assert work.where.open_path == ""
    assert work.where.shown.section == "/data/vulnerable"


def test_a_moment_is_kept_in_the_time_of_the_facility(opens: Opens, given: Given) -> None:
    opened = opens(given)
    row = opened.page.work.deeds.add_row("/data/areas/area")
    opened.page.work.deeds.answered(f"{row}/area_seen_at", "18 Nov 2026, 9:05")
    opened.rest()
    assert stored(opened, f"{row}/area_seen_at").values[0].text == "2026-11-18T09:05:00.000-08:00"
    opened.page.work.deeds.answered(f"{row}/area_seen_at", "yesterday")
    assert "Write the day and the hour" in opened.page.work.deeds.faults[f"{row}/area_seen_at"]
    opened.rest()
    assert stored(opened, f"{row}/area_seen_at").values[0].text == "2026-11-18T09:05:00.000-08:00"


def test_what_cannot_be_saved_stays_on_the_screen_and_can_be_saved_again(
    opens: Opens, given: Given, qtbot: QtBot
) -> None:
    opened = opens(given)
    go(opened, SEEN)
    said: list[SaveView] = []
    opened.page.saved.connect(said.append)
    space = given.space
    opened.ask(lambda vault: take_from_team(vault, space, vault.identity.member))
    press(qtbot, Qt.Key.Key_1)
    opened.rest()
    message = opened.page.findChild(Message)
    assert isinstance(message, Message)
    assert said[-1].state == "failed"
    assert message.isVisible()
    assert opened.page.work.where is not None
    assert opened.page.work.where.filling.value(SEEN) == "met"
    opened.ask(lambda vault: place_in_team(vault, space, TeamChoice(vault.identity.member, VisitRole.LEAD)))
    message.acted.emit("again")
    opened.rest()
    assert said[-1].state == "saved"
    assert not message.isVisible()
    assert stored(opened, SEEN).values[0].text == "met"


def test_guidance_opens_once_per_question_and_is_remembered(opens: Opens, given: Given) -> None:
    opened = opens(given)
    assert go(opened, SEEN).view().guidance_open
    go(opened, HELD)
    assert not go(opened, SEEN).view().guidance_open
    seen = opened.ask(lambda vault: vault.setting("guidance:immigration_holding_centre"))
    assert SEEN in list(seen)  # type: ignore[call-overload]


def test_a_choice_of_several_is_kept_in_the_order_of_its_list(opens: Opens, given: Given, qtbot: QtBot) -> None:
    opened = opens(given)
    path = "/data/snapshot/figures_source"
    field = go(opened, path).findChild(AnswerField)
    assert isinstance(field, AnswerField)
    chips = field.findChildren(Chip)
    qtbot.mouseClick(chips[2], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(chips[0], Qt.MouseButton.LeftButton)
    opened.rest()
    keys = [chip.view().key for chip in chips]
    assert stored(opened, path).values[0].text == f"{keys[0]} {keys[2]}"


def test_a_day_that_is_being_typed_is_kept_as_a_draft_only_once_it_is_a_day(
    opens: Opens, given: Given, qtbot: QtBot
) -> None:
    opened = opens(given)
    line = go(opened, "/data/snapshot/figures_date").findChild(Line)
    assert isinstance(line, Line)
    qtbot.keyClicks(line, "2026")
    turn(700)
    opened.rest()
    assert opened.ask(lambda vault: vault.drafts()) == ()
    qtbot.keyClicks(line, "-11-18")
    turn(700)
    opened.rest()
    assert opened.ask(lambda vault: [write.value for write in vault.drafts()]) == ["2026-11-18"]


def test_what_cannot_be_saved_can_be_taken_back(opens: Opens, given: Given, qtbot: QtBot) -> None:
    opened = opens(given)
    go(opened, SEEN)
    opened.ask(lambda vault: take_from_team(vault, given.space, vault.identity.member))
    press(qtbot, Qt.Key.Key_1)
    opened.rest()
    message = opened.page.findChild(Message)
    assert isinstance(message, Message)
    assert "on the screen only" in message.accessibleName()
    message.acted.emit("give_up")
    opened.rest()
    assert opened.page.work.where is not None
    assert opened.page.work.where.filling.value(SEEN) == "partly"
    assert not message.isVisible()
