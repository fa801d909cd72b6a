"""The entries a signature and a reopening leave: one each, so that what came after a version can be counted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from monitor_app.base import Canonical
from monitor_app.monitoring.record import Record

SIGNED = "signed"
REOPENED = "reopened"
_LAST_MS = 253_370_764_800_000
"""The first instant of 9999: a time after it is no time."""


@dataclass(frozen=True, slots=True)
class SignedReport:
    """A signed version. `at_ms` milliseconds UTC; hashes are hex; `entries` is how many entries of the visit's space
    the version knew when it was frozen, `known` how far it knew each chain (device, incarnation, number), empty where
    an older app signed; the wording it cited lies in the PDF itself."""

    version: int
    number: str
    at_ms: int
    pdf: str
    content: str
    fingerprint: str
    signer: bytes
    language: str
    variant: str
    entries: int
    known: tuple[tuple[bytes, bytes, int], ...] = ()

    def value(self) -> dict[str, Canonical]:
        """The value of the one entry."""
        return {
            "version": self.version,
            "number": self.number,
            "at_ms": self.at_ms,
            "pdf": self.pdf,
            "content": self.content,
            "fingerprint": self.fingerprint,
            "signer": self.signer,
            "language": self.language,
            "variant": self.variant,
            "entries": self.entries,
            "known": [list(mark) for mark in self.known],
        }


@dataclass(frozen=True, slots=True)
class Reopening:
    """A signed version reopened, and why."""

    version: int
    reason: str


def read_signed(record: Record) -> SignedReport | None:
    """The signed version of a report record, None for one this app cannot read."""
    value = record.values.get(SIGNED)
    if not isinstance(value, Mapping):
        return None
    texts = {name: value.get(name) for name in ("number", "pdf", "content", "fingerprint", "language", "variant")}
    numbers = {name: value.get(name) for name in ("version", "at_ms", "entries")}
    signer = value.get("signer")
    if (
        not all(isinstance(text, str) for text in texts.values())
        or not all(isinstance(n, int) and not isinstance(n, bool) and 0 <= n <= _LAST_MS for n in numbers.values())
        or not numbers["version"]
        or not isinstance(signer, bytes)
    ):
        return None
    return SignedReport(signer=signer, known=_known(value.get("known")), **texts, **numbers)  # type: ignore[arg-type]


def _known(value: Canonical) -> tuple[tuple[bytes, bytes, int], ...]:
    found = []
    for mark in value if isinstance(value, (list, tuple)) else ():
        match mark:
            case [bytes() as device, bytes() as incarnation, int() as number]:
                found.append((device, incarnation, number))
    return tuple(found)


def read_reopening(record: Record) -> Reopening | None:
    """The reopening of a record, None for one this app cannot read."""
    value = record.values.get(REOPENED)
    if not isinstance(value, Mapping):
        return None
    version, reason = value.get("version"), value.get("reason")
    if not isinstance(version, int) or isinstance(version, bool) or not isinstance(reason, str):
        return None
    return Reopening(version, reason)
