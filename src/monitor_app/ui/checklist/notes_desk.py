"""Quick notes and comments of the page: what is written goes to the vault, what waits comes from there."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal

from monitor_app.actions.answer import draft
from monitor_app.actions.answer_history import Written, answer_history
from monitor_app.actions.comment import add_comment, resolve_comment
from monitor_app.actions.provisions import corrected
from monitor_app.actions.quick_note import change_quick_note, file_quick_note, remove_quick_note
from monitor_app.actions.work_on_checklist import Beside, beside
from monitor_app.base import EntityId
from monitor_app.monitoring import Kind
from monitor_app.standards import Library
from monitor_app.ui.checklist.beside_view import BesideView, comment_views, last_view, past_views, provision_views
from monitor_app.ui.checklist.card_view import said
from monitor_app.ui.checklist.filling import Filling
from monitor_app.ui.checklist.inbox_panel import InboxView, WaitingView
from monitor_app.ui.checklist.sending import Sending
from monitor_app.ui.desk import Desk


class NotesDesk(QObject):
    """What stands beside the questions. Signal: `changed()` when any of it is known anew."""

    changed = Signal()

    def __init__(self, desk: Desk, sending: Sending, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._sending = sending
        self._filling: Filling | None = None
        self._library: Library = desk.library
        self._known: Beside | None = None
        self._past_of = ""
        self._past: tuple[Written, ...] = ()
        self._note = EntityId(desk.randomness(16))

    def begin(self, filling: Filling) -> None:
        """Another response is worked on from now on; `refresh` asks what stands beside it."""
        self._filling = filling
        self._known, self._past_of, self._past = None, "", ()

    def refresh(self) -> None:
        """Asks for all of it again."""
        filling = self._filling
        if filling is None:
            return
        space, form_id, library = filling.space, filling.work.opened.checklist.form_id, self._desk.library

        def known(found: tuple[Beside, Library]) -> None:
            if self._filling is filling:
                self._known, self._library = found
                self.changed.emit()

        self._desk.clerk.ask(self, lambda vault: (beside(vault, space, form_id), corrected(vault, library)), known)

    def look_back(self, path: str) -> None:
        """Asks what was written at a question before."""
        filling = self._filling
        if filling is None or not path:
            return
        space, response = filling.space, filling.response

        def known(past: tuple[Written, ...]) -> None:
            if self._filling is filling:
                self._past_of, self._past = path, past
                self.changed.emit()

        self._desk.clerk.ask(self, lambda vault: answer_history(vault, space, response, path), known)

    def comments_at(self) -> dict[str, int]:
        """Open comments by path."""
        if self._known is None:
            return dict(self._filling.work.opened.comments) if self._filling else {}
        found: dict[str, int] = {}
        for comment in self._known.comments:
            if comment.path and not comment.resolved:
                found[comment.path] = found.get(comment.path, 0) + 1
        return found

    def view(self, path: str) -> BesideView:
        """What stands beside a question."""
        filling, words = self._filling, self._desk.words
        if filling is None or not path or not filling.knows(path):
            return BesideView("", "")
        question, known = filling.question(path), self._known
        answer = known.last_answers.get(path) if known else None
        told = said(filling, question, answer.value, words) if answer else ""
        return BesideView(
            path=path,
            number=filling.number(path),
            provisions=provision_views(self._library, question.provisions, words),
            last=last_view(known.last, answer, told, words) if known else None,
            comments=comment_views([c for c in known.comments if c.path == path] if known else [], filling.zone, words),
            past=past_views(self._past, filling, question, words) if self._past_of == path else (),
        )

    def inbox(self, number: str) -> InboxView:
        """The notes that wait, but for the one that is being written."""
        filling, words = self._filling, self._desk.words
        if filling is None or self._known is None:
            return InboxView(number=number)
        waiting = tuple(
            WaitingView(note.id, f"{note.label}, {words.moment(note.at, filling.zone)}", note.text)
            for note in self._known.notes
            if note.id != self._note
        )
        return InboxView(waiting, number)

    def typed(self, text: str) -> None:
        """A quick note while it is written."""
        filling, note = self._filling, self._note
        if filling is not None:
            space = filling.space
            self._sending.draft(
                f"note:{note.hex()}", "", lambda vault: draft(vault, space, Kind.NOTE, note, "text", text)
            )

    def left(self, text: str) -> None:
        """A quick note that is left, but not finished."""
        filling, note = self._filling, self._note
        if filling is not None and text.strip():
            space = filling.space
            self._sending.send(f"note:{note.hex()}", "", lambda vault: change_quick_note(vault, space, note, text))

    def kept(self, text: str) -> None:
        """A quick note is finished; the next one has an id of its own."""
        self.left(text)
        self._note = EntityId(self._desk.randomness(16))
        self.refresh()

    def file(self, note: EntityId, path: str) -> None:
        """Files a quick note at a question."""
        filling = self._filling
        if filling is not None:
            space, response = filling.space, filling.response
            self._sending.send(
                f"note:{note.hex()}", path, lambda vault: file_quick_note(vault, space, note, response, path)
            )
            self.refresh()

    def remove(self, note: EntityId) -> None:
        """Takes a quick note out of the inbox."""
        filling = self._filling
        if filling is not None:
            space = filling.space
            self._sending.send(f"note:{note.hex()}", "", lambda vault: remove_quick_note(vault, space, note))
            self.refresh()

    def comment(self, path: str, text: str) -> None:
        """Says something to the team at a question."""
        filling, randomness = self._filling, self._desk.randomness
        if filling is None:
            return
        space = filling.space

        def verb(vault: Any) -> EntityId:
            return add_comment(vault, space, text, randomness, path=path)

        self._desk.clerk.ask(self, verb, lambda _ident: self.refresh())

    def resolve(self, comment: EntityId, resolved: bool) -> None:
        """Closes a comment, or opens it again."""
        filling = self._filling
        if filling is not None:
            space = filling.space
            self._sending.send(
                f"comment:{comment.hex()}", "", lambda vault: resolve_comment(vault, space, comment, resolved)
            )
            self.refresh()
