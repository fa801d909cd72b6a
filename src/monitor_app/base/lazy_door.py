"""A lazy door: a room's names are imported from their modules when first asked for: a start stays quick."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module


def lazy_door(room: str, modules: Mapping[str, Sequence[str]]) -> Callable[[str], object]:
    """A `__getattr__` for a room's `__init__`. `modules`: module of the room (or "other.room") -> the names it gives.

    A name that was found stands in the room from then on.
    """
    home = {name: module for module, names in modules.items() for name in names}

    def found(name: str) -> object:
        if name not in home:
            raise AttributeError(f"module {room!r} has no attribute {name!r}")
        module = home[name]
        value = getattr(import_module(module if "." in module else f"{room}.{module}"), name)
        setattr(sys.modules[room], name, value)
        return value

    return found
