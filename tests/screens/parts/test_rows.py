"""Lists: the chosen row stays chosen, keys open, names say no person."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from monitor_app.ui.look import Look
from monitor_app.ui.parts import Member, PillView, RowsModel, RowsView, SectionRow, VisitRow, section_list
from monitor_app.ui.visits.visit_list import visit_list

A = Member(0, "A", "Visitor A")
VISITS = (
    VisitRow("v1", PillView("Planned", "indigo"), "Laval", "Follow-up · 1 Dec 2026", (A,), (0, 142), "Not begun"),
    VisitRow(
        "v2", PillView("In review", "partly"), "Toronto", "Planned · 7–8 Oct 2026", (A,), (142, 142), "142 of 142"
    ),
    VisitRow(
        "v3", PillView("Signed", "met"), "Surrey", "Planned · 16 Aug 2026", (A,), report=("Report v1", "28 Aug 2026")
    ),
)


def shown(qtbot: QtBot, look: Look) -> tuple[RowsView, RowsModel[VisitRow]]:
    view, model = visit_list(look)
    qtbot.addWidget(view)
    model.present(VISITS)
    view.resize(900, 300)
    with qtbot.waitActive(view):
        view.show()
        view.activateWindow()
    view.setFocus()
    return view, model


def test_arrows_move_and_enter_opens(qtbot: QtBot, look: Look) -> None:
    view, _model = shown(qtbot, look)
    assert view.current_key() == "v1"
    qtbot.keyClick(view, Qt.Key.Key_Down)
    with qtbot.waitSignal(view.opened) as told:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert told.args == ["v2"]


def test_a_press_opens(qtbot: QtBot, look: Look) -> None:
    view, model = shown(qtbot, look)
    with qtbot.waitSignal(view.opened) as told:
        where = view.visualRect(model.index(2)).center()
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert told.args == ["v3"]


def test_the_chosen_row_stays_chosen_when_rows_come_and_go(qtbot: QtBot, look: Look) -> None:
    view, model = shown(qtbot, look)
    view.choose("v2")
    model.present((VISITS[2], VISITS[1]))
    assert view.current_key() == "v2"


def test_a_change_in_place_resets_nothing(qtbot: QtBot, look: Look) -> None:
    _view, model = shown(qtbot, look)
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.present((replace(VISITS[0], progress=(3, 142), progress_text="3 of 142"), *VISITS[1:]))


def test_rows_are_at_least_fifty_two_high(qtbot: QtBot, look: Look) -> None:
    view, _model = shown(qtbot, look)
    assert view.sizeHintForRow(0) >= 52
    outline, sections = section_list(look)
    qtbot.addWidget(outline)
    sections.present((SectionRow("3", "3", "Health care", 12, 20, A, 1),))
    assert outline.sizeHintForRow(0) >= 52


def test_a_screen_reader_hears_the_row_and_no_name_of_a_person(qtbot: QtBot, look: Look) -> None:
    view, model = shown(qtbot, look)
    assert view.accessibleName() == "Visits"
    said = model.data(model.index(2), Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Signed, Surrey, Planned · 16 Aug 2026, Report v1 28 Aug 2026"
    _outline, sections = section_list(look)
    sections.present((SectionRow("3", "3", "Health care", 12, 20, A, 1),))
    assert sections.data(sections.index(0)) == "3 Health care, 12 of 20 answered, 1 conflict"


def test_a_narrow_row_keeps_the_place_and_drops_the_rest(qtbot: QtBot, look: Look) -> None:
    view, _ = shown(qtbot, look)
    view.resize(380, 300)
    assert not view.grab().isNull()
