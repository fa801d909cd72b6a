"""The binds of an XForm: what holds for each field. Source: ODK XForms specification, 'Bind attributes'."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from lxml import etree

from monitor_app.forms.reading.xml import JAVAROSA, MONITOR, elements, local

PRELOADED: Mapping[tuple[str, str], str] = MappingProxyType(
    {
        ("date", ""): "today()",
        ("timestamp", "start"): "now()",
        ("uid", ""): "concat('uuid:', uuid())",
    }
)
"""What jr:preload notes when a response begins, as formulas. Source: ODK XForms specification, 'Preload attributes'."""


@dataclass(frozen=True, slots=True)
class Bind:
    """Formulas are text; '' where there is none. `extra` holds the attributes of our extension namespace."""

    id: str = ""
    type: str = ""
    relevant: str = ""
    required: str = ""
    readonly: str = ""
    constraint: str = ""
    calculate: str = ""
    preload: str = ""
    preload_parameters: str = ""
    constraint_message: str = ""
    required_message: str = ""
    extra: Mapping[str, str] = field(default_factory=dict)


def read_binds(model: etree._Element) -> dict[str, Bind]:
    """All binds by path. Two binds of one field are read as one, later attributes winning."""
    gathered: dict[str, dict[str, str]] = {}
    extras: dict[str, dict[str, str]] = {}
    for element in elements(model):
        if local(element) != "bind":
            continue
        path = (element.get("nodeset") or element.get("ref") or "").strip()
        known = gathered.setdefault(path, {})
        extra = extras.setdefault(path, {})
        for name, value in element.attrib.items():
            space, _, key = str(name).rpartition("}")
            if space == f"{{{MONITOR}":
                extra[key] = str(value).strip()
            elif space in ("", f"{{{JAVAROSA}"):
                known[key] = str(value).strip()
    return {
        path: Bind(
            id=known.get("id", ""),
            type=known.get("type", "").rpartition(":")[2],
            relevant=known.get("relevant", ""),
            required=known.get("required", ""),
            readonly=known.get("readonly", ""),
            constraint=known.get("constraint", ""),
            calculate=known.get("calculate", ""),
            preload=known.get("preload", ""),
            preload_parameters=known.get("preloadParams", ""),
            constraint_message=known.get("constraintMsg", ""),
            required_message=known.get("requiredMsg", ""),
            extra=extras[path],
        )
        for path, known in gathered.items()
    }
