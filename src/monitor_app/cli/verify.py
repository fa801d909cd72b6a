"""Verify a report: in plain words, who signed what, and whether anything changed since."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from monitor_app import crypto, reports
from monitor_app.base import Problem, Words

GOOD, NOT_GOOD, UNREADABLE, NO_ROOT = 0, 1, 2, 3
Echo = Callable[[str], object]


def verify_file(file: Path, root: Path | None, now: datetime, words: Words, echo: Echo) -> int:
    """0 unchanged and signed under the given root, 1 not, 2 not readable, 3 unchanged but no root given."""
    try:
        pdf = file.read_bytes()
    except OSError:
        echo(words("This file cannot be read. Check the name and the folder, then try again."))
        return UNREADABLE
    roots = []
    if root is not None:
        try:
            roots = [crypto.certificate_of(root.read_bytes())]
        except (OSError, crypto.NotACertificate):
            echo(words("The root certificate cannot be read. Give the file programme-root.pem of the programme."))
            return UNREADABLE
    verdict = reports.verify_pdf(pdf, roots, now)
    for line in _lines(verdict, words):
        echo(line)
    if not verdict.readable:
        return UNREADABLE
    if not verdict.unchanged or verdict.content_hash_matches is False or verdict.trusted is False:
        return NOT_GOOD
    return GOOD if verdict.confirmed else NO_ROOT


def _lines(verdict: reports.Verdict, words: Words) -> list[str]:
    lines = []
    if verdict.signed:
        lines.append(words("Signed by: {signer}", signer=_who(verdict)))
    if verdict.signed_at is not None:
        lines.append(words("Signed at: {moment} (the signer's own clock)", moment=words.moment(verdict.signed_at)))
    if verdict.number is not None and verdict.version is not None:
        lines.append(words("Report: {number}, version {version}", number=verdict.number, version=verdict.version))
    if verdict.fingerprint:
        lines.append(words("Certificate: {fingerprint}", fingerprint=verdict.fingerprint))
    if verdict.unchanged and verdict.content_hash_matches is not False:
        lines.append(words("Nothing was changed since it was signed."))
        if verdict.trusted is True:
            lines.append(words("The signer is certified by the programme whose root you gave."))
    lines += [Problem(reason).say(words).text() for reason in verdict.reasons]
    return lines


def _who(verdict: reports.Verdict) -> str:
    return ", ".join(part for part in (verdict.signer, verdict.role, verdict.organisation) if part)
