"""Overview: the stories of the page, with keyboard and mouse, on a real vault."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from tests.screens.visits.fixtures import Show
from tests.screens.visits.given import settle, space_of, told

from monitor_app.actions.objectives import objectives
from monitor_app.actions.visits import visit_of
from monitor_app.monitoring import Outcome, VisitState
from monitor_app.ui.desk import Desk
from monitor_app.ui.overview.page import OverviewPage
from monitor_app.ui.overview.tick import Tick
from monitor_app.ui.overview.tile import Tile
from monitor_app.ui.parts import Button, Choice, Dialog, Label, Line, Message, NoteField


def _said(page: QWidget) -> set[str]:
    return {label.text() for label in page.findChildren(Label) if label.isVisible()}


def _button(page: QWidget, text: str) -> Button:
    return next(one for one in page.findChildren(Button) if one.text() == text and not one.isHidden())


def test_the_snapshot_says_source_and_day_and_shows_both_where_two_differ(desk: Desk, show: Show) -> None:
    page = OverviewPage(desk, space_of(desk, VisitState.IN_PROGRESS))
    show(page)
    tiles = {tile.accessibleName() for tile in page.findChildren(Tile) if tile.isVisible()}
    assert "Places for people to sleep: 184. Staff, 18 Nov 2026" in tiles
    assert "People detained on that day: 97. Documents, 18 Nov 2026" in tiles
    assert any(name.endswith("Two sources differ") and ("2 / 0" in name or "0 / 2" in name) for name in tiles)
    assert any(name.endswith("Not yet asked") for name in tiles)


def test_fill_in_opens_the_first_figure_that_is_not_known(qtbot: QtBot, desk: Desk, show: Show) -> None:
    page = OverviewPage(desk, space_of(desk, VisitState.IN_PROGRESS))
    show(page)
    with qtbot.waitSignal(page.fill_asked) as asked:
        qtbot.mouseClick(_button(page, "Fill in"), Qt.MouseButton.LeftButton)
    assert asked.args == ["/data/snapshot/isolation_rooms"]


def test_the_briefing_tells_of_the_last_signed_report(qtbot: QtBot, desk: Desk, show: Show) -> None:
    page = OverviewPage(desk, space_of(desk, VisitState.IN_PROGRESS))
    show(page)
    said = _said(page)
    assert "93 days since the last visit" in said
    assert "Night calls for help not answered" in said
    assert "Provide nursing cover on weekends." in said
    assert "Facility operator · by 1 Oct 2026" in said
    assert "1 change came after version 1 and stands in this list" in said
    with qtbot.waitSignal(page.report_asked) as asked:
        _button(page, "Last report").click()
    assert asked.args == [space_of(desk, VisitState.SIGNED)]


def test_hide_masks_findings_recommendations_and_objectives(desk: Desk, show: Show) -> None:
    page = OverviewPage(desk, space_of(desk, VisitState.IN_PROGRESS))
    show(page)
    desk.look.veil.set_down(True)
    assert "Night calls for help not answered" not in _said(page)
    assert "Provide nursing cover on weekends." not in _said(page)
    assert not any("Verify" in tick.accessibleName() for tick in page.findChildren(Tick))
    desk.look.veil.set_down(False)


def test_a_planned_visit_is_begun_and_handed_to_review_and_taken_back(qtbot: QtBot, desk: Desk, show: Show) -> None:
    space = space_of(desk, VisitState.PLANNED)
    page = OverviewPage(desk, space)
    show(page)
    with qtbot.waitSignals([page.written, page.begun]):
        _button(page, "Begin the visit").click()
    settle(desk)
    assert told(desk, lambda vault: visit_of(vault, space)).state is VisitState.IN_PROGRESS
    with qtbot.waitSignal(page.written):
        _button(page, "Hand to review").click()
    settle(desk)
    assert told(desk, lambda vault: visit_of(vault, space)).state is VisitState.IN_REVIEW
    with qtbot.waitSignal(page.written):
        _button(page, "Back to work").click()
    settle(desk)
    assert told(desk, lambda vault: visit_of(vault, space)).state is VisitState.IN_PROGRESS


def test_a_refused_visit_says_why_and_by_whom_and_offers_its_report(desk: Desk, show: Show) -> None:
    page = OverviewPage(desk, space_of(desk, VisitState.PLANNED, Outcome.REFUSED))
    show(page)
    message = next(one for one in page.findChildren(Message) if one.isVisible())
    assert message.accessibleName() == (
        "Access refused. The duty manager let nobody in during a lockdown. By The duty manager."
    )
    assert _button(page, "Open the report")
    assert not any(one.text() == "Begin the visit" for one in page.findChildren(Button))
    assert not any(tile.isVisible() for tile in page.findChildren(Tile))


def test_an_outcome_needs_a_reason_before_it_can_be_recorded(qtbot: QtBot, desk: Desk, show: Show) -> None:
    space = space_of(desk, VisitState.PLANNED)
    page = OverviewPage(desk, space)
    show(page)
    _button(page, "What became of the visit").click()
    dialog = page.window().findChild(Dialog)
    choice = dialog.findChild(Choice)
    choice.setFocus()
    qtbot.keyClick(choice.focusProxy(), Qt.Key.Key_A)
    record = _button(dialog, "Record it")
    assert not record.isEnabled()
    qtbot.keyClicks(dialog.findChild(NoteField), "Lockdown.")
    who = next(line for line in dialog.findChildren(Line) if line.accessibleName() == "By whom")
    qtbot.keyClicks(who, "The shift manager")
    assert record.isEnabled()
    with qtbot.waitSignal(page.written):
        record.click()
    settle(desk)
    visit = told(desk, lambda vault: visit_of(vault, space))
    assert (visit.outcome, visit.outcome_reason) == (Outcome.REFUSED, "Lockdown.")
    assert visit.outcome_by == "The shift manager"


def test_changes_after_signing_are_told_and_reopening_asks_a_reason(qtbot: QtBot, desk: Desk, show: Show) -> None:
    space = space_of(desk, VisitState.SIGNED)
    page = OverviewPage(desk, space)
    show(page)
    message = next(one for one in page.findChildren(Message) if one.isVisible())
    assert message.accessibleName().startswith("1 change came after version 1.")
    _button(message, "Reopen the report").click()
    dialog = page.window().findChild(Dialog)
    assert not _button(dialog, "Reopen").isEnabled()
    qtbot.keyClicks(dialog.findChild(NoteField), "A figure was missing.")
    with qtbot.waitSignal(page.written):
        _button(dialog, "Reopen").click()
    settle(desk)
    visit = told(desk, lambda vault: visit_of(vault, space))
    assert (visit.state, visit.version) == (VisitState.IN_PROGRESS, 1)


def test_objectives_are_ticked_added_and_taken_out(qtbot: QtBot, desk: Desk, show: Show) -> None:
    space = space_of(desk, VisitState.IN_PROGRESS)
    page = OverviewPage(desk, space)
    show(page)
    tick = next(one for one in page.findChildren(Tick) if not one.isChecked())
    qtbot.keyClick(tick, Qt.Key.Key_Space)
    settle(desk)
    line = next(one for one in page.findChildren(Line) if one.accessibleName() == "Another objective")
    qtbot.keyClicks(line, "Count the phones")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    settle(desk)
    found = told(desk, lambda vault: objectives(vault, space))
    assert [(one.text, one.done) for one in found] == [
        ("Verify nursing cover on weekends", True),
        ("Test the night call buttons after 23:00", True),
        ("Count the phones", False),
    ]
    last = [one for one in page.findChildren(Button) if one.text() == "Take out this objective"][-1]
    last.click()
    settle(desk)
    assert len(told(desk, lambda vault: objectives(vault, space))) == 2
