"""Written twice: one field that two people wrote without having seen each other. Both stay until a person decides."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from monitor_app.actions.written_twice import Version, WrittenTwice
from monitor_app.base import Canonical, Words, mark
from monitor_app.ui.look import Look
from monitor_app.ui.parts import Avatar, Button, Card, Label, Member, Pill, PillView, VeiledLabel, row

_FIELDS = {
    "title.en": mark("Title, English"),
    "title.fr": mark("Title, French"),
    "text.en": mark("Text, English"),
    "text.fr": mark("Text, French"),
    "kind": mark("Kind"),
    "severity": mark("Severity"),
    "extent": mark("Reach"),
    "theme": mark("Theme"),
    "addressee": mark("To"),
    "due": mark("By when"),
    "group": mark("Group concerned"),
}


@dataclass(frozen=True, slots=True)
class TwiceView:
    """`about` names what was written ("F-2 · Title, English"); `can_join`: texts that can follow one another."""

    about: str
    twice: WrittenTwice
    can_join: bool
    may_settle: bool = True


def twice_view(twice: WrittenTwice, about: str, words: Words, may_settle: bool = True) -> TwiceView:
    """The view of a field written twice."""
    name = words(_FIELDS.get(twice.field, mark("A field")))
    joins = twice.field.startswith("text") and all(isinstance(one.value, str) for one in twice.versions)
    return TwiceView(f"{about} · {name}" if about else name, twice, joins, may_settle)


def joined(twice: WrittenTwice) -> str:
    """Both texts, one after the other."""
    return "\n\n".join(one.value for one in twice.versions if isinstance(one.value, str) and one.value)


def shown_value(value: Canonical, words: Words) -> str:
    """A value as a person reads it."""
    if value is True or value is False:
        return words("Yes") if value else words("No")
    return words("nothing") if value in (None, "") else str(value)


class TwiceCard(QWidget):
    """Signal: `settled(WrittenTwice, value)`."""

    settled = Signal(object, object)

    def __init__(self, look: Look, view: TwiceView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._view = view
        words = look.words
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        card = Card(look, edge="plum", margin=16, gap=8)
        outer.addWidget(card)
        badge = Pill(look, PillView(words("Written twice"), "plum", "git-pull-request"))
        card.inside.addLayout(row(look, Label(view.about, "panel", wrap=True), None, badge))
        line = words("Both are kept. The lead or one of the authors decides which one counts.")
        card.inside.addWidget(Label(line, "support", "text2", wrap=True))
        for version in view.twice.versions:
            card.inside.addWidget(self._version(version))
        if view.can_join and view.may_settle:
            both = Button(look, words("Keep both, one after the other"), "copy", rank="quiet", height=44)
            both.clicked.connect(lambda: self.settled.emit(view.twice, joined(view.twice)))
            card.inside.addLayout(row(look, both, None))
        self.setAccessibleName(words("{about}, written twice", about=view.about))

    def _version(self, version: Version) -> QWidget:
        look, words = self._look, self._look.words
        card = Card(look, ground="canvas", margin=12, gap=6)
        one = version.member
        who = Member(one.order, one.initial, one.label)
        head = row(
            look,
            Avatar(look, who),
            Label(one.label, "strong"),
            Label(words.moment(version.at), "support", "text3"),
            None,
        )
        card.inside.addLayout(head)
        card.inside.addWidget(VeiledLabel(look, shown_value(version.value, words)))
        if self._view.may_settle:
            use = Button(look, words("Use this one"), height=44)
            use.setAccessibleName(words("Use what {who} wrote", who=one.label))
            use.clicked.connect(lambda: self.settled.emit(self._view.twice, version.value))
            card.inside.addLayout(row(look, use, None))
        return card
