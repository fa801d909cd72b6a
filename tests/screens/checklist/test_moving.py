"""Moving through the checklist: keys, sections, filters, search, rows."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.screens.checklist.conftest import Open, Opens
from tests.screens.checklist.given import SEEN, Given
from tests.screens.checklist.test_answering import card_of, go, press, stored

from monitor_app.ui.checklist.row_card import RowCard
from monitor_app.ui.checklist.where import Where
from monitor_app.ui.parts import Label, Line

AREA = "/data/areas/area"


def where(opened: Open) -> Where:
    found = opened.page.work.where
    assert found is not None
    return found


def numbers(opened: Open) -> list[str]:
    """The numbers of the questions in the middle."""
    here = where(opened)
    return [here.filling.number(item.path) for item in here.items if item.kind in ("question", "conflict")]


def test_j_and_k_go_to_the_next_and_previous_question(opens: Opens, given: Given, qtbot: QtBot) -> None:
    opened = opens(given)
    go(opened, SEEN)
    press(qtbot, Qt.Key.Key_J)
    assert where(opened).filling.number(where(opened).open_path) == "4.8"
    press(qtbot, Qt.Key.Key_K)
    press(qtbot, Qt.Key.Key_K)
    assert where(opened).filling.number(where(opened).open_path) == "4.6"
    opened.rest()


def test_the_next_question_after_a_section_is_the_first_of_the_next(opens: Opens, given: Given) -> None:
    opened = opens(given)
    here = where(opened)
    opened.page.moves.section("/data/health")
    last = [item.path for item in here.items if item.kind == "question"][-1]
    go(opened, last)
    opened.page.moves.step(1)
    assert here.shown.section == "/data/legal"
    opened.page.moves.step(-1)
    assert here.open_path == last
    opened.rest()


def test_ctrl_down_moves_also_from_within_a_note(opens: Opens, given: Given, qtbot: QtBot) -> None:
    opened = opens(given)
    go(opened, SEEN).focus_note()
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    opened.rest()
    assert where(opened).filling.number(where(opened).open_path) == "4.8"


def test_letters_in_a_note_are_letters(opens: Opens, given: Given, qtbot: QtBot) -> None:
    opened = opens(given)
    go(opened, SEEN).focus_note()
    note = QApplication.focusWidget()
    assert note is not None
    qtbot.keyClicks(note, "jknq13")
    opened.page.flush()
    opened.rest()
    assert where(opened).open_path == SEEN
    assert "jknq13" in stored(opened, SEEN).notes[0].text
    assert stored(opened, SEEN).values[0].text == "partly"


def test_letter_keys_can_be_switched_off(opens: Opens, given: Given, qtbot: QtBot) -> None:
    opened = opens(given)
    go(opened, SEEN)
    opened.desk.look.letter_keys = False
    press(qtbot, Qt.Key.Key_J)
    assert where(opened).open_path == SEEN


def test_n_goes_to_the_next_question_without_an_answer(opens: Opens, given: Given, qtbot: QtBot) -> None:
    opened = opens(given)
    go(opened, SEEN)
    press(qtbot, Qt.Key.Key_N)
    here = where(opened)
    assert here.filling.number(here.open_path) == "4.8"
    press(qtbot, Qt.Key.Key_1)
    press(qtbot, Qt.Key.Key_N)
    assert here.filling.number(here.open_path) == "4.9"
    opened.rest()


def test_ctrl_and_a_digit_go_to_a_section(opens: Opens, given: Given, qtbot: QtBot) -> None:
    opened = opens(given)
    qtbot.keyClick(opened.page, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    opened.rest()
    assert where(opened).shown.section == "/data/health"
    assert where(opened).filling.number(where(opened).open_path) == "4.1"


def test_only_unanswered_keeps_the_open_card_until_it_is_left(opens: Opens, given: Given, qtbot: QtBot) -> None:
    opened = opens(given)
    go(opened, SEEN)
    opened.page.moves.step(1)
    opened.page.moves.filter("unanswered", True)
    assert "4.7" not in numbers(opened)
    press(qtbot, Qt.Key.Key_1)
    opened.rest()
    assert "4.8" in numbers(opened)
    press(qtbot, Qt.Key.Key_J)
    opened.rest()
    assert "4.8" not in numbers(opened)


def test_a_section_with_every_answer_says_so(opens: Opens, given: Given) -> None:
    opened = opens(given)
    opened.page.moves.section("/data/areas")
    opened.page.moves.filter("unanswered", True)
    assert [item.kind for item in where(opened).items] == ["empty"]
    said = [label.text() for label in opened.page.work.cards.column.findChildren(Label)]
    assert "Everything in this section is answered." in said


def test_find_looks_through_the_whole_checklist(opens: Opens, given: Given, qtbot: QtBot) -> None:
    opened = opens(given)
    qtbot.keyClick(opened.page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    line = QApplication.focusWidget()
    assert isinstance(line, Line)
    qtbot.keyClicks(line, "nurse next day")
    assert numbers(opened) == ["4.10"]
    qtbot.keyClick(line, Qt.Key.Key_Return)
    opened.rest()
    assert where(opened).filling.number(where(opened).open_path) == "4.10"
    opened.page.moves.stop_finding()
    assert where(opened).shown.section == "/data/health"
    assert len(numbers(opened)) > 20


def test_find_knows_notes_and_ignores_accents(opens: Opens, given: Given) -> None:
    opened = opens(given)
    opened.page.moves.find("wéekday ARRIVALS same day")
    assert numbers(opened) == ["4.7"]


def test_nothing_found_is_said(opens: Opens, given: Given) -> None:
    opened = opens(given)
    opened.page.moves.find("xylophone")
    said = [label.text() for label in opened.page.work.cards.column.findChildren(Label)]
    assert "No question holds these words." in said


def test_a_row_is_added_filled_taken_out_and_brought_back(opens: Opens, given: Given) -> None:
    opened = opens(given)
    work, moves = opened.page.work, opened.page.moves
    moves.section("/data/areas")
    work.cards.added.emit(AREA)
    opened.rest()
    path = where(opened).open_path
    assert path.startswith(f"{AREA}[")
    row = path.rpartition("/")[0]
    work.deeds.answered(path, "dormitory")
    opened.rest()
    head = work.cards.column.card(f"row:{row}")
    assert isinstance(head, RowCard)
    assert "Dormitory" in [label.text() for label in head.findChildren(Label)]
    work.cards.removed.emit(row)
    opened.rest()
    assert [item.kind for item in where(opened).items if row in item.path] == ["gone"]
    work.cards.restored.emit(row)
    opened.rest()
    assert where(opened).filling.value(path) == "dormitory"
    assert stored(opened, path).values[0].text == "dormitory"


def test_rows_stay_in_the_order_they_were_added(opens: Opens, given: Given) -> None:
    opened = opens(given)
    rows = [opened.page.work.deeds.add_row(AREA) for _ in range(5)]
    opened.rest()
    opened.page.work.read_again()
    opened.rest()
    assert [f"{AREA}[{row}]" for row in where(opened).filling.live.rows(AREA)] == rows


def test_only_what_is_near_is_built(opens: Opens, given: Given) -> None:
    opened = opens(given)
    opened.page.moves.section("/data/legal")
    column = opened.page.work.cards.column
    assert len(column.order()) > 30
    assert len(column.built()) < 20
    last = column.order()[-1]
    column.show_key(last)
    assert last in column.built()


def test_tab_walks_through_cards_that_are_not_built_yet(opens: Opens, given: Given, qtbot: QtBot) -> None:
    opened = opens(given)
    opened.page.moves.section("/data/family")
    column = opened.page.work.cards.column
    seen: list[str] = []
    for _ in range(400):
        focused = QApplication.focusWidget()
        assert focused is not None
        key = column.key_of(focused)
        if key is None:
            break
        if key not in seen:
            seen.append(key)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    questions = [key for key in column.order() if key.startswith("question:")]
    assert [key for key in seen if key.startswith("question:")] == questions
    opened.rest()


def test_opening_a_card_leaves_it_where_the_eye_is(opens: Opens, given: Given) -> None:
    opened = opens(given)
    go(opened, SEEN)
    column = opened.page.work.cards.column
    path = "/data/health/health_injuries"
    key = next(key for key in column.order() if key.startswith("question:") and key > f"question:{SEEN}")
    path = key.removeprefix("question:")
    card = column.show_key(key)
    assert card is not None
    before = card.y() - column.verticalScrollBar().value()
    opened.page.work.opens(path)
    opened.rest()
    after = card_of(opened, path)
    top = after.y() - column.verticalScrollBar().value()
    assert 0 <= top <= max(before, 20)
    assert top + after.height() <= column.viewport().height() or top <= 20


def test_work_goes_on_where_it_was_left(opens: Opens, given: Given) -> None:
    opened = opens(given)
    go(opened, SEEN)
    opened.page.flush()
    opened.rest()
    again = opened.ask(lambda vault: vault.setting(f"place:{given.space.hex()}"))
    assert list(again) == [given.response, SEEN]  # type: ignore[call-overload]


def test_narrow_windows_fold_the_panels_into_buttons(opens: Opens, given: Given, qtbot: QtBot) -> None:
    opened = opens(given, width=1024)
    page = opened.page
    go(opened, SEEN)
    outline, head, column, side = page.regions()
    assert not outline.isVisible()
    assert not side.isVisible()
    page._head.asked.emit("beside")
    assert side.isVisible()
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, Qt.Key.Key_Escape)
    assert not side.isVisible()
    assert column.isVisible()
    assert head.isVisible()


def test_another_checklist_of_the_visit_can_be_chosen(opens: Opens, given: Given) -> None:
    opened = opens(given)
    others = where(opened).filling.work.others
    assert len(others) == 3
    page = opened.page
    with_signal = others[1][0]
    page.open_place(with_signal, "")
    opened.rest()
    assert where(opened).filling.response == with_signal
    assert len(numbers(opened)) > 0


def test_folded_the_drop_down_leads_to_the_other_checklists_too(opens: Opens, given: Given) -> None:
    opened = opens(given, width=1024)
    head = where(opened).head("", opened.desk.words)
    others = [option for option in head.sections if option.text.startswith("Checklist: ")]
    assert len(others) == 2
    opened.page._head.section_chosen.emit(others[0].key)
    opened.rest()
    assert where(opened).filling.response.hex() in others[0].key
