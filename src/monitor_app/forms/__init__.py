"""Forms: checklists and questionnaires, read from XLSForm or XForm and filled in live.

Nouns: a *definition* is what is asked, immutable and shared; a *live response* is one filled-in form at work; *stored
answers* are text by *concrete path* (`/data/areas[3f2a]/kind`; a *generic path* has no row ids). A *section* is a top
part of a checklist, a *row* one time a repeat is answered. A *fault* says what is wrong with a form, and where.

Reading files needs pyxform and lxml and is opened on first use; a live response needs neither.
"""

from __future__ import annotations

from monitor_app.forms.context import ChangeSet, Context, Value, stored
from monitor_app.forms.definition import (
    JUDGEMENT,
    Choice,
    Definition,
    EvidenceRule,
    Group,
    Item,
    Question,
    Repeat,
    Section,
)
from monitor_app.forms.faults import CheckResult, Fault
from monitor_app.forms.live import LiveResponse
from monitor_app.forms.tree import generic as generic_path
from monitor_app.forms.wording import Wording


def check(data: bytes, filename: str) -> CheckResult:
    """Everything that is wrong with a form file, or its definition. Never raises for what a file holds."""
    from monitor_app.forms.reading import files  # noqa: PLC0415 - the lazy door to pyxform

    return files.check(data, filename)


def read(data: bytes, filename: str) -> Definition:
    """The definition of a form file (.xlsx, .md, .xml). Raises Problem, the first fault."""
    from monitor_app.forms.reading import files  # noqa: PLC0415 - the lazy door to pyxform

    return files.read(data, filename)


def convert(data: bytes, filename: str) -> bytes:
    """A form file as XForm XML that `definition_from_xform` reads without pyxform. Raises Problem, the first fault."""
    from monitor_app.forms.reading import files  # noqa: PLC0415 - the lazy door to pyxform

    return files.convert(data, filename)


def definition_from_xform(xform: bytes, source_hash: bytes | None = None) -> Definition:
    """The definition of an XForm made by `convert`. `source_hash`: SHA-256 of the file it was made from.

    Raises Problem where it is damaged.
    """
    from monitor_app.forms.reading import stored_forms  # noqa: PLC0415 - the lazy door to lxml

    return stored_forms.definition(xform, source_hash)


__all__ = [
    "JUDGEMENT",
    "ChangeSet",
    "CheckResult",
    "Choice",
    "Context",
    "Definition",
    "EvidenceRule",
    "Fault",
    "Group",
    "Item",
    "LiveResponse",
    "Question",
    "Repeat",
    "Section",
    "Value",
    "Wording",
    "check",
    "convert",
    "definition_from_xform",
    "generic_path",
    "read",
    "stored",
]
