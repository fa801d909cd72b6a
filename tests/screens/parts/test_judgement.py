"""Judgement: by key, by mouse, and how it narrows."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from monitor_app.ui.look import JUDGED, Look
from monitor_app.ui.parts import Judgement, JudgementView
from monitor_app.ui.parts.segments import Segments


@dataclass(frozen=True, slots=True)
class Made:
    """A judgement on the screen with the focus, its segments, and what it tells."""

    judgement: Judgement
    segments: Segments
    told: list[str]


def made(qtbot: QtBot, look: Look, chosen: str = "", width: int = 720) -> Made:
    judgement = Judgement(look)
    qtbot.addWidget(judgement)
    judgement.present(JudgementView("3.4", chosen))
    judgement.resize(width, judgement.heightForWidth(width))
    judgement.show()
    judgement.setFocus()
    told: list[str] = []
    judgement.judged.connect(told.append)
    return Made(judgement, judgement.findChildren(Segments)[0], told)


@pytest.mark.parametrize(("key", "answer"), [*zip("12345", JUDGED, strict=True)])
def test_the_keys_one_to_five_choose(qtbot: QtBot, look: Look, key: str, answer: str) -> None:
    it = made(qtbot, look)
    qtbot.keyClicks(it.segments, key)
    assert it.told == [answer]


@pytest.mark.parametrize("key", [Qt.Key.Key_0, Qt.Key.Key_Backspace])
def test_zero_and_backspace_clear(qtbot: QtBot, look: Look, key: Qt.Key) -> None:
    it = made(qtbot, look, "met")
    qtbot.keyClick(it.segments, key)
    assert it.told == [""]
    assert it.segments.accessibleName() == "3.4, judgement, not answered"


def test_arrows_move_and_space_chooses(qtbot: QtBot, look: Look) -> None:
    it = made(qtbot, look, "met")
    qtbot.keyClick(it.segments, Qt.Key.Key_Right)
    qtbot.keyClick(it.segments, Qt.Key.Key_Right)
    assert it.told == []
    qtbot.keyClick(it.segments, Qt.Key.Key_Space)
    assert it.told == ["not_met"]


def test_the_same_answer_twice_is_told_once(qtbot: QtBot, look: Look) -> None:
    it = made(qtbot, look)
    qtbot.keyClicks(it.segments, "22")
    assert it.told == ["partly"]


def test_enter_asks_for_the_note(qtbot: QtBot, look: Look) -> None:
    it = made(qtbot, look)
    with qtbot.waitSignal(it.judgement.entered):
        qtbot.keyClick(it.segments, Qt.Key.Key_Return)


def test_a_press_on_a_word_chooses_it(qtbot: QtBot, look: Look) -> None:
    it = made(qtbot, look)
    qtbot.mouseClick(it.segments, Qt.MouseButton.LeftButton, pos=QPoint(700, 20))
    assert it.told == ["not_assessed"]


def test_a_screen_reader_hears_what_is_chosen(qtbot: QtBot, look: Look) -> None:
    it = made(qtbot, look, "partly")
    assert it.segments.accessibleName() == "3.4, judgement, Partly met, 2 of 5"


def test_in_french_the_words_are_french(qtbot: QtBot, look_french: Look) -> None:
    it = made(qtbot, look_french, "partly")
    assert it.segments.accessibleName().startswith("3.4, appréciation, ")


def test_it_narrows_by_margins_then_digits_then_two_rows(qtbot: QtBot, look: Look) -> None:
    it = made(qtbot, look)
    seen = []
    for width in range(800, 240, -10):
        rows, margin, digits = it.segments._rows_at(width)
        step = (len(rows), digits, margin)
        if not seen or seen[-1] != step:
            seen.append(step)
    one_row = [step for step in seen if step[0] == 1]
    assert [margin for _, digits, margin in one_row if digits] == [16, 12, 9, 6]
    assert one_row[-1] == (1, False, 6)
    assert [len(row) for row in it.segments._rows_at(430)[0]] == [3, 2]


def test_no_word_is_ever_cut(qtbot: QtBot, look_french: Look) -> None:
    it = made(qtbot, look_french, "not_assessed")
    look_french.wear("light", 200)
    narrowest = it.segments.minimumSizeHint().width()
    rows, margin, digits = it.segments._rows_at(narrowest)
    for row in rows:
        assert sum(it.segments._width_of(segment, margin, digits) for segment in row) <= narrowest


def test_what_may_not_be_written_cannot_be_chosen(qtbot: QtBot, look: Look) -> None:
    it = made(qtbot, look)
    it.judgement.present(JudgementView("3.4", "met", writable=False))
    qtbot.mouseClick(it.segments, Qt.MouseButton.LeftButton, pos=QPoint(700, 20))
    assert it.told == []
