"""Passage editor: the text of the summary, of the method or of the limits, in one of the report's languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from monitor_app.actions.passage import PASSAGE_NAMES, Passage
from monitor_app.actions.written_twice import WrittenTwice
from monitor_app.base import Language, Words, mark
from monitor_app.ui.findings.twice import TwiceCard, twice_view
from monitor_app.ui.look import Look
from monitor_app.ui.parts import (
    NOTHING_SAVED,
    Button,
    Card,
    Choice,
    ChoiceView,
    Field,
    Label,
    NoteField,
    Option,
    SaveState,
    SaveView,
    Scroll,
    row,
)

_HELP = {
    Passage.SUMMARY: mark("The report opens with it. The one in the other language prints too, once it is written."),
    Passage.METHOD: mark("How long the team stayed, whom it met, how it spoke with people in private."),
    Passage.LIMITS: mark("What the team could not see, hear or check, and why. Honest limits make a report stronger."),
}


@dataclass(frozen=True, slots=True)
class PassageView:
    """A passage in one language; `missing` are the languages in which nothing is written yet."""

    passage: Passage
    language: Language
    text: str
    missing: frozenset[Language]
    twice: tuple[WrittenTwice, ...] = ()
    writable: bool = True


def passage_view(
    passage: Passage,
    texts: Mapping[str, str],
    language: Language,
    twice: tuple[WrittenTwice, ...],
    writable: bool,
) -> PassageView:
    """The view of a passage."""
    languages: tuple[Language, ...] = ("en", "fr")
    missing = frozenset(one for one in languages if not texts.get(one))
    return PassageView(passage, language, texts.get(language, ""), missing, twice, writable)


def _languages(missing: frozenset[Language], words: Words) -> tuple[Option, ...]:
    names: dict[Language, str] = {"en": "English", "fr": "Français"}
    return tuple(
        Option(key, words("{language} · empty", language=name) if key in missing else name)
        for key, name in names.items()
    )


class PassageEditor(QWidget):
    """Signals: `typed(passage, language, text)` a draft; `written(passage, language, text)`; `speak(language)`;
    `settled(WrittenTwice, value)`; `left()` back to the pages."""

    typed = Signal(str, str, str)
    written = Signal(str, str, str)
    speak = Signal(str)
    settled = Signal(object, object)
    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._view: PassageView | None = None
        words = look.words
        self._back = Button(look, words("Back to the pages"), "arrow-left", height=40)
        self._back.clicked.connect(self._leave)
        self._title = Label("", "section", wrap=True)
        self._help = Label("", "support", "text2", wrap=True)
        self._saved = SaveState(look, short=True)
        self._saved.present(NOTHING_SAVED)
        self._language = Choice(look, height=40)
        self._text = NoteField(look, words("Text"), fewest=12, most=60)
        self._twice = QVBoxLayout()
        self._language.chosen.connect(self._spoken)
        self._text.typed.connect(lambda text: self._told(text, as_draft=True))
        self._text.left.connect(lambda text: self._told(text, as_draft=False))
        self._lay_out()

    def present(self, view: PassageView) -> None:
        """Shows a passage. Words being typed in the same one stay."""
        self._view = view
        words = self._look.words
        self._title.setText(words(PASSAGE_NAMES[view.passage]))
        self._help.setText(words(_HELP[view.passage]))
        options = _languages(view.missing, words)
        self._language.present(ChoiceView(words("Language of the text"), options, view.language))
        self._text.setAccessibleName(f"{words(PASSAGE_NAMES[view.passage])}, {view.language.upper()}")
        self._text.present(view.text, writable=view.writable, hint=words("A blank line begins a new paragraph."))
        self._present_twice(view)

    def say_saved(self, view: SaveView) -> None:
        """What is true of the words here."""
        self._saved.present(view)

    def flush(self) -> None:
        """Tells at once what was typed and not told."""
        self._text.flush()

    def focus_text(self) -> None:
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        look = self._look
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        scroll = Scroll(look, margin=16, gap=12)
        outer.addWidget(scroll)
        held = QWidget()
        held.setMaximumWidth(look.px(880))
        inside = QVBoxLayout(held)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(look.px(12))
        inside.addLayout(row(look, self._back, None, self._saved))
        inside.addLayout(self._twice)
        card = Card(look, margin=18, gap=10)
        card.inside.addWidget(self._title)
        card.inside.addWidget(self._help)
        card.inside.addLayout(row(look, self._language, None))
        card.inside.addWidget(Field(look, look.words("Text"), self._text))
        inside.addWidget(card)
        inside.addStretch(1)
        across = QHBoxLayout()
        across.addWidget(held, 1)
        scroll.inside.addLayout(across)

    def _present_twice(self, view: PassageView) -> None:
        while (item := self._twice.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for one in view.twice:
            card = TwiceCard(self._look, twice_view(one, "", self._look.words, view.writable))
            card.settled.connect(self.settled)
            self._twice.addWidget(card)

    def _spoken(self, language: str) -> None:
        self.flush()
        self.speak.emit(language)

    def _leave(self) -> None:
        self.flush()
        self.left.emit()

    def _told(self, text: str, *, as_draft: bool) -> None:
        if self._view is not None:
            signal = self.typed if as_draft else self.written
            signal.emit(self._view.passage.value, self._view.language, text)
