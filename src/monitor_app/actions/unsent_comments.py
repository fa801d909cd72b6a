"""Comments that were typed and not sent yet: kept on this laptop, so that no lock and no crash loses them."""

from __future__ import annotations

from collections.abc import Mapping

from monitor_app.base import SpaceId
from monitor_app.vault import Vault


def unsent_comments(vault: Vault, space: SpaceId) -> dict[str, str]:
    """Question path -> what was typed there."""
    kept = vault.setting(_name(space))
    if not isinstance(kept, Mapping):
        return {}
    return {path: text for path, text in kept.items() if isinstance(text, str) and text}


def keep_unsent_comments(vault: Vault, space: SpaceId, typed: Mapping[str, str]) -> None:
    """Keeps what is typed in a visit; empty texts are left out."""
    vault.set_setting(_name(space), {path: text for path, text in typed.items() if text.strip()})


def _name(space: SpaceId) -> str:
    return f"unsent-comments:{space.hex()}"
