"""Taking something out of the findings: at once, with Undo in place. Its history stays either way."""

from __future__ import annotations

from monitor_app.base import EntityId, Words
from monitor_app.monitoring import Kind
from monitor_app.ui.findings.showing import Showing
from monitor_app.ui.findings.view import finding_number
from monitor_app.ui.findings.work import FindingsWork
from monitor_app.ui.parts import Message, MessageView


class TakingOut:
    """Takes a finding, a piece of evidence or a recommendation out, says so, and brings the last one back."""

    def __init__(self, words: Words, message: Message, showing: Showing, work: FindingsWork) -> None:
        self._words = words
        self._message = message
        self._showing = showing
        self._work = work
        self._last: tuple[Kind, EntityId] | None = None

    def take_out(self, kind: Kind, entity: EntityId) -> None:
        """Out of list and report."""
        words, finding = self._words, self._showing.finding()
        if finding is None:
            return
        said = {
            Kind.FINDING: words("{finding} was taken out", finding=finding_number(finding)),
            Kind.EVIDENCE: words("A piece of evidence was taken out"),
            Kind.RECOMMENDATION: words("A recommendation was taken out"),
        }[kind]
        line = words("Its history stays.")
        if kind is Kind.FINDING:
            line = words("Its history stays. The findings after it move up.")
        self._work.take_out(kind, entity)
        self._last = kind, entity
        self._message.present(MessageView(said, line, "news", (("undo", words("Undo")),), closable=True))

    def undo(self) -> None:
        """Brings back what was taken out last."""
        last, self._last = self._last, None
        self._message.present(None)
        if last is not None:
            kind, entity = last
            if kind is Kind.FINDING:
                self._showing.open = entity
            self._work.take_out(kind, entity, back=True)
