"""What the findings page shows now: which finding, which recommendation, which language; put into the frame."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from monitor_app.actions.filled_form import FilledQuestion
from monitor_app.actions.open_findings import OpenFindings
from monitor_app.actions.written_twice import WrittenTwice
from monitor_app.base import Canonical, EntityId, Language
from monitor_app.monitoring import Finding, Recommendation, VisitState
from monitor_app.standards import Library
from monitor_app.ui.desk import Desk
from monitor_app.ui.findings.advice import Advice, advice
from monitor_app.ui.findings.frame import Frame
from monitor_app.ui.findings.pieces import answer_key, evidence_summary, piece_views
from monitor_app.ui.findings.recommend import recommendation_view
from monitor_app.ui.findings.twice import TwiceCard, twice_view
from monitor_app.ui.findings.view import finding_number, finding_rows, sheet_view
from monitor_app.ui.parts import MessageView

NOBODY = EntityId(b"")


class Showing:
    """Presents findings in the frame, and remembers what is open. `settled` hears of decisions between two texts."""

    def __init__(self, desk: Desk, frame: Frame, settled: Callable[[WrittenTwice, Canonical], None]) -> None:
        self._desk = desk
        self._frame = frame
        self._settled = settled
        self._found: OpenFindings | None = None
        self._answers: dict[str, FilledQuestion] = {}
        self._place = 0
        self._last = False
        self.open = NOBODY
        self.library = desk.library
        self.language: Language = desk.words.language

    def findings(self) -> tuple[Finding, ...]:
        """The findings as they were last read."""
        return self._found.findings if self._found else ()

    def finding(self) -> Finding | None:
        """The open one."""
        return next((one for one in self.findings() if one.id == self.open), None)

    def answers(self) -> tuple[FilledQuestion, ...]:
        """What evidence may be linked to."""
        return tuple(self._answers.values())

    def take_answers(self, answers: Sequence[FilledQuestion]) -> None:
        """Keeps what evidence may be linked to, and shows it where it is linked."""
        self._answers = {answer_key(one.response, one.path): one for one in answers}
        self.present()

    def turn_to(self, finding: EntityId) -> None:
        """Opens another finding at its first recommendation."""
        self.open, self._place = finding, 0
        self.present()

    def turn(self, step: int) -> None:
        """Another recommendation of the open finding."""
        self._place += step
        self.present()

    def turn_to_last(self) -> None:
        """The recommendation that is being made, once it is read."""
        self._last = True

    def take(self, found: OpenFindings, library: Library) -> None:
        """Shows what was read."""
        self._found, self.library = found, library
        self.present()

    def present(self) -> None:
        """Puts everything into the frame."""
        found = self._found
        if found is None:
            return
        frame, words = self._frame, self._desk.words
        finding = self.finding()
        if finding is None and found.findings:
            finding = found.findings[0]
            self.open, self._place = finding.id, 0
        frame.rows.present(finding_rows(found.findings, _written_twice(found), self.language, words))
        frame.new.setEnabled(found.may_write)
        frame.show_open(finding is not None)
        frame.news.present(self._news(found))
        if finding is None:
            return
        frame.list.choose(finding.id.hex())
        frame.sheet.present(sheet_view(finding, self.language, self.library, words, found.may_write))
        views = piece_views(finding, self._answers, words, found.may_write)
        frame.evidence.present(views, evidence_summary(finding, words), writable=found.may_write)
        self._present_recommendation(finding, found.may_write)
        self._present_twice(found, finding)
        frame.next.setEnabled(len(found.findings) > 1)
        frame.add.setEnabled(found.may_write)

    def _present_recommendation(self, finding: Finding, writable: bool) -> None:
        count = len(finding.recommendations)
        if self._last and count:
            self._place, self._last = count - 1, False
        self._place = min(max(0, self._place), max(0, count - 1))
        lines = self._advice(finding.recommendations[self._place]) if count else ()
        view = recommendation_view(finding, self._place, self.language, lines, writable)
        self._frame.show_recommendation(view is not None)
        if view is not None:
            self._frame.recommendation.present(view)

    def _advice(self, one: Recommendation) -> tuple[Advice, ...]:
        today = self._desk.clock.now().astimezone().date()
        text = one.texts.get(self.language, "")
        return advice(text, self.language, one.addressee, one.due, today, self._desk.words)

    def _present_twice(self, found: OpenFindings, finding: Finding) -> None:
        held = self._frame.twice
        while (item := held.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for one in found.twice:
            if one.entity in _parts(finding):
                card = TwiceCard(self._desk.look, twice_view(one, finding_number(finding), self._desk.words))
                card.settled.connect(self._settled)
                held.addWidget(card)

    def _news(self, found: OpenFindings) -> MessageView | None:
        words = self._desk.words
        if not found.may_write:
            line = words("You are not in the team of this visit.")
            return MessageView(words("Reading only"), line, "news")
        if found.visit.state is VisitState.SIGNED:
            title = words("Version {version} of the report is signed", version=found.visit.version)
            line = words("It stays as it is. What you write now is kept and counted as a later change.")
            return MessageView(title, line, "news")
        return None


def _written_twice(found: OpenFindings) -> frozenset[bytes]:
    entities = {one.entity for one in found.twice}
    return frozenset(one.id for one in found.findings if entities & _parts(one))


def _parts(finding: Finding) -> set[bytes]:
    return {finding.id, *(one.id for one in finding.evidence), *(one.id for one in finding.recommendations)}
