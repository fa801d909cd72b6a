"""The focus ring: around whatever has the focus, outside a gap, scrolled and clipped along with it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from monitor_app.ui.look import Look
from monitor_app.ui.look.ring import REACH, Ring, _Band
from monitor_app.ui.parts import Button, Judgement, JudgementView, Scroll
from monitor_app.ui.parts.segments import Segments


@pytest.fixture
def window(qtbot: QtBot, look: Look) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    Ring(app, look)
    made.resize(800, 400)
    layout = QVBoxLayout(made)
    layout.setContentsMargins(20, 20, 20, 20)
    layout.addWidget(Button(look, "First"))
    scroll = Scroll(look)
    for n in range(20):
        scroll.inside.addWidget(Button(look, f"Row {n}"))
    judgement = Judgement(look)
    judgement.present(JudgementView("3.4", "partly"))
    scroll.inside.addWidget(judgement)
    layout.addWidget(scroll)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def band(window: QWidget) -> _Band:
    return next(b for b in window.findChildren(_Band) if b.isVisible())


def around(band: _Band) -> QRect:
    """The rectangle inside the ring and its gap, in global px."""
    inner = band.geometry().adjusted(REACH, REACH, -REACH, -REACH)
    parent = band.parentWidget()
    assert parent is not None
    return QRect(parent.mapToGlobal(inner.topLeft()), inner.size())


def of(widget: QWidget) -> QRect:
    return QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size())


def test_it_stands_outside_a_gap_around_the_focus(window: QWidget) -> None:
    first = window.findChildren(Button)[0]
    first.setFocus()
    assert around(band(window)) == of(first)


def test_it_follows_the_focus_and_the_layout(qtbot: QtBot, window: QWidget) -> None:
    first = window.findChildren(Button)[0]
    first.setFocus()
    window.resize(600, 400)
    QApplication.processEvents()
    assert around(band(window)) == of(first)
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    assert around(band(window)) == of(window.findChildren(Button)[1])


def test_it_scrolls_along(window: QWidget) -> None:
    scroll = window.findChildren(Scroll)[0]
    row = window.findChildren(Button)[6]
    row.setFocus()
    scroll.verticalScrollBar().setValue(60)
    QApplication.processEvents()
    assert band(window).parentWidget() is scroll.content
    assert around(band(window)) == of(row)


def test_in_a_judgement_it_rings_the_segment_under_the_cursor(qtbot: QtBot, window: QWidget) -> None:
    segments = window.findChildren(Segments)[0]
    segments.setFocus()
    QApplication.processEvents()
    before = around(band(window))
    assert before.width() < segments.width()
    qtbot.keyClick(segments, Qt.Key.Key_Right)
    assert around(band(window)).left() == before.right() + 1


def test_a_page_taken_away_takes_its_ring_along(qtbot: QtBot, look: Look, window: QWidget) -> None:
    row = window.findChildren(Button)[3]
    row.setFocus()
    scroll = window.findChildren(Scroll)[0]
    scroll.setParent(None)
    scroll.deleteLater()
    QApplication.processEvents()
    first = window.findChildren(Button)[0]
    first.setFocus()
    assert around(band(window)) == of(first)
