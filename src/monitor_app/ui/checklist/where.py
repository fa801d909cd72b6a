"""Where a person is in the checklist: what is shown, which question is open, and how one moves from there. No Qt."""

from __future__ import annotations

from dataclasses import replace

from monitor_app.base import Words
from monitor_app.ui.checklist.filling import Filling
from monitor_app.ui.checklist.head import HeadView
from monitor_app.ui.checklist.heads import head_view, nothing_said, outline_view, section_at
from monitor_app.ui.checklist.items import Item, Shown, Tally, items, row_path, tallies
from monitor_app.ui.checklist.outline_panel import OutlineView
from monitor_app.ui.checklist.row_view import first_question
from monitor_app.ui.checklist.steps import beside_of, next_waiting, over_the_edge


class Where:
    """One per open response. `items` are the cards of the middle after `look_again()`."""

    def __init__(self, filling: Filling) -> None:
        self.filling = filling
        self.open_path = ""
        self.searching = False
        sections = filling.live.sections()
        self.shown = Shown(sections[0].path if sections else "")
        self.items: tuple[Item, ...] = ()
        self.tallies: tuple[Tally, ...] = ()
        self.look_again()

    def look_again(self) -> None:
        """Computes the cards anew: after an answer, after a move."""
        shown = self.shown
        if section_at(self.filling, shown.section) is None:
            shown = replace(shown, section=next((s.path for s in self.filling.live.sections()), ""))
        keep = "" if shown.find.strip() else self.open_path
        self.shown = replace(shown, keep=keep)
        self.items = items(self.filling, self.shown)

    def count_again(self) -> None:
        """Counts anew how far each section is."""
        self.tallies = tallies(self.filling)

    def open_rows(self) -> frozenset[str]:
        """The rows whose questions are shown."""
        if self.shown.unanswered or self.shown.conflicts or self.shown.find.strip():
            return frozenset(item.path for item in self.items if item.kind == "row")
        return self.shown.open_rows

    def go(self, path: str) -> None:
        """To a question, wherever it is: its section, its row open, no filter. Not asked now: to its section."""
        section = self.filling.section_of(path)
        if not section:
            return
        row = row_path(path)
        rows = self.shown.open_rows | ({row} if row else frozenset())
        self.searching = False
        self.shown = Shown(section, open_rows=rows, gone=self.shown.gone)
        self.open_path = ""
        self.look_again()
        if self.shows(path):
            self.open_path = path

    def start(self) -> str:
        """Where work goes on: the question last worked at, or the first that waits, or the first of all."""
        last = self.filling.work.last_path
        if last and self.filling.knows(last):
            return last
        return next_waiting(self.filling, "") or beside_of(self.items, "", 1)

    def shows(self, path: str) -> bool:
        """The question has a card in the middle."""
        return any(item.path == path and item.kind in ("question", "conflict") for item in self.items)

    def section(self, path: str) -> str:
        """To the start of a section; gives its first question."""
        self.searching = False
        self.shown = Shown(path, unanswered=self.shown.unanswered, open_rows=self.shown.open_rows)
        self.open_path = ""
        self.look_again()
        return beside_of(self.items, "", 1)

    def numbered(self, place: int) -> str:
        """To a section by its place from 0; gives its first question."""
        sections = self.filling.live.sections()
        return self.section(sections[place].path) if place < len(sections) else ""

    def filter(self, key: str, on: bool) -> None:
        """Only questions without an answer, or only those answered twice."""
        if key == "unanswered":
            self.shown = replace(self.shown, unanswered=on, conflicts=False)
        else:
            self.shown = replace(self.shown, conflicts=on, unanswered=False)
            if on and self.open_path and not self.filling.state(self.open_path).unsettled:
                self.open_path = ""
        self.look_again()

    def search(self, text: str) -> None:
        """Looks through the whole checklist."""
        self.searching = True
        self.shown = replace(self.shown, find=text, conflicts=False)
        self.look_again()

    def stop_searching(self) -> None:
        """Back to the section of the open question."""
        self.searching = False
        self.shown = replace(self.shown, find="")
        if self.open_path:
            self.go(self.open_path)
        else:
            self.look_again()

    def step(self, by: int) -> str:
        """The next (1) or previous (-1) question; at the edge of a section without a filter, that of the neighbour."""
        found = beside_of(self.items, self.open_path, by)
        if found or self.shown.unanswered or self.shown.conflicts or self.shown.find.strip():
            return found
        return over_the_edge(self.filling, self.shown.section, by)

    def waiting(self) -> str:
        """The next question that counts and has no answer."""
        return next_waiting(self.filling, self.open_path)

    def turn_row(self, row: str) -> None:
        """Folds or unfolds a row."""
        self.shown = replace(self.shown, open_rows=self.shown.open_rows ^ {row})
        if row_path(self.open_path) == row and row not in self.shown.open_rows:
            self.open_path = ""
        self.look_again()

    def row_came(self, row: str) -> str:
        """A row was added or put back: it is open, others fold; gives its first question."""
        gone = tuple(other for other in self.shown.gone if other != row)
        self.shown = replace(self.shown, open_rows=frozenset({row}), gone=gone)
        self.look_again()
        return first_question(self.filling, row)

    def row_went(self, row: str) -> None:
        """A row was taken out: a line with Undo stands in its place."""
        if row_path(self.open_path) == row:
            self.open_path = ""
        self.shown = replace(self.shown, open_rows=self.shown.open_rows - {row}, gone=(*self.shown.gone, row))
        self.look_again()

    def outline(self, notes: int, words: Words) -> OutlineView:
        """The outline; `notes` wait in the inbox."""
        return outline_view(self.filling, self.shown, self.tallies, notes, words)

    def head(self, notes_word: str, words: Words) -> HeadView:
        """The head of the middle."""
        return head_view(
            self.filling,
            self.shown,
            self.tallies,
            self.items,
            searching=self.searching,
            notes_word=notes_word,
            words=words,
        )

    def nothing(self, words: Words) -> str:
        """What an empty middle says."""
        return nothing_said(self.shown, words)
