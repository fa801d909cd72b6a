"""Where the keys lead: the next and the previous question, the next that waits, the section of a number. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from monitor_app.ui.checklist.filling import Filling
from monitor_app.ui.checklist.items import Item, counted_role, questions


def beside_of(items: Sequence[Item], path: str, step: int) -> str:
    """The question before (-1) or after (1) one among the cards that are shown; "" where they end."""
    paths = [item.path for item in items if item.kind in ("question", "conflict")]
    if path not in paths:
        return (paths[0] if step > 0 else paths[-1]) if paths else ""
    place = paths.index(path) + step
    return paths[place] if 0 <= place < len(paths) else ""


def over_the_edge(filling: Filling, section: str, step: int) -> str:
    """The first question of the next section, or the last of the one before; "" where the checklist ends."""
    paths = [part.path for part in filling.live.sections()]
    place = paths.index(section) + step if section in paths else -1
    while 0 <= place < len(paths):
        inside = list(questions(filling, paths[place]))
        if inside:
            return inside[0] if step > 0 else inside[-1]
        place += step
    return ""


def next_waiting(filling: Filling, path: str) -> str:
    """The next question that counts and has no answer, going round the whole checklist; "" where all are answered."""
    found = []
    for section in filling.live.sections():
        counts = counted_role(section)
        for p in questions(filling, section.path):
            found.append((p, filling.question(p).role == counts and not filling.value(p)))
    paths = [p for p, _ in found]
    start = paths.index(path) + 1 if path in paths else 0
    return next((p for p, waits in [*found[start:], *found[:start]] if waits and p != path), "")
