"""Which cards stand in the middle: those of a section, or those that a filter or a search leaves. Pure."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from monitor_app import forms
from monitor_app.ui.checklist.filling import Filling

ItemKind = Literal["question", "conflict", "words", "heading", "row", "gone", "add", "empty"]


@dataclass(frozen=True, slots=True)
class Item:
    """One card. `path` is a question's, a row's or a repeat's; "empty" has none."""

    kind: ItemKind
    path: str

    @property
    def key(self) -> str:
        return f"{self.kind}:{self.path}"


@dataclass(frozen=True, slots=True)
class Shown:
    """What is asked to be shown. `section` is a path; `keep` a question that stays though a filter would drop it;
    `open_rows` rows whose questions are shown; `gone` rows taken out just now, with Undo."""

    section: str
    unanswered: bool = False
    conflicts: bool = False
    find: str = ""
    keep: str = ""
    open_rows: frozenset[str] = frozenset()
    gone: tuple[str, ...] = ()


def items(filling: Filling, shown: Shown) -> tuple[Item, ...]:
    """The cards, in the order of the form. Conflicts and a search look through the whole checklist."""
    everywhere = shown.conflicts or bool(shown.find.strip())
    wanted = _wanted(filling, shown)
    found: list[Item] = []
    for section in filling.live.sections():
        if everywhere or section.path == shown.section:
            walk = _Walk(filling, shown, wanted)
            found += walk.inside(section.children, section.path, section.path)
    return tuple(found) or (Item("empty", ""),)


def questions(filling: Filling, section: str = "") -> Iterator[str]:
    """The paths of all questions asked now, in a section or in all, whether their rows are open or not."""
    walk = _Walk(filling, Shown(section), lambda _path: True)
    for part in filling.live.sections():
        if not section or part.path == section:
            for item in walk.inside(part.children, part.path, part.path):
                if item.kind in ("question", "conflict"):
                    yield item.path


@dataclass(frozen=True, slots=True)
class Tally:
    """How far a section is: questions that count, those answered, and those with two answers."""

    section: forms.Section
    answered: int
    asked: int
    conflicts: int


def tallies(filling: Filling) -> tuple[Tally, ...]:
    """How far each section is that is shown now."""
    found = []
    for section in filling.live.sections():
        counts, paths = counted_role(section), list(questions(filling, section.path))
        waiting = [path for path in paths if filling.question(path).role == counts]
        answered = sum(1 for path in waiting if filling.value(path))
        conflicts = sum(1 for path in paths if filling.state(path).unsettled)
        found.append(Tally(section, answered, len(waiting), conflicts))
    return tuple(found)


def counted_role(section: forms.Section) -> str:
    """What counts as work to be done: judgements; in a section without any, its facts."""
    return "judgement" if any(question.role == "judgement" for question in section.questions()) else "fact"


def row_path(path: str) -> str:
    """The row a question stands in, "" for none."""
    end = path.rfind("]")
    return path[: end + 1] if end >= 0 else ""


class _Walk:
    """Goes through a section. `wanted` None means everything is shown and rows fold."""

    def __init__(self, filling: Filling, shown: Shown, wanted: Callable[[str], bool] | None) -> None:
        self._filling = filling
        self._shown = shown
        self._wanted = wanted

    def inside(self, children: tuple[forms.Item, ...], base: str, pattern: str) -> list[Item]:
        """The cards of what stands in `base` (concrete), which is `pattern` (generic)."""
        found: list[Item] = []
        for child in children:
            path = base + child.path.removeprefix(pattern)
            if not self._filling.live.relevant(path):
                continue
            if isinstance(child, forms.Question):
                found += self._question(child, path)
            elif isinstance(child, forms.Repeat):
                found += self._rows(child, path)
            else:
                within = self.inside(child.children, path, child.path)
                if within and self._wanted is None and child.label:
                    found.append(Item("heading", path))
                found += within
        return found

    def _question(self, question: forms.Question, path: str) -> list[Item]:
        if not question.control:
            return []
        if question.path not in self._filling.numbers:
            return [Item("words", path)] if self._wanted is None else []
        if self._wanted is not None and path != self._shown.keep and not self._wanted(path):
            return []
        return [Item("conflict" if self._filling.state(path).unsettled else "question", path)]

    def _rows(self, repeat: forms.Repeat, path: str) -> list[Item]:
        found: list[Item] = []
        gone = [row for row in self._shown.gone if row.startswith(f"{path}[")]
        rows = [f"{path}[{row_id}]" for row_id in self._filling.live.rows(path)]
        for row in sorted([*rows, *gone]) if gone else rows:
            if row in gone and row not in rows:
                if self._wanted is None:
                    found.append(Item("gone", row))
                continue
            if self._wanted is None:
                found.append(Item("row", row))
                if row in self._shown.open_rows:
                    found += self.inside(repeat.children, row, repeat.path)
            elif within := self.inside(repeat.children, row, repeat.path):
                found += [Item("row", row), *within]
        if self._wanted is None and not repeat.fixed and repeat.count is None:
            found.append(Item("add", path))
        return found


def _wanted(filling: Filling, shown: Shown) -> Callable[[str], bool] | None:
    asked = fold(shown.find).split()
    if asked:
        return lambda path: _holds(filling, path, asked)
    if shown.conflicts:
        return lambda path: filling.state(path).unsettled
    if shown.unanswered:
        section = next((s for s in filling.definition.sections if s.path == shown.section), None)
        counts = counted_role(section) if section is not None else ""
        return lambda path: filling.question(path).role == counts and not filling.value(path)
    return None


def _holds(filling: Filling, path: str, asked: list[str]) -> bool:
    live, language = filling.live, filling.language
    state = filling.state(path)
    words = [filling.number(path), live.label(path, language), live.hint(path, language), live.guidance(path, language)]
    words += [note.text for note in state.notes] + [value.text for value in state.values]
    words += [choice.label.text(filling.definition.language(language)) for choice in _chosen(filling, path)]
    text = fold("\n".join(words))
    return all(word in text for word in asked)


def _chosen(filling: Filling, path: str) -> list[forms.Choice]:
    names = filling.value(path).split()
    return [choice for choice in filling.question(path).choices if choice.name in names]


def fold(text: str) -> str:
    """Lower case without accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
