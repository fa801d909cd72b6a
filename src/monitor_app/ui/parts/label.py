"""Words on the screen: a label in one of the ten styles and one of the tones."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from monitor_app.ui.look import Look, Style, Tone, masked
from monitor_app.ui.parts.strokes import begin

Ink = Tone | Literal["text", "text2", "text3", "rail", "on_rail"]


class Label(QLabel):
    """Plain words; never markup. `wrap` lets them take several lines."""

    def __init__(
        self,
        text: str = "",
        style: Style = "body",
        ink: Ink = "text",
        *,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("type", style)
        self.setProperty("tone", ink)
        self.setWordWrap(wrap)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        self.setText(text)

    def set_ink(self, ink: Ink) -> None:
        """Another colour."""
        if self.property("tone") != ink:
            self.setProperty("tone", ink)
            self.style().unpolish(self)
            self.style().polish(self)


class ElidedLabel(Label):
    """One line that ends in "…" where there is no room for it; the whole of it is the accessible name."""

    def __init__(self, text: str = "", style: Style = "body", ink: Ink = "text", parent: QWidget | None = None) -> None:
        super().__init__(text, style, ink, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = begin(self)
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        self.style().drawItemText(
            painter,
            self.contentsRect(),
            int(self.alignment()),
            self.palette(),
            self.isEnabled(),
            shown,
            self.foregroundRole(),
        )


class VeiledLabel(Label):
    """Words of a note or a quote: blocks while the veil is down. Its accessible text is veiled with them."""

    def __init__(
        self, look: Look, text: str = "", style: Style = "body", ink: Ink = "text", parent: QWidget | None = None
    ) -> None:
        super().__init__("", style, ink, wrap=True, parent=parent)
        self._look = look
        self._words = text
        look.veil.changed.connect(self._show_words)
        self._show_words()

    def set_words(self, text: str) -> None:
        self._words = text
        self._show_words()

    def _show_words(self) -> None:
        self.setText(masked(self._words) if self._look.veil.hides else self._words)


class IconLabel(QWidget):
    """An icon in a token's colour. Always beside a word, so it has no name of its own."""

    def __init__(
        self, look: Look, name: str, ink: Ink = "text2", size: int = 18, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._name = name
        self._ink: Ink = ink
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def set_icon(self, name: str, ink: Ink) -> None:
        self._name = name
        self._ink = ink
        self.update()

    def sizeHint(self) -> QSize:
        return self._look.icon_size(self._size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = begin(self)
        painter.drawPixmap(0, 0, self._look.pixmap(self._name, ink_colour(self._look, self._ink), self._size))


def ink_colour(look: Look, ink: Ink) -> str:
    """The colour of an ink, "#RRGGBB"."""
    tokens = look.tokens
    if ink == "rail":
        return tokens.rail_text
    if ink == "on_rail":
        return "#FFFFFF"
    if ink == "text":
        return tokens.text
    if ink == "text2":
        return tokens.text2
    if ink == "text3":
        return tokens.text3
    return tokens.hue(ink).ink
