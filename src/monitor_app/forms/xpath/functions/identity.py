"""Functions of the form itself. Source: ODK XForms specification, 'uuid' and 'version'."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from monitor_app.forms.xpath.calls import Function
from monitor_app.forms.xpath.frames import Frame, Run
from monitor_app.forms.xpath.operands import Kind, Operand


def _uuid(operands: Sequence[Operand]) -> Run:
    """A random UUID, or so many random hexadecimal digits."""
    if not operands:
        return lambda frame: frame.world.uuid()
    length = operands[0].number()

    def run(frame: Frame) -> str:
        wanted = length(frame)
        if not 0 <= wanted <= 4096:
            return ""
        digits = ""
        while len(digits) < wanted:
            digits += frame.world.uuid().replace("-", "")
        return digits[: int(wanted)]

    return run


def _version(operands: Sequence[Operand]) -> Run:
    return lambda frame: next((part.text for part in frame.world.root.attributes if part.local == "version"), "")


TABLE: Mapping[str, Function] = MappingProxyType(
    {
        "uuid": Function(0, 1, Kind.STRING, _uuid),
        "version": Function(0, 0, Kind.STRING, _version),
    }
)
