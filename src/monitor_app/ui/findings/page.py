"""The page of the findings: joins list, sheet, evidence and recommendation to the work."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from monitor_app.base import EntityId, Language, Problem, SpaceId, id_from_hex
from monitor_app.monitoring import Kind
from monitor_app.ui.desk import Changed, Desk
from monitor_app.ui.findings.evidence_picker import EvidencePicker
from monitor_app.ui.findings.frame import Frame
from monitor_app.ui.findings.provision_picker import ProvisionPicker
from monitor_app.ui.findings.showing import Showing
from monitor_app.ui.findings.taking_out import TakingOut
from monitor_app.ui.findings.work import FindingsWork
from monitor_app.ui.parts import SaveView, message_of
from monitor_app.ui.shell import KeyHint

_ANSWERED = frozenset({Kind.ANSWER, Kind.RESPONSE})
_FIRST_THEME = "treatment"


class FindingsPage(QWidget):
    """The findings of one visit. Signals: `open_answer(response, path)` to the checklist; `saved(at)` of each commit.

    `refresh()`, `changed(changes)`, `show_finding(id)`, `flush()` before lock and close.
    """

    open_answer = Signal(object, str)
    saved = Signal(object)

    def __init__(self, desk: Desk, space: SpaceId, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._made_finding = False
        self.setObjectName("page")
        self.setAccessibleName(desk.words("Findings"))
        self.frame = Frame(desk.look)
        self._work = FindingsWork(desk, space, self)
        self._showing = Showing(desk, self.frame, self._work.settle)
        self._taking_out = TakingOut(desk.words, self.frame.message, self._showing, self._work)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.frame)
        self._bind()

    def refresh(self) -> None:
        """Reads everything anew."""
        self._work.read_answers()
        self._work.read()

    def changed(self, changes: Changed) -> None:
        """Something was written elsewhere: what is shown may have changed."""
        if self.isVisible() and not self._work.busy:
            if any(place.entity_kind in _ANSWERED for place in changes.touched):
                self._work.read_answers()
            self._work.read()

    def show_finding(self, finding: bytes) -> None:
        """Opens a finding, now or as soon as it is read."""
        self.flush()
        self._showing.turn_to(EntityId(finding))
        self.frame.panes.show_pane("finding")

    def flush(self) -> None:
        """Tells at once what was typed and not told."""
        self.frame.sheet.flush()
        self.frame.recommendation.flush()

    def next_finding(self) -> None:
        """The finding after the open one, and after the last the first."""
        ids = [one.id for one in self._showing.findings()]
        if ids:
            place = ids.index(self._showing.open) + 1 if self._showing.open in ids else 0
            self.show_finding(ids[place % len(ids)])
            self.frame.middle.verticalScrollBar().setValue(0)
            self.frame.sheet.focus_title()

    def regions(self) -> list[QWidget]:
        """What F6 visits."""
        return self.frame.panes.regions()

    def key_hints(self) -> list[KeyHint]:
        """The keys of this page."""
        words = self._desk.words
        return [
            KeyHint("Ctrl+Enter", words("Next finding")),
            KeyHint(words("Up, Down"), words("Choose a finding in the list")),
            KeyHint(words("Delete"), words("Take a provision out, on its chip")),
        ]

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        self.flush()
        super().hideEvent(event)

    def _bind(self) -> None:
        frame, work, showing = self.frame, self._work, self._showing
        frame.list.opened.connect(self._chosen)
        frame.list.moved.connect(self._moved)
        frame.new.clicked.connect(self._new)
        frame.empty.acted.connect(lambda _: self._new())
        frame.next.clicked.connect(self.next_finding)
        frame.add.clicked.connect(self._add_recommendation)
        frame.message.acted.connect(lambda _: self._taking_out.undo())
        sheet = frame.sheet
        sheet.changed.connect(lambda field, value: self._change(Kind.FINDING, showing.open, field, value))
        sheet.typed.connect(lambda field, text: self._draft(Kind.FINDING, showing.open, field, text))
        sheet.speak.connect(self._speak)
        sheet.provision_asked.connect(self._pick_provision)
        sheet.provision_removed.connect(
            lambda key: self._change(Kind.FINDING, showing.open, f"provision:{key}", value=False)
        )
        sheet.acted.connect(lambda _: self._taking_out.take_out(Kind.FINDING, showing.open))
        pieces = frame.evidence
        pieces.asked.connect(self._pick_evidence)
        pieces.changed.connect(lambda key, field, value: self._change(Kind.EVIDENCE, _id(key), field, value))
        pieces.removed.connect(lambda key: self._taking_out.take_out(Kind.EVIDENCE, _id(key)))
        pieces.opened.connect(lambda response, path: self.open_answer.emit(_id(response), path))
        card = frame.recommendation
        card.changed.connect(lambda key, field, value: self._change(Kind.RECOMMENDATION, _id(key), field, value))
        card.typed.connect(lambda key, field, text: self._draft(Kind.RECOMMENDATION, _id(key), field, text))
        card.removed.connect(lambda key: self._taking_out.take_out(Kind.RECOMMENDATION, _id(key)))
        card.turned.connect(self._turn)
        work.opened.connect(showing.take)
        work.answers.connect(showing.take_answers)
        work.saved.connect(self._saved)
        work.made.connect(self._made)
        work.failed.connect(self._failed)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.next_finding)

    def _change(self, kind: Kind, entity: EntityId, field: str, value: object) -> None:
        if entity:
            self.frame.sheet.say_saved(SaveView("writing"))
            self._work.change(kind, entity, {field: _plain(value)})

    def _draft(self, kind: Kind, entity: EntityId, field: str, text: str) -> None:
        if entity:
            self._work.keep_draft(kind, entity, field, text)

    def _chosen(self, key: str) -> None:
        self.show_finding(_id(key))

    def _moved(self, key: str) -> None:
        self.flush()
        self._showing.turn_to(_id(key))

    def _turn(self, step: int) -> None:
        self.frame.recommendation.flush()
        self._showing.turn(step)

    def _speak(self, language: Language) -> None:
        self.frame.recommendation.flush()
        self._showing.language = language
        self._showing.present()

    def _new(self) -> None:
        self.flush()
        finding = self._showing.finding()
        self._made_finding = True
        self._work.new_finding(finding.theme if finding else _FIRST_THEME)

    def _add_recommendation(self) -> None:
        self.flush()
        if self._showing.open:
            self._showing.turn_to_last()
            self._work.new_recommendation(self._showing.open)

    def _made(self, entity: EntityId) -> None:
        if self._made_finding:
            self._made_finding = False
            self._showing.open = entity
            self.frame.panes.show_pane("finding")
            self.frame.sheet.focus_title()

    def _pick_provision(self) -> None:
        finding = self._showing.finding()
        if finding is not None:
            library = self._showing.library
            picker = ProvisionPicker(self._desk.look, library, finding.theme, finding.provisions, self.window())
            picker.picked.connect(
                lambda keys: self._work.change(Kind.FINDING, finding.id, {f"provision:{key}": True for key in keys})
            )

    def _pick_evidence(self) -> None:
        finding = self._showing.finding()
        if finding is not None:
            picker = EvidencePicker(self._desk.look, finding, self._showing.answers(), self.window())
            picker.picked.connect(lambda piece: self._work.link(finding.id, piece))

    def _saved(self, at: datetime) -> None:
        self.frame.sheet.say_saved(SaveView("saved", at))
        self.saved.emit(at)

    def _failed(self, problem: Problem) -> None:
        self.frame.sheet.say_saved(SaveView("failed"))
        self.frame.message.present(message_of(problem, self._desk.words, closable=True))


def _id(key: str) -> EntityId:
    return EntityId(id_from_hex(key))


def _plain(value: object) -> str | int | bool | None:
    return value if isinstance(value, (str, int)) else None
