"""Answer field: the control of a question that asks for a fact: a number, words, a day, one or several of a list."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from monitor_app.ui.look import Look
from monitor_app.ui.parts.chip import Chip, ChipView
from monitor_app.ui.parts.choice import Choice, ChoiceView, Option
from monitor_app.ui.parts.date_field import DateField
from monitor_app.ui.parts.field import Combo, Line
from monitor_app.ui.parts.flow import Flow
from monitor_app.ui.parts.note_field import NoteField

FactKind = Literal["integer", "decimal", "text", "line", "date", "time", "one", "many"]
_FEW = 4
_SEVERAL = 12


@dataclass(frozen=True, slots=True)
class AnswerView:
    """A fact. `value` as XForms writes it: digits, decimal point, 2026-11-18, 14:30, keys with spaces."""

    about: str
    kind: FactKind
    value: str = ""
    options: tuple[Option, ...] = ()
    writable: bool = True
    hint: str = ""


class AnswerField(QWidget):
    """Signals: `answered(value)` when a person chose, or typed and left; `typed(value)` while writing."""

    answered = Signal(str)
    typed = Signal(str)

    def __init__(self, look: Look, view: AnswerView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._view = view
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._control = self._made(view)
        self._layout.addWidget(self._control)
        self.setFocusProxy(self._control)
        self.present(view)

    def present(self, view: AnswerView) -> None:
        """Shows a fact of the same kind and list as before."""
        self._view = view
        control = self._control
        control.setAccessibleName(view.about)
        if isinstance(control, NoteField):
            control.present(view.value, writable=view.writable, hint=view.hint)
        elif isinstance(control, DateField):
            control.present(_iso(view.value))
            control.setEnabled(view.writable)
        elif isinstance(control, Choice):
            control.present(ChoiceView(view.about, view.options, view.value, view.writable, clearable=True))
        elif isinstance(control, Combo):
            control.present((Option("", "–"), *view.options), view.value)
            control.setEnabled(view.writable)
        elif isinstance(control, Line):
            if not control.hasFocus() or control.text() == "":
                control.setText(view.value)
            control.setEnabled(view.writable)
        else:
            self._present_chips(view)

    def flush(self) -> None:
        """Tells at once what was typed and not told."""
        if isinstance(self._control, NoteField):
            self._control.flush()
        elif isinstance(self._control, Line):
            self._left_line()

    def _made(self, view: AnswerView) -> QWidget:
        look = self._look
        if view.kind == "text":
            note = NoteField(look, view.about)
            note.typed.connect(self.typed)
            note.left.connect(self.answered)
            return note
        if view.kind == "date":
            day = DateField(look)
            day.chosen.connect(lambda value: self.answered.emit(value.isoformat() if value else ""))
            day.setMaximumWidth(look.px(280))
            return day
        if view.kind in ("one", "many"):
            return self._made_list(view)
        line = Line(look, view.hint)
        if view.kind != "line":
            line.setMaximumWidth(look.px(200))
            line.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)
        line.editingFinished.connect(self._left_line)
        return line

    def _made_list(self, view: AnswerView) -> QWidget:
        if view.kind == "one" and len(view.options) <= _FEW and sum(len(o.text) for o in view.options) < 60:
            choice = Choice(self._look, clearable=True)
            choice.chosen.connect(self.answered)
            return choice
        if view.kind == "one" and len(view.options) > _SEVERAL:
            combo = Combo(self._look)
            combo.activated.connect(lambda _index: self.answered.emit(combo.chosen_key()))
            return combo
        return Flow(self._look, gap=8)

    def _present_chips(self, view: AnswerView) -> None:
        flow = self._control
        chosen = set(view.value.split())
        views = [
            ChipView(o.key, o.text, o.key in chosen, about=view.about, writable=view.writable) for o in view.options
        ]
        if not isinstance(flow, Flow):
            return
        held = [chip for chip in flow.held() if isinstance(chip, Chip)]
        if [chip.view().key for chip in held] == [shown.key for shown in views]:
            for chip, shown in zip(held, views, strict=True):
                chip.present(shown)
            return
        flow.clear()
        for shown in views:
            chip = Chip(self._look, shown)
            chip.toggled.connect(self._chip_toggled)
            flow.add(chip)

    def _chip_toggled(self, key: str, on: bool) -> None:
        chosen = set(self._view.value.split())
        if self._view.kind == "one":
            chosen = {key} if on else set()
        elif on:
            chosen.add(key)
        else:
            chosen.discard(key)
        value = " ".join(option.key for option in self._view.options if option.key in chosen)
        view = self._view
        self.present(AnswerView(view.about, view.kind, value, view.options, view.writable, view.hint))
        self.answered.emit(value)

    def _left_line(self) -> None:
        if not isinstance(self._control, Line):
            return
        text = written(self._view.kind, self._control.text())
        self._control.set_wrong(text is None)
        if text is not None and text != self._view.value:
            view = self._view
            self._view = AnswerView(view.about, view.kind, text, view.options, view.writable, view.hint)
            self.answered.emit(text)

    def is_wrong(self) -> bool:
        """Something is typed that is no value of this kind; it was not told."""
        if isinstance(self._control, DateField):
            return self._control.is_wrong()
        return isinstance(self._control, Line) and written(self._view.kind, self._control.text()) is None


def written(kind: FactKind, typed: str) -> str | None:
    """What was typed, as XForms writes it ("1 234,5" is "1234.5"); "" for nothing, None where it is no such value."""
    text = typed.strip()
    if kind in ("text", "line") or not text:
        return text
    if kind == "time":
        found = re.fullmatch(r"(\d{1,2})\s*[:hH]\s*(\d{2})?(?:\s*min)?", text)
        if found is None or int(found[1]) > 23 or int(found[2] or 0) > 59:
            return None
        return f"{int(found[1]):02d}:{found[2] or '00'}"
    plain = re.sub(r"[\s\u202f\u00a0]", "", text).replace("−", "-")
    if kind == "integer":
        return str(int(plain)) if re.fullmatch(r"-?\d{1,15}", plain) else None
    plain = plain.replace(",", ".")
    return plain if re.fullmatch(r"-?\d{1,15}(\.\d{1,10})?", plain) else None


def _iso(value: str) -> date | None:
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None
