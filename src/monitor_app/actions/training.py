"""The training profile: the demo programme as a profile of this laptop, with a passphrase everybody may know."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from monitor_app.actions.demo import found_demo
from monitor_app.actions.open_programme import open_programme
from monitor_app.actions.world import World
from monitor_app.base import Language, Resources
from monitor_app.vault import Vault

TRAINING_PASSPHRASE = "training"  # noqa: S105 - meant to be known: it opens invented data only
"""Invented data only: the profile's label says it."""


def found_training(
    folder: Path, resources: Resources, world: World, language: Language, step: Callable[[str], object]
) -> Vault:
    """Founds the demo programme in `folder` and opens it at this laptop's own time. Raises the vault's Problems.

    `step` hears of each part that is made; what it raises ends the making, and nothing is left in `folder`.
    """
    demo = found_demo(
        folder,
        resources,
        world.randomness,
        world.slot_cost(),
        step,
        language=language,
        floor_kib=world.floor_kib,
    )
    try:
        demo.vault.set_setting("recovery_confirmed", True)
        demo.vault.confirm_passphrase(demo.passphrase)
        demo.vault.set_passphrase(TRAINING_PASSPHRASE, world.slot_cost())
    finally:
        demo.vault.lock()
    return open_programme(folder, TRAINING_PASSPHRASE, world)
