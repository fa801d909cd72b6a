"""A new passphrase: typed twice, its strength said honestly, a phrase of random words suggested."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from monitor_app.ui.doorway.page import DoorwayPage
from monitor_app.ui.doorway.passphrase import Measure, PassphraseField, StrengthMeter
from monitor_app.ui.look import Look
from monitor_app.ui.parts.button import Button
from monitor_app.ui.parts.label import Label
from monitor_app.ui.parts.row import row

FAIR = 2
"""The least score a new passphrase must have."""

Suggest = Callable[[], str]


class NewPassphrase(QWidget):
    """Signals: `changed()` on every key; `entered()` on Enter in the second line. `ready()`: fair and typed twice."""

    changed = Signal()
    entered = Signal()

    def __init__(self, look: Look, measure: Measure, suggest: Suggest, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = look.words
        self._look = look
        self._measure = measure
        self._suggest = suggest
        self.first = PassphraseField(look, words("New passphrase"))
        self.second = PassphraseField(look, words("The same again"))
        self._meter = StrengthMeter(look)
        self._suggested = Label("", "question", "primary", wrap=True)
        self._suggested.setAccessibleName(words("Suggested phrase"))
        self._suggestion_line = Label(
            words("Write it down on paper or learn it, then type it twice."), "support", "text2", wrap=True
        )
        self._suggested.hide()
        self._suggestion_line.hide()
        another = Button(look, words("Suggest a phrase of words"), "arrows-clockwise", rank="quiet", height=44)
        another.clicked.connect(self._show_suggestion)
        self.first.typed.connect(lambda _text: self._changed())
        self.second.typed.connect(lambda _text: self._changed())
        self.first.entered.connect(self.second.setFocus)
        self.second.entered.connect(self.entered)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.px(8))
        layout.addWidget(self.first)
        layout.addWidget(self._meter)
        layout.addLayout(row(look, another, None))
        layout.addWidget(self._suggested)
        layout.addWidget(self._suggestion_line)
        layout.addWidget(self.second)
        self.setFocusProxy(self.first)

    def text(self) -> str:
        """The passphrase, once `ready()`."""
        return self.first.text()

    def ready(self) -> bool:
        text = self.first.text()
        return bool(text) and text == self.second.text() and self._measure(text).score >= FAIR

    def clear(self) -> None:
        self.first.clear()
        self.second.clear()
        self._suggested.setText("")
        self._suggested.hide()
        self._suggestion_line.hide()

    def _changed(self) -> None:
        words = self._look.words
        text, again = self.first.text(), self.second.text()
        self._meter.present(self._measure(text) if text else None)
        differs = bool(again) and not text.startswith(again) and again != text
        self.second.say_wrong(words("The two are not the same.") if differs else "")
        self.changed.emit()

    def _show_suggestion(self) -> None:
        self._suggested.setText(self._suggest())
        self._suggested.show()
        self._suggestion_line.show()


class ChangePassphrasePage(DoorwayPage):
    """With the old passphrase asked (settings), or without (after a recovery). Signal: `given(old, new)`."""

    given = Signal(str, str)

    def __init__(self, look: Look, measure: Measure, suggest: Suggest, *, asks_old: bool = True) -> None:
        words = look.words
        title = words("Change the passphrase") if asks_old else words("Choose a new passphrase")
        line = (
            words("The new one opens this profile from now on. Backups made before still open with the old one.")
            if asks_old
            else words("Once the sheet has opened this profile, the new passphrase opens it from then on.")
        )
        super().__init__(look, title, line, with_back=True)
        self._old = PassphraseField(look, words("Passphrase until now")) if asks_old else None
        if self._old is not None:
            self._old.typed.connect(lambda _text: self._check())
            self.inside.addWidget(self._old)
        self._new = NewPassphrase(look, measure, suggest)
        self._new.changed.connect(self._check)
        self._new.entered.connect(self._give)
        self.inside.addWidget(self._new)
        self.add_message()
        self._button = Button(look, words("Use the new passphrase"), "key", rank="primary", height=48)
        self._button.clicked.connect(self._give)
        self.inside.addWidget(self._button)
        self._working = False
        self._check()
        self.setFocusProxy(self._old or self._new)

    def set_working(self, working: bool) -> None:
        """While the key is being made."""
        words = self.look.words
        self._working = working
        self.allow_back(not working)
        self._button.set_face(words("Working…") if working else words("Use the new passphrase"), "key")
        self._check()

    def say_old_wrong(self, sentence: str) -> None:
        """The old passphrase was not right."""
        self.set_working(False)
        if self._old is not None:
            self._old.clear()
            self._old.say_wrong(sentence)
            self._old.setFocus()

    def _check(self) -> None:
        has_old = self._old is None or bool(self._old.text())
        self._button.setEnabled(has_old and self._new.ready() and not self._working)

    def _give(self) -> None:
        if self._button.isEnabled():
            self.given.emit(self._old.text() if self._old else "", self._new.text())
