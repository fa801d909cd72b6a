"""The report as data: canonical JSON, attached to the PDF and hashed; it opens without this app.

Shape: an object of the fields of ReportContent by their names, days as "YYYY-MM-DD", with `format` and
`format_version` beside them.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date

from monitor_app.base import Canonical, json_bytes, sha256
from monitor_app.reports.content.report import ReportContent

FORMAT = "monitor-visit-report"
FORMAT_VERSION = 1


def canonical_json(content: ReportContent) -> bytes:
    """Sorted keys, no spaces, UTF-8. Equal contents have equal bytes."""
    body = {field.name: _canonical(getattr(content, field.name)) for field in fields(content)}
    return json_bytes({**body, "format": FORMAT, "format_version": FORMAT_VERSION})


def content_hash(content: ReportContent) -> bytes:
    """SHA-256 of the canonical JSON, 32 bytes: printed in the very document it describes."""
    return sha256(canonical_json(content))


def _canonical(value: object) -> Canonical:
    if value is None or isinstance(value, (bool, int, str)):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_canonical(item) for item in value]
    if is_dataclass(value):
        return {field.name: _canonical(getattr(value, field.name)) for field in fields(value)}
    raise TypeError(f"{type(value).__name__} has no place in a report")
