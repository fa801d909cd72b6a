"""Tab through cards of which some are not built yet: reading order inside a card, then the next card."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

_LONGEST_WALK = 2000


class Cards(Protocol):
    """What is walked through. `show_key` builds a card and brings it into view."""

    def order(self) -> tuple[str, ...]: ...

    def key_of(self, widget: QWidget | None) -> str | None: ...

    def card(self, key: str) -> QWidget | None: ...

    def show_key(self, key: str) -> QWidget | None: ...

    def reveal(self, widget: QWidget) -> None: ...


def walk(cards: Cards, forward: bool) -> bool:
    """Moves the focus one stop on inside the cards; False where they end."""
    current = QApplication.focusWidget()
    key = cards.key_of(current)
    card = cards.card(key) if key is not None else None
    if key is None or current is None or card is None:
        return False
    inside = stops(card)
    place = inside.index(current) + (1 if forward else -1) if current in inside else 0
    if 0 <= place < len(inside):
        _focus(cards, inside[place], forward)
        return True
    order = cards.order()
    position = order.index(key) + (1 if forward else -1)
    while 0 <= position < len(order):
        other = cards.show_key(order[position])
        further = stops(other) if other is not None else []
        if further:
            _focus(cards, further[0 if forward else -1], forward)
            return True
        position += 1 if forward else -1
    return False


def leave(column: QWidget, forward: bool) -> bool:
    """Takes the focus out of the cards, to what stands before or after them in the window."""
    here: QWidget = column
    for _ in range(_LONGEST_WALK):
        after = here.nextInFocusChain() if forward else here.previousInFocusChain()
        if after is None or after is column:
            return False
        here = after
        if not column.isAncestorOf(here) and _takes_focus(here):
            here.setFocus(_reason(forward))
            return True
    return False


def stops(card: QWidget) -> list[QWidget]:
    """What Tab stops at in a card, in reading order."""
    found = [widget for widget in card.findChildren(QWidget) if _takes_focus(widget)]
    return sorted(found, key=lambda widget: _place_in(card, widget))


def _focus(cards: Cards, widget: QWidget, forward: bool) -> None:
    widget.setFocus(_reason(forward))
    cards.reveal(widget)


def _reason(forward: bool) -> Qt.FocusReason:
    return Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason


def _takes_focus(widget: QWidget) -> bool:
    return (
        bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and widget.focusProxy() is None
        and widget.isEnabled()
        and widget.isVisible()
    )


def _place_in(card: QWidget, widget: QWidget) -> tuple[int, int]:
    corner = widget.mapTo(card, widget.rect().topLeft())
    return corner.y(), corner.x()
