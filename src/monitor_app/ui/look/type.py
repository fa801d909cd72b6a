"""The sizes of letters: ten styles, each a size in px at 100 % and a weight."""

from __future__ import annotations

from typing import Literal

Style = Literal[
    "figure",
    "unlock",
    "page",
    "section",
    "question",
    "panel",
    "control",
    "lead",
    "strong",
    "body",
    "support",
    "label",
    "caption",
]

STYLES: dict[Style, tuple[int, int]] = {
    "figure": (28, 700),
    "unlock": (26, 700),
    "page": (20, 700),
    "section": (18, 700),
    "question": (16, 600),
    "panel": (15, 700),
    "control": (14, 500),
    "lead": (15, 400),
    "strong": (14, 700),
    "body": (14, 400),
    "support": (13, 400),
    "label": (13, 600),
    "caption": (12, 500),
}
"""Style -> (px at 100 %, weight). Nothing under 12 px. The bundled 700 is cut at 650, the weight of the design."""

FAMILY = "Monitor Inter"
