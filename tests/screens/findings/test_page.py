"""The findings page: written, linked, taken out and brought back, by keyboard and by mouse, on a real vault."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from tests.screens.findings.given import FINDINGS, NIGHT, Programme, settled

from monitor_app.actions.open_findings import open_findings
from monitor_app.actions.provisions import confirm_provision
from monitor_app.monitoring import Finding, FindingKind, Relation, Severity, Source
from monitor_app.ui.desk import Desk
from monitor_app.ui.findings.evidence_picker import EvidencePicker
from monitor_app.ui.findings.page import FindingsPage
from monitor_app.ui.findings.provision_picker import ProvisionPicker
from monitor_app.ui.findings.twice import TwiceCard
from monitor_app.ui.findings.view import FindingRow
from monitor_app.ui.parts import Button, Chip, Dialog, Message, NoteField

W = TypeVar("W", bound=QWidget)


class Visitor:
    """Works on the page as a person does, and looks into the vault as the clerk does."""

    def __init__(self, qtbot: QtBot, desk: Desk, space: object, page: FindingsPage) -> None:
        self.qtbot, self.desk, self.space, self.page = qtbot, desk, space, page

    def wait(self) -> None:
        self.qtbot.wait(5)
        self.qtbot.waitUntil(lambda: settled(self.desk), timeout=10_000)
        self.qtbot.wait(5)

    def findings(self) -> tuple[Finding, ...]:
        found: list[tuple[Finding, ...]] = []
        self.desk.clerk.ask(None, lambda vault: open_findings(vault, self.space).findings, found.append)  # type: ignore[arg-type]
        self.qtbot.waitUntil(lambda: bool(found), timeout=10_000)
        return found[0]

    def rows(self) -> tuple[FindingRow, ...]:
        return self.page.frame.rows.rows()

    def open(self, place: int) -> None:
        self.page.show_finding(bytes.fromhex(self.rows()[place].key))
        self.wait()

    def press(self, word: str, within: QWidget | None = None) -> None:
        buttons = [b for b in (within or self.page).findChildren(Button) if word in (b.text(), b.accessibleName())]
        shown = [b for b in buttons if b.isVisible()]
        assert shown, f"no button {word!r}"
        self.qtbot.mouseClick(shown[0], Qt.MouseButton.LeftButton)
        self.wait()

    def field(self, about: str) -> NoteField:
        return next(one for one in self.page.findChildren(NoteField) if one.accessibleName() == about)


@pytest.fixture
def visitor(qtbot: QtBot, desk: Desk, given: Programme) -> Iterator[Visitor]:
    page = FindingsPage(desk, given.space)
    page.resize(1302, 663)
    page.show()
    made = Visitor(qtbot, desk, given.space, page)
    qtbot.waitExposed(page)
    made.wait()
    yield made
    page.hide()
    made.wait()
    page.deleteLater()


def test_every_finding_stands_in_the_list_and_the_first_is_open(visitor: Visitor) -> None:
    assert [row.title for row in visitor.rows()][:3] == [title for title, *_ in FINDINGS][:3]
    assert [row.number for row in visitor.rows()] == [f"F-{n}" for n in range(1, 7)]
    assert visitor.rows()[5].pill.text == "Good practice"
    assert visitor.field("Title, a whole sentence").toPlainText() == FINDINGS[0][0]


def test_ctrl_enter_goes_to_the_next_finding_and_round(visitor: Visitor) -> None:
    title = visitor.field("Title, a whole sentence")
    title.setFocus()
    for place in (1, 2):
        visitor.qtbot.keyClick(title, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        visitor.wait()
        assert title.toPlainText() == FINDINGS[place][0]
        assert title.hasFocus()
    visitor.open(5)
    visitor.press("Next finding")
    assert title.toPlainText() == FINDINGS[0][0]


def test_typed_words_are_a_draft_after_a_pause_and_an_entry_once_left(visitor: Visitor) -> None:
    saved: list[object] = []
    visitor.page.saved.connect(saved.append)
    text = visitor.field("What we found")
    text.setFocus()
    text.selectAll()
    visitor.qtbot.keyClicks(text, "Nobody answered.")
    visitor.qtbot.waitUntil(lambda: bool(saved), timeout=3000)
    visitor.wait()
    drafts: list[object] = []
    visitor.desk.clerk.ask(None, lambda vault: [write.value for write in vault.drafts()], drafts.append)
    visitor.qtbot.waitUntil(lambda: bool(drafts))
    assert drafts == [["Nobody answered."]]
    assert visitor.findings()[0].text("en") != "Nobody answered."
    visitor.page.frame.list.setFocus()
    visitor.wait()
    assert visitor.findings()[0].text("en") == "Nobody answered."


def test_words_go_to_the_finding_they_were_typed_in(visitor: Visitor) -> None:
    text = visitor.field("What we found")
    text.setFocus()
    visitor.qtbot.keyClicks(text, "First. ")
    visitor.qtbot.keyClick(text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    visitor.wait()
    first, second = visitor.findings()[:2]
    assert first.text("en").startswith("First. ")
    assert not second.text("en").startswith("First. ")
    assert text.toPlainText() == second.text("en")


def test_the_other_language_is_written_beside_the_first(visitor: Visitor) -> None:
    visitor.page.frame.sheet.speak.emit("fr")
    title = visitor.field("Title, a whole sentence")
    assert title.toPlainText() == ""
    title.setFocus()
    visitor.qtbot.keyClicks(title, "Le premier examen tarde la fin de semaine")
    visitor.page.flush()
    visitor.wait()
    finding = visitor.findings()[0]
    assert finding.titles == {"en": FINDINGS[0][0], "fr": "Le premier examen tarde la fin de semaine"}


def test_severity_is_chosen_by_keyboard_and_good_practice_has_none(visitor: Visitor) -> None:
    sheet = visitor.page.frame.sheet
    severity = sheet._severity.focusProxy()
    assert severity is not None
    severity.setFocus()
    visitor.qtbot.keyClicks(severity, "c")
    visitor.wait()
    assert visitor.findings()[0].severity is Severity.CRITICAL
    kind = sheet._kind.focusProxy()
    assert kind is not None
    kind.setFocus()
    visitor.qtbot.keyClick(kind, Qt.Key.Key_Right)
    visitor.qtbot.keyClick(kind, Qt.Key.Key_Space)
    visitor.wait()
    assert visitor.findings()[0].kind is FindingKind.GOOD_PRACTICE
    assert not sheet._severity.isVisible()
    assert not sheet._extent.isVisible()


def test_a_provision_is_found_added_and_taken_off_its_chip(visitor: Visitor) -> None:
    visitor.press("Add a provision")
    dialog = visitor.page.findChild(Dialog)
    assert isinstance(dialog, Dialog)
    picker = dialog.findChild(ProvisionPicker)
    assert isinstance(picker, ProvisionPicker)
    visitor.qtbot.keyClicks(picker._line, "mandela rule 24")
    visitor.qtbot.keyClick(picker._line, Qt.Key.Key_Return)
    assert picker._list.hasFocus()
    row = picker._rows.rows()[0]
    assert row.pill is not None
    assert row.pill.text
    visitor.qtbot.keyClick(picker._list, Qt.Key.Key_Return)
    visitor.press("Add", dialog)
    assert visitor.findings()[0].provisions == (row.key,)
    chip = visitor.page.frame.sheet._chips.held()[0]
    assert isinstance(chip, Chip)
    chip.setFocus()
    visitor.qtbot.keyClick(chip, Qt.Key.Key_Delete)
    visitor.wait()
    assert visitor.findings()[0].provisions == ()


def test_the_standing_shown_is_the_one_this_programme_knows(visitor: Visitor) -> None:
    said = {"key": "", "standing": ""}

    def standing(word: str) -> str:
        visitor.press("Add a provision")
        dialog = visitor.page.findChild(Dialog)
        assert isinstance(dialog, Dialog)
        picker = dialog.findChild(ProvisionPicker)
        assert isinstance(picker, ProvisionPicker)
        picker._line.setText(word)
        picker.search()
        row = next(row for row in picker._rows.rows() if said["key"] in ("", row.key) and row.pill)
        said["key"] = row.key
        visitor.press("Not now", dialog)
        assert row.pill is not None
        return row.pill.text

    before = standing("nids 2.3")
    done: list[object] = []
    confirm = lambda vault: confirm_provision(vault, said["key"], "The text itself", {}, False)  # noqa: E731
    visitor.desk.clerk.ask(None, confirm, done.append)
    visitor.qtbot.waitUntil(lambda: bool(done))
    visitor.page.refresh()
    visitor.wait()
    assert standing("nids 2.3") == "confirmed by coordinator" != before


def test_evidence_from_an_answer_brings_its_sources(visitor: Visitor) -> None:
    visitor.press("Add evidence")
    dialog = visitor.page.findChild(Dialog)
    assert isinstance(dialog, Dialog)
    picker = dialog.findChild(EvidencePicker)
    assert isinstance(picker, EvidencePicker)
    visitor.qtbot.keyClicks(picker._line, "unanswered 23:00")
    assert len(picker._rows.rows()) == 1
    visitor.qtbot.keyClick(picker._line, Qt.Key.Key_Return)
    visitor.qtbot.keyClick(picker._list, Qt.Key.Key_Space)
    visitor.press("Add evidence", dialog)
    (piece,) = visitor.findings()[0].evidence
    assert piece.path == NIGHT
    assert piece.sources == {Source.DETAINED, Source.OBSERVATION}
    assert piece.relation is Relation.SUPPORTS


def test_a_text_of_its_own_can_contradict(visitor: Visitor) -> None:
    visitor.press("Add evidence")
    dialog = visitor.page.findChild(Dialog)
    assert isinstance(dialog, Dialog)
    picker = dialog.findChild(EvidencePicker)
    assert isinstance(picker, EvidencePicker)
    picker._way._segments.chosen.emit("text")
    picker._way._segments.choose("text")
    picker._show_way("text")
    visitor.qtbot.keyClicks(picker._text, "Management says nobody waits.")
    picker._bear("contradicts")
    picker._tick("staff", on=True)
    visitor.press("Add evidence", dialog)
    (piece,) = visitor.findings()[0].evidence
    assert (piece.text, piece.relation) == ("Management says nobody waits.", Relation.CONTRADICTS)
    assert piece.sources == {Source.STAFF}


def test_evidence_is_opened_changed_and_leads_to_its_answer(visitor: Visitor) -> None:
    asked: list[tuple[object, str]] = []
    visitor.page.open_answer.connect(lambda response, path: asked.append((response, path)))
    visitor.open(1)
    visitor.press("Change this piece")
    visitor.press("Open the answer")
    assert asked
    assert asked[0][1] == NIGHT
    chip = visitor.page.findChild(Chip, "source:documents")
    assert isinstance(chip, Chip)
    chip.setFocus()
    visitor.qtbot.keyClick(chip, Qt.Key.Key_Space)
    visitor.wait()
    piece = next(one for one in visitor.findings()[1].evidence if one.path == NIGHT)
    assert Source.DOCUMENTS in piece.sources
    again = visitor.page.findChild(Chip, "source:documents")
    assert isinstance(again, Chip)


def test_a_finding_taken_out_comes_back_with_undo(visitor: Visitor) -> None:
    visitor.open(2)
    visitor.press("Take this finding out")
    assert len(visitor.findings()) == 5
    assert [row.number for row in visitor.rows()] == [f"F-{n}" for n in range(1, 6)]
    message = visitor.page.findChild(Message)
    assert message is not None
    visitor.press("Undo")
    assert [one.title("en") for one in visitor.findings()][2] == FINDINGS[2][0]
    assert visitor.field("Title, a whole sentence").toPlainText() == FINDINGS[2][0]


def test_a_recommendation_is_added_written_and_dated(visitor: Visitor) -> None:
    visitor.open(4)
    visitor.press("Add a recommendation")
    card = visitor.page.frame.recommendation
    assert card.isVisible()
    visitor.qtbot.keyClicks(card._to, "Facility operator")
    visitor.qtbot.keyClick(card._to, Qt.Key.Key_Tab)
    visitor.qtbot.keyClicks(card._text, "Replace the mattresses of dormitory 2.")
    visitor.page.flush()
    visitor.wait()
    assert any("date" in line for line in _advice(card))
    line = card._due.focusProxy()
    assert line is not None
    line.setFocus()
    visitor.qtbot.keyClicks(line, "2027-03-01")
    visitor.qtbot.keyClick(line, Qt.Key.Key_Return)
    visitor.wait()
    (one,) = visitor.findings()[4].recommendations
    assert (one.addressee, one.texts["en"]) == ("Facility operator", "Replace the mattresses of dormitory 2.")
    assert str(one.due) == "2027-03-01"
    assert _advice(card) == ["Names an action, an addressee and a date"]


def test_two_titles_stand_side_by_side_until_one_is_chosen(visitor: Visitor) -> None:
    assert visitor.rows()[3].twice
    visitor.open(3)
    card = visitor.page.findChild(TwiceCard)
    assert isinstance(card, TwiceCard)
    visitor.press("Use what Visitor B wrote", card)
    assert visitor.findings()[3].title("en") == "People do not find the complaint forms"
    assert not visitor.rows()[3].twice
    assert not [card for card in visitor.page.findChildren(TwiceCard) if card.isVisible()]


def test_a_new_finding_is_empty_open_and_last(visitor: Visitor) -> None:
    visitor.press("New finding")
    assert visitor.rows()[-1].title == "Without a title"
    assert visitor.page.frame.list.current_key() == visitor.rows()[-1].key
    assert visitor.field("Title, a whole sentence").hasFocus()


def test_hide_masks_titles_in_what_a_screen_reader_says(visitor: Visitor) -> None:
    model = visitor.page.frame.rows
    said: Callable[[], str] = lambda: str(model.data(model.index(0)))  # noqa: E731
    assert FINDINGS[0][0] in said()
    visitor.desk.look.veil.set_down(True)
    assert FINDINGS[0][0] not in said()
    assert "F-1" in said()
    visitor.desk.look.veil.set_down(False)


def test_in_a_narrow_window_one_part_is_shown_at_a_time(visitor: Visitor) -> None:
    panes = visitor.page.frame.panes
    assert len(panes.regions()) == 3
    visitor.page.resize(900, 663)
    visitor.qtbot.waitUntil(panes.is_folded)
    assert not visitor.page.frame.list.isVisible()
    panes.show_pane("list")
    assert visitor.page.frame.list.isVisible()
    visitor.page.frame.list.opened.emit(visitor.rows()[1].key)
    visitor.wait()
    assert visitor.page.frame.sheet.isVisible()


def _advice(card: QWidget) -> list[str]:
    held = card._advice  # type: ignore[attr-defined]
    lines = []
    for place in range(held.count()):
        labels = [one for one in held.itemAt(place).widget().children() if hasattr(one, "wordWrap")]
        lines += [one.text() for one in labels]
    return lines
