"""Node: what an element of the page is, for those who read it with their ears. Source: report design, section 3.

A flowable carries its node from the story on; the canvas is told where a node begins and ends (see `canvas`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Role = Literal["H1", "H2", "H3", "P", "LI", "TOCI", "Figure", "Form", "Div"]
Artifact = Literal["Header", "Footer", "Watermark", "Layout"]


@dataclass(frozen=True, slots=True)
class Node:
    """`alt` says a figure in words and carries all its numbers; `language` where it is not the document's."""

    role: Role
    alt: str = ""
    language: str = ""


PARAGRAPH = Node("P")
LIST_ITEM = Node("LI")
