"""The facility register: the stories of the page, on a real vault."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QWidget
from pytestqt.qtbot import QtBot
from tests.screens.visits.fixtures import Show
from tests.screens.visits.given import settle, space_of, told

from monitor_app.actions.facilities import facilities
from monitor_app.monitoring import VisitState
from monitor_app.ui.desk import Desk
from monitor_app.ui.facilities.edit_card import EditCard
from monitor_app.ui.facilities.page import FacilitiesPage
from monitor_app.ui.facilities.place_panel import PlacePanel
from monitor_app.ui.facilities.text_rows import TextRows
from monitor_app.ui.parts import Button, Label, Line, Switch
from monitor_app.ui.visits.find_line import FindLine
from monitor_app.ui.visits.visit_list import VisitList


def _titles(page: FacilitiesPage) -> list[str]:
    return [row.title for row in page._rows.rows()]


def _said(page: QWidget) -> set[str]:
    return {label.text() for label in page.findChildren(Label) if label.isVisible()}


def _button(page: QWidget, text: str) -> Button:
    return next(one for one in page.findChildren(Button) if one.text() == text and one.isVisible())


def _line(page: QWidget, name: str) -> Line:
    return next(one for one in page.findChildren(Line) if one.accessibleName() == name)


def _choose(page: QWidget, name: str, key: str) -> None:
    combo = next(one for one in page.findChildren(QComboBox) if one.accessibleName() == name)
    combo.setCurrentIndex(combo.findData(key))


def test_a_place_shows_what_is_known_and_its_visits(qtbot: QtBot, desk: Desk, show: Show) -> None:
    page = FacilitiesPage(desk)
    show(page)
    surrey = next(row for row in page._rows.rows() if row.title.startswith("Surrey"))
    assert surrey.aside == "93 days"
    page._choose(surrey.key)
    settle(desk)
    said = _said(page.findChild(PlacePanel))
    assert {"America/Vancouver", "93 days since the last visit", "Known of this place"} <= said
    visits = next(one for one in page.findChildren(VisitList) if one.isVisible())
    assert visits.model().rowCount() == 2
    visits.setFocus()
    with qtbot.waitSignal(page.open_visit) as opened:
        qtbot.keyClick(visits, Qt.Key.Key_Return)
    assert opened.args == [space_of(desk, VisitState.IN_PROGRESS)]


def test_arrows_move_through_the_places(qtbot: QtBot, desk: Desk, show: Show) -> None:
    page = FacilitiesPage(desk)
    show(page)
    rows = page.findChild(TextRows)
    rows.setFocus()
    qtbot.keyClick(rows, Qt.Key.Key_Down)
    settle(desk)
    assert _titles(page)[1] in _said(page.findChild(PlacePanel))
    assert _titles(page)[0] not in _said(page.findChild(PlacePanel))


def test_finding_knows_towns_and_no_accents(qtbot: QtBot, desk: Desk, show: Show) -> None:
    page = FacilitiesPage(desk)
    show(page)
    line = page.findChild(FindLine)
    qtbot.keyClicks(line, "immigration toronto")
    assert _titles(page) == ["Toronto Immigration Holding Centre"]
    qtbot.keyClicks(line, "zzz")
    assert _titles(page) == []
    assert "No place has these words." in _said(page)


def test_a_place_is_added_and_shown(qtbot: QtBot, desk: Desk, show: Show) -> None:
    page = FacilitiesPage(desk)
    show(page)
    page._add.click()
    card = page.findChild(EditCard)
    _button(card, "Add it").click()
    assert any(
        label.text() == "Type the name of the place." and label.isVisible() for label in card.findChildren(Label)
    )
    qtbot.keyClicks(_line(card, "Name"), "Lacolle port of entry cells")
    _choose(card, "Kind of place", "short_term_cells")
    _choose(card, "Time zone", "America/Toronto")
    with qtbot.waitSignal(page.written):
        _button(card, "Add it").click()
    settle(desk)
    assert "Lacolle port of entry cells" in _titles(page)
    assert "Lacolle port of entry cells" in _said(page.findChild(PlacePanel))
    assert not card.isVisible()


def test_a_place_that_closed_stays_in_the_register_and_is_not_planned_for(qtbot: QtBot, desk: Desk, show: Show) -> None:
    page = FacilitiesPage(desk)
    show(page)
    laval = next(row for row in page._rows.rows() if row.title.startswith("Laval"))
    page._choose(laval.key)
    settle(desk)
    _button(page.findChild(PlacePanel), "Correct the register").click()
    card = page.findChild(EditCard)
    qtbot.keyClick(card.findChild(Switch), Qt.Key.Key_Space)
    with qtbot.waitSignal(page.written):
        _button(card, "Keep the corrections").click()
    settle(desk)
    assert _titles(page)[-1].startswith("Laval")
    found = next(one for one in told(desk, facilities) if one.id.hex() == laval.key)
    assert found.closed
    assert found.time_zone == "America/Toronto"
    page._choose(laval.key)
    settle(desk)
    assert not any(one.text() == "Plan a visit here" and one.isVisible() for one in page.findChildren(Button))


def test_planning_a_visit_begins_with_the_place(qtbot: QtBot, desk: Desk, show: Show) -> None:
    page = FacilitiesPage(desk)
    show(page)
    with qtbot.waitSignal(page.plan_asked) as asked:
        _button(page.findChild(PlacePanel), "Plan a visit here").click()
    assert asked.args[0].hex() == page._rows.rows()[0].key
