"""Standards: the stories of the page, on a real vault and the real library."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from tests.screens.visits.fixtures import Show
from tests.screens.visits.given import settle, told

from monitor_app.actions.provisions import corrected
from monitor_app.base import installed_resources, speak
from monitor_app.standards import Standing, load_library
from monitor_app.ui.desk import Desk
from monitor_app.ui.parts import Button, Choice, Label, Line, NoteField, Switch
from monitor_app.ui.standards.confirm_form import ConfirmForm
from monitor_app.ui.standards.page import StandardsPage
from monitor_app.ui.standards.provision_panel import ProvisionPanel
from monitor_app.ui.standards.view import provision_view, source_rows
from monitor_app.ui.visits.find_line import FindLine

RESOURCES = installed_resources()
LIBRARY = load_library(RESOURCES)
EN, FR = speak("en", RESOURCES), speak("fr", RESOURCES)


def _said(page: QWidget) -> set[str]:
    return {label.text() for label in page.findChildren(Label) if label.isVisible()}


def _button(page: QWidget, text: str) -> Button:
    return next(one for one in page.findChildren(Button) if one.text() == text and one.isVisible())


def test_every_provision_has_its_words_in_both_languages() -> None:
    for key in LIBRARY.provisions:
        for words in (EN, FR):
            view = provision_view(LIBRARY, key, words)
            assert view is not None
            assert view.citation and view.wording and view.other and view.standing


def test_the_sources_count_their_provisions() -> None:
    rows = source_rows(LIBRARY, "instruments", EN)
    assert sum(int(row.aside.replace(",", "")) for row in rows) == len(LIBRARY.provisions)
    assert len(source_rows(LIBRARY, "topics", EN)) == len(LIBRARY.sorting.topics)


def test_a_provision_opens_among_those_of_its_instrument(desk: Desk, show: Show) -> None:
    page = StandardsPage(desk, "mandela:30")
    show(page)
    assert page._shelf.rows.row(page._shelf.list.currentIndex()).key == "mandela:30"
    said = _said(page.findChild(ProvisionPanel))
    assert "Checked in the text." in said
    assert "The French wording is ours until a person confirms it." in said


def test_the_library_is_browsed_by_topic_too(qtbot: QtBot, desk: Desk, show: Show) -> None:
    page = StandardsPage(desk)
    show(page)
    choice = page.findChild(Choice)
    qtbot.keyClick(choice.focusProxy(), Qt.Key.Key_T)
    topic = next(iter(LIBRARY.sorting.topics))
    assert [row.key for row in page._shelf.rows.rows()] == [one.key for one in LIBRARY.for_topic(topic)]


def test_search_finds_a_number_and_says_when_there_is_nothing(qtbot: QtBot, desk: Desk, show: Show) -> None:
    page = StandardsPage(desk)
    show(page)
    line = page.findChild(FindLine)
    qtbot.keyClicks(line, "mandela 30")
    assert page._shelf.rows.rows()[0].key == "mandela:30"
    qtbot.keyClicks(line, " zebra")
    settle(desk)
    assert page._shelf.rows.rows() == ()
    assert "No provision has all these words. Try fewer words." in _said(page)
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert page._shelf.rows.rows()


def test_a_coordinator_confirms_a_provision_with_its_source(qtbot: QtBot, desk: Desk, show: Show) -> None:
    page = StandardsPage(desk)
    show(page)
    key = next(key for key, one in LIBRARY.provisions.items() if one.standing is Standing.OPEN)
    page.show_provision(key)
    settle(desk)
    _button(page.findChild(ProvisionPanel), "Confirm or correct").click()
    form = page.findChild(ConfirmForm)
    _button(form, "Confirm").click()
    settle(desk)
    assert "Say in which text you checked it." in _said(form)
    qtbot.keyClicks(form.findChildren(Line)[0], "The act as published, 1 Nov 2026")
    sentence = form.findChildren(NoteField)[0]
    sentence.selectAll()
    qtbot.keyClicks(sentence, "Our corrected sentence.")
    qtbot.keyClick(form.findChild(Switch), Qt.Key.Key_Space)
    with qtbot.waitSignal(page.written):
        _button(form, "Confirm").click()
    settle(desk)
    found = told(desk, lambda vault: corrected(vault, desk.library)).provision(key)
    assert found.standing is Standing.COORDINATOR
    assert found.paraphrase.en == "Our corrected sentence."
    assert found.paraphrase.fr == LIBRARY.provision(key).paraphrase.fr
    assert found.french_confirmed
    said = _said(page.findChild(ProvisionPanel))
    assert "Our corrected sentence." in said
    assert any(text.startswith("Confirmed by Visitor A on 18 Nov 2026") for text in said)
