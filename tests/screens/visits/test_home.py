"""Home: the stories of its page, with keyboard and mouse, on a real vault."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.screens.visits.fixtures import Show
from tests.screens.visits.given import NIGHT, SEEN, settle, space_of, told

from monitor_app.actions.answer import answer
from monitor_app.actions.open_response import responses
from monitor_app.monitoring import Kind, VisitState
from monitor_app.ui.desk import Desk
from monitor_app.ui.parts import Button, EmptyState
from monitor_app.ui.visits.beside import Beside
from monitor_app.ui.visits.find_line import FindLine
from monitor_app.ui.visits.page import VisitsPage
from monitor_app.ui.visits.results import Results
from monitor_app.ui.visits.visit_list import VisitList


def _type(qtbot: QtBot, desk: Desk, page: VisitsPage, text: str) -> FindLine:
    line = page.findChild(FindLine)
    page.start_finding()
    qtbot.keyClicks(line, text)
    settle(desk)
    return line


def _places(page: VisitsPage) -> list[str]:
    view = page.findChild(VisitList)
    return [view.model().index(row, 0).data() for row in range(view.model().rowCount())]


def test_enter_goes_on_with_the_visit_under_way(qtbot: QtBot, desk: Desk, show: Show) -> None:
    page = VisitsPage(desk)
    show(page)
    focus = QApplication.focusWidget()
    assert isinstance(focus, Button)
    assert focus.text() == "Continue"
    with qtbot.waitSignal(page.open_visit) as opened:
        qtbot.keyClick(focus, Qt.Key.Key_Return)
    assert opened.args == [space_of(desk, VisitState.IN_PROGRESS)]


def test_the_chips_count_the_visits_by_state_and_filter_the_rows(qtbot: QtBot, desk: Desk, show: Show) -> None:
    page = VisitsPage(desk)
    show(page)
    words = [chip.view().text for chip in page._chips.values()]
    assert words == ["All 5", "Planned 2", "In progress 1", "In review 1", "Signed 1"]
    assert len(_places(page)) == 4, "the visit under way stands above, not twice"
    page.choose(VisitState.SIGNED.value)
    assert len(_places(page)) == 1
    assert "Report v1" in _places(page)[0]
    assert "1 change after version 1" in _places(page)[0]


def test_a_refused_visit_says_so_in_its_row(desk: Desk, show: Show) -> None:
    page = VisitsPage(desk)
    show(page)
    assert any("Access refused".replace(" ", "\u00a0") in row for row in _places(page))


def test_typing_finds_words_in_notes_and_enter_opens_their_place(qtbot: QtBot, desk: Desk, show: Show) -> None:
    page = VisitsPage(desk)
    show(page)
    line = _type(qtbot, desk, page, "xyloph")
    with qtbot.waitSignal(page.open_place) as opened:
        qtbot.keyClick(line, Qt.Key.Key_Return)
    place = opened.args[0]
    assert (place.page, place.kind, place.field) == ("checklist", Kind.ANSWER, f"{SEEN}#note")
    assert place.space == space_of(desk, VisitState.IN_PROGRESS)


def test_a_hit_names_its_visit_and_not_the_words_for_a_screen_reader(qtbot: QtBot, desk: Desk, show: Show) -> None:
    page = VisitsPage(desk)
    show(page)
    _type(qtbot, desk, page, "xylophone")
    model = page.findChild(Results)._hit_rows
    said = model.index(0).data(int(Qt.ItemDataRole.AccessibleTextRole))
    assert "Surrey" in said
    assert "xylophone" not in said


def test_a_place_is_found_by_name_with_its_visits_and_opens_its_page(qtbot: QtBot, desk: Desk, show: Show) -> None:
    page = VisitsPage(desk)
    show(page)
    line = _type(qtbot, desk, page, "laval")
    assert len(_places(page)) == 1
    with qtbot.waitSignal(page.open_visit):
        qtbot.keyClick(line, Qt.Key.Key_Return)
    results = page.findChild(Results)
    hits = results._hit_rows.rows()
    assert [hit.hit.written for hit in hits] == ["Laval Immigration Holding Centre"]
    with qtbot.waitSignal(page.open_facility):
        results._open_hit(hits[0].key)


def test_escape_ends_the_search(qtbot: QtBot, desk: Desk, show: Show) -> None:
    page = VisitsPage(desk)
    show(page)
    line = _type(qtbot, desk, page, "nothing has this word")
    state = page.findChild(EmptyState)
    assert state is not None
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    settle(desk)
    assert line.text() == ""
    assert len(_places(page)) == 4


def test_down_goes_from_the_line_to_the_rows_and_enter_opens(qtbot: QtBot, desk: Desk, show: Show) -> None:
    page = VisitsPage(desk)
    show(page)
    line = _type(qtbot, desk, page, "toronto")
    qtbot.keyClick(line, Qt.Key.Key_Down)
    view = page.findChild(VisitList)
    assert QApplication.focusWidget() is view
    with qtbot.waitSignal(page.open_visit):
        qtbot.keyClick(view, Qt.Key.Key_Return)


def test_ctrl_n_plans_and_ctrl_f_finds(qtbot: QtBot, desk: Desk, show: Show) -> None:
    page = VisitsPage(desk)
    show(page)
    with qtbot.waitSignal(page.plan_asked):
        qtbot.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() is page.findChild(FindLine)


def test_without_a_visit_the_page_says_how_to_begin(qtbot: QtBot, empty_desk: Desk, show: Show) -> None:
    page = VisitsPage(empty_desk)
    show(page)
    state = page.findChild(EmptyState)
    button = state.findChild(Button)
    assert button.text() == "New visit"
    with qtbot.waitSignal(page.plan_asked):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_in_a_narrow_window_the_side_folds_into_a_button(qtbot: QtBot, desk: Desk, show: Show) -> None:
    page = VisitsPage(desk)
    show(page)
    beside = page.findChild(Beside)
    assert not beside.is_folded()
    page.window().resize(1100, 700)
    settle(desk)
    assert beside.is_folded()
    assert not page._side.isVisible()
    beside.show_side()
    assert page._side.isVisible()
    page.start_finding()
    assert not page._side.isVisible()


def test_what_is_written_elsewhere_shows_at_once(desk: Desk, show: Show) -> None:
    page = VisitsPage(desk)
    show(page)
    space = space_of(desk, VisitState.IN_REVIEW)
    changes = told(desk, lambda vault: answer(vault, space, responses(vault, space)[0][0], NIGHT, "met"))
    page.changed(changes)
    settle(desk)
    assert any("2 of 148" in row for row in _places(page))
