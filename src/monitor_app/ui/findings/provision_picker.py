"""Add provisions to a finding: find them in the library by words or number, with how surely each is known."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from monitor_app.base import Words
from monitor_app.standards import Library, Provision
from monitor_app.ui.findings.choosing_rows import ChoosingRow, choosing_list
from monitor_app.ui.look import Look
from monitor_app.ui.parts import Card, Dialog, DialogView, Label, Line, PillView

MOST = 80
PAUSE_MS = 150


def offered(library: Library, text: str, theme: str, linked: Sequence[str], words: Words) -> tuple[Provision, ...]:
    """What was asked for; without words, the provisions on topics of the finding's theme. Linked ones are left out."""
    if text.strip():
        found = library.search(text, words.language)
    else:
        topics = {topic.key for topic in library.sorting.topics.values() if topic.theme == theme}
        about = [one for one in library.provisions.values() if topics & set(one.topics)]
        found = tuple(sorted(about, key=lambda one: not one.confirmed))
    return tuple(one for one in found if one.key not in linked)[:MOST]


def provision_row(provision: Provision, library: Library, words: Words, chosen: bool) -> ChoosingRow:
    """Citation, our paraphrase, and its standing as a pill."""
    domestic = library.instrument_of(provision.key).scope == "domestic"
    standing = provision.standing.label(words)
    pill = PillView(
        standing, "met" if provision.confirmed else "partly", "check-circle" if provision.confirmed else "warning"
    )
    return ChoosingRow(
        provision.key,
        library.cite(provision.key, words.language),
        provision.wording(words.language),
        provision.say_french(words) if words.language == "fr" else "",
        "map-pin" if domestic else "globe-simple",
        "primary" if domestic else "indigo",
        pill,
        chosen=chosen,
    )


class ProvisionPicker(QObject):
    """A dialog over the window. Signal: `picked(keys)`, a tuple, once a person adds them."""

    picked = Signal(object)

    def __init__(self, look: Look, library: Library, theme: str, linked: Sequence[str], over: QWidget) -> None:
        words = look.words
        view = DialogView(
            words("Measured against which provision?"),
            act=words("Add"),
            act_icon="plus",
            safe=words("Not now"),
            width=760,
        )
        self.dialog = Dialog(look, view, over)
        super().__init__(self.dialog)
        self._look, self._library, self._theme, self._linked = look, library, theme, tuple(linked)
        self._chosen: dict[str, None] = {}
        self._line = Line(look, words("Words or a number: night call, Rule 30, IRPA 57"))
        self._line.setAccessibleName(words("Find a provision"))
        self._list, self._rows = choosing_list(look, words("Provisions"))
        self._list.setMinimumHeight(look.px(330))
        self._count = Label("", "support", "text2")
        held = Card(look, margin=1, gap=0)
        held.inside.addWidget(self._list)
        for widget in (self._line, held, self._count):
            self.dialog.extra.addWidget(widget)
        self.dialog.extra.setSpacing(look.px(8))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.search)
        self._line.textChanged.connect(lambda _: self._pause.start())
        self._line.returnPressed.connect(self._to_list)
        self._list.opened.connect(self._turn)
        self.dialog.acted.connect(self._add)
        self.search()
        self.dialog.allow(False)
        self._line.setFocus(Qt.FocusReason.PopupFocusReason)

    def search(self) -> None:
        """Shows what the words ask for; chosen ones stay chosen, first in the list."""
        self._pause.stop()
        words = self._look.words
        kept = [self._library.provision(key) for key in self._chosen]
        found = offered(self._library, self._line.text(), self._theme, self._linked, words)
        shown = [*kept, *(one for one in found if one.key not in self._chosen)]
        self._rows.present([provision_row(one, self._library, words, one.key in self._chosen) for one in shown])
        if found:
            said = words.n("{n} provision", "{n} provisions", len(found))
            self._count.setText(words("{count} or more", count=said) if len(found) == MOST else said)
        else:
            self._count.setText(words("Nothing found. Every word you type must stand in one provision."))

    def _to_list(self) -> None:
        self.search()
        if self._rows.rows():
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _turn(self, key: str) -> None:
        if key in self._chosen:
            del self._chosen[key]
        else:
            self._chosen[key] = None
        self._rows.present(
            [
                provision_row(self._library.provision(r.key), self._library, self._look.words, r.key in self._chosen)
                for r in self._rows.rows()
            ]
        )
        self.dialog.allow(bool(self._chosen))

    def _add(self) -> None:
        keys = tuple(self._chosen)
        self.dialog.close_dialog()
        self.picked.emit(keys)
