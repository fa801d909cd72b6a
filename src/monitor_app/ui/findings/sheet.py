"""The sheet: the open finding, field by field. Each field tells what was changed in it; nothing waits for a button."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from monitor_app.ui.findings.reach_line import ReachLine
from monitor_app.ui.findings.title_field import TitleField
from monitor_app.ui.findings.view import (
    SheetView,
    extent_options,
    kind_options,
    language_options,
    severity_options,
)
from monitor_app.ui.look import Look
from monitor_app.ui.parts import (
    NOTHING_SAVED,
    Button,
    Card,
    Chip,
    Choice,
    ChoiceView,
    Combo,
    Field,
    Flow,
    Label,
    NoteField,
    SaveState,
    SaveView,
    row,
)


class Sheet(QWidget):
    """Signals: `changed(field, value)` a field of actions.change_finding; `typed(field, text)` a draft of one;
    `speak(language)`; `provision_asked()`; `provision_removed(key)`; `acted(key)` of the menu: "remove"."""

    changed = Signal(str, object)
    typed = Signal(str, str)
    speak = Signal(str)
    provision_asked = Signal()
    provision_removed = Signal(str)
    acted = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._view: SheetView | None = None
        words = look.words
        self._number = Label("", "section", "text2")
        self._title = TitleField(look, words("Title, a whole sentence"))
        self._saved = SaveState(look, short=True)
        self._remove = Button(look, words("Take this finding out"), "trash", rank="quiet", height=36, icon_only=True)
        self._language = Choice(look, height=36)
        self._kind, self._extent, self._severity = Choice(look), Choice(look), Choice(look)
        self._theme = Combo(look)
        self._reach = ReachLine(look)
        self._text = NoteField(look, words("What we found"), fewest=4, most=18)
        self._chips = Flow(look, gap=6)
        self._add = Button(look, words("Add"), "plus", height=36)
        self._add.setAccessibleName(words("Add a provision"))
        self._lay_out()
        self._bind()

    def present(self, view: SheetView) -> None:
        """Shows a finding. Words being typed in the same finding stay."""
        self._view = view
        words = self._look.words
        self._number.setText(view.number)
        self._title.present(view.title, writable=view.writable, hint=words("Say it in one whole sentence"))
        self._text.present(view.text, writable=view.writable, hint=words("What the team saw, heard and read"))
        options = language_options(view.missing, words)
        self._language.present(ChoiceView(words("Language of the texts"), options, view.language))
        self._kind.present(ChoiceView(words("Kind"), kind_options(words), view.kind, view.writable))
        self._extent.present(ChoiceView(words("Reach"), extent_options(words), view.extent, view.writable))
        self._severity.present(ChoiceView(words("Severity"), severity_options(words), view.severity, view.writable))
        self._theme.present(view.themes, view.theme)
        self._theme.setEnabled(view.writable)
        self._reach.present(view.found, view.of, view.counted, writable=view.writable)
        for part in (self._extent_field, self._severity_field, self._reach_field):
            part.setVisible(view.is_concern)
        self._add.setEnabled(view.writable)
        self._remove.setEnabled(view.writable)
        self._present_chips(view)

    def say_saved(self, view: SaveView) -> None:
        """What is true of the words on this sheet."""
        self._saved.present(view)

    def flush(self) -> None:
        """Tells at once what was typed and not told: before another finding opens, on lock, on close."""
        for field in (self._title, self._text):
            field.flush()
        self._reach.flush()

    def focus_title(self) -> None:
        self._title.setFocus(Qt.FocusReason.OtherFocusReason)

    def _present_chips(self, view: SheetView) -> None:
        shown = [chip.view() for chip in self._chips.held() if isinstance(chip, Chip)]
        if tuple(shown) == view.chips and shown:
            return
        had_focus = any(chip.hasFocus() for chip in self._chips.held())
        self._chips.clear()
        for chip_view in view.chips:
            chip = Chip(self._look, chip_view)
            chip.removed.connect(self.provision_removed)
            self._chips.add(chip)
        if had_focus:
            self._add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        look, words = self._look, self._look.words
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        card = Card(look, margin=18, gap=10)
        outer.addWidget(card)
        tools = row(look, self._language, None, self._saved, self._remove, gap=8)
        card.inside.addLayout(tools)
        head = row(look, gap=12, top=True)
        self._number.setContentsMargins(0, look.px(8), 0, 0)
        head.addWidget(self._number, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._title, 1)
        card.inside.addLayout(head)
        self._extent_field = Field(look, words("Reach"), self._extent)
        self._severity_field = Field(look, words("Severity"), self._severity)
        self._reach_field = self._reach
        card.inside.addLayout(_pair(look, Field(look, words("Kind"), self._kind), self._extent_field))
        card.inside.addLayout(_pair(look, self._severity_field, Field(look, words("Theme"), self._theme)))
        card.inside.addWidget(self._reach)
        card.inside.addWidget(Field(look, words("What we found"), self._text))
        against = row(look, gap=8, top=True)
        label = Label(words("Measured against"), "label", "text2")
        label.setFixedHeight(look.px(44))
        against.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        against.addWidget(self._chips, 1, Qt.AlignmentFlag.AlignTop)
        held = row(look, self._add)
        held.setContentsMargins(0, look.px(4), 0, 0)
        against.addLayout(held)
        card.inside.addLayout(against)

    def _bind(self) -> None:
        self._language.chosen.connect(self._spoken)
        self._kind.chosen.connect(lambda key: self.changed.emit("kind", key))
        self._extent.chosen.connect(lambda key: self.changed.emit("extent", key))
        self._severity.chosen.connect(lambda key: self.changed.emit("severity", key))
        self._theme.activated.connect(lambda _: self.changed.emit("theme", self._theme.chosen_key()))
        self._reach.changed.connect(self.changed)
        self._title.typed.connect(lambda text: self.typed.emit(self._named("title"), _one_line(text)))
        self._title.left.connect(lambda text: self.changed.emit(self._named("title"), _one_line(text)))
        self._text.typed.connect(lambda text: self.typed.emit(self._named("text"), text))
        self._text.left.connect(lambda text: self.changed.emit(self._named("text"), text))
        self._add.clicked.connect(self.provision_asked)
        self._remove.clicked.connect(lambda: self.acted.emit("remove"))
        self._saved.present(NOTHING_SAVED)

    def _spoken(self, language: str) -> None:
        self.flush()
        self.speak.emit(language)

    def _named(self, field: str) -> str:
        return f"{field}.{self._view.language}" if self._view else field


def _pair(look: Look, left: QWidget, right: QWidget) -> QHBoxLayout:
    pair = row(look, gap=16, top=False)
    pair.addWidget(left, 5, Qt.AlignmentFlag.AlignTop)
    pair.addWidget(right, 4, Qt.AlignmentFlag.AlignTop)
    return pair


def _one_line(text: str) -> str:
    return " ".join(text.split())
