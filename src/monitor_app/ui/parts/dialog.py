"""Dialog: one question on a sheet inside the window. The safe button first, the acting one named after its deed.

Never a window of its own and never `exec()`: Lock and the rest of the window's keys go on working.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from monitor_app.ui.look import Look
from monitor_app.ui.parts.button import Button
from monitor_app.ui.parts.card import Card
from monitor_app.ui.parts.field import Field, Line
from monitor_app.ui.parts.flow import Flow
from monitor_app.ui.parts.label import Label
from monitor_app.ui.parts.message import Message, MessageView
from monitor_app.ui.parts.note_field import NoteField
from monitor_app.ui.parts.row import Scroll, row


@dataclass(frozen=True, slots=True)
class DialogView:
    """One question. `facts` are (label, value) lines; `asks` puts a passphrase, a line or a note under them.

    `safe` and `act` are the words of the two buttons; an empty `act` leaves only the safe one.
    """

    title: str
    body: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    asks: Literal["nothing", "passphrase", "line", "note"] = "nothing"
    asks_label: str = ""
    must_fill: bool = True
    safe: str = ""
    act: str = ""
    act_icon: str = ""
    width: int = 544


class Dialog(QWidget):
    """Lies over `over` (the window or the doorway) until it is answered. `inside` takes further widgets of a page.

    Signals: `acted(text)` with what was typed: the caller does the deed and then calls `close_dialog()`, or `say(...)`;
    `left()` when the safe button or Esc was pressed: the dialog is gone by then.
    """

    acted = Signal(str)
    left = Signal()

    def __init__(self, look: Look, view: DialogView, over: QWidget) -> None:
        super().__init__(over)
        self._look = look
        self._before = QApplication.focusWidget()
        self._view = view
        self._over = over
        self.setAccessibleName(f"{view.title} {view.body}".strip())
        self.setObjectName("dialog")
        card = Card(look, margin=22, gap=10)
        self.inside = card.inside
        card.inside.addWidget(Label(view.title, "section", wrap=True))
        if view.body:
            card.inside.addWidget(Label(view.body, "body", "text2", wrap=True))
        facts = QGridLayout()
        facts.setHorizontalSpacing(look.px(12))
        facts.setVerticalSpacing(look.px(4))
        facts.setColumnStretch(1, 1)
        for place, (label, value) in enumerate(view.facts):
            facts.addWidget(Label(label, "support", "text2"), place, 0, Qt.AlignmentFlag.AlignTop)
            facts.addWidget(Label(value, "label", wrap=True), place, 1)
        card.inside.addLayout(facts)
        self._input = self._asked(card)
        self.extra = QVBoxLayout()
        card.inside.addLayout(self.extra)
        self._message = Message(look)
        card.inside.addWidget(self._message)
        self._buttons(card)
        scroll = Scroll(look, margin=24, gap=0)
        scroll.setStyleSheet("QScrollArea, QScrollArea > QWidget > QWidget#scrolled { background: transparent; }")
        scroll.inside.addStretch(1)
        middle = row(look, None, card, None)
        middle.setStretchFactor(card, 0)
        card.setFixedWidth(min(look.px(view.width), max(look.px(280), over.width() - look.px(48))))
        scroll.inside.addLayout(middle)
        scroll.inside.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        over.installEventFilter(self)
        self.setGeometry(over.rect())
        self.show()
        self.raise_()
        self._focus_first()

    def _asked(self, card: Card) -> QLineEdit | NoteField | None:
        view, look = self._view, self._look
        if view.asks == "nothing":
            return None
        if view.asks == "note":
            note = NoteField(look)
            card.inside.addWidget(Field(look, view.asks_label, note))
            note.textChanged.connect(self._check)
            return note
        line = Line(look, height=48)
        if view.asks == "passphrase":
            line.setEchoMode(QLineEdit.EchoMode.Password)
        line.textChanged.connect(self._check)
        line.returnPressed.connect(self._act)
        card.inside.addWidget(Field(look, view.asks_label or look.words("Your passphrase"), line))
        return line

    def _buttons(self, card: Card) -> None:
        look, view = self._look, self._view
        buttons = Flow(look, line_gap=8, to_end=True)
        self._safe = Button(look, view.safe or look.words("Not yet"), height=44)
        self._safe.clicked.connect(self._leave)
        buttons.add(self._safe)
        self._actor = Button(look, view.act, view.act_icon, rank="primary", height=44)
        self._actor.clicked.connect(self._act)
        if view.act:
            buttons.add(self._actor)
        else:
            self._actor.setParent(self)
            self._actor.hide()
        card.inside.addWidget(buttons)
        self._check()

    def typed(self) -> str:
        """What was typed so far."""
        if isinstance(self._input, NoteField):
            return self._input.toPlainText()
        return self._input.text() if self._input is not None else ""

    def say(self, message: MessageView | None) -> None:
        """Says inside the dialog what went wrong; the dialog can be answered again."""
        self.set_busy(False)
        self._message.present(message)
        if isinstance(self._input, QLineEdit) and self._view.asks == "passphrase":
            self._input.clear()
        if self._input is not None:
            self._input.setFocus()

    def set_busy(self, busy: bool) -> None:
        """While the deed is being done: nothing can be pressed twice."""
        self._actor.setEnabled(not busy)
        if not busy:
            self._check()

    def allow(self, allowed: bool) -> None:
        """Whether the acting button can be pressed, for dialogs with widgets of their own."""
        self._actor.setEnabled(allowed)

    def close_dialog(self) -> None:
        """Takes the sheet away and gives the focus back."""
        if isinstance(self._input, QLineEdit):
            self._input.clear()
        self._over.removeEventFilter(self)
        before, self._before = self._before, None
        # before the sheet goes, so that whoever acts on the answer can lead the focus elsewhere
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
        self.deleteLater()

    def _check(self) -> None:
        self._actor.setEnabled(self._input is None or not self._view.must_fill or bool(self.typed().strip()))

    def _act(self) -> None:
        if self._actor.isEnabled() and self._view.act:
            self.set_busy(True)
            self.acted.emit(self.typed())

    def _leave(self) -> None:
        self.close_dialog()
        self.left.emit()

    def _focus_first(self) -> None:
        (self._input or self._safe).setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._over.rect())
        return False

    def focusNextPrevChild(self, next_: bool) -> bool:
        """Tab stays on the sheet, in the order it is read."""
        stops = sorted((w for w in self.findChildren(QWidget) if _takes_tab(w)), key=self._read_at)
        if not stops:
            return False
        now = QApplication.focusWidget()
        place = stops.index(now) if now in stops else -1
        step = 1 if next_ else -1
        stops[(place + step) % len(stops)].setFocus(
            Qt.FocusReason.TabFocusReason if next_ else Qt.FocusReason.BacktabFocusReason
        )
        return True

    def _read_at(self, widget: QWidget) -> tuple[int, int]:
        middle = widget.mapTo(self, widget.rect().center())
        return (middle.y(), middle.x())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        shade = QColor(self._look.tokens.rail)
        shade.setAlphaF(0.5)
        QPainter(self).fillRect(self.rect(), shade)


def _takes_tab(widget: QWidget) -> bool:
    tab = bool(widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)
    return tab and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None
