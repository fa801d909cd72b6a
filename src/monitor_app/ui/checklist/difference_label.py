"""Words with the differences marked: underlined and tinted, so that they are seen without colour too."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from monitor_app.ui.checklist.differences import Piece
from monitor_app.ui.look import Look, Style, masked


class DifferenceLabel(QLabel):
    """Written words; hidden by the veil, and never read as markup."""

    def __init__(
        self, look: Look, pieces: tuple[Piece, ...], style: Style = "support", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._pieces = pieces
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setProperty("type", style)
        self.setProperty("tone", "text")
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.veil.changed.connect(self._show_words)
        look.changed.connect(self._show_words)
        self._show_words()

    def _show_words(self) -> None:
        hidden = self._look.veil.hides
        tokens = self._look.tokens
        mark = f"background-color:{tokens.plum.tint}; color:{tokens.plum.ink}; text-decoration:underline;"
        parts = []
        for piece in self._pieces:
            text = escape(masked(piece.text) if hidden else piece.text).replace("\n", "<br>")
            parts.append(f'<span style="{mark}">{text}</span>' if piece.differs and not hidden else text)
        self.setText("".join(parts))
        whole = "".join(piece.text for piece in self._pieces)
        self.setAccessibleName(masked(whole) if hidden else whole)
