"""Every part and every screen around the pages paints in every dress, without a word cut and without a stray window."""

from __future__ import annotations

from typing import get_args

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QFrame, QWidget
from pytestqt.qtbot import QtBot
from tests.screens.gallery import cards, controls, messages
from tests.screens.gallery_doors import DOORS, shell

from monitor_app.base import Language, speak
from monitor_app.ui.doorway.frame import Frame
from monitor_app.ui.look import Look
from monitor_app.ui.look.tokens import Theme
from monitor_app.ui.parts import Button, ElidedLabel, Label, Scroll
from monitor_app.ui.window import Window

DRESSES: list[tuple[Theme, int, Language]] = [
    *((theme, 100, "en") for theme in get_args(Theme)),
    ("light", 150, "fr"),
    ("light", 200, "en"),
]


def cut(page: QWidget) -> list[str]:
    """Words that are shown without the room they need."""
    found = [b.text() for b in page.findChildren(Button) if b.isVisible() and b.width() < b.minimumSizeHint().width()]
    for label in page.findChildren(Label):
        if label.isVisible() and label.text() and not label.wordWrap() and not isinstance(label, ElidedLabel):
            if label.width() < QFontMetrics(label.font()).horizontalAdvance(label.text()) - 1:
                found.append(label.text())
        elif label.isVisible() and label.wordWrap() and label.height() < label.heightForWidth(label.width()) - 1:
            found.append(label.text())
    return found


@pytest.mark.parametrize(("theme", "percent", "language"), DRESSES)
@pytest.mark.parametrize("make", [controls, cards, messages])
def test_parts_paint_and_cut_no_word(
    qtbot: QtBot, look: Look, make: object, theme: Theme, percent: int, language: Language, windows_shown: list[str]
) -> None:
    look.speak(speak(language, look.resources))
    look.wear(theme, percent)
    scroll = Scroll(look, margin=0)
    qtbot.addWidget(scroll)
    scroll.inside.addWidget(make(look))  # type: ignore[operator]
    scroll.resize(1366 * max(1, percent // 100), 700)
    scroll.show()
    for _ in range(3):
        QApplication.processEvents()
    assert not scroll.grab().isNull()
    assert windows_shown == ["Scroll"]
    assert cut(scroll) == []


@pytest.mark.parametrize(("theme", "percent", "language"), DRESSES[:4])
def test_doors_and_shell_paint_and_cut_no_word(
    qtbot: QtBot, look: Look, theme: Theme, percent: int, language: Language, windows_shown: list[str]
) -> None:
    look.speak(speak(language, look.resources))
    look.wear(theme, percent)
    window = Window(look)
    qtbot.addWidget(window)
    window.resize(1366, 700)
    window.show()
    for name, (make, promises) in DOORS.items():
        frame = Frame(look, "0.1.0", with_promises=promises)
        window.put(frame)
        frame.put(make(look))
        for _ in range(3):
            QApplication.processEvents()
        assert not window.grab().isNull()
        assert cut(frame) == [], name
    window.put(shell(look, narrow=True))
    for _ in range(3):
        QApplication.processEvents()
    assert cut(window) == []
    assert windows_shown == ["Window"]


def test_everything_that_can_be_reached_has_a_name(qtbot: QtBot, look: Look) -> None:
    nameless = []
    for make in (controls, cards, messages, *(make for make, _ in DOORS.values())):
        page = make(look)
        qtbot.addWidget(page)
        nameless += [
            f"{type(page).__name__}: {type(widget).__name__}"
            for widget in page.findChildren(QWidget)
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and not widget.focusProxy()
            and not widget.accessibleName()
            and not widget.objectName().startswith("qt_")
            and not isinstance(widget.parent(), QFrame)  # the list inside a combo box, named by it
        ]
    assert nameless == []
