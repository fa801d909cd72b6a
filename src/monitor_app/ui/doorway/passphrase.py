"""Passphrase: typed hidden, shown while a button is pressed, Caps Lock said; and the meter of a new one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from monitor_app.ui.look import Look, Tone
from monitor_app.ui.parts.button import Button
from monitor_app.ui.parts.label import IconLabel, Label
from monitor_app.ui.parts.line_edit import Line
from monitor_app.ui.parts.row import row
from monitor_app.ui.parts.strokes import begin, box


@dataclass(frozen=True, slots=True)
class StrengthView:
    """How strong a new passphrase is: `score` 0 to 4, the word of it, and a sentence that says why or what helps."""

    score: int
    word: str
    sentence: str = ""


Measure = Callable[[str], StrengthView]


class PassphraseField(QWidget):
    """Label, line, Show, and a line below. Signals: `entered()` on Enter, `typed(text)` on every key."""

    entered = Signal()
    typed = Signal(str)

    def __init__(self, look: Look, label: str, help_: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._help = help_
        words = look.words
        self.line = _HiddenLine(look)
        self.line.setAccessibleName(label)
        self.line.returnPressed.connect(self.entered)
        self.line.textChanged.connect(self.typed)
        self.line.caps.connect(self._caps_told)
        self._show = Button(look, words("Show"), "eye", height=48)
        self._show.setAccessibleName(words("Show the passphrase while pressed"))
        self._show.pressed.connect(lambda: self.line.setEchoMode(QLineEdit.EchoMode.Normal))
        self._show.released.connect(lambda: self.line.setEchoMode(QLineEdit.EchoMode.Password))
        title = Label(label, "label", "text2")
        title.setBuddy(self.line)
        self._caps_icon = IconLabel(look, "arrow-fat-up", "partly", 16)
        self._caps = Label(words("Caps Lock is on."), "support", "partly")
        self._line = Label(help_, "support", "text3", wrap=True)
        self._line.setAlignment(Qt.AlignmentFlag.AlignRight)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.px(8))
        layout.addWidget(title)
        layout.addLayout(row(look, self.line, self._show))
        below = row(look, self._caps_icon, self._caps, self._line)
        below.setStretchFactor(self._line, 1)
        layout.addLayout(below)
        self.setFocusProxy(self.line)
        self._caps_told(False)

    def text(self) -> str:
        return self.line.text()

    def clear(self) -> None:
        self.line.clear()

    def say_wrong(self, sentence: str) -> None:
        """Says what is wrong; "" brings the help back."""
        self.line.set_wrong(bool(sentence))
        self.line.setAccessibleDescription(sentence)
        self._line.setText(sentence or self._help)
        self._line.set_ink("notmet" if sentence else "text3")
        self._line.setAlignment(Qt.AlignmentFlag.AlignLeft if sentence else Qt.AlignmentFlag.AlignRight)

    def _caps_told(self, on: bool) -> None:
        self._caps_icon.setVisible(on)
        self._caps.setVisible(on)


class _HiddenLine(Line):
    """Never predicted, corrected, copied or dragged. Signal: `caps(on)`, as far as the typed letters tell."""

    caps = Signal(bool)

    def __init__(self, look: Look) -> None:
        super().__init__(look, height=48)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        hint = Qt.InputMethodHint
        self.setInputMethodHints(
            hint.ImhHiddenText | hint.ImhSensitiveData | hint.ImhNoPredictiveText | hint.ImhNoAutoUppercase
        )
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setDragEnabled(False)
        self._caps_on = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = event.text()
        if len(letter) == 1 and letter.isalpha() and letter.lower() != letter.upper():
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._tell(letter.isupper() != shifted)
        elif event.key() == Qt.Key.Key_CapsLock:
            self._tell(not self._caps_on)
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._tell(False)

    def _tell(self, on: bool) -> None:
        if on != self._caps_on:
            self._caps_on = on
            self.caps.emit(on)


class StrengthMeter(QWidget):
    """Five boxes and a word; the sentence stands below. Empty while nothing is typed."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boxes = _Boxes(look)
        self._word = Label("", "label")
        self._sentence = Label("", "support", "text2", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.px(4))
        layout.addLayout(row(look, self._boxes, self._word, None, gap=10))
        layout.addWidget(self._sentence)

    def present(self, view: StrengthView | None) -> None:
        """Shows a strength; None for nothing typed."""
        self._boxes.score = view.score if view else -1
        self._boxes.update()
        self._word.setText(view.word if view else "")
        self._sentence.setText(view.sentence if view else "")
        self.setAccessibleName(f"{view.word}. {view.sentence}" if view else "")


class _Boxes(QWidget):
    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.score = -1
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(5 * 36), self._look.px(10))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = begin(self)
        px, tokens = self._look.px, self._look.tokens
        tone: Tone = "notmet" if self.score < 2 else "partly" if self.score < 3 else "met"
        for place in range(5):
            where = QRectF(place * px(36), 0, px(32), px(10))
            filled = place <= self.score
            box(painter, where, px(3), tokens.hue(tone).ink if filled else tokens.sunken, tokens.border_strong)
