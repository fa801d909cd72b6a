"""The programme's root certificate as a file: with it anybody can check who signed a report."""

from __future__ import annotations

from pathlib import Path

from monitor_app import crypto
from monitor_app.base import Problem
from monitor_app.base.problems import work as problems
from monitor_app.vault import Vault, write_durably


def programme_certificate(vault: Vault) -> bytes:
    """The root certificate of the vault's programme, as PEM."""
    return crypto.to_pem(vault.identity.root_certificate).encode("ascii")


def save_certificate(pem: bytes, target: Path) -> None:
    """Writes it where the person chose. Raises Problem work.cannot-save-there."""
    try:
        write_durably(target, pem)
    except OSError:
        raise Problem(problems.CANNOT_SAVE_THERE) from None
