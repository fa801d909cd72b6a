"""The primary instance of an XForm becomes the model: fields, groups, repeats with their first rows."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from monitor_app.base import Problem
from monitor_app.base.problems import forms as problems
from monitor_app.forms.model import ModelNode
from monitor_app.forms.reading.binds import Bind
from monitor_app.forms.reading.xml import JAVAROSA, MAX_DEPTH, elements, local, namespace

_TEMPLATE = f"{{{JAVAROSA}}}template"
_CONSTANT = {"true()": True, "false()": False}


def read_model(primary: etree._Element, repeats: set[str], binds: Mapping[str, Bind]) -> ModelNode:
    """The model below the root element of the instance. Raises Problem where it nests too deeply."""
    return _node(primary, f"/{local(primary)}", 0, repeats, binds, 0)


def _node(
    element: etree._Element, path: str, place: int, repeats: set[str], binds: Mapping[str, Bind], depth: int
) -> ModelNode:
    if depth > MAX_DEPTH:
        raise Problem(problems.TOO_DEEP, limit=MAX_DEPTH)
    groups: dict[str, list[etree._Element]] = {}
    for child in elements(element):
        groups.setdefault(_name(child), []).append(child)
    children: list[ModelNode] = []
    for name, same in groups.items():
        inner = f"{path}/{name}"
        if inner in repeats:
            children.append(_repeat(same, inner, len(children), repeats, binds, depth + 1))
        else:
            children.extend(
                _node(child, inner, len(children), repeats, binds, depth + 1)
                for child in same[:1]
                if child.get(_TEMPLATE) is None
            )
    bind = binds.get(path, _NO_BIND)
    uri = namespace(element)
    return ModelNode(
        path=path,
        local=local(element),
        uri=uri,
        prefix=(element.prefix or "") if uri else "",
        text="" if children else (element.text or "").strip(),
        place=place,
        attributes=tuple((str(key).rpartition("}")[2], str(value)) for key, value in element.attrib.items()),
        children=tuple(children),
        relevant=_CONSTANT.get(bind.relevant.replace(" ", ""), True),
        required=_CONSTANT.get(bind.required.replace(" ", ""), False),
        readonly=_CONSTANT.get(bind.readonly.replace(" ", ""), False),
        type=bind.type,
    )


_NO_BIND = Bind()


def _repeat(
    same: list[etree._Element], path: str, place: int, repeats: set[str], binds: Mapping[str, Bind], depth: int
) -> ModelNode:
    template = next((element for element in same if element.get(_TEMPLATE) is not None), same[0])
    rows = [element for element in same if element.get(_TEMPLATE) is None]
    model = _node(template, path, place, repeats, binds, depth)
    return ModelNode(
        path=model.path,
        local=model.local,
        uri=model.uri,
        prefix=model.prefix,
        text=model.text,
        place=place,
        attributes=(),
        children=model.children,
        repeat=True,
        first_rows=tuple(_node(row, path, place, repeats, binds, depth) for row in rows),
        relevant=model.relevant,
    )


def _name(element: etree._Element) -> str:
    """The name as paths write it."""
    return f"{element.prefix}:{local(element)}" if namespace(element) and element.prefix else local(element)
