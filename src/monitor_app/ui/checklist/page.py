"""The checklist page: outline at the left, cards in the middle, what stands beside them at the right."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from monitor_app.base import EntityId, SpaceId
from monitor_app.monitoring import AnswerField, Kind
from monitor_app.ui.checklist import keys
from monitor_app.ui.checklist.head import Head
from monitor_app.ui.checklist.heads import checklist_of
from monitor_app.ui.checklist.moves import Moves
from monitor_app.ui.checklist.outline_panel import OutlinePanel, notes_word
from monitor_app.ui.checklist.side import WIDTH, Side
from monitor_app.ui.checklist.work import Work
from monitor_app.ui.desk import Changed, Desk
from monitor_app.ui.parts.message import Message, MessageView
from monitor_app.ui.parts.row import line
from monitor_app.ui.parts.states import SaveView
from monitor_app.ui.shell import KeyHint

NARROW_PX = 1200
LARGE_PERCENT = 125
MIDDLE_AT_MOST = 920
_ENTRY_AFTER_MS = 60_000


class ChecklistPage(QWidget):
    """Signals: `written(changes)` after each entry; `saved(SaveView)` for the top bar; `finding_made(id)`;
    `provision_asked(key)`; `opened()` when a checklist stands on the screen.
    """

    written = Signal(object)
    saved = Signal(object)
    finding_made = Signal(object)
    provision_asked = Signal(str)
    opened = Signal()

    def __init__(self, desk: Desk, space: SpaceId, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look = desk.look
        self._look = look
        self._folded: bool | None = None
        self.setObjectName("page")
        self.setAccessibleName(desk.words("Checklist"))
        self._outline = OutlinePanel(look)
        self._outline_line = line(upright=True)
        self._head = Head(look)
        self._message = Message(look)
        self._side = Side(look, self)
        self.work = Work(desk, space, self._side, self)
        self.moves = Moves(look, self.work, self._side)
        self._across = QHBoxLayout(self)
        self._lay_out()
        self._connect()
        keys.everywhere(self, self.moves.everywhere(self._find))
        minute = QTimer(self)
        minute.setInterval(_ENTRY_AFTER_MS)
        minute.timeout.connect(self.flush)
        minute.start()
        look.changed.connect(self._fit)

    def refresh(self) -> None:
        """Opens the checklist, or reads what changed in it."""
        self.work.refresh()

    def changed(self, changes: Changed) -> None:
        """Something was written, here or elsewhere: what is shown may have changed."""
        self.work.changed(changes)

    def open_place(self, response: EntityId, path: str) -> None:
        """Opens a checklist of the visit at a question (or at its start, with path "")."""
        self.work.open_place(response, path)

    def open_hit(self, kind: str, entity: EntityId, field: str) -> None:
        """Opens what search found: answers, notes and comments at their question, quick notes in the inbox."""
        part = AnswerField.parse(field) if kind == Kind.ANSWER else None
        if part is not None:
            self.open_place(entity, part.path)
        elif kind == Kind.COMMENT:
            self.work.open_comment(entity)
        else:
            self.refresh()
            self._side.show_inbox()

    def flush(self) -> None:
        """Tells the vault everything typed and not yet told: on lock, on leaving, every minute."""
        self.work.flush()

    def regions(self) -> list[QWidget]:
        """What F6 visits."""
        return [self._outline, self._head, self.work.cards.column, self._side]

    def key_hints(self) -> list[KeyHint]:
        """The keys of this page."""
        return keys.hints(self._look.words)

    def say(self, message: MessageView | None) -> None:
        """A message above the cards; None takes it away."""
        self._message.present(message)
        self._message_room.setVisible(message is not None)

    def _lay_out(self) -> None:
        px = self._look.px
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(0)
        middle = QWidget()
        middle.setMaximumWidth(px(MIDDLE_AT_MOST))
        self._message_room = QWidget()
        room = QVBoxLayout(self._message_room)
        room.setContentsMargins(px(20), px(10), px(20), 0)
        room.addWidget(self._message)
        self._message_room.hide()
        inside = QVBoxLayout(middle)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self._message_room)
        inside.addWidget(self._head)
        inside.addWidget(self.work.cards.column, 1)
        self._across.addWidget(self._outline)
        self._across.addWidget(self._outline_line)
        self._across.addStretch(1)
        self._across.addWidget(middle, 1000)
        self._across.addStretch(1)
        self._across.addWidget(self._side)
        self._side.setFixedWidth(px(WIDTH))

    def _connect(self) -> None:
        work, moves, head, outline, side = self.work, self.moves, self._head, self._outline, self._side
        outline.section_chosen.connect(moves.section)
        outline.checklist_chosen.connect(self._chosen)
        outline.notes_asked.connect(side.show_inbox)
        head.section_chosen.connect(self._chosen)
        head.filtered.connect(moves.filter)
        head.asked.connect(self._asked)
        head.searched.connect(moves.find)
        head.search_entered.connect(moves.first)
        head.search_closed.connect(moves.stop_finding)
        side.beside.provision_opened.connect(self.provision_asked)
        side.put_away.connect(moves.back)
        work.shown.connect(self._present)
        work.opened.connect(self.opened)
        work.sending.said.connect(self._saved)
        work.sending.wrote.connect(self.written)
        work.deeds.finding_made.connect(self.finding_made)
        work.said.connect(self.say)
        self._message.acted.connect(work.act)
        self._message.closed.connect(lambda: self.say(None))

    def _present(self) -> None:
        """Shows what the work says now."""
        where = self.work.where
        if where is None:
            return
        where.count_again()
        waiting = len(self.work.notes.inbox("").notes)
        outline = where.outline(waiting, self._look.words)
        self._outline.present(outline)
        self._side.say_version(outline.foot)
        self._head.present(where.head(notes_word(self._look, waiting), self._look.words))

    def _saved(self, view: SaveView) -> None:
        if view.state == "saved":
            self.say(None)
        self.saved.emit(view)

    def _chosen(self, key: str) -> None:
        """A section, or another checklist of the visit."""
        other = checklist_of(key)
        if other is not None:
            self.work.open_place(other, "")
        else:
            self.moves.section(key)

    def _asked(self, key: str) -> None:
        if key == "find":
            self._find()
        elif key == "notes":
            self._side.show_inbox()
        else:
            self._side.show_beside()

    def _find(self) -> None:
        self.moves.start_finding()
        self._head.focus_search()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.moves.key(event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.flush()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ParentChange:
            self._fit()

    def _fit(self) -> None:
        """Folds the panels in a narrow window or with large letters."""
        px = self._look.px
        folded = self._look.percent > LARGE_PERCENT or self.window().width() < NARROW_PX
        if folded != self._folded:
            self._folded = folded
            self._outline.setHidden(folded)
            self._outline_line.setHidden(folded)
            self._head.fold(folded)
            self._across.removeWidget(self._side)
            if not folded:
                self._across.addWidget(self._side)
            self._side.setMaximumWidth(px(WIDTH) if not folded else 16777215)
            self._side.setMinimumWidth(px(WIDTH) if not folded else 0)
            self._side.fold(folded)
        if folded:
            width = min(self.width(), px(WIDTH + 40))
            self._side.setGeometry(self.width() - width, 0, width, self.height())
