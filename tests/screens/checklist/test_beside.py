"""What stands beside the questions: provisions, comments, the last visit, history, quick notes, findings."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.screens.checklist.conftest import Open, Opens, turn
from tests.screens.checklist.given import SEEN, Given
from tests.screens.checklist.test_answering import card_of, go, press, stored

from monitor_app.actions.comment import Comment, comments
from monitor_app.actions.finding import findings
from monitor_app.actions.quick_note import quick_notes
from monitor_app.base import EntityId
from monitor_app.ui.parts import Label, NoteField, QuestionCard


def labels(opened: Open) -> list[str]:
    return [label.text() for label in opened.page._side.findChildren(Label) if label.isVisible()]


def test_provisions_stand_with_their_standing(opens: Opens, given: Given) -> None:
    opened = opens(given)
    go(opened, SEEN)
    view = opened.page.work.notes.view(SEEN)
    assert [one.badge.text for one in view.provisions][-1] == "International"
    assert view.provisions[-1].title == "Nelson Mandela Rules, Rule 30"
    assert "Nelson Mandela Rules, Rule 30" in labels(opened)
    assert all(one.standing for one in view.provisions)
    assert all(one.french == "" for one in view.provisions)


def test_the_last_visits_answer_is_shown(opens: Opens, given: Given) -> None:
    opened = opens(given)
    go(opened, SEEN)
    last = opened.page.work.notes.view(SEEN).last
    assert last is not None
    assert last.title == "Last visit, 12 Aug 2026"
    assert last.pill is not None
    assert last.pill.text == "Partly met"
    assert last.note == "Nurse on weekdays. Weekend arrivals wait until Monday."


def test_history_says_who_wrote_what_when(opens: Opens, given: Given, qtbot: QtBot) -> None:
    opened = opens(given)
    go(opened, SEEN)
    given.clock.forward(minutes=3)
    press(qtbot, Qt.Key.Key_3)
    opened.rest()
    past = opened.page.work.notes.view(SEEN).past
    assert [one.text for one in past if one.text in ("Not met", "Partly met")] == ["Not met", "Partly met"]
    assert past[0].head.startswith("Visitor A, 18 Nov 2026")


def test_a_comment_is_said_counted_and_resolved(opens: Opens, given: Given) -> None:
    opened = opens(given)
    card = go(opened, SEEN)
    card.acted.emit(SEEN, "comment")
    field = QApplication.focusWidget()
    assert isinstance(field, NoteField)
    opened.page._side.beside.commented.emit(SEEN, "Check the weekend register.")
    opened.rest()
    assert [pill.text for pill in card_of(opened, SEEN).view().pills] == ["Key question", "1 comment"]
    comment = opened.page.work.notes.view(SEEN).comments[0]
    assert comment.text == "Check the weekend register."
    opened.page._side.beside.resolved.emit(comment.id, True)
    opened.rest()
    assert [pill.text for pill in card_of(opened, SEEN).view().pills] == ["Key question"]


def test_a_comment_that_is_being_written_is_not_lost_when_the_panel_changes(opens: Opens, given: Given) -> None:
    opened = opens(given)
    go(opened, SEEN).acted.emit(SEEN, "comment")
    field = QApplication.focusWidget()
    assert isinstance(field, NoteField)
    field.setPlainText("Half a sentence")
    opened.page.work.deeds.answered(SEEN, "met")
    opened.rest()
    typed = [note.toPlainText() for note in opened.page._side.beside.findChildren(NoteField) if note.isVisible()]
    assert typed == ["Half a sentence"]


def test_a_quick_note_is_kept_and_filed_at_a_question(opens: Opens, given: Given, qtbot: QtBot) -> None:
    opened = opens(given)
    go(opened, SEEN)
    press(qtbot, Qt.Key.Key_Q)
    field = QApplication.focusWidget()
    assert isinstance(field, NoteField)
    qtbot.keyClicks(field, "Guard sits two metres away.")
    turn(700)
    opened.rest()
    assert opened.ask(lambda vault: [write.value for write in vault.drafts()]) == ["Guard sits two metres away."]
    opened.page._side.inbox._keep()
    opened.rest()
    waiting = opened.page.work.notes.inbox("4.7").notes
    assert [note.text for note in waiting] == ["Guard sits two metres away."]
    opened.page._side.inbox.filed.emit(waiting[0].id)
    opened.rest()
    assert opened.page.work.notes.inbox("4.7").notes == ()
    note = stored(opened, SEEN).notes[0].text
    assert note.endswith("Register: 3 of 10 waited.\n\nGuard sits two metres away.")
    shown = card_of(opened, SEEN).view().note
    assert shown == note


def test_f7_writes_a_quick_note_from_within_a_text(opens: Opens, given: Given, qtbot: QtBot) -> None:
    opened = opens(given)
    go(opened, SEEN).focus_note()
    press(qtbot, Qt.Key.Key_F7)
    field = QApplication.focusWidget()
    assert isinstance(field, NoteField)
    assert field.accessibleName() == "Quick note"
    opened.rest()


def test_a_quick_note_that_was_not_finished_is_an_entry_once_left(opens: Opens, given: Given, qtbot: QtBot) -> None:
    opened = opens(given)
    go(opened, SEEN)
    press(qtbot, Qt.Key.Key_Q)
    field = QApplication.focusWidget()
    assert field is not None
    qtbot.keyClicks(field, "Not finished")
    opened.page.flush()
    opened.rest()
    found = opened.ask(lambda vault: [note.text for note in quick_notes(vault, given.space)])
    assert found == ["Not finished"]


def test_a_finding_takes_question_note_sources_and_provisions(opens: Opens, given: Given, qtbot: QtBot) -> None:
    opened = opens(given)
    card = go(opened, SEEN)
    made: list[EntityId] = []
    opened.page.finding_made.connect(made.append)
    card.focus_note()
    note = QApplication.focusWidget()
    assert isinstance(note, NoteField)
    note.selectAll()
    qtbot.keyClicks(note, "Three of ten waited until Monday.")
    card.acted.emit(SEEN, "finding")
    opened.rest()
    found = opened.ask(lambda vault: findings(vault, given.space))
    assert isinstance(found, tuple)
    assert [finding.id for finding in found] == made
    finding = found[0]
    assert finding.title("en").startswith("Every person is seen by a health professional")
    assert finding.text("en") == "Three of ten waited until Monday."
    assert finding.theme == "health"
    assert "mandela:30" in finding.provisions
    assert {source.value for source in finding.sources} == {"detained_people", "documents"}


def test_hidden_words_are_masked_but_for_the_field_in_use(opens: Opens, given: Given) -> None:
    opened = opens(given)
    go(opened, SEEN)
    opened.desk.look.veil.set_down(True)
    shown = labels(opened)
    assert not any("Nurse on weekdays" in text for text in shown)
    opened.desk.look.veil.set_down(False)
    assert any("Nurse on weekdays" in text for text in labels(opened))


def test_every_control_of_a_card_has_a_name(opens: Opens, given: Given) -> None:
    opened = opens(given)
    card = go(opened, SEEN)
    assert isinstance(card, QuestionCard)
    assert card.accessibleName() == "Question 4.7, Health care, answered"
    for button in card.findChildren(NoteField):
        assert button.accessibleName() == "Note to question 4.7"


def test_no_window_flashes_while_the_page_opens(opens: Opens, given: Given, windows_shown: list[str]) -> None:
    opened = opens(given)
    go(opened, SEEN)
    opened.page.moves.section("/data/areas")
    opened.rest()
    assert set(windows_shown) <= {"QWidget"}
    assert len(windows_shown) <= 1


def test_search_hits_open_their_place(opens: Opens, given: Given) -> None:
    opened = opens(given)
    opened.page.open_hit("answer", given.response, f"{SEEN}#note")
    opened.rest()
    work = opened.page.work
    assert work.where is not None
    assert work.where.open_path == SEEN
    work.notes.comment("/data/family/phones_working", "Ask again.")
    opened.rest()
    comment = opened.ask(lambda vault: comments(vault, given.space)[0])
    assert isinstance(comment, Comment)
    opened.page.open_hit("comment", comment.id, "text")
    opened.rest()
    assert work.where.shown.section == "/data/family"
