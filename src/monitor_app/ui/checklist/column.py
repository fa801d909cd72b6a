"""The column in the middle: cards one under the other, of which only those near the window are built.

A card is laid out at its own height for the width; one that is not built yet takes a guessed height. What a person
looks at stays where it is while cards above it are built, grow or go.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from monitor_app.ui.checklist.let_go import let_go
from monitor_app.ui.checklist.stack import Stack, stacked
from monitor_app.ui.checklist.tab_walk import leave, walk
from monitor_app.ui.look import Look

Build = Callable[[str], QWidget]
_ROUNDS = 6
_AHEAD_AFTER_MS = 15
_FOLLOW_MS = 150
_MARGIN = 20
_GAP = 12
_GUESS = 130
_NOWHERE = ("", 0)


class Column(QScrollArea):
    """`present(keys)` says which cards there are; `build` makes one when it comes near; `inset` is its indent in px.

    Tab walks the cards in reading order and builds what comes next. Signal: `focus_in(key)` when the focus enters one.
    """

    focus_in = Signal(str)

    def __init__(
        self, look: Look, build: Build, inset: Callable[[str], int] = lambda _key: 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._build = build
        self._inset = inset
        self._stack = Stack()
        self._cards: dict[str, QWidget] = {}
        self._arranging = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._content = _Content(self)
        self._content.setObjectName("scrolled")
        self.setWidget(self._content)
        self._soon = _once(self, 0)
        self._soon.timeout.connect(self._settle)
        self._follow = _once(self, _FOLLOW_MS)
        self._ahead = _once(self, _AHEAD_AFTER_MS)
        self._ahead.timeout.connect(self._look_ahead)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._came_near())
        look.changed.connect(self.arrange_soon)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_changed)

    def present(self, keys: Sequence[str], stay: str = "") -> None:
        """Shows cards with these keys; a card whose key stays is kept. `stay`: the card to keep in its place."""
        is_new = stay in keys and stay not in self._stack.tops
        anchor = None if is_new else self._anchor(stay)
        wanted = set(keys)
        for key in [key for key in self._cards if key not in wanted]:
            self.forget(key)
        self._stack = Stack(tuple(keys))
        if is_new:
            self._made(stay)
            self._place(None)
            self.verticalScrollBar().setValue(0)
            self.reveal(self._cards[stay])
        self.arrange(anchor or _NOWHERE)

    def order(self) -> tuple[str, ...]:
        """The keys of all cards, built or not."""
        return self._stack.order

    def card(self, key: str) -> QWidget | None:
        """The card of a key, None where it is not built."""
        return self._cards.get(key)

    def built(self) -> dict[str, QWidget]:
        """The cards there are now."""
        return dict(self._cards)

    def forget(self, key: str) -> None:
        """Lets a card go; it is built anew when it is near."""
        card = self._cards.pop(key, None)
        if card is not None:
            let_go(card, self)

    def clear(self) -> None:
        """Lets every card go and scrolls to the top."""
        for key in list(self._cards):
            self.forget(key)
        self._stack = Stack()
        self.arrange()
        self.verticalScrollBar().setValue(0)

    def show_key(self, key: str) -> QWidget | None:
        """Builds a card and scrolls so that it is seen, its top first. None for a key that is not there."""
        if key not in self._stack.order:
            return None
        self._follow.stop()
        self._made(key)
        self.arrange()
        self.reveal(self._cards[key])
        self.arrange()
        return self._cards[key]

    def reveal(self, widget: QWidget) -> None:
        """Scrolls as little as it takes to see a card or a part of one whole (a text field's cursor is not enough)."""
        bar, margin, window = self.verticalScrollBar(), self._look.px(12), self.viewport().height()
        upper = widget.mapTo(self._content, widget.rect().topLeft()).y()
        top, bottom = upper - margin, upper + widget.height() + margin
        if top < bar.value() or bottom - top > window:
            bar.setValue(top)
        elif bottom > bar.value() + window:
            bar.setValue(bottom - window)

    def arrange_soon(self) -> None:
        """Lays the cards out when the window has time."""
        self._soon.start()

    def arrange(self, anchor: tuple[str, int] | None = None) -> None:
        """Lays the cards out and builds what is near. `anchor`: (key, distance from the window's top) that stays."""
        if self._arranging:
            return
        self._arranging = True
        held = anchor or self._anchor("")
        for _ in range(_ROUNDS):
            self._place(held)
            missing = self._missing()
            if not missing:
                break
            for key in missing:
                self._made(key)
        self._arranging = False
        if self._missing(self._beyond()):
            self._ahead.start()

    def _look_ahead(self) -> None:
        """Builds what comes next, one card at a time, so that the window goes on answering."""
        for key in self._missing(self._beyond())[:1]:
            self._made(key)
            self.arrange()

    def _anchor(self, key: str) -> tuple[str, int] | None:
        """Where a card stands in the window: the given one, the one with the focus, or the first that is seen."""
        top = self.verticalScrollBar().value()
        found = key if key in self._stack.tops else ""
        if not found:
            found = self._stack.begins_between(top, top + self.viewport().height(), self.focused() or "")
        return (found, self._stack.tops[found] - top) if found else None

    def _place(self, anchor: tuple[str, int] | None) -> None:
        px = self._look.px
        margin = px(_MARGIN)
        width = max(px(200), self.viewport().width() - 2 * margin)

        def lay(key: str, top: int) -> int:
            card = self._cards.get(key)
            if card is None:
                return px(_GUESS)
            inset = px(self._inset(key))
            height = _height(card, width - inset)
            card.setGeometry(margin + inset, top, width - inset, height)
            return height

        self._stack = stacked(self._stack.order, lay, px(4), px(_GAP))
        self._content.resize(self.viewport().width(), max(self._stack.end + px(20), self.viewport().height()))
        if anchor is not None and anchor[0] in self._stack.tops:
            self.verticalScrollBar().setValue(self._stack.tops[anchor[0]] - anchor[1])

    def _missing(self, beyond: int = 0) -> list[str]:
        """The cards in the window, and so far outside it in px, that are not built."""
        top = self.verticalScrollBar().value()
        near = self._stack.near(top - beyond, top + self.viewport().height() + beyond)
        return [key for key in near if key not in self._cards]

    def _beyond(self) -> int:
        """How far outside the window cards are built ahead, in px."""
        return self.viewport().height() // 2

    def _came_near(self) -> None:
        if not self._arranging and self._missing(self._beyond()):
            self.arrange()

    def _made(self, key: str) -> QWidget:
        card = self._cards.get(key)
        if card is None:
            card = self._cards[key] = self._build(key)
            card.setParent(self._content)
            card.show()
        return card

    def focused(self) -> str | None:
        """The key of the card with the focus."""
        return self.key_of(QApplication.focusWidget())

    def key_of(self, widget: QWidget | None) -> str | None:
        """The key of the card a widget stands in."""
        walk = widget
        while walk is not None and walk.parentWidget() is not self._content:
            walk = walk.parentWidget()
        return next((key for key, card in self._cards.items() if card is walk), None) if walk is not None else None

    def _focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        key = self.key_of(new)
        if key is not None:
            self.focus_in.emit(key)
            self._follow.start()
            self._soon.start()

    def _settle(self) -> None:
        """Lays out; what has just got the focus is seen, also while its card still grows."""
        self.arrange()
        focused = QApplication.focusWidget()
        still = QApplication.mouseButtons() == Qt.MouseButton.NoButton
        if self._follow.isActive() and still and focused is not None and self.key_of(focused):
            self.reveal(focused)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._follow.stop()
        super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()


class _Content(QWidget):
    """What is scrolled. A card that changes its height asks for a new layout here."""

    def __init__(self, column: Column) -> None:
        super().__init__()
        self._column = column

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._column.arrange_soon()
        return super().event(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        return walk(self._column, forward) or leave(self._column, forward)


def _once(parent: QWidget, after_ms: int) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(after_ms)
    return timer


def _height(card: QWidget, width: int) -> int:
    layout = card.layout()
    if layout is not None:
        layout.activate()
        wanted = layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.totalSizeHint().height()
        return max(wanted, layout.totalMinimumSize().height())
    return card.heightForWidth(width) if card.hasHeightForWidth() else card.sizeHint().height()
