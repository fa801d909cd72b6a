"""A live response: one filled-in form at work. Answers go in by concrete path, what changed comes out.

One owner, one thread, no clock and no disk. What people type never raises; a path that is not in the form is a bug of
the caller (KeyError).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from monitor_app.forms.context import ChangeSet, Context, Value, stored
from monitor_app.forms.definition import JUDGEMENT, Choice, Definition, Question, Section, SetValue
from monitor_app.forms.propagation import Propagation
from monitor_app.forms.tree import ROW_ID, LiveNode, Tree, rows_of
from monitor_app.forms.types import NOT_ALLOWED, NOT_OF_TYPE, cast, fits
from monitor_app.forms.wording import Wording
from monitor_app.forms.world import LiveWorld
from monitor_app.forms.xpath import Frame

FIRST_LOAD = "odk-instance-first-load"
NEW_ROW = "odk-new-repeat"
VALUE_CHANGED = "xforms-value-changed"


class LiveResponse:
    """`answers`: concrete path to stored text (or a value); paths the form does not know are left alone. `rows`: repeat
    path to its row ids in order; rows that only answers name come after, sorted. `unsettled`: paths with more than one
    answer; they read as the one given and whatever depends on them is never hidden.
    """

    __slots__ = ("_answers", "_definition", "_first_rows", "_flow", "_rows", "_tree", "_unsettled", "_world")

    def __init__(
        self,
        definition: Definition,
        answers: Mapping[str, Value],
        context: Context,
        *,
        rows: Mapping[str, Sequence[str]] | None = None,
        unsettled: Iterable[str] = (),
    ) -> None:
        self._definition = definition
        self._answers = {path: stored(value) for path, value in answers.items()}
        self._rows = rows_of(self._answers, rows or {})
        self._tree = Tree(definition.model, self._rows)
        self._world = LiveWorld(definition, self._tree, context)
        self._flow = Propagation(definition.logic, self._tree, self._world, self._answers)
        self._flow.restore(self._tree.top)
        self._unsettled = frozenset(unsettled)
        self._shield()
        self._flow.compute_all()
        self._first_rows = self._flow.new_rows()
        self._shield()
        self._flow.run()
        self._flow.taken()

    @property
    def definition(self) -> Definition:
        return self._definition

    def begin(self) -> ChangeSet:
        """For a response that was never opened: its dynamic defaults. They are nobody's answers, so `written` says
        what to store.
        """
        for action in self._definition.set_values:
            if FIRST_LOAD in action.events:
                for node in self._nodes_at(action.target):
                    self._act(action, node)
        self._fill(self._first_rows)
        return self._settled()

    def set(self, path: str, value: Value) -> ChangeSet:
        """An answer; None or '' takes it back. Raises KeyError for a path that holds no answer."""
        node = self._field(path)
        text = stored(value)
        self._answers[path] = text
        if text != node.text:
            node.set_text(text)
            self._flow.value_changed(node)
            self._triggered(node)
        return self._settled()

    def add_row(self, repeat: str, row_id: str, before: str | None = None) -> ChangeSet:
        """A new row of a repeat (`/data/areas`), before another or last. `row_id` is random and given by the caller."""
        whole = self._whole(repeat)
        if not ROW_ID.fullmatch(row_id):
            raise ValueError("a row id is letters, digits, - and _")
        if f"{repeat}[{row_id}]" in self._tree.nodes:
            return ChangeSet()
        row = self._tree.add_rows(whole, [row_id], self._rows, before)[0]
        self._flow.restore(row)
        self._flow.compute_row(row)
        self._flow.rows_changed(whole, row.ordinal)
        return self._settled()

    def remove_row(self, repeat: str, row_id: str) -> ChangeSet:
        """Takes a row away. Its answers are remembered until this response is closed, in case it comes back."""
        whole = self._whole(repeat)
        row = self._tree.nodes[f"{repeat}[{row_id}]"]
        place = row.ordinal
        self._tree.remove_row(row)
        self._flow.rows_changed(whole, place)
        return self._settled()

    def unsettle(self, paths: Iterable[str]) -> ChangeSet:
        """The fields with more than one answer, all of them: what was unsettled before and is not named is settled."""
        self._unsettled = frozenset(paths)
        self._shield()
        return self._settled()

    def speak(self, language: str) -> ChangeSet:
        """Another language for labels that formulas read."""
        return self._world.speak(language)

    def value(self, path: str) -> str:
        """The stored text of a field, also of one that is not relevant; '' for none."""
        return self._field(path).text

    def relevant(self, path: str) -> bool:
        """Whether a field, group, row or repeat is to be shown."""
        return self._tree.nodes[path].relevant

    def required(self, path: str) -> bool:
        node = self._tree.nodes[path]
        return node.relevant and node.required

    def readonly(self, path: str) -> bool:
        """Not for typing: the form says so, of it or of a group around it, or it computes the value itself."""
        node: LiveNode | None = self._tree.nodes[path]
        item = self._definition.items.get(node.model.path) if node is not None else None
        while node is not None and not node.readonly:
            node = node.owner
        return node is not None or (isinstance(item, Question) and item.calculate is not None)

    def rows(self, repeat: str) -> tuple[str, ...]:
        """The ids of the rows of a repeat, in order."""
        whole = self._whole(repeat)
        return tuple(row.row for row in whole.owner.rows(whole.key)) if whole.owner is not None else ()

    def paths(self, item: str) -> list[str]:
        """The concrete paths of a generic one: one per row."""
        return [node.path for node in self._nodes_at(item)]

    def violation(self, path: str, language: str = "") -> str | None:
        """What is wrong with an answer, in the form's words, else in ours (English, in the catalogue); None if nothing
        is.
        """
        node = self._field(path)
        if not node.text or not node.relevant:
            return None
        item = self._definition.items.get(node.model.path)
        kind = item.type if isinstance(item, Question) else ""
        if not fits(kind, node.text):
            return NOT_OF_TYPE[kind]
        if not node.violated:
            return None
        message = item.constraint_message if isinstance(item, Question) else None
        return self._filled(message, node, language) if message else NOT_ALLOWED

    def missing(self) -> list[str]:
        """Required fields that are shown and empty, in order."""
        return [path for path, node, _ in self._shown() if node.required and not node.text]

    def violated(self) -> list[str]:
        """Fields whose answer the form does not accept, in order."""
        return [path for path, _, _ in self._shown() if self.violation(path) is not None]

    def options(self, path: str) -> tuple[Choice, ...]:
        """The choices of a select question as they stand now, in order."""
        node = self._field(path)
        item = self._definition.question(node.model.path)
        if item.itemset is None:
            return item.choices
        return self._world.options(item, node, whole=self._flow.is_shielded(node))

    def label(self, path: str, language: str = "") -> str:
        """The label of a question, group or row, the answers it quotes filled in."""
        node = self._tree.nodes[path]
        item = self._definition.items.get(node.model.path)
        return self._filled(item.label, node, language) if item is not None else ""

    def hint(self, path: str, language: str = "") -> str:
        node = self._field(path)
        return self._filled(self._definition.question(node.model.path).hint, node, language)

    def guidance(self, path: str, language: str = "") -> str:
        node = self._field(path)
        return self._filled(self._definition.question(node.model.path).guidance, node, language)

    def sections(self) -> tuple[Section, ...]:
        """The sections that are shown now."""
        nodes = self._tree.nodes
        return tuple(section for section in self._definition.sections if nodes[section.path].relevant)

    def progress(self, section: str | None = None, roles: frozenset[str] = frozenset({JUDGEMENT})) -> tuple[int, int]:
        """(answered, asked) among the relevant questions of these roles, in a section (its path) or in all."""
        answered = asked = 0
        for path, node, question in self._shown():
            if question.role in roles and (
                section is None or path == section or path.startswith((f"{section}/", f"{section}["))
            ):
                asked += 1
                answered += bool(node.text)
        return answered, asked

    def shown(self, section: str | None = None) -> list[tuple[str, Question]]:
        """Concrete path and question of everything asked now, in a section (its path) or in all, row by row."""
        inside = ("",) if section is None else (f"{section}/", f"{section}[")
        return [(path, question) for path, _, question in self._shown() if path.startswith(inside)]

    def values(self) -> dict[str, str]:
        """Everything that has a value, by concrete path: answers, defaults and calculations, relevant or not."""
        return {node.path: node.text for node in self._tree.top.below() if node.text and not node.model.children}

    def _filled(self, wording: Wording, node: LiveNode, language: str) -> str:
        return self._world.filled(wording, node, language)

    def _shown(self) -> Iterator[tuple[str, LiveNode, Question]]:
        """Relevant questions with a control, in the order of the form, row by row."""
        items = self._definition.items
        stack: list[LiveNode] = [self._tree.top]
        while stack:
            node = stack.pop()
            if not node.relevant or (node.model.repeat and not node.row):
                continue
            item = items.get(node.model.path)
            if isinstance(item, Question):
                if item.control:
                    yield node.path, node, item
            else:
                stack.extend(reversed(node.parts()))

    def _field(self, path: str) -> LiveNode:
        node = self._tree.nodes[path]
        if node.model.children:
            raise KeyError(path)
        return node

    def _whole(self, path: str) -> LiveNode:
        node = self._tree.nodes[path]
        if not node.model.repeat or node.row:
            raise KeyError(path)
        return node

    def _nodes_at(self, item: str) -> list[LiveNode]:
        """The nodes at a generic path: one, or one per row."""
        single = self._tree.nodes.get(item)
        if single is not None and not single.model.repeat:
            return [single]
        return [
            node for node in self._tree.top.below() if node.model.path == item and (node.row or not node.model.repeat)
        ]

    def _shield(self) -> None:
        """Protects what depends on unsettled fields, as far as their rows are there."""
        nodes = self._tree.nodes
        self._flow.shield([nodes[path] for path in self._unsettled if path in nodes])

    def _settled(self) -> ChangeSet:
        """Carries a change to its end, the defaults of new rows included; what changed."""
        self._flow.run()
        self._fill(self._flow.new_rows())
        if self._flow.rows_moved() and self._unsettled:
            self._shield()
        self._flow.run()
        return self._flow.taken()

    def _fill(self, rows: Iterable[LiveNode]) -> None:
        """The dynamic defaults of new rows, where nobody answered before."""
        for row in rows:
            for action in self._definition.set_values:
                if NEW_ROW in action.events:
                    for node in row.below():
                        if node.model.path == action.target and node.path not in self._answers:
                            self._act(action, node)

    def _triggered(self, node: LiveNode) -> None:
        for action in self._definition.set_values:
            if VALUE_CHANGED in action.events and action.trigger == node.model.path:
                for target in self._nodes_at(action.target):
                    if self._same_rows(node, target):
                        self._act(action, target)

    def _same_rows(self, one: LiveNode, other: LiveNode) -> bool:
        """Whether two nodes stand in the same row of every repeat that both are in."""
        shorter, longer = sorted((one.path.split("/"), other.path.split("/")), key=len)
        for a, b in zip(shorter, longer, strict=False):
            if a.partition("[")[0] != b.partition("[")[0]:
                return True
            if a != b:
                return False
        return True

    def _act(self, action: SetValue, node: LiveNode) -> None:
        """Writes what an action of the form says."""
        text = action.formula.text_value(Frame(node, self._world)) if action.formula is not None else action.text
        text = cast(node.model.type, text)
        if text == node.text:
            return
        node.set_text(text)
        self._answers[node.path] = text
        self._flow.wrote(node)
        self._flow.value_changed(node)
