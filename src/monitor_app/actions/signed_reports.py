"""The signed versions of a visit, and saving one outside by an explicit act."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from monitor_app.actions.records import records
from monitor_app.base import Problem, SpaceId, from_ms
from monitor_app.base.problems import work as problems
from monitor_app.monitoring import Kind, Reopening, SignedReport, read_reopening, read_signed
from monitor_app.vault import Vault, write_durably


@dataclass(frozen=True, slots=True)
class SignedVersion:
    """A signed version as lists show it."""

    signed: SignedReport
    at: datetime


def signed_versions(vault: Vault, space: SpaceId) -> tuple[SignedVersion, ...]:
    """All signed versions, the latest first."""
    found = [one for r in records(vault, space, Kind.REPORT) if (one := read_signed(r))]
    return tuple(SignedVersion(one, from_ms(one.at_ms)) for one in sorted(found, key=lambda one: -one.version))


def reopenings(vault: Vault, space: SpaceId) -> tuple[Reopening, ...]:
    """All reopenings, the oldest first."""
    return tuple(one for r in records(vault, space, Kind.REOPENING) if (one := read_reopening(r)))


def signed_pdf(vault: Vault, signed: SignedReport) -> bytes:
    """The PDF of a version, its hash checked. Raises the vault's Problem where it is missing or damaged."""
    return vault.blob(signed.pdf)


def file_name(signed: SignedReport) -> str:
    """The file name offered for saving: number and version, no place and no date of a visit. A prefix may hold what no
    file name may."""
    return re.sub(r"[^\w.-]+", "-", f"report-{signed.number}-v{signed.version}-{signed.language}") + ".pdf"


def save_pdf(pdf: bytes, target: Path) -> None:
    """Writes a PDF where the person chose: flushed beside it, then renamed. Raises Problem work.cannot-save-there."""
    try:
        write_durably(target, pdf)
    except OSError as error:
        raise Problem(problems.CANNOT_SAVE_THERE) from error
