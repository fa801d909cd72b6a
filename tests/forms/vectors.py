"""Runs third-party XPath vectors (see the README beside them) against the engine; gives what passed and what did
not.
"""

from __future__ import annotations

import gzip
import json
import math
import re
import uuid
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from lxml import etree

from monitor_app.forms.xpath import (
    FUNCTIONS,
    Compiler,
    ExpressionFault,
    Frame,
    Node,
    NodeKind,
    TooMuchWork,
    Value,
    as_boolean,
    as_number,
    as_string,
    parse,
)
from monitor_app.forms.xpath.dates import Zones

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "vectors"
_KINDS = {"*": NodeKind.ELEMENT, "text()": NodeKind.TEXT, "comment()": NodeKind.COMMENT}


@dataclass(slots=True)
class Score:
    """Per source: how many passed of how many; ids that failed; how many were not judged."""

    passed: dict[str, int] = field(default_factory=dict)
    total: dict[str, int] = field(default_factory=dict)
    failed: list[str] = field(default_factory=list)
    nondeterministic: int = 0

    def lines(self) -> list[str]:
        return [f"{source}: {self.passed.get(source, 0)} of {count} passed" for source, count in self.total.items()]

    def share(self, source: str) -> float:
        return self.passed.get(source, 0) / self.total[source]


def run(path: Path, whole_days: bool = False) -> Score:
    """All vectors of a file. `whole_days`: a date counts as a whole number of days, as live responses have it."""
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        given = json.load(stream)
    documents: dict[str, Node] = {}
    score = Score()
    for vector in given["vectors"]:
        if vector.get("nondeterministic"):
            score.nondeterministic += 1
            continue
        name = vector["doc"]
        if name not in documents:
            documents[name] = document(given["documents"][name])
        source = vector["src"]
        score.total[source] = score.total.get(source, 0) + 1
        if passes(vector, documents[name], whole_days):
            score.passed[source] = score.passed.get(source, 0) + 1
        else:
            score.failed.append(vector["id"])
    return score


@dataclass
class VectorWorld:
    """The world a vector was recorded in."""

    top: Node
    root: Node
    zones: Zones
    now: datetime
    language: str

    @property
    def today(self) -> date:
        return self.now.date()

    def instance(self, name: str) -> Node | None:
        return next((n for n in self.top.walk() if n.local == "instance" and has(n, "id", name)), None)

    def itext(self, key: str) -> list[Node]:
        for translation in self.top.walk():
            if translation.local == "translation" and has(translation, "lang", self.language):
                for text in translation.children:
                    if has(text, "id", key):
                        return [child for child in text.children if child.local == "value"][:1]
        return []

    def choice_label(self, path: str, value: str, near: Node) -> str:
        return ""

    def random(self) -> float:
        return 0.5

    def uuid(self) -> str:
        return str(uuid.UUID(int=7, version=4))


def has(node: Node, name: str, value: str) -> bool:
    return any(part.local == name and part.text == value for part in node.attributes)


def passes(vector: dict[str, Any], top: Node, whole_days: bool) -> bool:
    zone = ZoneInfo(vector["tz"])
    now = datetime.fromtimestamp(vector.get("now_ms", 1795289891413) / 1000, zone)
    zones = Zones(zone, UTC if whole_days else zone)
    root = located(top, vector["root"]) if "root" in vector else top
    world = VectorWorld(top, root, zones, now, vector.get("lang") or "")
    try:
        compiled = Compiler(FUNCTIONS, {"": ""} | vector["ns"]).compile(parse(vector["expr"]))
        value = compiled.operand.run(Frame(located(top, vector["context"]), world))
    except (ExpressionFault, TooMuchWork):
        return bool(vector["kind"] == "throws")
    return fits(vector, value, zones)


def fits(vector: dict[str, Any], value: Value, zones: Zones) -> bool:
    kind, expected = vector["kind"], vector["expected"]
    if kind == "boolean":
        return bool(as_boolean(value) == expected)
    if kind == "number":
        return same_number(as_number(value, zones), number(expected), 1e-14)
    if kind == "number-rounded":
        found, wanted = as_number(value, zones), number(expected)
        return same_number(found, wanted, 0.5 / float(vector.get("factor", 100)) + 1e-12)
    text = as_string(value, zones)
    if kind in ("string", "date"):
        return bool(text == expected)
    if kind == "date-time":
        return text.startswith(expected)
    if kind == "string-matches":
        match = re.fullmatch(r"/(.*)/[a-z]*", expected, re.DOTALL)
        return match is not None and re.search(match[1], text) is not None
    if kind == "string-length":
        return bool(len(text) == expected)
    if not isinstance(value, list):
        return False
    places = [place(node) for node in value]
    if kind == "nodeset-unordered":
        return bool(sorted(places) == sorted(expected))
    if kind == "first-node":
        return bool(places[:1] == expected[:1])
    return bool(kind == "nodeset" and places == expected)


def number(value: object) -> float:
    words = {"NaN": math.nan, "Infinity": math.inf, "-Infinity": -math.inf, "-0": -0.0}
    return words[value] if isinstance(value, str) else float(value)  # type: ignore[arg-type]


def same_number(found: float, wanted: float, tolerance: float) -> bool:
    if found != found or wanted != wanted:
        return found != found and wanted != wanted
    return found == wanted or abs(found - wanted) <= tolerance * max(1.0, abs(wanted))


def document(text: str) -> Node:
    """A document as own nodes, comments, instructions and namespaces included."""
    root = etree.fromstring(text.encode(), etree.XMLParser(resolve_entities=False, no_network=True))
    top = Node(NodeKind.DOCUMENT)
    before = []
    sibling = root.getprevious()
    while sibling is not None:
        before.append(sibling)
        sibling = sibling.getprevious()
    for element in (*reversed(before), root):
        grow(element, top)
    return top


def grow(element: Any, parent: Node) -> None:
    if isinstance(element, etree._Comment):
        parent.append(Node(NodeKind.COMMENT, text=element.text or ""))
        return
    if isinstance(element, etree._ProcessingInstruction):
        parent.append(Node(NodeKind.INSTRUCTION, str(element.target), element.text or ""))
        return
    name = etree.QName(element)
    node = Node(NodeKind.ELEMENT, name.localname, uri=name.namespace or "", prefix=element.prefix or "")
    parent.append(node)
    for key, value in element.attrib.items():
        attribute = etree.QName(key)
        uri = attribute.namespace or ""
        prefix = next((p for p, u in element.nsmap.items() if u == uri and p), "xml") if uri else ""
        node.attribute(attribute.localname, value, uri=uri, prefix=prefix)
    if len(element) == 0:
        node.text = element.text or ""
        return
    if element.text:
        node.append(Node(NodeKind.TEXT, text=element.text))
    for child in element:
        grow(child, node)
        if child.tail:
            node.append(Node(NodeKind.TEXT, text=child.tail))


def located(top: Node, path: str) -> Node:
    """The node at a structural path such as `/*[1]/*[2]/@id`."""
    node = top
    for part in filter(None, path.split("/")):
        if part.startswith("@"):
            name = part[1:]
            node = next(a for a in node.attributes if name in (a.local, f"{a.prefix}:{a.local}", a.key))
        else:
            test, _, index = part.rstrip("]").rpartition("[")
            kind = _KINDS.get(test, NodeKind.INSTRUCTION)
            node = [child for child in node.inner() if child.kind is kind][int(index) - 1]
    return node


def place(node: Node) -> str:
    """The structural path of a node."""
    parts: list[str] = []
    while node.parent is not None:
        if node.kind is NodeKind.ATTRIBUTE:
            outside = node.prefix and node.prefix != "xml"
            parts.append(
                f"@{node.key}" if outside else f"@{node.prefix}:{node.local}" if node.prefix else f"@{node.local}"
            )
        elif node.kind is NodeKind.NAMESPACE:
            parts.append(f"namespace::{node.local}")
        else:
            test = next((t for t, kind in _KINDS.items() if kind is node.kind), "processing-instruction()")
            same = [child for child in node.parent.inner() if child.kind is node.kind]
            parts.append(f"{test}[{same.index(node) + 1}]")
        node = node.parent
    return "/" + "/".join(reversed(parts))
