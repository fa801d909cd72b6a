"""The briefing at the side: what is known from before the visit, and what may be carried in."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from monitor_app.base import SpaceId
from monitor_app.ui.look import Look
from monitor_app.ui.overview.briefing import BriefingView, PastFindingView
from monitor_app.ui.parts import Button, IconLabel, Label, Pill, Scroll, VeiledLabel, column, line, row

_ICONS = ("clock-counter-clockwise", "list-bullets", "git-diff")


class BriefingPanel(Scroll):
    """Signal: `report_asked(space)`: open the signed report of an earlier visit."""

    report_asked = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, margin=18, gap=10, side=True, parent=parent)
        self._body: QWidget | None = None
        self._shown: object = None

    def present(self, view: BriefingView, carried_in: str) -> None:
        """Shows the briefing."""
        if (view, carried_in) == self._shown:
            return
        self._shown = (view, carried_in)
        if self._body is not None:
            self.inside.removeWidget(self._body)
            self._body.hide()
            self._body.deleteLater()
        self._body = QWidget()
        body = column(self._look, gap=10)
        self._fill(body, view, carried_in)
        body.addStretch(1)
        self._body.setLayout(body)
        self.inside.addWidget(self._body)

    def _fill(self, body: QVBoxLayout, view: BriefingView, carried_in: str) -> None:
        look, words = self._look, self._look.words
        head = row(look, Label(words("Briefing"), "panel"), None, Label(view.source, "support", "text2"))
        body.addLayout(head)
        for place, text in enumerate(view.lines):
            said = Label(text, "body", wrap=True)
            shown = row(look, IconLabel(look, _ICONS[min(place, len(_ICONS) - 1)], "text2"), said, top=True)
            shown.setStretchFactor(said, 1)
            body.addLayout(shown)
        for finding in view.findings:
            body.addWidget(line())
            body.addLayout(self._finding(finding))
        if view.report_of is not None:
            space: SpaceId = view.report_of
            button = Button(look, words("Last report"), "file-text", height=44)
            button.clicked.connect(lambda: self.report_asked.emit(space))
            body.addLayout(row(look, button, None))
        if carried_in:
            body.addWidget(line())
            body.addWidget(Label(words("What may be carried in"), "label", wrap=True))
            body.addWidget(Label(carried_in, "support", "text2", wrap=True))

    def _finding(self, finding: PastFindingView) -> QVBoxLayout:
        look = self._look
        made = column(look, gap=4)
        made.addLayout(row(look, Label(finding.number, "label", "text2"), None, Pill(look, finding.pill)))
        made.addWidget(VeiledLabel(look, finding.title, "control"))
        for advice in finding.advice:
            words = column(look, VeiledLabel(look, advice.text, "support", "text2"), gap=0)
            if advice.line:
                words.addWidget(Label(advice.line, "caption", "text2", wrap=True))
            shown = row(look, gap=6)
            icon = column(look, 2, IconLabel(look, "arrow-right", "text2", 14), None, gap=0)
            shown.addLayout(icon)
            shown.addLayout(words, 1)
            made.addLayout(shown)
        return made
