"""Functions of node-sets. Source: XPath 1.0, 4.1; ODK XForms specification, 'Node-set' and 'Repeat'."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from monitor_app.forms.xpath.calls import Function, nodes_or_context
from monitor_app.forms.xpath.frames import Frame, Run
from monitor_app.forms.xpath.nodes import Node, place_in
from monitor_app.forms.xpath.operands import Kind, Operand
from monitor_app.forms.xpath.values import as_number, as_string

_MODULUS = 2_147_483_647


def _last(operands: Sequence[Operand]) -> Run:
    return lambda frame: float(frame.size)


def _position(operands: Sequence[Operand]) -> Run:
    """position(): in the predicate; position(node): among its siblings of the same name."""
    if not operands:
        return lambda frame: float(frame.position)
    nodes = operands[0].nodes()

    def run(frame: Frame) -> float:
        found = nodes(frame)
        if not found:
            return math.nan
        return float(place_among_siblings(found[0]))

    return run


def place_among_siblings(node: Node) -> int:
    """From 1. A row of a repeat knows its place (`ordinal`)."""
    if node.ordinal:
        return node.ordinal
    if node.parent is None:
        return 1
    return place_in(node.parent.named(node.key), node) + 1


def _count(operands: Sequence[Operand]) -> Run:
    nodes = operands[0].nodes()
    return lambda frame: float(len(nodes(frame)))


def _count_non_empty(operands: Sequence[Operand]) -> Run:
    nodes = operands[0].nodes()
    return lambda frame: float(sum(1 for node in nodes(frame) if node.string()))


def _id(operands: Sequence[Operand]) -> Run:
    run_value = operands[0].run

    def run(frame: Frame) -> list[Node]:
        value = run_value(frame)
        texts = [node.string() for node in value] if isinstance(value, list) else [as_string(value, frame.world.zones)]
        wanted = {word for text in texts for word in text.split()}
        return [
            node
            for node in frame.node.root().walk()
            if any(attribute.local == "id" and attribute.text in wanted for attribute in node.attributes)
        ]

    return run


def _local_name(operands: Sequence[Operand]) -> Run:
    nodes = nodes_or_context(operands)
    return lambda frame: next((node.local for node in nodes(frame)), "")


def _name(operands: Sequence[Operand]) -> Run:
    nodes = nodes_or_context(operands)

    def run(frame: Frame) -> str:
        for node in nodes(frame):
            return f"{node.prefix}:{node.local}" if node.prefix else node.local
        return ""

    return run


def _namespace_uri(operands: Sequence[Operand]) -> Run:
    nodes = nodes_or_context(operands)
    return lambda frame: next((node.uri for node in nodes(frame)), "")


def _current(operands: Sequence[Operand]) -> Run:
    return lambda frame: [frame.current]


def _instance(operands: Sequence[Operand]) -> Run:
    name = operands[0].string()

    def run(frame: Frame) -> list[Node]:
        found = frame.world.instance(name(frame))
        return [found] if found is not None else []

    return run


def _indexed_repeat(operands: Sequence[Operand]) -> Run:
    """indexed-repeat(target, group, index, …): the targets inside the rows so numbered (up to three groups deep)."""
    targets = operands[0].nodes()
    levels = [(operands[i].nodes(), operands[i + 1].number()) for i in range(1, len(operands) - 1, 2)]

    def run(frame: Frame) -> list[Node]:
        found = _generic(targets(frame), frame.world.root)
        for groups, number in levels:
            rows = _generic(groups(frame), frame.world.root)
            index = number(frame)
            chosen = {id(row) for row in rows if place_among_siblings(row) == index}
            found = [node for node in found if any(id(owner) in chosen for owner in _owners(node))]
        return found[:1]

    return run


def _generic(nodes: list[Node], root: Node) -> list[Node]:
    """All nodes at the same generic path as the first one: rows of repeats are not told apart."""
    if not nodes:
        return nodes
    keys: list[str] = []
    node = nodes[0]
    while node.parent is not None and node is not root:
        keys.append(node.key)
        node = node.parent
    found = [node]
    for key in reversed(keys):
        found = [child for owner in found for child in owner.named(key)]
    return [node for node in found if node.relevant]


def _owners(node: Node) -> list[Node]:
    owners = [node]
    while owners[-1].parent is not None:
        owners.append(owners[-1].parent)
    return owners


def _randomize(operands: Sequence[Operand]) -> Run:
    """Shuffled by inside-out Fisher-Yates with the Park-Miller generator: one seed, one order on every device."""
    nodes = operands[0].nodes()
    seed = operands[1].run if len(operands) > 1 else None

    def run(frame: Frame) -> list[Node]:
        shuffled = list(nodes(frame))
        if seed is None:
            state = int(frame.world.random() * _MODULUS)
        else:
            value = seed(frame)
            number = as_number(value, frame.world.zones)
            state = _seed(number, as_string(value, frame.world.zones))
        state = int(math.fmod(state, _MODULUS))
        if state <= 0:
            state += _MODULUS - 1
        for place in range(len(shuffled)):
            state = state * 16807 % _MODULUS
            other = int((state - 1) / (_MODULUS - 1) * (place + 1))
            shuffled[place], shuffled[other] = shuffled[other], shuffled[place]
        return shuffled

    return run


def _seed(number: float, text: str) -> int:
    if number == number:
        return 0 if math.isinf(number) else int(number)
    if not text:
        return 0
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big", signed=True)


def _pulldata(operands: Sequence[Operand]) -> Run:
    """pulldata(list, wanted column, key column, key): the first item of a list whose key column holds the key."""
    texts = [part.string() for part in operands]

    def run(frame: Frame) -> str:
        name, wanted, column, key = (text(frame) for text in texts)
        found = frame.world.instance(name)
        for root in found.children if found is not None else ():
            for item in root.children:
                if any(child.string() == key for child in item.named(column)):
                    return next((child.string() for child in item.named(wanted)), "")
        return ""

    return run


TABLE: Mapping[str, Function] = MappingProxyType(
    {
        "last": Function(0, 0, Kind.NUMBER, _last),
        "position": Function(0, 1, Kind.NUMBER, _position),
        "count": Function(1, 1, Kind.NUMBER, _count),
        "count-non-empty": Function(1, 1, Kind.NUMBER, _count_non_empty),
        "id": Function(1, 1, Kind.NODES, _id),
        "local-name": Function(0, 1, Kind.STRING, _local_name),
        "name": Function(0, 1, Kind.STRING, _name),
        "namespace-uri": Function(0, 1, Kind.STRING, _namespace_uri),
        "current": Function(0, 0, Kind.NODES, _current),
        "instance": Function(1, 1, Kind.NODES, _instance),
        "indexed-repeat": Function(3, 7, Kind.NODES, _indexed_repeat),
        "randomize": Function(1, 2, Kind.NODES, _randomize),
        "pulldata": Function(4, 4, Kind.STRING, _pulldata),
    }
)
