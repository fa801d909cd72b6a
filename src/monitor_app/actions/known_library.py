"""The standards library with this programme's corrections, and whether this person may confirm a provision."""

from __future__ import annotations

from dataclasses import dataclass

from monitor_app.actions.people import actor
from monitor_app.actions.provisions import corrected
from monitor_app.monitoring import Deed, Kind, may
from monitor_app.standards import Library
from monitor_app.vault import Vault


@dataclass(frozen=True, slots=True)
class KnownLibrary:
    """The library as this programme knows it."""

    library: Library
    may_confirm: bool


def known_library(vault: Vault, library: Library) -> KnownLibrary:
    """The library that came with the app, corrected."""
    return KnownLibrary(corrected(vault, library), may(actor(vault), Deed(Kind.PROVISION, "source")))
