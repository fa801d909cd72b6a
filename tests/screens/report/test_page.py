"""The report page on a real vault: read, checked, accepted, signed, saved outside, reopened."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from tests.screens.findings.given import PASSPHRASE, Programme, at_desk, copied, settled

from monitor_app import reports
from monitor_app.actions.finding import change_finding, findings
from monitor_app.actions.open_report import accept_checks
from monitor_app.actions.passage import Passage, passages
from monitor_app.monitoring import VisitState
from monitor_app.ui.desk import Desk
from monitor_app.ui.files import FilePicker
from monitor_app.ui.look import Look
from monitor_app.ui.parts import Button, Dialog, NoteField
from monitor_app.ui.report.page import ReportPage


class Lead:
    """Works on the page as the team lead does."""

    def __init__(self, qtbot: QtBot, desk: Desk, given: Programme) -> None:
        self.qtbot, self.desk, self.given = qtbot, desk, given
        self.page = ReportPage(desk, given.space)
        self.page.resize(1302, 663)
        self.page.show()
        qtbot.waitExposed(self.page)
        self.wait()

    def wait(self) -> None:
        self.qtbot.wait(5)
        self.qtbot.waitUntil(lambda: settled(self.desk) and not self.page._soon.isActive(), timeout=20_000)
        self.qtbot.wait(40)
        self.qtbot.waitUntil(lambda: settled(self.desk), timeout=20_000)

    def ask(self, verb: object) -> object:
        found: list[object] = []
        self.desk.clerk.ask(None, verb, found.append)  # type: ignore[arg-type]
        self.qtbot.waitUntil(lambda: bool(found), timeout=10_000)
        return found[0]

    def button(self, word: str, within: QWidget | None = None) -> Button:
        buttons = [b for b in (within or self.page).findChildren(Button) if word in (b.text(), b.accessibleName())]
        shown = [b for b in buttons if b.isVisible()]
        assert shown, f"no button {word!r}"
        return shown[0]

    def press(self, word: str, within: QWidget | None = None) -> None:
        self.qtbot.mouseClick(self.button(word, within), Qt.MouseButton.LeftButton)
        self.wait()

    def dialog(self) -> Dialog:
        shown = [one for one in self.page.findChildren(Dialog) if one.isVisible()]
        assert shown
        return shown[-1]

    def type_passphrase(self, text: str) -> None:
        line = next(
            one for one in self.dialog().findChildren(QLineEdit) if one.echoMode() is QLineEdit.EchoMode.Password
        )
        line.setFocus()
        self.qtbot.keyClicks(line, text)

    def leave(self) -> None:
        self.page.hide()
        self.wait()
        self.page.deleteLater()


@pytest.fixture
def lead(qtbot: QtBot, desk: Desk, given: Programme) -> Iterator[Lead]:
    made = Lead(qtbot, desk, given)
    yield made
    made.leave()


def sign(lead: Lead, reason: str = "Known to the team, and said in the text.") -> None:
    lead.press("Sign and seal")
    lead.type_passphrase(PASSPHRASE)
    note = lead.dialog().findChild(NoteField)
    if note is not None and note.isVisible():
        note.setFocus()
        lead.qtbot.keyClicks(note, reason)
    lead.press("Sign and seal", lead.dialog())


def test_the_real_pages_are_shown_with_their_outline(lead: Lead) -> None:
    paper = lead.page.frame.paper
    assert paper.count() >= 5
    assert 0 in paper.pictures()
    titles = [row.title for row in lead.page.frame.rows.rows()]
    assert titles[:2] == ["Front page", "Summary"]
    assert "Night calls for help are not answered" in titles


def test_pages_are_turned_by_keys_buttons_and_outline(lead: Lead) -> None:
    frame = lead.page.frame
    frame.paper.setFocus()
    lead.qtbot.keyClick(frame.paper, Qt.Key.Key_PageDown)
    assert frame.paper.page() == 1
    lead.press("Next page")
    assert frame.paper.page() == 2
    lead.qtbot.keyClick(frame.paper, Qt.Key.Key_Home)
    assert frame.paper.page() == 0
    row = next(row for row in frame.rows.rows() if row.finding == 2)
    frame.list.opened.emit(row.key)
    lead.wait()
    assert frame.paper.page() == row.page
    assert row.page in frame.paper.pictures()
    opened: list[object] = []
    lead.page.open_finding.connect(opened.append)
    lead.press("Open the finding")
    assert opened


def test_zoom_keeps_the_page_in_view(lead: Lead) -> None:
    paper = lead.page.frame.paper
    paper.show_page(3)
    before = paper.zoom()
    lead.press("Larger")
    assert paper.zoom() > before
    assert paper.page() == 3
    assert 3 in paper.pictures()


def test_a_text_is_written_from_the_outline_and_prints(lead: Lead) -> None:
    lead.press("Limits of this visit, empty")
    note = lead.page.frame.editor.findChild(NoteField)
    assert isinstance(note, NoteField)
    assert note.hasFocus()
    lead.qtbot.keyClicks(note, "The team saw no night shift.")
    lead.press("Back to the pages")
    texts = lead.ask(lambda vault: passages(vault, lead.given.space))
    assert isinstance(texts, dict)
    assert texts[Passage.LIMITS] == {"en": "The team saw no night shift."}
    lead.wait()
    report = lead.page._showing.report
    assert report is not None
    assert report.content.method is not None
    assert report.content.method.limits == ("The team saw no night shift.",)


def test_language_and_variant_make_other_pages(lead: Lead) -> None:
    frame = lead.page.frame
    frame.language.chosen.emit("fr")
    lead.wait()
    assert "Méthode et limites" in [row.title for row in frame.rows.rows()]
    frame.variant.chosen.emit("shareable")
    lead.wait()
    report = lead.page._showing.report
    assert report is not None
    assert report.content.variant == "shareable"
    assert report.content.checklists == ()


def test_points_are_accepted_together_with_one_reason_and_taken_back(lead: Lead) -> None:
    before = lead.page._showing.points.count("look")
    group = next(g for g in lead.page._showing.points.looks if len(g.points) > 3)
    lead.press(f"Accept all {len(group.points)}…")
    line = next(one for one in lead.page.findChildren(QLineEdit) if one.accessibleName() == "Reason for accepting")
    assert line.hasFocus()
    lead.qtbot.keyClicks(line, "Asked on the next visit.")
    lead.qtbot.keyClick(line, Qt.Key.Key_Return)
    lead.wait()
    points = lead.page._showing.points
    assert points.count("look") == before - len(group.points)
    assert points.count("accepted") == len(group.points)
    lead.press("Take back")
    assert lead.page._showing.points.count("accepted") == len(group.points) - 1


def test_a_report_is_signed_verified_saved_outside_and_reopened(
    lead: Lead, tmp_path: Path, windows_shown: list[str]
) -> None:
    signed: list[bool] = []
    lead.page.signed.connect(lambda: signed.append(True))
    sign(lead)
    assert signed
    report = lead.page._showing.report
    assert report is not None
    assert report.visit.state is VisitState.SIGNED
    assert [one.signed.version for one in report.versions] == [1]
    assert not lead.page.frame.sign.isVisible()
    assert lead.page._showing.version == "1"
    assert lead.page.frame.paper.count() >= 5
    copy = _saved_copy(lead, tmp_path)
    root = lead.ask(lambda vault: vault.identity.root_certificate)
    assert isinstance(root, bytes)
    verdict = reports.verify_pdf(copy.read_bytes(), [root])
    assert verdict.confirmed
    finding = lead.ask(lambda vault: findings(vault, lead.given.space)[0].id)
    lead.ask(lambda vault: change_finding(vault, lead.given.space, finding, {"severity": "minor"}))
    lead.page.refresh()
    lead.wait()
    assert lead.page._showing.report is not None
    assert lead.page._showing.report.changes_after == 1
    lead.press("Reopen")
    note = lead.dialog().findChild(NoteField)
    assert note is not None
    lead.qtbot.keyClicks(note, "The severity was wrong.")
    lead.press("Reopen", lead.dialog())
    lead.wait()
    report = lead.page._showing.report
    assert not report.is_signed
    assert report.content.version == 2
    assert report.content.replaces is not None
    assert report.content.replaces.reason == "The severity was wrong."
    assert lead.page.frame.sign.isVisible()
    lead.press("Look at Version 1")
    assert lead.page._showing.version == "1"
    lead.press("Back to the draft")
    assert lead.page._showing.version == ""
    assert windows_shown == []


def test_a_wrong_passphrase_signs_nothing_and_says_so_on_the_sheet(lead: Lead) -> None:
    lead.press("Sign and seal")
    lead.type_passphrase("not the passphrase")
    note = lead.dialog().findChild(NoteField)
    assert note is not None
    lead.qtbot.keyClicks(note, "Known.")
    lead.press("Sign and seal", lead.dialog())
    assert lead.dialog().isVisible()
    report = lead.page._showing.report
    assert report is not None
    assert report.versions == ()
    assert lead.page._showing.points.count("accepted") == 0
    lead.press("Not yet", lead.dialog())


def test_open_points_need_a_reason_before_the_passphrase_is_used(lead: Lead) -> None:
    lead.press("Sign and seal")
    lead.type_passphrase(PASSPHRASE)
    lead.press("Sign and seal", lead.dialog())
    note = lead.dialog().findChild(NoteField)
    assert note is not None
    assert note.hasFocus()
    report = lead.page._showing.report
    assert report is not None
    assert report.versions == ()
    lead.press("Not yet", lead.dialog())


def test_with_every_point_accepted_signing_asks_no_reason(lead: Lead) -> None:
    checks = [point.check for group in lead.page._showing.points.looks for point in group.points]
    lead.ask(lambda vault: accept_checks(vault, lead.given.space, checks, "Seen."))
    lead.page.refresh()
    lead.wait()
    assert lead.page._showing.points.count("look") == 0
    lead.press("Sign and seal")
    note = lead.dialog().findChild(NoteField)
    assert note is None or not note.isVisible()
    lead.press("Not yet", lead.dialog())


def test_something_given_twice_stops_signing_and_leads_to_its_place(
    qtbot: QtBot, look: Look, template_with_conflict: Path, tmp_path: Path
) -> None:
    given = copied(template_with_conflict, tmp_path / "vault")
    with at_desk(look, given) as desk:
        lead = Lead(qtbot, desk, given)
        assert not lead.page.frame.sign.isEnabled()
        assert "1 point above" in lead.page.frame.sign_line.text()
        places: list[object] = []
        lead.page.open_finding.connect(places.append)
        lead.press("Decide")
        assert places
        row = next(row for row in lead.page.frame.rows.rows() if row.finding == 4)
        assert row.stops == 1
        lead.leave()


def test_hide_covers_the_pages(lead: Lead) -> None:
    paper = lead.page.frame.paper
    white = paper.grab().toImage()
    lead.desk.look.veil.set_down(True)
    covered = paper.grab().toImage()
    lead.desk.look.veil.set_down(False)
    assert white != covered


def _saved_copy(lead: Lead, folder: Path) -> Path:
    lead.press("Save a copy of Version 1")
    lead.type_passphrase(PASSPHRASE)
    lead.press("Choose where", lead.dialog())
    picker = lead.dialog().findChild(FilePicker)
    assert isinstance(picker, FilePicker)
    picker.go(folder)
    lead.press("Save here", lead.dialog())
    (saved,) = folder.glob("*.pdf")
    assert saved.name == "report-2026-001-v1-en.pdf"
    return saved
