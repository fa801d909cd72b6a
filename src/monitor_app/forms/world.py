"""The world of a live response: its tree, its lists and texts, the time it was opened at."""

from __future__ import annotations

import random
import uuid
from datetime import date, datetime

from monitor_app.forms.context import ChangeSet, Context
from monitor_app.forms.definition import Choice, Definition, Question
from monitor_app.forms.tree import LiveNode, Tree, generic_path
from monitor_app.forms.wording import Wording
from monitor_app.forms.xpath import Frame, Node, NodeKind
from monitor_app.forms.xpath.dates import Zones


class LiveWorld:
    """What formulas of one response may ask. See xpath.World."""

    __slots__ = ("_choices", "_definition", "_random", "_tree", "language", "now", "root", "today", "zones")

    def __init__(self, definition: Definition, tree: Tree, context: Context) -> None:
        self._definition = definition
        self._tree = tree
        self._random = random.Random(context.seed)  # noqa: S311 - shuffles choices, guards nothing
        self._choices: dict[tuple[int, str, str], Choice] = {}
        self.root: Node = tree.root
        self.now: datetime = context.now.astimezone(context.zone)
        self.today: date = context.day()
        self.zones = Zones(context.zone)
        self.language = definition.language(context.language)

    def speak(self, language: str) -> ChangeSet:
        """Another language; what is labelled by formulas may read differently then."""
        self.language = self._definition.language(language)
        return ChangeSet(labels=frozenset(self._tree.nodes))

    def instance(self, name: str) -> Node | None:
        return self._definition.lists.get(name)

    def itext(self, key: str) -> list[Node]:
        wording = self._definition.texts.get(key)
        if wording is None:
            return []
        return [Node(NodeKind.TEXT, text=wording.text(self.language, self._definition.default_language))]

    def random(self) -> float:
        return self._random.random()

    def uuid(self) -> str:
        return str(uuid.UUID(int=self._random.getrandbits(128), version=4))

    def choice_label(self, path: str, value: str, near: Node) -> str:
        """The label of a stored choice of the question at `path`, absolute or seen from `near`."""
        place = self._place(path, near)
        item = self._definition.items.get(place)
        if not isinstance(item, Question):
            return ""
        labels = {choice.name: choice.label for choice in item.choices}
        return ", ".join(
            labels[name].text(self.language, self._definition.default_language)
            for name in value.split()
            if name in labels
        )

    def _place(self, path: str, near: Node) -> str:
        if path.startswith("/") or not isinstance(near, LiveNode):
            return path
        names = near.model.path.split("/")
        for step in path.removeprefix("current()/").split("/"):
            if step == "..":
                names.pop()
            elif step not in (".", ""):
                names.append(step)
        return generic_path("/".join(names))

    def options(self, question: Question, node: LiveNode, *, whole: bool) -> tuple[Choice, ...]:
        """The choices a question offers now; all of them where `whole`."""
        itemset = question.itemset
        if itemset is None:
            return question.choices
        formula = itemset.everything if whole else itemset.nodes
        found = formula.value(Frame(node, self))
        return tuple(self._choice(item, question) for item in found) if isinstance(found, list) else ()

    def _choice(self, item: Node, question: Question) -> Choice:
        itemset = question.itemset
        if itemset is None:
            raise ValueError("the question has no list")
        fixed = not isinstance(item, LiveNode)
        mark = (id(item), itemset.value, itemset.label)
        known = self._choices.get(mark) if fixed else None
        if known is not None:
            return known
        name = next((child.string() for child in item.named(itemset.value)), "")
        label = next((child.string() for child in item.named(itemset.label)), "")
        wording = self._definition.texts.get(label) if itemset.translated else None
        choice = Choice(name, wording if wording is not None else Wording({"": (label,)}))
        if fixed:
            self._choices[mark] = choice
        return choice

    def filled(self, wording: Wording, node: LiveNode, language: str) -> str:
        """A text with the answers it quotes."""
        wanted = self._definition.language(language) if language else self.language
        frame = Frame(node, self)
        pieces = wording.pieces(wanted, self._definition.default_language)
        if len(pieces) == 1 and isinstance(pieces[0], str):
            return pieces[0].strip()
        texts = [piece if isinstance(piece, str) else piece.formula.text_value(frame) for piece in pieces]
        return "".join(texts).strip()
