"""Functions of text. Source: XPath 1.0, 4.2; ODK XForms specification, 'String functions'."""

from __future__ import annotations

import base64
import binascii
import hashlib
import math
import re
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from monitor_app.forms.xpath.calls import Function, of_strings, values_of
from monitor_app.forms.xpath.faults import ExpressionFault
from monitor_app.forms.xpath.frames import Frame, Run
from monitor_app.forms.xpath.operands import Kind, Operand
from monitor_app.forms.xpath.patterns import Pattern
from monitor_app.forms.xpath.values import as_string

_SPACE = re.compile(r"[ \t\r\n]+")


def _string(operands: Sequence[Operand]) -> Run:
    if operands:
        return operands[0].string()
    return lambda frame: frame.node.string()


def _concat(operands: Sequence[Operand]) -> Run:
    if any(part.kind in (Kind.NODES, Kind.ANY) for part in operands):
        values = values_of(operands)
        return lambda frame: "".join(as_string(value, frame.world.zones) for value in values(frame))
    strings = [part.string() for part in operands]
    return lambda frame: "".join([part(frame) for part in strings])


def _join(operands: Sequence[Operand]) -> Run:
    separator, values = operands[0].string(), values_of(operands[1:])
    return lambda frame: separator(frame).join(as_string(value, frame.world.zones) for value in values(frame))


def _substring(operands: Sequence[Operand]) -> Run:
    """Characters by XPath's rounding rules: substring('12345', 1.5, 2.6) is '234'."""
    text, numbers = operands[0].string(), [part.number() for part in operands[1:]]

    def run(frame: Frame) -> str:
        whole = text(frame)
        first = _rounded(numbers[0](frame))
        last = first + _rounded(numbers[1](frame)) if len(numbers) > 1 else math.inf
        if first != first or last != last:
            return ""
        begin = 0 if first <= 1 else int(min(first - 1, len(whole)))
        end = len(whole) if last >= len(whole) + 1 else max(0, int(last - 1))
        return whole[begin:end]

    return run


def _rounded(number: float) -> float:
    return number if math.isinf(number) or number != number else math.floor(number + 0.5)


def _substr(operands: Sequence[Operand]) -> Run:
    """substr(text, start, end): from 0, end excluded, negative from the end (OpenRosa)."""
    text, numbers = operands[0].string(), [part.number() for part in operands[1:]]

    def run(frame: Frame) -> str:
        whole = text(frame)
        bounds = [_index(part(frame), len(whole)) for part in numbers]
        return whole[bounds[0] : bounds[1] if len(bounds) > 1 else len(whole)]

    return run


def _index(number: float, size: int) -> int:
    if number != number:
        return 0
    if number < 0:
        return max(0, size + int(max(number, -size)))
    return int(min(number, size))


def _before(text: str, mark: str) -> str:
    return text[: text.index(mark)] if mark and mark in text else ""


def _after(text: str, mark: str) -> str:
    return text.partition(mark)[2] if mark else text


def _length(operands: Sequence[Operand]) -> Run:
    text = operands[0].string() if operands else None
    return lambda frame: float(len(text(frame) if text is not None else frame.node.string()))


def _normalize(operands: Sequence[Operand]) -> Run:
    text = operands[0].string() if operands else None
    return lambda frame: _SPACE.sub(" ", (text(frame) if text is not None else frame.node.string()).strip(" \t\r\n"))


def _translate(text: str, old: str, new: str) -> str:
    table: dict[int, str] = {}
    for place, letter in enumerate(old):
        table.setdefault(ord(letter), new[place] if place < len(new) else "")
    return text.translate(table)


def _regex(operands: Sequence[Operand]) -> Run:
    """Whole-string match, as in ODK Collect. A pattern that stands in the form is read once, when the form is."""
    text, source = operands[0].string(), operands[1]
    if isinstance(source.fixed, str):
        fixed = Pattern.read(source.fixed)
        return lambda frame: fixed.matches(text(frame))
    pattern = source.string()

    def run(frame: Frame) -> bool:
        try:
            return Pattern.read(pattern(frame)).matches(text(frame))
        except ExpressionFault:
            return False

    return run


def _digest(operands: Sequence[Operand]) -> Run:
    text, algorithm = operands[0].string(), operands[1].string()
    encoding = operands[2].string() if len(operands) > 2 else None

    def run(frame: Frame) -> str:
        work = _HASHES.get(algorithm(frame))
        if work is None:
            return ""
        hashed = work(text(frame).encode())
        if encoding is not None and encoding(frame) == "hex":
            return hashed.hex()
        return base64.b64encode(hashed).decode()

    return run


_HASHES: Mapping[str, Callable[[bytes], bytes]] = MappingProxyType(
    {
        "MD5": lambda data: hashlib.md5(data, usedforsecurity=False).digest(),
        "SHA-1": lambda data: hashlib.sha1(data, usedforsecurity=False).digest(),
        "SHA-256": lambda data: hashlib.sha256(data).digest(),
        "SHA-384": lambda data: hashlib.sha384(data).digest(),
        "SHA-512": lambda data: hashlib.sha512(data).digest(),
    }
)


def _base64_decode(text: str) -> str:
    try:
        return base64.b64decode(text, validate=True).decode("utf-8", "replace")
    except (binascii.Error, ValueError):
        return ""


TABLE: Mapping[str, Function] = MappingProxyType(
    {
        "string": Function(0, 1, Kind.STRING, _string),
        "concat": Function(0, None, Kind.STRING, _concat),
        "join": Function(1, None, Kind.STRING, _join),
        "starts-with": of_strings(2, 2, Kind.BOOLEAN, lambda text, part: text.startswith(part)),
        "ends-with": of_strings(2, 2, Kind.BOOLEAN, lambda text, part: text.endswith(part)),
        "contains": of_strings(2, 2, Kind.BOOLEAN, lambda text, part: part in text),
        "substring": Function(2, 3, Kind.STRING, _substring),
        "substr": Function(2, 3, Kind.STRING, _substr),
        "substring-before": of_strings(2, 2, Kind.STRING, _before),
        "substring-after": of_strings(2, 2, Kind.STRING, _after),
        "string-length": Function(0, 1, Kind.NUMBER, _length),
        "normalize-space": Function(0, 1, Kind.STRING, _normalize),
        "translate": of_strings(3, 3, Kind.STRING, _translate),
        "regex": Function(2, 2, Kind.BOOLEAN, _regex),
        "digest": Function(2, 3, Kind.STRING, _digest),
        "base64-decode": of_strings(1, 1, Kind.STRING, _base64_decode),
    }
)
