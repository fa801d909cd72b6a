"""Choice, chip, button, switch, field, date: keys, names and sizes."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from monitor_app.base import installed_resources, speak
from monitor_app.ui.look import Look
from monitor_app.ui.parts import (
    AnswerField,
    AnswerView,
    Button,
    Chip,
    ChipView,
    Choice,
    ChoiceView,
    Combo,
    DateField,
    Field,
    Flow,
    Line,
    Option,
    Switch,
    read_date,
)
from monitor_app.ui.parts.answer_field import written
from monitor_app.ui.parts.segments import Segments

CONSENT = (Option("yes", "Yes", "met"), Option("no", "No", "notmet"), Option("not_asked", "Not asked", "na"))


def test_a_choice_is_made_by_the_first_letter_of_its_word(qtbot: QtBot, look: Look) -> None:
    choice = Choice(look)
    qtbot.addWidget(choice)
    choice.present(ChoiceView("Contact my family", CONSENT, "not_asked"))
    told: list[str] = []
    choice.chosen.connect(told.append)
    segments = choice.findChildren(Segments)[0]
    assert segments.accessibleName() == "Contact my family, Not asked"
    qtbot.keyClicks(segments, "y")
    qtbot.keyClicks(segments, "n")
    assert told == ["yes", "no"]
    assert choice.chosen_key() == "no"


def test_a_chip_says_whether_it_is_on(qtbot: QtBot, look: Look) -> None:
    chip = Chip(look, ChipView("documents", "Documents", about="Source"))
    qtbot.addWidget(chip)
    told: list[tuple[str, bool]] = []
    chip.toggled.connect(lambda key, on: told.append((key, on)))
    qtbot.keyClick(chip, Qt.Key.Key_Space)
    assert chip.accessibleName() == "Source: Documents, on"
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert chip.accessibleName() == "Source: Documents, off"
    assert told == [("documents", True), ("documents", False)]


def test_a_chip_takes_forty_four_by_touch(qtbot: QtBot, look: Look) -> None:
    chip = Chip(look, ChipView("staff", "Staff"))
    qtbot.addWidget(chip)
    assert chip.sizeHint().height() == 44


def test_a_theme_chip_is_removed_by_delete_or_its_x(qtbot: QtBot, look: Look) -> None:
    chip = Chip(look, ChipView("night", "Night", removable=True))
    qtbot.addWidget(chip)
    chip.resize(chip.sizeHint())
    removed: list[str] = []
    chip.removed.connect(removed.append)
    qtbot.keyClick(chip, Qt.Key.Key_Delete)
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(chip.width() - 10, 20))
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(8, 20))
    assert removed == ["night", "night"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_a_button_is_pressed_by_space_and_enter(qtbot: QtBot, look: Look, key: Qt.Key) -> None:
    button = Button(look, "Continue", "arrow-right", rank="primary", height=48)
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, key)


def test_a_button_without_its_word_keeps_its_name(qtbot: QtBot, look: Look) -> None:
    button = Button(look, "Lock", "lock-simple", height=44, icon_only=True)
    qtbot.addWidget(button)
    assert (button.accessibleName(), button.toolTip()) == ("Lock", "Lock")
    assert button.sizeHint().width() == button.sizeHint().height() == 44


def test_every_button_is_wide_enough_for_its_french_word(qtbot: QtBot, look: Look) -> None:
    short, long = Button(look, "Use mine"), Button(look, "Utiliser la réponse de la personne B")
    qtbot.addWidget(short)
    qtbot.addWidget(long)
    assert long.minimumSizeHint().width() > short.minimumSizeHint().width() + 100


def test_a_switch_turns_by_enter(qtbot: QtBot, look: Look) -> None:
    switch = Switch(look, "Unanswered only")
    qtbot.addWidget(switch)
    qtbot.keyClick(switch, Qt.Key.Key_Return)
    assert switch.isChecked()


def test_a_field_names_its_control_and_says_what_is_wrong(qtbot: QtBot, look: Look) -> None:
    line = Line(look)
    field = Field(look, "To", line, "An office, no name.")
    qtbot.addWidget(field)
    assert line.accessibleName() == "To"
    field.say_wrong("Name who is to act.")
    assert line.accessibleDescription() == "Name who is to act."
    assert line.property("wrong") is True
    field.say_wrong("")
    assert line.property("wrong") is False


def test_the_wheel_does_not_change_a_list_by_accident(qtbot: QtBot, look: Look) -> None:
    combo = Combo(look)
    qtbot.addWidget(combo)
    combo.present(CONSENT, "no")
    assert combo.chosen_key() == "no"
    combo.show()
    point = combo.rect().center()
    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QWheelEvent
    from PySide6.QtWidgets import QApplication

    wheel = QWheelEvent(
        QPointF(point),
        combo.mapToGlobal(QPointF(point)),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(combo, wheel)
    assert combo.chosen_key() == "no"


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-11-18", date(2026, 11, 18)),
        ("18 Nov 2026", date(2026, 11, 18)),
        ("18 nov. 2026", date(2026, 11, 18)),
        ("1er août 2026", date(2026, 8, 1)),
        ("3 juil. 2026", date(2026, 7, 3)),
        ("3 juin 2026", date(2026, 6, 3)),
        ("31 Feb 2026", None),
        ("11/12/2026", None),
        ("soon", None),
    ],
)
def test_a_day_is_read_as_people_write_it_and_never_guessed(typed: str, day: date | None) -> None:
    assert read_date(typed) == day


@given(some.dates(date(1990, 1, 1), date(2090, 12, 31)))
def test_every_day_shown_can_be_typed_again(day: date) -> None:
    for language in ("en", "fr"):
        words = speak(language, installed_resources())
        assert read_date(words.day(day)) == day


def test_a_typed_day_is_shown_as_a_person_reads_it(qtbot: QtBot, look: Look) -> None:
    field = DateField(look)
    qtbot.addWidget(field)
    line = field.findChildren(Line)[0]
    qtbot.keyClicks(line, "2026-11-18")
    with qtbot.waitSignal(field.chosen) as told:
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert told.args == [date(2026, 11, 18)]
    assert line.text() == "18 Nov 2026"


def test_words_that_are_no_day_are_kept_and_marked(qtbot: QtBot, look: Look) -> None:
    field = DateField(look)
    qtbot.addWidget(field)
    line = field.findChildren(Line)[0]
    qtbot.keyClicks(line, "soon")
    with qtbot.assertNotEmitted(field.chosen):
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert field.is_wrong()
    assert line.text() == "soon"


@pytest.mark.parametrize(
    ("kind", "typed", "kept"),
    [
        ("integer", "1 234", "1234"),
        ("integer", "12,5", None),
        ("decimal", "12,5", "12.5"),
        ("decimal", "−3.25", "-3.25"),
        ("time", "14 h 32", "14:32"),
        ("time", "9:05", "09:05"),
        ("time", "25:00", None),
        ("line", " CBSA ", "CBSA"),
        ("integer", "", ""),
    ],
)
def test_a_fact_is_kept_as_xforms_writes_it(kind: str, typed: str, kept: str | None) -> None:
    assert written(kind, typed) == kept  # type: ignore[arg-type]


def test_several_of_a_list_are_kept_in_the_order_of_the_list(qtbot: QtBot, look: Look) -> None:
    options = tuple(Option(key, key.title()) for key in ("women", "men", "families"))
    field = AnswerField(look, AnswerView("Groups", "many", "", options))
    qtbot.addWidget(field)
    told: list[str] = []
    field.answered.connect(told.append)
    chips = field.findChildren(Chip)
    qtbot.keyClick(chips[2], Qt.Key.Key_Space)
    qtbot.keyClick(chips[0], Qt.Key.Key_Space)
    assert told == ["families", "women families"]


def test_a_number_is_told_when_the_field_is_left_and_only_if_it_is_one(qtbot: QtBot, look: Look) -> None:
    field = AnswerField(look, AnswerView("Places", "integer"))
    qtbot.addWidget(field)
    line = field.findChildren(Line)[0]
    told: list[str] = []
    field.answered.connect(told.append)
    qtbot.keyClicks(line, "abc")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert (told, field.is_wrong()) == ([], True)
    line.clear()
    qtbot.keyClicks(line, "184")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert (told, field.is_wrong()) == (["184"], False)


@pytest.mark.parametrize(("count", "control"), [(3, Choice), (8, Flow), (30, Combo)])
def test_a_list_gets_the_control_that_fits_its_length(
    qtbot: QtBot, look: Look, count: int, control: type[QWidget]
) -> None:
    options = tuple(Option(str(n), f"Option {n}") for n in range(count))
    field = AnswerField(look, AnswerView("Kind", "one", "1", options))
    qtbot.addWidget(field)
    assert len(field.findChildren(control)) == 1
