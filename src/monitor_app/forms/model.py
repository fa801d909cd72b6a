"""The model of a form: the tree that answers are kept in, as the form's instance draws it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from monitor_app.forms.xpath.nodes import key_of


@dataclass(frozen=True, slots=True)
class ModelNode:
    """A field or a group of the instance. For a repeat this is the template of a row; `first_rows` are the rows the
    form itself begins with. `place` counts among the siblings. `type` is the bind's. `relevant`, `required` and
    `readonly` are what holds before any rule is asked.
    """

    path: str
    local: str
    uri: str
    prefix: str
    text: str
    place: int
    attributes: tuple[tuple[str, str], ...] = ()
    children: tuple[ModelNode, ...] = ()
    repeat: bool = False
    first_rows: tuple[ModelNode, ...] = ()
    relevant: bool = True
    required: bool = False
    readonly: bool = False
    type: str = ""

    @property
    def key(self) -> str:
        return key_of(self.uri, self.local)

    def walk(self) -> Iterator[ModelNode]:
        """This node and all below it, in document order."""
        yield self
        for child in self.children:
            yield from child.walk()
