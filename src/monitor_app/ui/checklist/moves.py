"""How a person moves through the page: keys, outline, filters, search, rows. Each move ends where the eye should be."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent

from monitor_app.ui.checklist import keys
from monitor_app.ui.checklist.card_view import is_judgement
from monitor_app.ui.checklist.side import Side
from monitor_app.ui.checklist.where import Where
from monitor_app.ui.checklist.work import Work
from monitor_app.ui.look import JUDGED, Look


class Moves(QObject):
    """Joins the cards' and the head's wishes to the work. GUI thread."""

    def __init__(self, look: Look, work: Work, side: Side) -> None:
        super().__init__(work)
        self._look = look
        self._work = work
        self._side = side
        cards = work.cards
        cards.opened.connect(work.opens)
        cards.acted.connect(self._acted)
        cards.turned.connect(self._turn_row)
        cards.removed.connect(self._take_out)
        cards.restored.connect(self._put_back)
        cards.added.connect(self._add_row)

    @property
    def _where(self) -> Where | None:
        return self._work.where

    def everywhere(self, find: keys.Deed) -> dict[str, keys.Deed]:
        """The keys that work also within a text; `find` brings the search line out."""
        deeds: dict[str, keys.Deed] = {
            "Ctrl+F": find,
            "Ctrl+Down": lambda: self.step(1),
            "Ctrl+Up": lambda: self.step(-1),
            "F7": self._side.show_inbox,
        }
        for place, digit in enumerate("1234567890"):
            deeds[f"Ctrl+{digit}"] = self._to_numbered(place)
        return deeds

    def _to_numbered(self, place: int) -> keys.Deed:
        return lambda: self.numbered(place)

    def section(self, path: str) -> None:
        """To the first question of a section."""
        if self._where is not None:
            self._arrive(self._where.section(path))

    def numbered(self, place: int) -> None:
        """To a section by its place from 0."""
        if self._where is not None:
            found = self._where.numbered(place)
            if found:
                self._arrive(found)

    def step(self, by: int) -> None:
        """To the next (1) or the previous (-1) question."""
        if self._where is not None:
            self._reach(self._where.step(by))

    def waiting(self) -> None:
        """To the next question without an answer."""
        if self._where is not None:
            self._reach(self._where.waiting())

    def filter(self, key: str, on: bool) -> None:
        """Only questions without an answer, or only those answered twice."""
        if self._where is not None:
            self._where.filter(key, on)
            self._work.show()
            if not self._where.open_path:
                self._work.opens(self._where.step(1))

    def start_finding(self) -> None:
        """The search line comes out."""
        if self._where is not None and not self._where.searching:
            self._where.search("")
            self._work.show()

    def find(self, text: str) -> None:
        """What is searched changed."""
        if self._where is not None:
            self._where.search(text)
            self._work.show()

    def first(self) -> None:
        """To the first question that was found."""
        if self._where is not None:
            where, before = self._where, self._where.open_path
            where.open_path = ""
            found = where.step(1)
            where.open_path = before
            if found and where.shows(found):
                self._work.opens(found)
                self._work.cards.show(found, focus=True)

    def stop_finding(self) -> None:
        """Back to the section."""
        where = self._where
        if where is not None and where.searching:
            where.stop_searching()
            self._work.show()
            self.back()

    def back(self) -> None:
        """The focus returns to the open question."""
        if self._where is not None and self._where.open_path:
            self._work.cards.show(self._where.open_path, focus=True)

    def key(self, event: QKeyEvent) -> bool:
        """A key that no control took. True where it meant something."""
        if event.key() == Qt.Key.Key_Escape:
            self.back()
            return self._where is not None
        typed = keys.letter(event) if self._look.letter_keys else ""
        if typed in ("1", "2", "3", "4", "5", "0"):
            return self._judge("" if typed == "0" else JUDGED[int(typed) - 1])
        deeds: dict[str, keys.Deed] = {
            "j": lambda: self.step(1),
            "k": lambda: self.step(-1),
            "n": self.waiting,
            "q": self._side.show_inbox,
        }
        deed = deeds.get(typed)
        if deed is not None:
            deed()
        return deed is not None

    def _judge(self, judged: str) -> bool:
        where = self._where
        if where is None or not where.shows(where.open_path) or not where.filling.may_write():
            return False
        if where.filling.state(where.open_path).unsettled or not is_judgement(where.filling.question(where.open_path)):
            return False
        self._work.deeds.answered(where.open_path, judged)
        return True

    def _reach(self, path: str) -> None:
        """To a question, without giving up a filter that shows it."""
        where = self._where
        if where is None or not path:
            return
        if where.shows(path):
            self._work.opens(path)
            self._work.cards.show(path, focus=True)
        else:
            self._work.go(path)

    def _arrive(self, path: str) -> None:
        """In a section that was just chosen: its top is seen and its first question open."""
        self._work.show()
        self._work.cards.column.verticalScrollBar().setValue(0)
        if path:
            self._work.opens(path)
            self._work.cards.column.verticalScrollBar().setValue(0)
            self._work.cards.show(path, focus=True)

    def _acted(self, path: str, key: str) -> None:
        work = self._work
        if key == "guidance":
            work.seen.turn(path)
        elif key == "too":
            work.deeds.beside.add(path)
        elif key == "not_too":
            work.deeds.beside.discard(path)
        work.opens(path)
        if key == "comment":
            self._side.show_beside(comment=True)
        elif key == "finding":
            work.flush()
            work.deeds.make_finding(path)
        else:
            work.show()

    def _turn_row(self, row: str) -> None:
        if self._where is not None:
            self._where.turn_row(row)
            self._work.show()

    def _add_row(self, repeat: str) -> None:
        if self._where is not None:
            row = self._work.deeds.add_row(repeat)
            self._reach(self._where.row_came(row))

    def _put_back(self, row: str) -> None:
        if self._where is not None:
            self._work.deeds.put_back(row)
            self._reach(self._where.row_came(row))

    def _take_out(self, row: str) -> None:
        if self._where is not None:
            self._work.flush()
            self._where.row_went(row)
            self._work.deeds.take_out(row)
