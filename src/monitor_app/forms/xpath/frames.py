"""Where an expression runs: the node it stands on, and the world outside the tree."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Protocol

from monitor_app.forms.xpath.dates import Zones
from monitor_app.forms.xpath.nodes import Node
from monitor_app.forms.xpath.values import Value


class World(Protocol):
    """What expressions may ask. An implementer answers at once and never raises.

    `root` is the node that '/' means, the main instance's, also inside `instance('x')`. `instance` gives the node whose
    child is that instance's root element, or None. `choice_label` gives '' where there is none,
    `itext` the node that holds a text in the language in use.
    """

    @property
    def root(self) -> Node: ...
    @property
    def zones(self) -> Zones: ...
    @property
    def now(self) -> datetime: ...
    @property
    def today(self) -> date: ...
    @property
    def language(self) -> str: ...
    def instance(self, name: str) -> Node | None: ...
    def itext(self, key: str) -> list[Node]: ...
    def choice_label(self, path: str, value: str, near: Node) -> str: ...
    def random(self) -> float: ...
    def uuid(self) -> str: ...


class Frame:
    """The context of one evaluation. `current` stays the node the expression belongs to inside all predicates."""

    __slots__ = ("current", "node", "position", "size", "world")

    def __init__(self, node: Node, world: World, position: int = 1, size: int = 1, current: Node | None = None) -> None:
        self.node = node
        self.world = world
        self.position = position
        self.size = size
        self.current = node if current is None else current


Run = Callable[[Frame], Value]
Nodes = Callable[[Frame], list[Node]]
