"""Verdict: what a signed report is worth, in facts. Light: no PDF library."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from monitor_app.base import Kind


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found out about a file. None: it could not be known, or was not asked.

    `trusted` is None without roots to compare with. `number`, `version`, `role` and `content_hash_matches` come from
    the attached content and are told only where the file is intact. `signed_at` is the signer's own claim, under the
    signature. `reasons` says in sentences what is wrong or missing, worst first; empty when nothing is.
    """

    readable: bool
    signed: bool = False
    intact: bool = False
    whole_file: bool = False
    trusted: bool | None = None
    signer: str | None = None
    organisation: str | None = None
    role: str | None = None
    fingerprint: str | None = None
    signed_at: datetime | None = None
    number: str | None = None
    version: int | None = None
    content_hash: str | None = None
    content_hash_matches: bool | None = None
    reasons: tuple[Kind, ...] = ()

    @property
    def unchanged(self) -> bool:
        """Signed, and not a byte differs from what was signed."""
        return self.readable and self.signed and self.intact and self.whole_file

    @property
    def confirmed(self) -> bool:
        """Unchanged, and the signer is vouched for by a given root; nothing speaks against it."""
        return self.unchanged and self.trusted is True and self.content_hash_matches is not False
