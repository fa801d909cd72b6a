"""The keys of the page: single letters outside texts, the others everywhere."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from monitor_app.base import Words
from monitor_app.ui.shell import KeyHint

Deed = Callable[[], None]


def everywhere(page: QWidget, keys: dict[str, Deed]) -> None:
    """Keys that work wherever the focus is on the page, also in a text."""
    for key, deed in keys.items():
        shortcut = QShortcut(QKeySequence(key), page)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(deed)


def letter(event: QKeyEvent) -> str:
    """The letter or digit that was pressed alone, outside a text; "" for anything else."""
    held = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
    in_text = isinstance(QApplication.focusWidget(), (QLineEdit, QPlainTextEdit, QComboBox))
    typed = event.text()
    return typed.lower() if typed.isprintable() and len(typed) == 1 and not in_text and not held.value else ""


def hints(words: Words) -> list[KeyHint]:
    """The keys and what they do, for the list of keys."""
    return [
        KeyHint("1–5", words("judge the open question")),
        KeyHint("0", words("take the judgement back")),
        KeyHint("Enter", words("from the judgement to the note")),
        KeyHint("Esc", words("from the note back to the answer")),
        KeyHint("J  K", words("next and previous question")),
        KeyHint("Ctrl+↓  Ctrl+↑", words("the same, also from within a text")),
        KeyHint("N", words("next question without an answer")),
        KeyHint("Ctrl+1–9", words("go to a section")),
        KeyHint("Ctrl+F", words("find in this checklist")),
        KeyHint("F7  Q", words("write a quick note")),
    ]
