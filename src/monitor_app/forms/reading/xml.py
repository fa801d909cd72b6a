"""XML in, with no way out: no entities, no network, no huge trees."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from monitor_app.base import Problem
from monitor_app.base.problems import forms as problems
from monitor_app.forms.xpath import Node, NodeKind

MAX_XML_BYTES = 50 * 1024 * 1024
MAX_DEPTH = 200

XFORMS = "http://www.w3.org/2002/xforms"
XHTML = "http://www.w3.org/1999/xhtml"
JAVAROSA = "http://openrosa.org/javarosa"
MONITOR = "urn:x-monitor:checklist:1"


def parsed(data: bytes) -> etree._Element:
    """The root element. Raises Problem for what is no XML, is too big, or declares entities."""
    if len(data) > MAX_XML_BYTES:
        raise Problem(problems.FILE_TOO_BIG, limit_mb=MAX_XML_BYTES // (1024 * 1024))
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True, load_dtd=False
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        line = error.lineno or 1
        raise Problem(problems.NOT_XML, row=line) from None
    docinfo = root.getroottree().docinfo
    if docinfo is not None and docinfo.internalDTD is not None:
        raise Problem(problems.NOT_XML, row=1)
    return root


def local(element: etree._Element) -> str:
    """The name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def namespace(element: etree._Element) -> str:
    """The namespace of an element; '' for none and for XForms' own, which forms leave unwritten."""
    uri = str(element.tag).rpartition("}")[0].removeprefix("{")
    return "" if uri in (XFORMS, "") else uri


def elements(parent: etree._Element) -> Iterator[etree._Element]:
    """Child elements, without comments and the like."""
    for child in parent:
        if isinstance(child.tag, str):
            yield child


def list_tree(element: etree._Element) -> Node:
    """A choice list as own nodes that never change: an element for the instance, its content below."""
    top = Node(NodeKind.ELEMENT, local(element))
    top.lookups = {}
    stack = [(element, top)]
    while stack:
        source, node = stack.pop()
        for child in elements(source):
            name = local(child)
            text = (child.text or "") if len(child) == 0 else ""
            made = node.append(Node(NodeKind.ELEMENT, name, text, uri=namespace(child)))
            for key, value in child.attrib.items():
                made.attribute(str(key).rpartition("}")[2], str(value))
            if len(child):
                made.lookups = {}
                stack.append((child, made))
    return top
