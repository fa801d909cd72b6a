"""Founding, first: who you are and which organisation it is for."""

from __future__ import annotations

from PySide6.QtCore import Signal

from monitor_app.ui.doorway.page import DoorwayPage
from monitor_app.ui.look import Look
from monitor_app.ui.parts.button import Button
from monitor_app.ui.parts.field import Field, Line
from monitor_app.ui.parts.label import Label
from monitor_app.ui.parts.row import row


class NamesPage(DoorwayPage):
    """Signal: `given(person, organisation, programme)`; the programme may be empty."""

    given = Signal(str, str, str)

    def __init__(self, look: Look, person: str = "", organisation: str = "", programme: str = "") -> None:
        words = look.words
        super().__init__(
            look,
            words("Found a programme"),
            words("You become its coordinator. Nothing leaves this laptop."),
            with_back=True,
        )
        self.inside.insertWidget(1, Label(words("Step {n} of 5", n=1), "caption", "text3"))
        self.person = Line(look, height=48)
        self.organisation = Line(look, height=48)
        self.programme = Line(look, height=48)
        self.person.setText(person)
        self.organisation.setText(organisation)
        self.programme.setText(programme)
        person_help = words("Stands in signed reports. It is not shown before your passphrase is typed.")
        self.inside.addWidget(Field(look, words("Your name"), self.person, person_help))
        organisation_help = words("Stands on the cover of reports and in your signature.")
        self.inside.addWidget(Field(look, words("Organisation"), self.organisation, organisation_help))
        programme_help = words("If it differs from the organisation.")
        self.inside.addWidget(Field(look, words("Name of the programme"), self.programme, programme_help))
        self.add_message()
        self._next = Button(look, words("Next: the passphrase"), "arrow-right", rank="primary", height=48)
        self._next.clicked.connect(self._give)
        self.inside.addLayout(row(look, None, self._next))
        for line in (self.person, self.organisation, self.programme):
            line.textChanged.connect(lambda _text: self._check())
            line.returnPressed.connect(self._give)
        self._check()
        self.setFocusProxy(self.person)

    def _check(self) -> None:
        self._next.setEnabled(bool(self.person.text().strip()) and bool(self.organisation.text().strip()))

    def _give(self) -> None:
        if self._next.isEnabled():
            self.given.emit(self.person.text().strip(), self.organisation.text().strip(), self.programme.text().strip())
