"""The frame of the doorway: our mark and three promises at the left, the language above, a page in the middle."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from monitor_app.base import Words
from monitor_app.ui.look import Look
from monitor_app.ui.parts.choice import Choice, ChoiceView, Option
from monitor_app.ui.parts.label import IconLabel, Label
from monitor_app.ui.parts.row import Scroll, row
from monitor_app.ui.parts.strokes import begin


class Frame(QWidget):
    """Signal: `language_chosen(key)`; who wires it lets the look speak it and makes frame and page anew."""

    language_chosen = Signal(str)

    def __init__(
        self,
        look: Look,
        version: str,
        *,
        with_promises: bool = True,
        with_language: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._with_promises = with_promises
        words = look.words
        self.setObjectName("page")
        self._promises = _Promises(look, version)
        self._language = Choice(look, height=38)
        options = (Option("en", "English"), Option("fr", "Français"))
        self._language.present(ChoiceView(words("Language"), options, words.language))
        self._language.chosen.connect(self.language_chosen)
        self._scroll = Scroll(look, margin=24, gap=0)
        self._column = QHBoxLayout()
        self._scroll.inside.addStretch(2)
        self._scroll.inside.addLayout(self._column)
        self._scroll.inside.addStretch(3)
        language_label = Label(words("Language"), "label", "text2")
        top = row(look, None, language_label, self._language, gap=16)
        if not with_language:
            language_label.hide()
            self._language.hide()
        top.setContentsMargins(look.px(24), look.px(26), look.px(42), 0)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addLayout(top)
        right.addWidget(self._scroll, 1)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self._promises)
        across.addLayout(right, 1)

    def put(self, page: QWidget) -> None:
        """Shows a page; the one before is let go."""
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._column.addStretch(1)
        self._column.addWidget(page, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addStretch(1)
        self._scroll.verticalScrollBar().setValue(0)
        page.show()
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._promises.setVisible(self._with_promises and event.size().width() >= self._look.px(1120))


class _Promises(QWidget):
    """Three things that are always true."""

    def __init__(self, look: Look, version: str) -> None:
        super().__init__()
        self._look = look
        px = look.px
        words = look.words
        self.setFixedWidth(px(440))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(48), px(44), px(40), px(30))
        layout.setSpacing(px(18))
        mark = row(look, IconLabel(look, "mark", "on_rail", 40), Label("Monitor", "unlock", "on_rail"), None, gap=14)
        layout.addLayout(mark)
        layout.addSpacing(px(38))
        for icon, title, line in _promises(words):
            text = QVBoxLayout()
            text.setSpacing(px(4))
            text.addWidget(Label(title, "panel", "on_rail", wrap=True))
            text.addWidget(Label(line, "body", "rail", wrap=True))
            beside = QHBoxLayout()
            beside.setSpacing(px(14))
            beside.addWidget(IconLabel(look, icon, "rail", 22), 0, Qt.AlignmentFlag.AlignTop)
            beside.addLayout(text, 1)
            layout.addLayout(beside)
        layout.addStretch(1)
        layout.addWidget(Label(words("Version {number}", number=version), "support", "rail"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        begin(self).fillRect(self.rect(), QColor(self._look.tokens.rail))


def _promises(words: Words) -> tuple[tuple[str, str, str], ...]:
    return (
        (
            "lock-simple",
            words("Encrypted"),
            words("Everything Monitor keeps on this laptop is encrypted. It opens only with your passphrase."),
        ),
        ("wifi-slash", words("No network needed"), words("Nothing leaves this laptop until you choose to share it.")),
        (
            "clock-counter-clockwise",
            words("Your work is kept"),
            words("What was saved is there, also after a power cut."),
        ),
    )
