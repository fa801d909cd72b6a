"""The work on a checklist: opens it, joins cards, deeds and notes to the vault. The page stands around it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from monitor_app.actions.comment import Comment, comments
from monitor_app.actions.last_place import LastPlace, remember_place
from monitor_app.actions.open_response import AnswerState, answer_states
from monitor_app.actions.unsent_comments import keep_unsent_comments, unsent_comments
from monitor_app.actions.work_on_checklist import AtWork, work_on_checklist
from monitor_app.base import EntityId, Problem, SpaceId
from monitor_app.ui.checklist.card_view import Around
from monitor_app.ui.checklist.cards import Cards
from monitor_app.ui.checklist.deeds import Deeds
from monitor_app.ui.checklist.filling import Filling
from monitor_app.ui.checklist.guidance_seen import GuidanceSeen
from monitor_app.ui.checklist.not_saved import not_saved
from monitor_app.ui.checklist.notes_desk import NotesDesk
from monitor_app.ui.checklist.sending import Sending
from monitor_app.ui.checklist.side import Side
from monitor_app.ui.checklist.where import Where
from monitor_app.ui.desk import Changed, Desk
from monitor_app.ui.parts.message import message_of


class Work(QObject):
    """Signals: `shown()` outline and head have news; `opened()` a checklist stands on the screen; `said(message)` what
    cannot be saved or opened.
    """

    shown = Signal()
    opened = Signal()
    said = Signal(object)

    def __init__(self, desk: Desk, space: SpaceId, side: Side, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._space = space
        self._side = side
        self._asked = 0
        self._kept: LastPlace | None = None
        self._unsent: dict[str, str] = {}
        self.where: Where | None = None
        self.sending = Sending(desk.clerk, self)
        self.deeds = Deeds(desk, self.sending, self)
        self.notes = NotesDesk(desk, self.sending, self)
        self.seen = GuidanceSeen(desk.clerk, self)
        self.cards = Cards(desk.look, self.deeds, self._around, self)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.show)
        self.sending.told.connect(lambda _path: self._soon.start())
        self.sending.rested.connect(self.read_again)
        self.sending.failed.connect(self._failed)
        self.deeds.told.connect(self.show)
        self.notes.changed.connect(self._soon.start)
        side.beside.commented.connect(self.notes.comment)
        side.beside.resolved.connect(self.notes.resolve)
        side.beside.drafted.connect(self._keep_unsent)
        desk.clerk.ask(self, lambda vault: unsent_comments(vault, space), side.beside.restore)
        side.inbox.typed.connect(self.notes.typed)
        side.inbox.left.connect(self.notes.left)
        side.inbox.kept.connect(self.notes.kept)
        side.inbox.filed.connect(self._file)
        side.inbox.removed.connect(self.notes.remove)

    def refresh(self) -> None:
        """Opens the visit's first checklist, or reads what changed in the one that is open."""
        if self.where is None:
            if not self._asked:
                self._open(None, "")
        else:
            self.read_again()
            self.notes.refresh()

    def changed(self, changes: Changed) -> None:
        """Something was written; what this page wrote itself it reads anyway."""
        where = self.where
        if where is None or where.filling.busy():
            return
        if any(place.space == where.filling.space for place in changes.touched):
            self.refresh()

    def open_place(self, response: EntityId, path: str) -> None:
        """Opens a checklist at a question; one that is not asked now opens its section."""
        if self.where is None or self.where.filling.response != response:
            self.flush()
            self._open(response, path)
        else:
            self.go(path)

    def open_comment(self, comment: EntityId) -> None:
        """Opens the question a comment stands at."""
        space = self._space

        def known(found: tuple[Comment, ...]) -> None:
            path = next((one.path for one in found if one.id == comment), "")
            if self.where is None:
                self._open(None, path)
            elif path:
                self.go(path)

        self._desk.clerk.ask(self, lambda vault: comments(vault, space), known)

    def go(self, path: str) -> None:
        """To a question of the open checklist, its answer in the focus."""
        where = self.where
        if where is None:
            return
        where.go(path)
        if where.open_path:
            self.seen.opened(path)
            self.notes.look_back(path)
        self.show()
        self.cards.show(path, focus=True)

    def opens(self, path: str) -> None:
        """Opens the card of a question that is shown."""
        where = self.where
        if where is None or where.open_path == path or not where.shows(path):
            return
        where.open_path = path
        self.seen.opened(path)
        self.notes.look_back(path)
        self.show()
        self.cards.show(path, focus=False)

    def show(self) -> None:
        """Brings cards, outline, head and sides up to date."""
        where = self.where
        if where is None:
            return
        self._soon.stop()
        where.look_again()
        filling, path = where.filling, where.open_path
        self.cards.present(filling, where.items, where.open_rows(), where.nothing(self._desk.words), path)
        self._side.beside.present(self.notes.view(path))
        self._side.inbox.present(self.notes.inbox(filling.number(path)))
        self.shown.emit()

    def read_again(self) -> None:
        """Reads the answers as the vault holds them now."""
        where = self.where
        if where is None:
            return
        filling = where.filling
        space, response = filling.space, filling.response

        def known(found: tuple[Mapping[str, AnswerState], Mapping[str, bool]]) -> None:
            if where is self.where and not filling.busy():
                filling.take(*found)
                self.deeds.rested()
                self.notes.look_back(where.open_path)
                self._soon.start()

        self._desk.clerk.ask(self, lambda vault: answer_states(vault, space, response), known)

    def act(self, key: str) -> None:
        """What is to become of what could not be saved: tried again, or taken back."""
        if key == "again":
            self.sending.again()
        elif key == "give_up" and self.where is not None:
            self.sending.give_up()
            self.deeds.notes.clear()
            self.where.filling.states = {}
            self.said.emit(None)
            self.read_again()

    def flush(self) -> None:
        """Everything typed is told to the vault."""
        self.cards.flush()
        self._side.inbox.flush()
        self._side.beside.flush()
        self._remember()

    def _keep_unsent(self, typed: dict[str, str]) -> None:
        """Comments not sent yet, once per text."""
        space = self._space
        if typed != self._unsent:
            self._unsent = typed
            self._desk.clerk.ask(self, lambda vault: keep_unsent_comments(vault, space, typed))

    def _remember(self) -> None:
        """Keeps where the person is, once per place."""
        where, space = self.where, self._space
        if where is None or not where.open_path:
            return
        place = LastPlace(where.filling.response, where.open_path)
        if place != self._kept:
            self._kept = place
            self._desk.clerk.ask(self, lambda vault: remember_place(vault, space, place))

    def _open(self, response: EntityId | None, path: str) -> None:
        space = self._space
        self._asked += 1
        number = self._asked

        def known(found: AtWork) -> None:
            if number != self._asked:
                return
            filling = Filling(found, self._desk.clock.now(), self._desk.words.language)
            self.where = Where(filling)
            for part in (self.sending, self.deeds, self.seen, self.notes):
                part.begin(filling)
            self.go(path or self.where.start())
            self.opened.emit()
            QTimer.singleShot(0, self.notes, self.notes.refresh)

        self._desk.clerk.ask(self, lambda vault: work_on_checklist(vault, space, response), known, self._refused)

    def _refused(self, problem: Problem) -> None:
        self.said.emit(message_of(problem, self._desk.words))

    def _failed(self, problem: Problem) -> None:
        """What was written last is not kept: said in red until it is, with the ways out."""
        self.said.emit(not_saved(problem, self.sending.last_saved(), self._desk.words))

    def _file(self, note: EntityId) -> None:
        if self.where is not None and self.where.open_path:
            self.flush()
            self.notes.file(note, self.where.open_path)

    def _around(self) -> Around:
        deeds, where = self.deeds, self.where
        return Around(
            words=self._desk.words,
            open_path=where.open_path if where is not None else "",
            guidance_open=self.seen.open,
            saved=self.sending.states,
            comments=self.notes.comments_at(),
            beside=frozenset(deeds.beside),
            faults=deeds.faults,
            notes=deeds.notes,
            today=self._desk.clock.now(),
        )
