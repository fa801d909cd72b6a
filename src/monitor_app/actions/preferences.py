"""What a device prefers, kept inside its vault: theme, keys, idle time. Language and text size stand outside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, cast

from monitor_app.vault import Vault

ThemeChoice = Literal["system", "light", "dark", "contrast"]
_NAME = "preferences"
_THEMES = ("system", "light", "dark", "contrast")


@dataclass(frozen=True, slots=True)
class Liked:
    """`letter_keys`: single letters act outside text fields; `idle_minutes` until the vault is locked by itself."""

    theme: ThemeChoice = "system"
    letter_keys: bool = True
    idle_minutes: int = 5


def liked(vault: Vault) -> Liked:
    """The preferences of this device; what is missing or broken reads as the default."""
    kept = vault.setting(_NAME)
    if not isinstance(kept, Mapping):
        return Liked()
    theme, letters, idle = kept.get("theme"), kept.get("letter_keys"), kept.get("idle_minutes")
    return Liked(
        cast(ThemeChoice, theme) if theme in _THEMES else "system",
        letters is not False,
        idle if isinstance(idle, int) and not isinstance(idle, bool) and 1 <= idle <= 60 else 5,
    )


def keep_liked(vault: Vault, preferences: Liked) -> None:
    """Keeps them."""
    vault.set_setting(
        _NAME,
        {
            "theme": preferences.theme,
            "letter_keys": preferences.letter_keys,
            "idle_minutes": preferences.idle_minutes,
        },
    )
