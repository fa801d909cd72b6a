"""Plan a visit: the stories of the page, with keyboard and mouse, on a real vault."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot
from tests.screens.visits.fixtures import Show
from tests.screens.visits.given import settle, space_of, told

from monitor_app.actions.objectives import objectives
from monitor_app.actions.open_response import responses
from monitor_app.actions.visits import visit_row
from monitor_app.monitoring import VisitKind, VisitRole, VisitState
from monitor_app.ui.desk import Desk
from monitor_app.ui.parts import Chip, Choice, Label, Line, NoteField, Switch
from monitor_app.ui.plan.draft import NEW_PLACE
from monitor_app.ui.plan.month import Month
from monitor_app.ui.plan.page import ChangePlanPage, PlanPage
from monitor_app.ui.plan.when_card import DayLine


def _named(page: QWidget, kind: type[QWidget], name: str) -> QWidget:
    found = [one for one in page.findChildren(kind) if one.accessibleName().startswith(name)]
    assert found, f"nothing is called {name}"
    return found[0]


def _choose(page: QWidget, name: str, key: str) -> None:
    combo = _named(page, QComboBox, name)
    assert isinstance(combo, QComboBox)
    place = combo.findData(key)
    assert place >= 0
    combo.setCurrentIndex(place)
    combo.activated.emit(place)


def _press(page: PlanPage | ChangePlanPage) -> None:
    page._sheet._act.click()


def _first_checklist(qtbot: QtBot, page: QWidget) -> None:
    chip = next(chip for chip in page.findChildren(Chip) if "Immigration holding centre" in chip.view().text)
    qtbot.keyClick(chip, Qt.Key.Key_Space)


def test_a_visit_is_planned_with_the_keyboard(qtbot: QtBot, desk: Desk, show: Show) -> None:
    page = PlanPage(desk)
    show(page)
    running = space_of(desk, VisitState.IN_PROGRESS)
    surrey = told(desk, lambda vault: visit_row(vault, running)).facility
    _choose(page, "Place", surrey.id.hex())
    kind = next(c for c in page.findChildren(Choice) if c.chosen_key() == "planned")
    qtbot.keyClick(kind.focusProxy(), Qt.Key.Key_F)
    first, last = page.findChildren(DayLine)
    first.setFocus()
    qtbot.keyClicks(first, "2027-01-18")
    qtbot.keyClick(first, Qt.Key.Key_Return)
    last.setFocus()
    last.selectAll()
    qtbot.keyClicks(last, "20 Jan 2027")
    qtbot.keyClick(last, Qt.Key.Key_Return)
    _first_checklist(qtbot, page)
    objective = _named(page, NoteField, "What the team means to do")
    qtbot.keyClicks(objective, "See the night shift")
    with qtbot.waitSignal(page.planned) as planned:
        qtbot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    space = planned.args[0]
    row = told(desk, lambda vault: visit_row(vault, space))
    assert row.visit.kind is VisitKind.FOLLOW_UP
    assert (row.visit.first_day, row.visit.last_day) == (date(2027, 1, 18), date(2027, 1, 20))
    assert row.visit.state is VisitState.PLANNED
    assert row.facility.id == surrey.id
    assert [one.text for one in told(desk, lambda vault: objectives(vault, space))] == ["See the night shift"]
    assert len(told(desk, lambda vault: responses(vault, space))) == 1


def test_what_is_missing_is_said_at_its_place_and_goes_once_it_is_there(qtbot: QtBot, desk: Desk, show: Show) -> None:
    page = PlanPage(desk)
    show(page)
    _press(page)
    said = {label.text() for label in page.findChildren(Label) if label.isVisible()}
    assert {"Choose the place of the visit.", "Choose the first day.", "Choose at least one checklist."} <= said
    _first_checklist(qtbot, page)
    said = {label.text() for label in page.findChildren(Label) if label.isVisible()}
    assert "Choose at least one checklist." not in said


def test_a_new_place_is_added_with_its_time_zone_and_visited(qtbot: QtBot, desk: Desk, show: Show) -> None:
    page = PlanPage(desk)
    show(page)
    _choose(page, "Place", NEW_PLACE)
    qtbot.keyClicks(_named(page, Line, "Name"), "Windsor port of entry cells")
    _choose(page, "Kind of place", "short_term_cells")
    _choose(page, "Time zone", "America/Toronto")
    month = page.findChild(Month)
    month.setFocus()
    qtbot.keyClick(month, Qt.Key.Key_PageDown)
    qtbot.keyClick(month, Qt.Key.Key_Return)
    qtbot.keyClick(month, Qt.Key.Key_Right)
    qtbot.keyClick(month, Qt.Key.Key_Return)
    _first_checklist(qtbot, page)
    with qtbot.waitSignal(page.planned) as planned:
        _press(page)
    space = planned.args[0]
    row = told(desk, lambda vault: visit_row(vault, space))
    assert row.facility.names == {"en": "Windsor port of entry cells"}
    assert row.facility.time_zone == "America/Toronto"
    first = _today(desk).replace(month=12)
    assert (row.visit.first_day, row.visit.last_day) == (first, first + timedelta(days=1))


def test_a_colleague_comes_along_as_a_second_lead_with_a_language_more(qtbot: QtBot, desk: Desk, show: Show) -> None:
    page = PlanPage(desk)
    show(page)
    along = _named(page, Switch, "Visitor B comes along")
    qtbot.keyClick(along, Qt.Key.Key_Space)
    _choose(page, "Add a language of Visitor B", "es")
    role = next(c for c in page.findChildren(Choice) if c.isVisible() and c.chosen_key() == "visitor")
    qtbot.keyClick(role.focusProxy(), Qt.Key.Key_T)
    colleague = next(one for one in page.draft().team.values() if "es" in one.languages)
    assert colleague.role is VisitRole.LEAD
    assert colleague.languages == ("fr", "es")
    qtbot.keyClick(_named(page, Switch, "Visitor B comes along"), Qt.Key.Key_Space)
    assert len(page.draft().team) == 1


def test_a_day_that_is_no_day_is_said_and_kept_as_typed(qtbot: QtBot, desk: Desk, show: Show) -> None:
    page = PlanPage(desk)
    show(page)
    first = page.findChildren(DayLine)[0]
    first.setFocus()
    qtbot.keyClicks(first, "31 Feb 2027")
    _press(page)
    assert first.text() == "31 Feb 2027"
    assert any("This is no day." in label.text() for label in page.findChildren(Label) if label.isVisible())


def test_leaving_plans_nothing(qtbot: QtBot, desk: Desk, show: Show) -> None:
    page = PlanPage(desk)
    show(page)
    with qtbot.waitSignal(page.left):
        page._sheet._leave.click()


def test_a_choice_read_anew_leaves_what_is_typed(qtbot: QtBot, desk: Desk, show: Show) -> None:
    page = PlanPage(desk)
    show(page)
    objective = _named(page, NoteField, "What the team means to do")
    qtbot.keyClicks(objective, "half a word")
    page.refresh()
    settle(desk)
    assert page.draft().objectives == ("half a word",)


def test_the_plan_of_a_visit_is_changed_and_only_that(qtbot: QtBot, desk: Desk, show: Show) -> None:
    space = space_of(desk, VisitState.PLANNED)
    page = ChangePlanPage(desk, space)
    show(page)
    before = told(desk, lambda vault: visit_row(vault, space)).visit
    carried = _named(page, NoteField, "Agreed with the facility")
    assert isinstance(carried, NoteField)
    carried.selectAll()
    qtbot.keyClicks(carried, "Paper only.")
    hours = _named(page, Line, "Time on site, in hours")
    qtbot.keyClicks(hours, "7")
    with qtbot.waitSignals([page.written, page.done]):
        _press(page)
    after = told(desk, lambda vault: visit_row(vault, space)).visit
    assert (after.carried_in, after.hours_on_site) == ("Paper only.", 7)
    assert (after.first_day, after.kind, after.addressees) == (before.first_day, before.kind, before.addressees)


def test_the_calendar_says_its_day_to_a_screen_reader(qtbot: QtBot, desk: Desk, show: Show) -> None:
    page = PlanPage(desk)
    show(page)
    month = page.findChild(Month)
    month.setFocus()
    assert QApplication.focusWidget() is month
    qtbot.keyClick(month, Qt.Key.Key_Down)
    day = desk.words.day(_today(desk) + timedelta(days=7))
    assert month.accessibleName() == f"Calendar, {day}. Chosen: nothing chosen"


def _today(desk: Desk) -> date:
    """The day it is on this laptop: where the calendar begins before a place is chosen."""
    return desk.clock.now().astimezone().date()
