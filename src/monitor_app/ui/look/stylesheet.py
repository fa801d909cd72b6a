"""The one stylesheet: resources/styles/monitor.qss with the tokens and the text size filled in."""

from __future__ import annotations

import re

from monitor_app.ui.look.tokens import Hue, Tokens
from monitor_app.ui.look.type import STYLES

_COLOUR = re.compile(r"@([a-z_0-9]+)(\.ink|\.tint|\.px)?")
_SIZE = re.compile(r"\b(\d+)sp\b")


def stylesheet(template: str, tokens: Tokens, percent: int) -> str:
    """Qt style rules. In the template `@text`, `@met.ink` are tokens, `14sp` a size in px that grows with the text.

    Raises AttributeError for a token that does not exist.
    """

    def colour(found: re.Match[str]) -> str:
        value = getattr(tokens, found[1])
        if isinstance(value, Hue):
            return value.tint if found[2] == ".tint" else value.ink
        return f"{value}px" if found[2] == ".px" else f"{value}{found[2] or ''}"

    filled = _COLOUR.sub(colour, template + _type_rules())
    return _SIZE.sub(lambda found: f"{round(int(found[1]) * percent / 100)}px", filled)


def _type_rules() -> str:
    return "\n".join(
        f'QLabel[type="{style}"] {{ font-size: {size}sp; font-weight: {weight}; }}'
        for style, (size, weight) in STYLES.items()
    )
