"""One provision in full, with how surely it was checked; the coordinator's way to confirm or correct it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from monitor_app.ui.look import Look
from monitor_app.ui.parts import Button, Flow, IconLabel, Label, Pill, PillView, Scroll, column, line, row
from monitor_app.ui.standards.view import ProvisionView


class ProvisionPanel(Scroll):
    """Signal: `confirm_asked(key)`."""

    confirm_asked = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, margin=18, gap=10, side=True, parent=parent)
        self._body: QWidget | None = None
        self._shown: object = self

    def present(self, view: ProvisionView | None, *, may_confirm: bool) -> None:
        """Shows a provision, or nothing."""
        if (view, may_confirm) == self._shown:
            return
        self._shown = (view, may_confirm)
        self.put(None)
        body = QWidget()
        inside = column(self._look, gap=10)
        if view is None:
            words = self._look.words
            inside.addWidget(Label(words("Choose a provision to read it."), "support", "text2", wrap=True))
        else:
            self._fill(inside, view, may_confirm=may_confirm)
        inside.addStretch(1)
        body.setLayout(inside)
        self.put(body)

    def put(self, body: QWidget | None) -> None:
        """Puts something else in the panel; what was there is let go."""
        if self._body is not None:
            self.inside.removeWidget(self._body)
            self._body.hide()
            self._body.deleteLater()
        self._body = body
        if body is not None:
            self.inside.addWidget(body)
            body.show()

    def forget(self) -> None:
        """The next `present` shows its provision anew, also the same one."""
        self._shown = self

    def _fill(self, inside: QVBoxLayout, view: ProvisionView, *, may_confirm: bool) -> None:
        look, words = self._look, self._look.words
        inside.addLayout(row(look, Pill(look, view.pill), None))
        inside.addWidget(Label(view.citation, "panel", wrap=True))
        inside.addWidget(Label(view.wording, "body", wrap=True))
        standing = Label(view.standing, "support", wrap=True)
        shown = row(look, IconLabel(look, view.standing_icon, view.standing_tone), standing, top=True)
        shown.setStretchFactor(standing, 1)
        inside.addLayout(shown)
        if view.source:
            inside.addWidget(Label(words("Seen in: {source}", source=view.source), "support", "text2", wrap=True))
        if may_confirm:
            button = Button(look, words("Confirm or correct"), "pencil-simple", height=44)
            button.clicked.connect(lambda: self.confirm_asked.emit(view.key))
            inside.addLayout(row(look, button, None))
        inside.addWidget(line())
        inside.addWidget(Label(view.other_title, "label", "text2"))
        inside.addWidget(Label(view.other, "support", wrap=True))
        if view.french:
            french = Label(view.french, "support", "partly", wrap=True)
            mark = row(look, IconLabel(look, "translate", "partly"), french, top=True)
            mark.setStretchFactor(french, 1)
            inside.addLayout(mark)
        inside.addWidget(line())
        if view.topics:
            inside.addWidget(Label(words("Topics"), "label", "text2"))
            topics = Flow(look, gap=6, line_gap=6)
            for topic in view.topics:
                topics.add(Pill(look, PillView(topic, "na")))
            inside.addWidget(topics)
        for label, value in view.instrument:
            inside.addLayout(column(look, Label(label, "label", "text2"), Label(value, "support", wrap=True), gap=2))
