"""Forms: checklists and questionnaires, read from XLSForm or XForm and filled in live.

Nouns: a *definition* is what is asked, immutable and shared; a *live response* is one filled-in form at work; *stored
answers* are text by *concrete path* (`/data/areas[3f2a]/kind`; a *generic path* has no row ids). A *section* is a top
part of a checklist, a *row* one time a repeat is answered. A *fault* says what is wrong with a form, and where.

The room opens on first use: what is named here is loaded when it is first asked for, and reading files needs pyxform
and lxml, which a live response does not.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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
    from monitor_app.forms.reading.files import check, convert, read
    from monitor_app.forms.reading.stored_forms import definition_from_xform
    from monitor_app.forms.tree import generic_path
    from monitor_app.forms.wording import Wording

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

_HOMES: Mapping[str, str] = MappingProxyType(
    {
        "JUDGEMENT": "definition",
        "ChangeSet": "context",
        "CheckResult": "faults",
        "Choice": "definition",
        "Context": "context",
        "Definition": "definition",
        "EvidenceRule": "definition",
        "Fault": "faults",
        "Group": "definition",
        "Item": "definition",
        "LiveResponse": "live",
        "Question": "definition",
        "Repeat": "definition",
        "Section": "definition",
        "Value": "context",
        "Wording": "wording",
        "check": "reading.files",
        "convert": "reading.files",
        "definition_from_xform": "reading.stored_forms",
        "generic_path": "tree",
        "read": "reading.files",
        "stored": "context",
    }
)


def __getattr__(name: str) -> object:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"the room forms has no {name}")
    return getattr(import_module(f"monitor_app.forms.{home}"), name)
