"""Guidance opens by itself once per question: which questions of a form this laptop has shown it for."""

from __future__ import annotations

from collections.abc import Iterable

from monitor_app.vault import Vault


def seen_guidance(vault: Vault, form_id: str) -> frozenset[str]:
    """The generic paths of the questions whose guidance was seen."""
    kept = vault.setting(_name(form_id))
    return frozenset(path for path in kept if isinstance(path, str)) if isinstance(kept, (list, tuple)) else frozenset()


def remember_guidance(vault: Vault, form_id: str, paths: Iterable[str]) -> None:
    """Remembers that the guidance of these questions was seen."""
    before = seen_guidance(vault, form_id)
    after = before | frozenset(paths)
    if after != before:
        vault.set_setting(_name(form_id), sorted(after))


def _name(form_id: str) -> str:
    return f"guidance:{form_id}"
